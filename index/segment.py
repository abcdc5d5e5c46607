"""Text -> its sentences, headings and furniture, by walking it.

Offsets are counted while walking and never searched for: a sentence may stand in a text twice.
"""

import re
from collections.abc import Iterator
from itertools import pairwise, zip_longest
from typing import Literal, NamedTuple

from sentencex import get_sentence_boundaries

from index.furniture import is_furniture
from index.models import Span

LONGEST_HEADING = 90  # characters; 12 words of English, and longer lines without a stop are prose
LANGUAGE = "en"  # Its abbreviations; full stops of other scripts are known to every language.


class Segment(NamedTuple):
    """A stretch of text without the white space around it."""

    span: Span
    kind: Literal["sentence", "heading", "furniture"]


def segment(text: str) -> list[Segment]:
    """Return every sentence, heading and piece of furniture of `text`, in order."""
    lines = list(_lines(text))
    found: list[Segment] = []
    for line, following in zip_longest(lines, lines[1:]):
        if _is_heading(line.of(text)) and following and not _is_heading(following.of(text)):
            found.append(Segment(line, "furniture" if is_furniture(line.of(text)) else "heading"))
        else:
            found.extend(_sentences(text, line))
    return found


def _lines(text: str) -> Iterator[Span]:
    for match in re.finditer(r"[^\n]+", text):
        if span := trimmed(text, match.start(), match.end()):
            yield span


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span without the white space around it; None when there is nothing else."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return Span(start=start, end=end) if end > start else None


def _is_heading(line: str) -> bool:
    """Return whether a line reads like a heading: short, capitalised, no stop, no list item."""
    return (
        len(line) <= LONGEST_HEADING
        and line[-1] not in ".!…:;,\"”'’)"
        and (line[0].isupper() or line[0].isdigit() or line[0] in "#“\"'‘")
        and any(character.isalpha() for character in line)
    )


def _sentences(text: str, line: Span) -> Iterator[Segment]:
    # The library panics at "A\u00a0.": white space of more than one byte before a stop.
    words = re.sub(r"\s", " ", line.of(text))
    borders = [(b["start_index"], b["end_index"]) for b in get_sentence_boundaries(LANGUAGE, words)]
    joined = all(b[0] == a[1] for a, b in pairwise(borders))
    if not borders or not joined or borders[0][0] != 0 or borders[-1][1] != len(words):
        borders = [(0, len(words))]  # The library lost count: one long sentence, but exact.
    for start, end in borders:
        if span := trimmed(text, line.start + start, line.start + end):
            yield Segment(span, "furniture" if is_furniture(span.of(text)) else "sentence")

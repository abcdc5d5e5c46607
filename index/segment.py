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
FEWEST_WRAPPED, MOST_WRAPPED = 45, 100  # characters of a line of 60 to 80 columns, ragged
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
    """Yield the paragraphs: lines, or the blocks of a text that was wrapped by hand."""
    block: list[Span] = []
    for match in re.finditer(r"[^\n]*\n?", text):
        if line := trimmed(text, match.start(), match.end()):
            block.append(line)
        else:
            yield from _paragraphs(text, block)
            block = []


def _paragraphs(text: str, block: list[Span]) -> list[Span]:
    """Return the paragraphs of a block of lines without an empty one between them."""
    if _is_wrapped([line.of(text) for line in block]):
        return [Span(start=block[0].start, end=block[-1].end)]
    return block


def _is_wrapped(lines: list[str]) -> bool:
    """Return whether these lines are one paragraph: nearly as long as each other, and cut anywhere.

    A list has marks, and the lines of a table or a poem do not go on in lower case.
    """
    full = lines[:-1]
    if not full or not all(FEWEST_WRAPPED <= len(line) <= MOST_WRAPPED for line in full):
        return False
    goes_on = sum(line[0].islower() for line in lines[1:])
    return goes_on >= len(full) / 2 and not any(line[0] in "-*•–" for line in lines)


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

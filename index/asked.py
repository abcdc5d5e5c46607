"""What a question asks for: its parts, and whose articles of which days each of them names."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, Self

from index.days import Period, find_periods
from index.publishers import Mention, Publishers
from index.words import STOP_WORDS, words

MOST_PARTS = 8  # A question that asks more than eight sources is a pasted page.
LONGEST = 2000  # Characters that are taken apart, about as many words as are looked for.
CLAUSE_WORDS = 4  # Beside stop words. With 3 or 5 the measures of MultiHop-RAG were much the same.
_BORDER = re.compile(
    r"[.;:?!]\s|,\s|\b(?:and|but|while|whereas|than|compared|before|after|which|who|whose)\b",
    re.IGNORECASE,
)
_LIST = re.compile(r"\W*(?:(?:and|or|both|by|in|the|from)\b\W*)*", re.IGNORECASE)


class Part(NamedTuple):
    """A piece of a question that one source may answer."""

    clauses: tuple[str, ...]
    """Its words, without the names of publishers and days."""
    publishers: tuple[frozenset[str], ...]
    """What it names, each with all publishers of that name."""
    periods: tuple[Period, ...]


class Asked(NamedTuple):
    """A question and its parts."""

    text: str
    parts: tuple[Part, ...]
    mentions: tuple[Mention, ...] = ()
    """Where it names publishers of the index."""

    @classmethod
    def of(cls, text: str, publishers: Publishers) -> Self:
        """Take a question apart where it goes from one source to the next.

        The border is the last one between clauses before the next source is named. Sources named
        in one list share a part. English is assumed where words divide clauses; in other languages
        only punctuation does.

        >>> text = "Did the Post say the dam held, while News said on 2 May 2024 that it broke?"
        >>> [part.clauses for part in Asked.of(text, Publishers(["Post", "News"])).parts]
        [('Did   say the dam held, ',), ('while   said on   that it broke?',)]
        """
        whole, text = text, text[:LONGEST]
        mentions, periods = publishers.find(text), find_periods(text)
        groups = listed(text, mentions)[:MOST_PARTS] or [[]]
        borders = [0, *_borders(text, groups), len(text)]
        parts = [
            _part(text, start, end, group, [one for one in periods if start <= one.start < end])
            for (start, end), group in zip(pairwise(borders), groups, strict=True)
        ]
        return cls(whole, tuple(parts), tuple(mentions))

    @property
    def is_plain(self) -> bool:
        """Whether it names neither a publisher nor a day, and is one clause."""
        part = self.parts[0]
        return len(self.parts) == 1 and not (
            part.publishers or part.periods or len(part.clauses) > 1
        )

    @property
    def topic(self) -> str:
        """Its words, without the names of publishers and days."""
        return " ".join(clause for part in self.parts for clause in part.clauses)


def clauses(text: str) -> Iterator[str]:
    """Yield a text clause by clause; each has some words that are worth looking for.

    >>> list(clauses("Who built the old dam at Arden, and why did the ferry to Birch sink early?"))
    ['Who built the old dam at Arden, ', 'and why did the ferry to Birch sink early?']
    """
    clause, held = "", 0
    starts = [0, *(match.start() for match in _BORDER.finditer(text)), len(text)]
    for start, end in pairwise(starts):
        piece = text[start:end]
        more = sum(word not in STOP_WORDS for word in words(piece))
        if min(held, more) >= CLAUSE_WORDS:
            yield clause
            clause, held = piece, more
        else:
            clause, held = clause + piece, held + more
    yield clause


def listed(text: str, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Put those into one group that are named in one list, like "the Post and News"."""
    groups: list[list[Mention]] = []
    for mention in mentions:
        if groups and _LIST.fullmatch(text, groups[-1][-1].end, mention.start):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def _borders(text: str, groups: Sequence[Sequence[Mention]]) -> Iterator[int]:
    for one, other in pairwise(groups):
        start, end = one[-1].end, other[0].start
        yield max((m.start() for m in _BORDER.finditer(text, start, end)), default=end)


def _part(
    text: str, start: int, end: int, mentions: Sequence[Mention], periods: Sequence[Period]
) -> Part:
    return Part(
        clauses=tuple(clauses(_without(text, start, end, [*mentions, *periods]))),
        publishers=tuple(dict.fromkeys(mention.publishers for mention in mentions)),
        periods=tuple(periods),
    )


def _without(text: str, start: int, end: int, cut: Sequence[Mention | Period]) -> str:
    pieces = []
    for one in sorted(cut, key=lambda one: one.start):
        pieces.append(text[start : max(start, one.start)])
        start = max(start, one.end)
    return " ".join([*pieces, text[start:end]])

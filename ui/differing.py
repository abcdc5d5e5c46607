"""Two quotes -> the words in each that the other does not have there."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from index.models import Span
from qa.english.terms import stem
from qa.telling.change import are_opposed, continuity_words, stance, without_change
from qa.values import find_values

IN_COMMON = 0.3  # Share of the words of the shorter quote; less is two sentences, not two wordings.
LONGEST = 8  # words in a row; of more that the other does not have, only the telling ones count.

_WORD = re.compile(r"[$€£¥]?\w+(?:[.,'’:/-]\w+)*%?")
_POSSESSIVE = re.compile(r"['’]s?$")
_ANSWERED = re.compile(r"^(?:yes|no) \((.+)\)$")
_EITHER = re.compile(r", (?:or|then) ")
_LITTLE_WORDS = (
    "a an and are as at be been but by for from had has have he her his i in is it its of on or "
    "she so that the their they this to was we were which who will with would"
)
_LITTLE = frozenset(_LITTLE_WORDS.split())
"""Words that stand in most sentences: neither is their place the same, nor do they differ."""

Word = tuple[str, Span]
"""What a word is compared by, and its place."""


def differing(quote: str, other: str, *, about: str = "") -> list[Span]:
    """Return the words of `quote` that stand in the place of others, or of none, run by run.

    Args:
        quote: What one says.
        other: What another says.
        about: What they differ on, in a line that ends with what either says, if it is known.

    >>> said, denied = "The toll will rise to $4 in May.", "The toll will not rise to $4 in June."
    >>> [[span.of(one) for span in differing(one, two)] for one, two in
    ...     ((said, denied), (denied, said))]
    [['May'], ['not', 'June']]
    """
    own, theirs = _words(quote), _words(other)
    runs = _missing(own, theirs)
    missing = sum(len(run) for run in runs)
    telling = [*_values(quote, other), *_turn(quote, other)]
    if len(own) - missing < IN_COMMON * min(len(own), len(theirs)):
        return _apart(told_apart(quote, other, about) or telling)
    short = [_whole(run) for run in runs if len(run) <= LONGEST]
    return _apart([*short, *(span for span in telling if not _meets(span, short))])


def told_apart(quote: str, other: str, about: str) -> list[Span]:
    """Return where a quote says what a line tells of it, and not of the other.

    >>> quote = "The hall is by Ann Ash."
    >>> told_apart(quote, "Bo Birk drew the house.", "Aldmere: Ann Ash, or Bo Birk")
    [Span(start=15, end=22)]
    >>> asked = "Was it built before 1911? no (1920), or yes (1908)"
    >>> told_apart("It was built in 1920.", "They put it up in 1908.", asked)
    [Span(start=16, end=20)]
    """
    line = about.rpartition("? ")[2] if "? " in about else about.rpartition(": ")[2]
    said = [_ANSWERED.sub(r"\1", one) for one in _EITHER.split(line)]
    sides = said if len(said) > 1 else []
    places = [(quote.find(one), one) for one in sides if one and one not in other]
    return [Span(start=at, end=at + len(one)) for at, one in places if at >= 0]


def _missing(own: Sequence[Word], theirs: Sequence[Word]) -> list[Sequence[Word]]:
    """Return the runs of words that the other does not have in that place."""
    match = SequenceMatcher(a=[w for w, _ in own], b=[w for w, _ in theirs], autojunk=False)
    return [
        own[first:last]
        for kind, first, last, _, _ in match.get_opcodes()
        if kind in {"delete", "replace"}
    ]


def _whole(run: Sequence[Word]) -> Span:
    return Span(start=run[0][1].start, end=run[-1][1].end)


def _words(quote: str) -> list[Word]:
    """Return the words that count, or all where none does."""
    found = [
        (_POSSESSIVE.sub("", word.group().casefold()), Span(start=word.start(), end=word.end()))
        for word in _WORD.finditer(quote)
    ]
    kept = [(word, span) for word, span in found if word not in _LITTLE]
    return [(stem(word), span) for word, span in kept or found]


def _values(quote: str, other: str) -> Iterator[Span]:
    """Yield the values of a quote that the other does not state in the same words."""
    theirs = {value.text.casefold() for value in find_values(other)}
    for value in find_values(quote):
        if value.text.casefold() not in theirs:
            yield value.span


def _turn(quote: str, other: str) -> Iterator[Span]:
    """Yield what says of something that it changed where the other says that it stays, or so."""
    if not are_opposed(quote, other):
        return
    if stance(quote) == "change":
        yield from map(_whole, _missing(_words(quote), _words(without_change(quote))))
    elif stays := continuity_words(quote):
        yield stays


def _meets(span: Span, others: Sequence[Span]) -> bool:
    return any(span.meets(other) for other in others)


def _apart(spans: Sequence[Span]) -> list[Span]:
    """Return the spans in order, those with at most a space between them as one."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        if joined and span.start <= joined[-1].end + 1:
            last = joined.pop()
            joined.append(Span(start=last.start, end=max(last.end, span.end)))
        else:
            joined.append(span)
    return joined

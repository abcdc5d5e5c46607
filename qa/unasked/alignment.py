"""Do two sentences of different articles state the same thing of the same subject and time?

The gates of a comparison: only what passes all of them is compared value against value.
"""

import re
from collections.abc import Iterable, Set
from decimal import Decimal
from math import sqrt
from typing import NamedTuple

from qa.english.terms import stems
from qa.unasked.claims import Claim
from qa.values import Relation, Value, compare

FEWEST_SHARED = 3  # words, one of them a name: less is chance
IN_COMMON = 0.2  # Cosine of all their words.
ALIKE = 0.25  # Cosine of what they say of their subject.
AROUND = 45  # characters on either side of a value, which say what it is a value of
DOUBLE = 2  # Times as much: "more than 1 million" and "more than 7.9 million" are of two times.
ABOUT = 2  # Percent: what is left of two thirds is called 35.
FAR = 30  # Times as much: of the counts that were read by hand, none so far apart was of one thing.

_CHANGE = re.compile(
    r"\b(?:up|down|by|higher|lower|rose|fell|climbed|dropped|jumped|gained|lost|added)"
    r"(?: (?:about|nearly|more than|almost|another|over))?\s*$",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"\bfrom (?:(?:about|around|nearly|more than|almost|roughly|over|an? \w+ of) )?$", re.IGNORECASE
)
"""What rose or fell "from $4" is of another time than the sentence."""


class Differing(NamedTuple):
    """A value of each of two claims: both cannot hold, if they are of the same thing."""

    a: Value
    b: Value
    likeness: float
    """Of what stands around them, from 0 to 1."""


def have_words_in_common(a: Claim, b: Claim) -> bool:
    """Return whether it is worth looking closer: of near chunks, most pairs have little in common.

    >>> from index.models import Article, Span
    >>> said = "The old bridge over the Arno opened in 1932."
    >>> claim = Claim(Article(id="a", text=said, title="A"), Span(start=0, end=len(said)))
    >>> have_words_in_common(claim, claim)
    True
    """
    shared = len(a.terms & b.terms)
    return shared >= FEWEST_SHARED and shared >= IN_COMMON * sqrt(len(a.terms) * len(b.terms))


def share_a_subject(a: Claim, b: Claim) -> bool:
    """Return whether two claims name the same, one perhaps more than the other.

    "The Jets meet the Bears" and "The Jets meet the Lions" each name what the other does not.
    """
    if not a.names & b.names:
        return False
    return (a.names <= b.names or b.names <= a.names) and a.numbered == b.numbered


def likeness(a: Claim, b: Claim) -> float:
    """Return how much alike what two claims say of their subject is, from 0 to 1."""
    return _cosine(a.attribute, b.attribute)


def differing(a: Claim, b: Claim) -> Differing | None:
    """Return the values that differ where the sentences are most alike; None where none does.

    Dates differ only where nothing else does: with another value, they say when it held, and the
    sentences are of different times.
    """
    pairs = _related(a, b, "different")
    alone = [(x, y) for x, y in pairs if _is_alone(x, b.values) and _is_alone(y, a.values)]
    dates = [pair for pair in alone if pair[0].kind == "date"]
    others = [pair for pair in alone if pair[0].kind != "date"]
    if not alone or (dates and others):
        return None
    held = [(x, y) for x, y in dates or others if not are_apart(x, y, FAR)]
    return _most_alike(a, b, [(x, y) for x, y in held if not are_complements(x, y)])


def differing_in_precision(a: Claim, b: Claim) -> Differing | None:
    """Return the figures that can both hold but are not stated alike: "nearly 3 %" and "2.9 %".

    None where another pair cannot both hold, or where they differ in nothing.
    """
    if any_differ(a, b):
        return None
    pairs = _related(a, b, "compatible")
    figures = [(x, y) for x, y in pairs if x.kind != "date" and not are_apart(x, y, DOUBLE)]
    return _most_alike(a, b, figures)


def any_differ(a: Claim, b: Claim) -> bool:
    """Return whether any value of the one could not hold beside a value of the other."""
    return any(compare(x, y) == "different" for x in a.values for y in b.values)


def are_apart(x: Value, y: Value, times: int) -> bool:
    """Return whether one number is more than so many times the other; dates never are."""
    if not isinstance(x.low, Decimal) or not isinstance(y.low, Decimal):
        return False
    low, high = sorted((abs(x.low), abs(y.low)))
    return high > times * low > 0


def are_complements(x: Value, y: Value) -> bool:
    """Return whether two shares are of one whole: two thirds lack water, and 35 percent have it."""
    if x.kind != "percent" or y.kind != "percent":
        return False
    ends = ((x.low, y.low), (x.high, y.high))
    return all(
        isinstance(one, Decimal) and isinstance(other, Decimal) and abs(one + other - 100) <= ABOUT
        for one, other in ends
    )


def _related(a: Claim, b: Claim, relation: Relation) -> list[tuple[Value, Value]]:
    """Return the values that stand in a relation, levels with levels and changes with changes."""
    return [
        (x, y)
        for x in a.values
        for y in b.values
        if compare(x, y) == relation
        and x.text.casefold() != y.text.casefold()  # "Dec. 1" is every year's.
        and _is_a_change(a, x) == _is_a_change(b, y)
        and not _is_former(a, x)
        and not _is_former(b, y)
    ]


def _most_alike(a: Claim, b: Claim, pairs: Iterable[tuple[Value, Value]]) -> Differing | None:
    found = (Differing(x, y, _around(a, x, b, y)) for x, y in pairs)
    return max(found, key=lambda one: one.likeness, default=None)


def _is_former(claim: Claim, value: Value) -> bool:
    return value.kind != "date" and bool(_FORMER.search(claim.text[: value.span.start]))


def _is_alone(value: Value, others: Iterable[Value]) -> bool:
    return all(compare(value, other) not in {"equal", "compatible"} for other in others)


def _is_a_change(claim: Claim, value: Value) -> bool:
    """Return whether a value says by how much another rose or fell: "up 25 cents"."""
    return bool(_CHANGE.search(claim.text[: value.span.start]))


def _around(a: Claim, x: Value, b: Claim, y: Value) -> float:
    return _cosine(_words_around(a, x), _words_around(b, y))


def _words_around(claim: Claim, value: Value) -> frozenset[str]:
    before = claim.text[max(0, value.span.start - AROUND) : value.span.start]
    after = claim.text[value.span.end : value.span.end + AROUND]
    return frozenset(stems(f"{before} {after}")) - claim.in_values


def _cosine(a: Set[str], b: Set[str]) -> float:
    """Return the cosine of two sets of words.

    >>> _cosine({"a", "b"}, {"b", "c"})
    0.5
    """
    return len(a & b) / sqrt(len(a) * len(b)) if a and b else float(a == b)

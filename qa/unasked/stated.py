"""The values and names that articles state, and whether two can both be told of one thing."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from index.models import UNKNOWN_PUBLISHER, Article, Span
from index.spelling import nearest
from qa.answers.answer_values import relation
from qa.answers.evidence import names_within, terms_of
from qa.comparing.gates import of_one_time
from qa.comparing.places import lies_in
from qa.comparing.positions import is_same_name
from qa.english.names import find_names
from qa.english.terms import akin, overlap, stems
from qa.questions.gaps import question_for, question_for_name
from qa.unasked.alignment import FAR, are_apart, are_complements
from qa.unasked.claims import Claim, statements_in
from qa.values import Value, ValueKind, find_values

FEWEST_SHARED = 1  # Words of either sentence, or what is counted.
TEMPLATE = 0.7  # Of the words of sentences of one publisher: a series, each part with its own name.

SAID_ANYWHERE = frozenset(
    stems(
        "said says say told tell according people one two first last new also time year years day"
        " week month monday tuesday wednesday thursday friday saturday sunday"
    )
)
"""Stems of words that many sentences have, whatever they are about."""

_DEAD = re.compile(
    r"\b(?:d(?:ie[ds]?|ying|ead|eaths?)|kill(?:s|ed|ing)?|fatal\w*|perish\w*|bodies"
    r"|los(?:es?|t|ing) (?:his|her|their) li(?:f|v)es?)\b",
    re.IGNORECASE,
)
_HURT = re.compile(r"\b(?:hurt|injur\w+|wound\w+|casualt\w+)\b", re.IGNORECASE)

_USUAL = re.compile(
    r"\b(?:normally|typically|usually|regularly|originally|retails?|(?:list|retail|regular|usual|normal"
    r"|original) (?:price|cost|rate|fee))\b",
    re.IGNORECASE,
)
"""What is so as a rule may be otherwise today."""


class Stated(NamedTuple):
    """A value or a name in a statement."""

    claim: Claim
    span: Span
    value: Value | None
    """None of a name."""

    @property
    def sort(self) -> ValueKind | None:
        """The kind of a value; None of names."""
        return self.value.kind if self.value else None

    @property
    def text(self) -> str:
        """Its words."""
        return self.span.of(self.claim.text)

    @property
    def question(self) -> str:
        """What it answers."""
        if self.value is not None:
            return question_for(self.claim.text, self.value)
        return question_for_name(self.claim.text, self.span)

    @property
    def around(self) -> frozenset[str]:
        """The stems of the other words of its statement that are not said of everything."""
        return self.claim.terms - frozenset(stems(self.text)) - SAID_ANYWHERE


@lru_cache(maxsize=2048)
def stated_in(article: Article, part: Span) -> tuple[Stated, ...]:
    """Return the values and names of the statements in a part of an article."""
    return tuple(one for claim in statements_in(article, part) for one in _stated(claim))


def _stated(claim: Claim) -> Iterator[Stated]:
    for value in claim.all_values:
        yield Stated(claim, value.span, value)
    for name in claim.named:
        yield Stated(claim, name, None)


def place_of(told: Stated) -> Span:
    """Return where it stands in its article."""
    start = told.claim.span.start
    return Span(start=told.span.start + start, end=told.span.end + start)


def chances(told: Stated, other: Article) -> int:
    """Return how many pairs of its sort two articles have, neither with the other's."""
    own = told.claim.article
    mine, theirs = untold(told.sort, own, other), untold(told.sort, other, own)
    return len(mine | {told.text}) * max(1, len(theirs))


def untold(sort: ValueKind | None, article: Article, other: Article) -> frozenset[str]:
    """Return the values of a sort, or the names, of an article that another does not have."""
    return _all_untold(article, other).get(sort, frozenset())


@lru_cache(maxsize=2048)
def _all_untold(article: Article, other: Article) -> Mapping[ValueKind | None, frozenset[str]]:
    found = defaultdict[ValueKind | None, set[str]](set)
    for one in stated_in(article, Span(start=0, end=len(article.text))):
        if is_untold(one, other):
            found[one.sort].add(one.text)
    return {sort: frozenset(texts) for sort, texts in found.items()}


def share_enough(a: Stated, b: Stated) -> bool:
    """Return whether it is worth asking: their statements share a word, or count the same."""
    counted = a.value and b.value and a.value.unit and a.value.unit == b.value.unit
    return len(a.around & b.around) + bool(counted) >= FEWEST_SHARED


def may_differ(a: Stated, b: Stated) -> bool:
    """Return whether both cannot be told of one thing, and neither article has the other's."""
    if not of_one_time(a.claim.text, b.claim.text) or are_of_two_harms(a.claim.text, b.claim.text):
        return False
    if is_usual(a.claim.text) != is_usual(b.claim.text):
        return False
    if a.value is not None and b.value is not None:
        if relation(a.value, b.value) != "different" or are_apart(a.value, b.value, FAR):
            return False
        if are_complements(a.value, b.value):
            return False
    elif a.value is not None or b.value is not None or _are_one_name(a, b):
        return False
    return is_untold(a, b.claim.article) and is_untold(b, a.claim.article)


def is_usual(text: str) -> bool:
    """Return whether a sentence tells what is so as a rule.

    >>> is_usual("It retails for $350."), is_usual("It is on sale for $180.")
    (True, False)
    """
    return bool(_USUAL.search(text))


def are_of_two_harms(one: str, other: str) -> bool:
    """Return whether one sentence tells of the dead alone, and the other of the injured alone.

    >>> are_of_two_harms("Nine died.", "It left 64 people hurt.")
    True
    """
    harms = [(bool(_DEAD.search(text)), bool(_HURT.search(text))) for text in (one, other)]
    return sorted(harms) == [(False, True), (True, False)]


def _are_one_name(a: Stated, b: Stated) -> bool:
    """Return whether two names are of one person or place, or of two parts of a series."""
    one, other = a.text, b.text
    if is_same_name(one, other) or akin(stems(one), stems(other)):
        return True
    if nearest(one.casefold(), {other.casefold(): 1}):
        return True  # One of them is mistyped.
    if lies_in(one, other) or lies_in(other, one):
        return True
    series = are_of_one_outlet(a.claim.article, b.claim.article)
    return series and overlap(a.around, b.around) >= TEMPLATE


def are_of_one_outlet(a: Article, b: Article) -> bool:
    """Return whether two articles have the same publisher, and it is known."""
    return a.publisher == b.publisher != UNKNOWN_PUBLISHER


def is_of_strangers(told: Stated, other: Stated) -> bool:
    """Return whether what is asked names somebody whom the other article does not know."""
    asked, known = told.question, terms_of(other.claim.article)
    names = find_names(asked, known=names_within(told.claim.article))
    return any(not known & set(stems(name.of(asked))) for name in names)


def is_untold(told: Stated, article: Article) -> bool:
    """Return whether an article nowhere has a value, or a word of a name."""
    if told.value is None:
        return not set(stems(told.text)) & terms_of(article)
    return not has_value(article, told.value)


def has_value(article: Article, value: Value) -> bool:
    """Return whether an article tells a value, whatever it is of."""
    alike = _values_of(article).get(value.kind, [])
    return any(may_be_one_value(value, other) for other in alike)


def may_be_one_value(a: Value, b: Value) -> bool:
    """Return whether two values are equal, but for a hedge, or for what is counted by their words.

    "Up to $22" tells $22; and 14 whales are the 14 young sperm whales.
    """
    same = a.low is not None and (a.low, a.high) == (b.low, b.high)
    counted_alike = a.kind == "count" or a.unit == b.unit
    return (same and counted_alike) or relation(a, b) == "equal"


@lru_cache(maxsize=512)
def _values_of(article: Article) -> Mapping[ValueKind, Sequence[Value]]:
    found = defaultdict[ValueKind, list[Value]](list)
    for value in find_values(article.text, article.published):
        found[value.kind].append(value)
    return found

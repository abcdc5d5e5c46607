"""The values and names that articles state, and whether two can both be told of one thing."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from index.models import UNKNOWN_PUBLISHER, Article, Span
from qa.alignment import FAR, are_apart
from qa.claims import Claim, statements_in
from qa.evidence import names_within, terms_of
from qa.gaps import question_for, question_for_name
from qa.gates import of_one_time
from qa.names import find_names
from qa.places import lies_in
from qa.positions import is_same_name, relation
from qa.terms import akin, overlap, stems
from qa.values import Value, find_values

FEWEST_SHARED = 1  # Words of either sentence, or what is counted.
TEMPLATE = 0.7  # Of the words of sentences of one publisher: a series, each part with its own name.

_SAID_ANYWHERE = frozenset(
    stems(
        "said says say told tell according people one two first last new also time year years day"
        " week month monday tuesday wednesday thursday friday saturday sunday"
    )
)

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
        return self.claim.terms - frozenset(stems(self.text)) - _SAID_ANYWHERE


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


def chances(a: Stated, b: Stated) -> int:
    """Return how many pairs of their sort two articles have, neither with the other's."""
    own, theirs = a.claim.article, b.claim.article
    return len(_of_sort(a, own, theirs)) * len(_of_sort(b, theirs, own))


def _of_sort(told: Stated, own: Article, other: Article) -> set[str]:
    sort = told.value and told.value.kind
    found = stated_in(own, Span(start=0, end=len(own.text)))
    return {
        one.text
        for one in found
        if (one.value and one.value.kind) == sort and is_untold(one, other)
    } | {told.text}


def share_enough(a: Stated, b: Stated) -> bool:
    """Return whether it is worth asking: their statements share a word, or count the same."""
    counted = a.value and b.value and a.value.unit and a.value.unit == b.value.unit
    return len(a.around & b.around) + bool(counted) >= FEWEST_SHARED


def may_differ(a: Stated, b: Stated) -> bool:
    """Return whether both cannot be told of one thing, and neither article has the other's."""
    if not of_one_time(a.claim.text, b.claim.text) or _are_of_two_harms(a.claim, b.claim):
        return False
    if is_usual(a.claim.text) != is_usual(b.claim.text):
        return False
    if a.value is not None and b.value is not None:
        if relation(a.value, b.value) != "different" or are_apart(a.value, b.value, FAR):
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


def _are_of_two_harms(a: Claim, b: Claim) -> bool:
    """Return whether one tells of the dead alone, and the other of the injured alone."""
    harms = [(bool(_DEAD.search(one.text)), bool(_HURT.search(one.text))) for one in (a, b)]
    return sorted(harms) == [(False, True), (True, False)]


def _are_one_name(a: Stated, b: Stated) -> bool:
    """Return whether two names are of one person or place, or of two parts of a series."""
    one, other = a.text, b.text
    if is_same_name(one, other) or akin(stems(one), stems(other)):
        return True
    if lies_in(one, other) or lies_in(other, one):
        return True
    publishers = {a.claim.article.publisher, b.claim.article.publisher}
    series = len(publishers) == 1 and UNKNOWN_PUBLISHER not in publishers
    return series and overlap(a.around, b.around) >= TEMPLATE


def is_of_strangers(told: Stated, other: Stated) -> bool:
    """Return whether what is asked names somebody whom the other article does not know."""
    asked, known = told.question, terms_of(other.claim.article)
    names = find_names(asked, known=names_within(told.claim.article))
    return any(not known & set(stems(name.of(asked))) for name in names)


def is_untold(told: Stated, article: Article) -> bool:
    """Return whether an article nowhere has a value, or a word of a name."""
    if told.value is None:
        return not set(stems(told.text)) & terms_of(article)
    return not any(relation(told.value, other) == "equal" for other in _values_of(article))


@lru_cache(maxsize=512)
def _values_of(article: Article) -> tuple[Value, ...]:
    return tuple(find_values(article.text, article.published))

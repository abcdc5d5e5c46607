"""Two claims that differ -> the kind of their disagreement, by what they say of time."""

import re

from qa.change import are_opposed
from qa.claims import Claim
from qa.forecast import are_forecasts
from qa.models import Kind

SAME_TIME = 1  # Days: what two articles report of one day is printed on it or the next.

_PRESENT = re.compile(
    r"\b(?:is|are|has|have|remains?|stands?|holds?|needs?|costs?|faces?|owns?|expects?|plans?|now"
    r"|currently|so far|to date)\b|['’](?:s|re|ve)\b",
    re.IGNORECASE,
)
_OF_THE_DAY = re.compile(
    r"\b(?:rose|fell|slipped|gained|lost|climbed|dropped|jumped|settled|edged|eased|returned"
    r"|pulled back|closed|slid|surged|tumbled|rallied|ticked|sank|soared|plunged|rebounded|added"
    r"|dipped|(?:was|were|little) (?:up|down|higher|lower|changed))\b",
    re.IGNORECASE,
)
"""What prices, polls and tables do: every day has its own."""

_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
WEEK = 7  # Days: further apart, a weekday says no more than that the figure is of its day.

_PERIOD = re.compile(
    r"\b(?:this past|the past|past|last|previous) (?:\w+ )?"
    r"(?:seasons?|years?|quarters?|months?|weeks?|days|hours)\b",
    re.IGNORECASE,
)
"""Counted back from the day of the article."""


def kind_of_difference(a: Claim, b: Claim) -> Kind | None:
    """Return how two claims about one thing differ, of which only one can hold at a time.

    None where each may hold in its own time: of what changes daily, or of periods that differ.
    """
    if are_forecasts(a.text, b.text):
        return "opinion"
    if are_opposed(a.text, b.text):
        return "superseded"
    apart = _days_apart(a, b)
    if _are_of_different_times(a, b, apart):
        return None
    if apart <= SAME_TIME:
        return "contradiction"
    dated = any(_PRESENT.search(text) or _WEEKDAY.search(text) for text in (a.text, b.text))
    return "superseded" if dated else "contradiction"


def _days_apart(a: Claim, b: Claim) -> int:
    """Return how many days lie between two articles; 0 where a date is not known."""
    days = [claim.article.published for claim in (a, b)]
    return abs((days[0] - days[1]).days) if days[0] and days[1] else 0


def _are_of_different_times(a: Claim, b: Claim, apart: int) -> bool:
    """Return whether two claims are of different days or periods, by their words.

    They name different weekdays of one week; or "last season", in articles of different days; or
    both say how a price moved, some days apart.
    """
    named = [set(_WEEKDAY.findall(claim.text)) for claim in (a, b)]
    if all(named) and named[0].isdisjoint(named[1]) and apart < WEEK:
        return True
    counted_back = apart > 0 and all(_PERIOD.search(claim.text) for claim in (a, b))
    moved = apart > SAME_TIME and all(_OF_THE_DAY.search(claim.text) for claim in (a, b))
    return counted_back or moved

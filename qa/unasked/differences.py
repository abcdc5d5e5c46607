"""Two claims that differ -> the kind of their disagreement, by what they say of time."""

import re
from datetime import date

from qa.models import Kind
from qa.telling.change import are_opposed
from qa.telling.forecast import are_forecasts
from qa.unasked.claims import Claim
from qa.values import Value

SAME_TIME = 1  # Days: what two articles report of one day is printed on it or the next.

_PRESENT = re.compile(
    r"\b(?:is|are|has|have|will|would|remains?|stands?|holds?|needs?|costs?|faces?|owns?|expects?|plans?|now"
    r"|currently|so far|to date)\b|\b(?:it|he|she|that|there|who)['’]s\b|['’](?:re|ve|s been)\b",
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
HALF_A_YEAR, YEAR = 183, 366  # Days.
WEEK = 7  # Days: further apart, a weekday says no more than that the figure is of its day.

_PERIOD = re.compile(
    r"(?<!will )(?<!would )(?<!could )(?<!can )(?<!may )(?<!might )"
    r"\b(?:this past|the past|past|last|previous) (?:\w+ )?"
    r"(?:seasons?|years?|quarters?|months?|weeks?|days|hours)\b",
    re.IGNORECASE,
)
"""Counted back from the day of the article; what "will last 42 days" is not."""

_LONG_AGO = re.compile(
    r"^\W*(?:(?:just|only|about|almost|nearly) )?(?:an?|one|two|three|four|five|six|ten|\d+) "
    r"(?:days?|weeks?|months?|years?|decades?) (?:ago|earlier|before)\b",
    re.IGNORECASE,
)
"""An opening that sets the whole sentence into another time than that of the article."""

_AS_OF = re.compile(
    r"\b(?:now|currently|as of|stands?|stood|so far|to date|today"
    r"|ha(?:s|ve) (?:reached|risen|climbed|grown|fallen|passed|topped))\b|" + _WEEKDAY.pattern,
    re.IGNORECASE,
)
"""What says that a figure is of its day, and may be another on the next."""


_OWN_DAY = re.compile(
    r"\b(?:to(?:day|night)|this (?:year|month|week|season|edition|morning|afternoon|evening)|latest"
    r"|live|updates?)\b",
    re.IGNORECASE,
)
"""What tells of the day of its article, whichever that is."""


def kind_of_difference(a: Claim, b: Claim) -> Kind | None:
    """Return how two claims about one thing differ, of which only one can hold at a time.

    "scope" where each may hold in its own period. None where that says nothing, as of what changes
    daily; of what was expected, unless a later article tells what came; and of two forecasts: six
    were read by hand, and each was of another thing or time than the other.
    """
    if are_forecasts(a.text, b.text):
        return None
    if are_opposed(a.text, b.text):
        return "superseded"
    apart = days_apart(a, b)
    if _is_of_the_day(a, b, apart) or _is_set_back(a, b, apart):
        return None
    if _are_of_different_times(a, b, apart):
        return "scope"
    if any(are_forecasts(claim.text) for claim in (a, b)):
        return "superseded" if apart > SAME_TIME and are_forecasts(_older(a, b).text) else None
    return "superseded" if _is_of_its_time(a, b, apart) else "contradiction"


def kind_of_precision(a: Claim, b: Claim) -> Kind | None:
    """Return how two claims differ whose figures can both hold.

    None for those of two times, and for forecasts, which are mostly of two times.
    """
    if are_forecasts(a.text, b.text):
        return None
    apart = days_apart(a, b)
    if (
        _is_of_the_day(a, b, apart)
        or _is_set_back(a, b, apart)
        or _are_of_different_times(a, b, apart)
    ):
        return None
    return "estimate"


def moves_along(a: Claim, x: Value, b: Claim, y: Value) -> bool:
    """Return whether the dates of two claims are as far apart as their articles, to a year.

    "The best companies of 2022" and "of 2023" are of two lists, each of its year. Of articles whose
    days are not known it is taken to be so where a claim is of its own day: "the latest updates".
    """
    one, other = a.article.published, b.article.published
    if not one or not other:
        return any(_OWN_DAY.search(claim.text) for claim in (a, b))
    if not isinstance(x.low, date) or not isinstance(y.low, date):
        return False
    told, between = (x.low - y.low).days, (one - other).days
    return abs(between) > HALF_A_YEAR and abs(told - between) <= YEAR


def days_apart(a: Claim, b: Claim) -> int:
    """Return how many days lie between two articles; 0 where a date is not known."""
    days = [claim.article.published for claim in (a, b)]
    return abs((days[0] - days[1]).days) if days[0] and days[1] else 0


def _are_of_different_times(a: Claim, b: Claim, apart: int) -> bool:
    """Return whether two claims are of different days or periods, by their words.

    They name different weekdays of one week; or "last season", in articles of different days.
    """
    named = [set(_WEEKDAY.findall(claim.text)) for claim in (a, b)]
    if all(named) and named[0].isdisjoint(named[1]) and apart < WEEK:
        return True
    return apart > 0 and all(_PERIOD.search(claim.text) for claim in (a, b))


def _is_of_its_time(a: Claim, b: Claim, apart: int) -> bool:
    """Return whether what two claims tell is of their days, and may be otherwise on the next."""
    if apart <= SAME_TIME:
        one, other = (set(_WEEKDAY.findall(claim.text)) for claim in (a, b))
        said = all(_AS_OF.search(claim.text) for claim in (a, b))
        return apart > 0 and said and one.isdisjoint(other)
    return any(_PRESENT.search(text) or _WEEKDAY.search(text) for text in (a.text, b.text))


def _is_of_the_day(a: Claim, b: Claim, apart: int) -> bool:
    """Return whether both say how a price moved, in articles of different days."""
    return apart > 0 and all(_OF_THE_DAY.search(claim.text) for claim in (a, b))


def _is_set_back(a: Claim, b: Claim, apart: int) -> bool:
    """Return whether two claims are of different times, as one is set back from its article's."""
    back = [bool(_LONG_AGO.search(claim.text)) for claim in (a, b)]
    return any(back) and (apart > 0 or not all(back))


def _older(a: Claim, b: Claim) -> Claim:
    return min(a, b, key=lambda claim: claim.article.published or date.min)

"""Can two dates both hold?"""

from collections.abc import Iterable
from datetime import date

from qa.values.models import Relation, Value
from qa.values.periods import FISCAL, SEASON
from qa.values.relative import Days, in_year

ROLES = frozenset({"since", "until", "by"})
"""Beginning, end and deadline: two different ones speak of different things."""

OPEN = frozenset({"before", "after", "by", "about"})
ABOUT_SLACK = 2  # "Around 2030" beside 2032 leaves us in doubt: twice its own length on both sides.
_OF_ONE_YEAR = frozenset({3, 9})  # Spring and autumn begin then, in the north or in the south.
LEAP_YEAR = 2024  # Two dates without a year are laid out in this one; it has every day.


def compare_dates(a: Value, b: Value) -> Relation:
    """Compare two dates by the days they name and by what they bound.

    >>> from qa.values import find_values
    >>> read = lambda text: find_values(text)[0]
    >>> compare_dates(read("until 2030"), read("until 2032"))
    'different'
    >>> compare_dates(read("in July 2024"), read("in 2024"))
    'compatible'
    """
    if a.hedge != b.hedge and {a.hedge, b.hedge} <= ROLES:
        return "incomparable"
    days_a, days_b = _days(a), _days(b)
    if days_a is None or days_b is None:
        return _compare_unresolved(a, b)
    if days_a == days_b and a.unit == b.unit and _same_role(a, b):
        return "equal"
    if _overlap(_reach(a, days_a, b), _reach(b, days_b, a)):
        return "compatible"
    if a.unit != b.unit:
        days_a, days_b = _widest(a, days_a), _widest(b, days_b)
    if _overlap(_reach(a, days_a, b, ABOUT_SLACK), _reach(b, days_b, a, ABOUT_SLACK)):
        return "incomparable"
    return "different"


def _widest(value: Value, days: Days) -> Days:
    """Return all days that a season or a fiscal year may mean, in the south and for any firm.

    A summer and a winter may begin in the year before or end in the next, as a fiscal year does.
    """
    if value.unit not in {SEASON, FISCAL}:
        return days
    within = value.unit == SEASON and days[0].month in _OF_ONE_YEAR
    before, after = (days[0].year, days[1].year) if within else (days[0].year - 1, days[1].year + 1)
    return date(before, 1, 1), date(after, 12, 31)


def _days(value: Value) -> Days | None:
    if isinstance(value.low, date) and isinstance(value.high, date):
        return value.low, value.high
    return None


def _same_role(a: Value, b: Value) -> bool:
    """Say whether the hedges name the same edge: "until 2030" and "2030" do, "after 2030" not."""
    return a.hedge == b.hedge or {a.hedge, b.hedge} <= {"exact", "since", "until"}


def _reach(value: Value, days: Days, other: Value, slack: int = 1) -> Days:
    """Return the days that `value` leaves open."""
    low, high = days
    if value.hedge == "after":
        return low, date.max
    if value.hedge == "before" or (value.hedge == "by" and other.hedge != "by"):
        return date.min, high
    if value.hedge == "about":
        more = ((high - low).days + 1) * slack
        return _shifted(low, -more), _shifted(high, more)
    return days


def _shifted(day: date, days: int) -> date:
    last = date.max.toordinal()
    return date.fromordinal(min(last, max(1, day.toordinal() + days)))


def _overlap(a: Days, b: Days) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _compare_unresolved(a: Value, b: Value) -> Relation:
    """Compare by the words, or by month and day where only the year is missing."""
    if _days(a) is None and _days(b) is None and (_words(a) == _words(b) or _same_day(a, b)):
        return "equal" if _same_role(a, b) else "compatible"
    yearless, other = (a, b) if _is_yearless(a) else (b, a)
    if not _is_yearless(yearless):
        return "incomparable"
    if _is_yearless(other):
        return "incomparable" if OPEN & {a.hedge, b.hedge} else _laid_out(a, b, [LEAP_YEAR])
    days = _days(other)
    if days is None or OPEN & {a.hedge, b.hedge}:
        return "incomparable"
    return _laid_out(yearless, other, range(days[0].year, days[1].year + 1))


def _laid_out(a: Value, b: Value, years: Iterable[int]) -> Relation:
    for year in years:
        days_a = _days(a) or in_year(a.unit or "", year)
        days_b = _days(b) or in_year(b.unit or "", year)
        if days_a and days_b and _overlap(days_a, days_b):
            return "compatible"
    return "different"


def _is_yearless(value: Value) -> bool:
    return (value.unit or "").startswith("--")


def _same_day(a: Value, b: Value) -> bool:
    return _is_yearless(a) and a.unit == b.unit


def _words(value: Value) -> str:
    return " ".join(value.text.lower().split())

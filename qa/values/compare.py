"""Can two values both hold?"""

from datetime import date
from decimal import Decimal

from qa.values.models import Relation, Value
from qa.values.relative import in_year

Reach = tuple[float, float]
"""The lowest and the highest number or day a value may mean, both included."""

INFINITE = float("inf")
CLOSE = 0.10  # "About 100" surely covers 90 to 110, and "nearly 100" 90 to 100.
DOUBT = 0.25  # "About 100" beside 120: we cannot tell. In doubt, a value is not said to differ.
FAR = 10  # "Hundreds of people" differ from 5 or from 20,000, not from 1,200.
ROLES = frozenset({"since", "until", "by"})
"""Beginning, end and deadline: two different ones speak of different things."""


def compare(a: Value, b: Value) -> Relation:
    """Say whether two values, said of the same thing, are the same, can both hold, or cannot.

    >>> from qa.values import find_values
    >>> read = lambda text: find_values(text)[0]
    >>> compare(read("over $135 billion"), read("$13 billion"))
    'different'
    >>> compare(read("nearly 3 percent"), read("2.9%"))
    'compatible'
    >>> compare(read("since 2019"), read("until 2030"))
    'incomparable'
    """
    if a.kind != b.kind:
        return "incomparable"
    if a.kind == "date":
        return _compare_dates(a, b)
    if a.unit != b.unit:
        return "incomparable"
    if (a.low, a.high, a.hedge) == (b.low, b.high, b.hedge):
        return "equal"
    if _meet(a, b, _reach(a), _reach(b)):
        return "compatible"
    return "incomparable" if _overlap(_doubtful(a), _doubtful(b)) else "different"


def _overlap(a: Reach, b: Reach) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _meet(a: Value, b: Value, reach_a: Reach, reach_b: Reach) -> bool:
    """Say whether two reaches overlap; two that only touch by rounding, as 13 and 14 do, do not."""
    if not _overlap(reach_a, reach_b):
        return False
    touching = reach_a[1] == reach_b[0] or reach_b[1] == reach_a[0]
    return not (touching and a.step and b.step)


def _reach(value: Value) -> Reach:
    """Return what the hedge and the precision of a number leave open."""
    low, high = _ends(value)
    half = float(value.step) / 2
    if value.hedge == "at_least":
        return low - half, INFINITE
    if value.hedge == "at_most":
        return min(0.0, low), high + half
    below = max(half, CLOSE * abs(low)) if value.hedge in {"about", "nearly"} else half
    above = max(half, CLOSE * abs(high)) if value.hedge in {"about", "just_over"} else half
    if value.hedge == "nearly":
        above = 0
    if value.hedge == "just_over":
        below = 0
    return low - below, high + above


def _doubtful(value: Value) -> Reach:
    """Return the reach within which a soft hedge leaves us in doubt."""
    low, high = _reach(value)
    if value.hedge == "vague":
        return low / FAR, high * FAR
    if value.hedge in {"about", "nearly", "just_over"}:
        stated = _ends(value)
        return min(low, stated[0] - DOUBT * abs(stated[0])), max(
            high, stated[1] + DOUBT * abs(stated[1])
        )
    return low, high


def _ends(value: Value) -> Reach:
    if not isinstance(value.low, Decimal) or not isinstance(value.high, Decimal):
        raise ValueError(f"a {value.kind} has two numbers; {value.text!r} has not")
    return float(value.low), float(value.high)


def _compare_dates(a: Value, b: Value) -> Relation:
    if a.hedge != b.hedge and {a.hedge, b.hedge} <= ROLES:
        return "incomparable"
    if a.low is None or b.low is None:
        return _compare_unresolved(a, b)
    if (a.low, a.high, a.unit) == (b.low, b.high, b.unit) and _same_role(a, b):
        return "equal"
    if _overlap(_days(a, b), _days(b, a)):
        return "compatible"
    doubtful = a.unit != b.unit or _overlap(_around(a, b), _around(b, a))
    return "incomparable" if doubtful else "different"


def _same_role(a: Value, b: Value) -> bool:
    """ "Until 2030" and "2030" name the same year, and so the same end; "after 2030" does not."""
    return a.hedge == b.hedge or {a.hedge, b.hedge} <= {"exact", "since", "until"}


def _days(value: Value, other: Value) -> Reach:
    """Return the days a date may mean, as numbers."""
    low, high = value.low, value.high
    if not isinstance(low, date) or not isinstance(high, date):
        raise ValueError(f"a date has two days; {value.text!r} has not")
    first, last = float(low.toordinal()), float(high.toordinal())
    if value.hedge == "after":
        return first, INFINITE
    if value.hedge == "before" or (value.hedge == "by" and other.hedge != "by"):
        return -INFINITE, last
    if value.hedge == "about":
        return first - (last - first) - 1, last + (last - first) + 1
    return first, last


def _around(value: Value, other: Value) -> Reach:
    first, last = _days(value, other)
    slack = 2 * (last - first) if value.hedge == "about" else 0
    return first - slack, last + slack


def _compare_unresolved(a: Value, b: Value) -> Relation:
    if a.low is None and b.low is None and _words(a) == _words(b):
        return "equal"
    if _is_yearless(a) and _is_yearless(b):
        if a.unit == b.unit:
            return "equal"
        year = 2024  # Any leap year: the two are laid out in the same one.
        return _compare_laid_out(a, b, [year])
    yearless, other = (a, b) if _is_yearless(a) else (b, a)
    if not _is_yearless(yearless) or not isinstance(other.low, date):
        return "incomparable"
    if other.hedge in {"before", "after", "by", "about"} or not isinstance(other.high, date):
        return "compatible"
    first, last = other.low.year, other.high.year
    if last - first > 1:
        return "compatible"
    return _compare_laid_out(yearless, other, range(first, last + 1))


def _compare_laid_out(a: Value, b: Value, years: "range | list[int]") -> Relation:
    for year in years:
        days_a, days_b = _in_year(a, year), _in_year(b, year)
        if days_a and days_b and days_a[0] <= days_b[1] and days_b[0] <= days_a[1]:
            return "compatible"
    return "different"


def _in_year(value: Value, year: int) -> tuple[date, date] | None:
    if isinstance(value.low, date) and isinstance(value.high, date):
        return value.low, value.high
    return in_year(value.unit or "", year)


def _is_yearless(value: Value) -> bool:
    return (value.unit or "").startswith("--")


def _words(value: Value) -> str:
    return " ".join(value.text.lower().split())

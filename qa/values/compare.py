"""Can two values both hold?"""

from decimal import Decimal

from qa.values.compare_dates import compare_dates
from qa.values.measures import in_unit_of
from qa.values.models import Relation, Value

Reach = tuple[Decimal, Decimal]
"""The lowest and the highest number a value may mean, both included."""

INFINITE = Decimal("Infinity")
CLOSE = Decimal("0.10")  # "About 100" surely covers 90 to 110, and "nearly 100" 90 to 100.
DOUBT = Decimal("0.25")  # "About 100" beside 120: we cannot tell, and in doubt nothing differs.
SOFT = frozenset({"about", "nearly", "just_over", "vague"})
FAR = 10  # "Hundreds of people" differ from 5 and from 20,000, but not from 1,200.


def compare(a: Value, b: Value) -> Relation:
    """Say whether two values, said of the same thing, are the same, can both hold, or cannot.

    >>> from qa.values import find_values
    >>> read = lambda text: find_values(text)[0]
    >>> compare(read("over $135 billion"), read("$13 billion"))
    'different'
    >>> compare(read("60 miles"), read("97 km")), compare(read("60 miles"), read("60 km"))
    ('equal', 'different')
    >>> compare(read("nearly 3 percent"), read("2.9%"))
    'compatible'
    >>> compare(read("since 2019"), read("until 2030"))
    'incomparable'
    """
    if a.kind != b.kind:
        return "incomparable"
    if a.kind == "date":
        return compare_dates(a, b)
    if a.unit != b.unit:
        return _compare_measures(a, b)
    if (a.low, a.high, a.hedge) == (b.low, b.high, b.hedge):
        return "equal"
    if _meet(a, b):
        return "compatible"
    doubtful = {a.hedge, b.hedge} & SOFT and _overlap(_doubtful(a), _doubtful(b))
    return "incomparable" if doubtful else "different"


def _compare_measures(a: Value, b: Value) -> Relation:
    """Compare what is told in two units: "60 miles" and "97 km" are one length."""
    converted = in_unit_of(b, a)
    if converted is None:
        return "incomparable"
    exact = [value.model_copy(update={"hedge": "exact"}) for value in (a, converted)]
    alike = a.hedge == b.hedge and _meet(*exact)
    return "equal" if alike else compare(a, converted)


def _overlap(a: Reach, b: Reach) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _meet(a: Value, b: Value) -> bool:
    """Say whether both can hold; 13 and 14, which touch only where each is rounded, cannot."""
    reach_a, reach_b = reach(a), reach(b)
    touching = reach_a[1] == reach_b[0] or reach_b[1] == reach_a[0]
    return _overlap(reach_a, reach_b) and not (touching and a.step and b.step)


def reach(value: Value) -> Reach:
    """Return what the precision and the hedge of a number leave open."""
    low, high = _stated(value)
    half = value.step / 2
    below = above = half
    if value.hedge == "at_least":
        above = INFINITE
    elif value.hedge == "at_most":
        below = max(low, half)
    elif value.hedge in SOFT - {"vague"}:
        below = Decimal(0) if value.hedge == "just_over" else max(half, CLOSE * abs(low))
        above = Decimal(0) if value.hedge == "nearly" else max(half, CLOSE * abs(high))
    return low - below, high + above


def _doubtful(value: Value) -> Reach:
    """Return the reach within which a soft hedge leaves us in doubt."""
    low, high = _stated(value)
    if value.hedge == "vague":
        return low / FAR, high * FAR
    lowest, highest = reach(value)
    if value.hedge not in SOFT:
        return lowest, highest
    return min(lowest, low - DOUBT * abs(low)), max(highest, high + DOUBT * abs(high))


def _stated(value: Value) -> Reach:
    if not isinstance(value.low, Decimal) or not isinstance(value.high, Decimal):
        raise ValueError(f"a {value.kind} has two numbers; {value.text!r} has none")
    return value.low, value.high

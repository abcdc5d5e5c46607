"""Between which numbers, or days, does a value lie?"""

from datetime import date
from decimal import Decimal

from qa.values.compare import INFINITE, SOFT, reach
from qa.values.measures import in_unit_of
from qa.values.models import Value

Bounds = tuple[Decimal, Decimal]


def bounds(value: Value, like: Value) -> Bounds | None:
    """Return the lowest and the highest that a value may mean, days as their ordinals.

    What is stated exactly is taken as it is stated: 2 million is no 2.4. What is nearly so lies no
    further off than its last digit tells: nobody says "about 27" of 25.

    >>> from qa.values import find_values
    >>> told, mark = find_values("about 100 km, or 62 miles")
    >>> [round(end) for end in bounds(told, told)], [round(end) for end in bounds(mark, told)]
    ([90, 110], [100, 100])

    Args:
        value: A value.
        like: The value it is to be compared with, in whose unit the bounds are.

    Returns:
        None where the two cannot be compared, or the value is too vague: "billions", "around 2030".
    """
    if value.kind != like.kind or value.hedge == "vague":
        return None
    if value.kind == "date":
        return _days(value)
    told = value if value.unit == like.unit else in_unit_of(value, like)
    if told is None or not isinstance(told.low, Decimal) or not isinstance(told.high, Decimal):
        return None
    return _meant(told, told.low, told.high)


def _meant(told: Value, low: Decimal, high: Decimal) -> Bounds:
    if told.hedge == "at_least":
        return low, INFINITE
    if told.hedge == "at_most":
        return Decimal(0), high
    if told.hedge not in SOFT:
        return low, high
    below, above = reach(told)
    return max(below, low - told.step), min(above, high + told.step)


def _days(value: Value) -> Bounds | None:
    if not isinstance(value.low, date) or not isinstance(value.high, date):
        return None
    low, high = Decimal(value.low.toordinal()), Decimal(value.high.toordinal())
    ends = {"before": (-INFINITE, low - 1), "by": (-INFINITE, high), "after": (high + 1, INFINITE)}
    return None if value.hedge == "about" else ends.get(value.hedge, (low, high))

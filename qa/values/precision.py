"""How finely a value is told: which of two is the other, told more exactly?"""

import re
from datetime import date
from decimal import Decimal
from math import inf

from qa.values.models import Value

_SCALE = re.compile(r"(?:hundred|thousand|million|[bt]n|billion|trillion|crore|lakh|[0-9][kKmM])\b")
_STRETCH = re.compile(r"\b(?:between|to|and|until|through)\b|[-–]", re.IGNORECASE)
"""In a date that begins and ends on days of its own: "5-7 June" is no other word for "6 June"."""


def is_finer(a: Value, b: Value) -> bool:
    """Return whether one of two values that both can hold tells the other more finely.

    "12 June 1973" and "June 1973" are one answer, and so are "about 240" and "240".
    """
    hedges = {a.hedge, b.hedge}
    if a.kind != "date":
        return hedges <= {"exact", "about"} and _is_rounded(a, b)
    inner, outer = sorted((a, b), key=_length)
    plain = hedges == {"exact"} and {a.unit, b.unit} == {None}
    return plain and not _STRETCH.search(outer.text) and _lies_within(inner, outer)


def _is_rounded(a: Value, b: Value) -> bool:
    """Return whether two numbers of one kind are one, but for how far they are rounded.

    Rounded are "about 140" and "$31 million"; a plain "140" is as exact as "137".

    >>> from qa.values import find_values
    >>> one, *others = find_values("$31.2m, about $31m, $31m, $31.9m")
    >>> [_is_rounded(one, other) for other in others]
    [True, True, False]
    >>> one, *others = find_values("137 boats, about 140 boats, 140 boats")
    >>> [_is_rounded(one, other) for other in others]
    [True, False]
    """
    numbers = [n for n in (a.low, a.high, b.low, b.high) if isinstance(n, Decimal)]
    if len(numbers) < 4 or a.unit != b.unit:
        return (a.low, a.high) == (b.low, b.high)
    off = max(abs(numbers[0] - numbers[2]), abs(numbers[1] - numbers[3]))
    coarse = max(a, b, key=lambda value: value.step)
    rough = coarse.hedge != "exact" or _SCALE.search(coarse.text) is not None
    return off == 0 or (rough and off < coarse.step / 2)


def coarseness(value: Value | None) -> tuple[bool, float]:
    """Return how much a value leaves open, to be compared with others of its kind.

    First whether it is no value, or a hedged number; then the days between the ends of a date, or
    the step of a number in its unit.
    """
    if value is None or value.kind == "date":
        return value is None, _length(value)
    return value.hedge != "exact", float(value.step)


def _length(value: Value | None) -> float:
    """Return how many days a date leaves open; all of them, where it is none."""
    ends = (value.low, value.high) if value else (None, None)
    days = [one for one in ends if isinstance(one, date)]
    return (days[1] - days[0]).days if len(days) == len(ends) else inf


def _lies_within(inner: Value, outer: Value) -> bool:
    ends = (outer.low, inner.low, inner.high, outer.high)
    days = [one for one in ends if isinstance(one, date)]
    return len(days) == len(ends) and days == sorted(days)

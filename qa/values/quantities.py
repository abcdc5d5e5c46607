"""A number with its unit, and what looks like one and is not."""

import re
from decimal import Decimal

from qa.values import counts
from qa.values.durations import SECOND, alone_at, clocked_at, duration_after, part_after
from qa.values.measures import inches_after, unit_after, unit_before
from qa.values.models import Found, ValueKind
from qa.values.money import cents_after, currency_after, currency_before
from qa.values.numbers import Number, number_at
from qa.values.percents import percent_after

ONE, HUNDREDTH = Decimal(1), Decimal("0.01")
FOOT = 12  # inches
EXACT = 10  # A toll of £3 is not one of £2.50; $18.50 may be told as $19.

_AND = re.compile(r",? and |,? ")
_CHAIN = re.compile(r"[0-9A-Za-z]*(?:[.,:/–—-][0-9A-Za-z]+)*")
_GLUED_BEFORE = re.compile(r"(?:[\w#@/:^°′\\]|[0-9A-Za-z][-–—.,]|[$£€])$")

_PART_OF_TIME = re.compile(r"\b(?:early|mid|late)-$", re.IGNORECASE)


def is_name_part(text: str, start: int) -> bool:
    """Say whether what starts here is glued to something before: "GPT-4", "1:30", "#5"."""
    if start == 0 or _GLUED_BEFORE.search(text[max(0, start - 2) : start]) is None:
        return False
    return _PART_OF_TIME.search(text[max(0, start - 6) : start]) is None  # "mid-June"


def skipped(text: str, start: int) -> int:
    """Return where the run of digits and letters that is no value ends: "95-95-95", "10:26"."""
    match = _CHAIN.match(text, start)
    return max(start + 1, match.end() if match else 0)


def money_at(text: str, start: int) -> Found | None:
    """Read an amount whose currency stands in front.

    >>> found = money_at("US$135 bn", 0)
    >>> found.unit, int(found.low)
    ('USD', 135000000000)
    """
    currency = currency_before(text, start)
    number = number_at(text, currency[1], money=True) if currency else None
    if currency is None or number is None:
        return None
    return _found("money", (start, number.end), number, currency[0])


def quantity_at(text: str, start: int) -> Found | None:
    """Read a number and the unit behind it: money, percent, duration or a counted noun."""
    alone = _alone_at(text, start)
    number = number_at(text, start)
    if alone or number is None:
        return alone
    scaled = number_at(text, start, money=True) or number
    if money := currency_after(text, scaled.end, scaled=scaled.scale > 100):
        return _found("money", (start, money[1]), scaled, money[0])
    if cents := cents_after(text, number.end):
        return _found("money", (start, cents[1]), number, cents[0], worth=HUNDREDTH)
    if percent := percent_after(text, number.end):
        unit, worth, end = percent
        return _found("percent", (start, end), number, unit, worth=worth)
    if duration := duration_after(text, number.end):
        return _with_smaller(text, start, number, *duration)
    return _measure_at(text, start, number) or counts.count_at(text, start, number)


def _alone_at(text: str, start: int) -> Found | None:
    """Read a duration without a number, "a fortnight", "half an hour", or as a race is clocked."""
    if clocked := clocked_at(text, start):
        return Found("duration", start, clocked[1], clocked[0], clocked[0], SECOND, ONE)
    alone = alone_at(text, start)
    if alone is None:
        return None
    value, step, end = alone
    return Found("duration", start, end, value, value, SECOND, step)


def _measure_at(text: str, start: int, number: Number) -> Found | None:
    """Read a length, a weight or the like: "6 ft 9 in", "45 sq km", "magnitude 6.3"."""
    if inches := inches_after(text, number.end):
        value = number.value * FOOT + inches[0]
        return Found("count", start, inches[1], value, value, "inch", ONE)
    if unit := unit_after(text, number.end):
        return _found("count", (start, unit[1]), number, unit[0])
    before = unit_before(text, start)
    return _found("count", (start, number.end), number, before) if before else None


def _found(
    kind: ValueKind, span: tuple[int, int], number: Number, unit: str, *, worth: Decimal = ONE
) -> Found:
    value = number.value * worth
    step = number.step
    if kind == "money" and number.value < EXACT and number.scale == 1:
        step = min(step, HUNDREDTH)
    return Found(kind, *span, value, value, unit, step * worth, number.scale * worth)


def _with_smaller(text: str, start: int, number: Number, seconds: Decimal, end: int) -> Found:
    """Read a duration with the smaller units, or the part, behind it: "two hours, 9 minutes"."""
    found = _found("duration", (start, end), number, SECOND, worth=seconds)
    if more := part_after(text, end):
        part, end = more
        value = (number.value + part) * seconds
        return found._replace(end=end, low=value, high=value, step=part * seconds)
    value = number.value * seconds
    while match := _AND.match(text, found.end):
        further = number_at(text, match.end())
        smaller = duration_after(text, further.end) if further else None
        if further is None or smaller is None or further.value * smaller[0] >= found.scale:
            break
        value += further.value * smaller[0]
        step = further.step * smaller[0]
        found = found._replace(end=smaller[1], low=value, high=value, step=step, scale=smaller[0])
    return found

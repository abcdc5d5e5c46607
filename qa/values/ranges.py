"""Two values that are the ends of one range: "3-4%", "between $1 billion and $2 billion"."""

import re
from datetime import date
from decimal import Decimal

from qa.values.models import Found
from qa.values.relative import in_year

_DASH = re.compile(r" ?[-–—] ?")
_TO = re.compile(r" (?P<word>to|and|or|through|until)(?: about| around| nearly)? ", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween(?: about| around)? $", re.IGNORECASE)
_FROM = re.compile(r"\bfrom (?:the )?$", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:delay|postpon|extend|mov|push|chang|shift|bring|brought|revis|defer|reschedul|advanc)[a-z]*"
    r"(?: \w+){0,6} from (?:the )?$",
    re.IGNORECASE,
)
REACH = 48  # Characters looked at before a range.


def second_end(text: str, first: Found) -> int | None:
    """Return where the other end of the range that begins with `first` may start.

    "From 3% to 4%" is a change, not a range; "from 2019 to 2023" is one, unless something moved.

    >>> from qa.values import find_values
    >>> [value.text for value in find_values("It rose from 3% to 4% between 2019 and 2023.")]
    ['3%', '4%', 'between 2019 and 2023']
    """
    if match := _DASH.match(text, first.end):
        return match.end()
    match = _TO.match(text, first.end)
    if match is None:
        return None
    before, word = text[max(0, first.start - REACH) : first.start], match["word"].lower()
    if word == "and":
        return match.end() if _BETWEEN.search(before) else None
    if word == "or":
        return match.end() if first.bare else None
    opened = _FROM.search(before)
    if first.kind == "date":
        return match.end() if (opened or word != "until") and not _CHANGED.search(before) else None
    return match.end() if word == "to" and (first.bare or not opened) else None


def joined(text: str, first: Found, second: Found) -> Found:
    """Return the range of both, or `first` alone when they are no range.

    The word "between" is one of the range's own words. In "from 3 to 4 percent" the 3 stays alone
    and takes its unit from the 4.
    """
    before = text[max(0, first.start - REACH) : first.start]
    if first.kind == second.kind == "date":
        found = _joined_dates(first, second)
    elif first.bare and _FROM.search(before):
        return _with_unit_of(first, second)
    else:
        found = _joined_numbers(_with_unit_of(first, second), first, second)
    opened = _BETWEEN.search(before) if found.end > first.end else None
    return found._replace(start=first.start - len(opened[0])) if opened else found


def _with_unit_of(first: Found, second: Found) -> Found:
    """Return a bare `first` with the unit of `second`, and its scale: "5-10 million people"."""
    low, high = first.low, second.high
    if not isinstance(low, Decimal) or not isinstance(high, Decimal) or second.kind == "date":
        return first
    # "$10 to $15 million" is both in millions, "$500 to $1 million" is not.
    shares = first.scale == 1 and (low <= high / second.scale or second.kind == "duration")
    worth = second.scale if shares else Decimal(1)
    found = first._replace(low=low * worth, high=low * worth, step=first.step * worth)
    if not first.bare:
        return found
    return found._replace(kind=second.kind, unit=second.unit, bare=second.bare)


def _joined_numbers(found: Found, first: Found, second: Found) -> Found:
    if not isinstance(found.low, Decimal) or not isinstance(second.high, Decimal):
        return first
    alike = second.bare or (found.kind, found.unit) == (second.kind, second.unit)
    if found.bare or not alike or found.low >= second.high:
        return first
    step = max(found.step, second.step)
    return found._replace(end=second.end, high=second.high, step=step, scale=second.scale)


def _joined_dates(first: Found, second: Found) -> Found:
    low, high = first.low, second.high
    if low is None and isinstance(high, date) and (first.unit or "").startswith("--"):
        days = in_year(first.unit or "", high.year)  # "July to September 2024"
        low = days[0] if days else None
    if not isinstance(low, date) or not isinstance(high, date) or low >= high:
        return first
    return first._replace(end=second.end, low=low, high=high, unit=second.unit, hedge="exact")

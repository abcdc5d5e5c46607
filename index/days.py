"""The days and months that a question names."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

_SHORT = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = {name: number for number, name in enumerate(_SHORT.split(), start=1)}
_MONTH = (
    r"\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"((?:19|20)[0-9]{2})\b"
_DAY = r"\b([0-3]?[0-9])(?:st|nd|rd|th)?"


class Period(NamedTuple):
    """Where a text names a day or a month: text[start:end], from `since` to `until`."""

    start: int
    end: int
    since: date
    until: date

    def holds(self, day: date | None) -> bool:
        """Return whether a day is in it; None, the day of an undated article, is in none."""
        return day is not None and self.since <= day <= self.until


def find_periods(text: str) -> list[Period]:
    """Return the days and months with a year that the text names, in order.

    A year alone is none: it rather says what happened than when that was published. Of
    "4/5/2024" both readings are returned.

    >>> [str(period.since) for period in find_periods("from Oct. 12, 2023 to 3 March 2024")]
    ['2023-10-12', '2024-03-03']
    """
    found: list[Period] = []
    taken: list[tuple[int, int]] = []
    for form, read in _FORMS:
        for match in form.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            periods = [Period(*match.span(), *days) for days in read(match)]
            if periods:
                taken.append(match.span())
                found += periods
    return sorted(found)


_Days = Iterator[tuple[date, date]]


def _day(year: str, month: str | int, day: str) -> _Days:
    number = month if isinstance(month, int) else _MONTHS[month[:3].lower()]
    if 1 <= number <= 12 and 1 <= int(day) <= monthrange(int(year), number)[1]:
        one = date(int(year), number, int(day))
        yield one, one


def _slashes(match: re.Match[str]) -> _Days:
    one, other, year = match.groups()
    yield from dict.fromkeys([*_day(year, int(one), other), *_day(year, int(other), one)])


def _month(match: re.Match[str]) -> _Days:
    year, number = int(match[2]), _MONTHS[match[1][:3].lower()]
    yield date(year, number, 1), date(year, number, monthrange(year, number)[1])


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Days]], ...] = (
    (
        re.compile(rf"\b{_YEAR}-([01][0-9])-([0-3][0-9])\b"),
        lambda match: _day(match[1], int(match[2]), match[3]),
    ),
    (
        re.compile(rf"{_MONTH} {_DAY}(?:,| of)? {_YEAR}", re.IGNORECASE),
        lambda match: _day(match[3], match[1], match[2]),
    ),
    (
        re.compile(rf"{_DAY}\.? (?:of )?{_MONTH},? (?:of )?{_YEAR}", re.IGNORECASE),
        lambda match: _day(match[3], match[2], match[1]),
    ),
    (
        re.compile(rf"\b([0-3]?[0-9])\.([01]?[0-9])\.{_YEAR}"),
        lambda match: _day(match[3], int(match[2]), match[1]),
    ),
    (re.compile(rf"\b([0-3]?[0-9])/([0-3]?[0-9])/{_YEAR}"), _slashes),
    (re.compile(rf"{_MONTH},? (?:of )?{_YEAR}", re.IGNORECASE), _month),
)
"""The earlier ones are looked for first: a day is not read as its month."""

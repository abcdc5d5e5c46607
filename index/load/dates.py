"""Dates in any common form -> the day, as it is written there. Never a guess."""

import re
import warnings
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

import dateparser

FIRST_YEAR = 1605  # The first newspaper, the Relation of Strasbourg.
FUTURE = timedelta(days=366)  # Magazines are dated weeks ahead; more than a year is a slip.
LONGEST = 80  # characters; a longer value is no date, and parsing it would take seconds

_TIME = r"(?:[T ,]+\d{1,2}[:.]\d{2}.*)?"
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})" + _TIME)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4}(?:\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})" + _TIME)
_NO_DAY = re.compile(r"\d{4}|\d{4}[-/.]\d{1,2}|\d{1,2}[-/.]\d{4}|[^\W\d_]+\.?,? \d{4}")
_EPOCH = re.compile(r"\d{9,14}(?:\.\d+)?")
_CLOCK = re.compile(
    r",?\s*(?:\bat\s+)?\b(?:\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?|\d{1,2}\.\d{2}(?![.\d]))(?:\s*[ap]\.?m\b\.?)?"
    r"(?:\s*(?:Z|[A-Z]{2,5}\b|[+-]\d{2}:?\d{2}))?",
    re.IGNORECASE,
)

_REMEDY = "write it as YYYY-MM-DD"

_STRICT = {
    "STRICT_PARSING": True,
    "REQUIRE_PARTS": ["day", "month", "year"],
    "PARSERS": ["absolute-time"],  # "yesterday" is no date
}


def read_date(value: object) -> date:
    """Return the day that a value names; its time of day and time zone are left aside.

    A number is the seconds (or milliseconds) since 1970, and its day that in UTC.

    Raises:
        ValueError: it names no day, more than one, an impossible or a future one; says so in words
            that go on after the name of the field.

    >>> read_date("Nov. 27, 2023, 11:30 p.m. EST")
    datetime.date(2023, 11, 27)
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        raise ValueError(f"is no date but a {type(value).__name__}; {_REMEDY}")
    stated = " ".join(str(value).split())
    if len(stated) > LONGEST:
        raise ValueError(f"{stated[:40] + '…'!r} is too long for a date; {_REMEDY}")
    day = _read(stated)
    if day.year < FIRST_YEAR:
        raise ValueError(f"{stated!r} is before the first newspaper ({FIRST_YEAR}); {_REMEDY}")
    if day > datetime.now(UTC).date() + FUTURE:
        raise ValueError(f"{stated!r} is in the far future; {_REMEDY}")
    return day


def _read(stated: str) -> date:
    """Read the forms that are plain at a glance; leave names of months to dateparser."""
    if found := _YEAR_FIRST.fullmatch(stated) or _COMPACT.fullmatch(stated):
        numbers = [part for part in found.groups() if part and part.isdecimal()]
        year, month, day = map(int, numbers)
        return _day(stated, year, month, day)
    if found := _YEAR_LAST.fullmatch(stated):
        return _year_last(stated, found)
    if _NO_DAY.fullmatch(stated):
        raise ValueError(f"{stated!r} names no day; {_REMEDY}")
    if _EPOCH.fullmatch(stated):
        seconds = float(stated)
        seconds = seconds / 1000 if seconds >= 1e11 else seconds  # 1e11 s is in the year 5138
        return datetime.fromtimestamp(seconds, UTC).date()
    return _named_month(stated)


def _day(stated: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"{stated!r} is a day that does not exist; {_REMEDY}") from None


def _year_last(stated: str, found: re.Match[str]) -> date:
    """Read 27/11/2023 and 11/27/2023, and 03.04.2023, but not 03/04/2023.

    With dots the day stands first: no locale of the Unicode CLDR writes month.day.year.
    """
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if second > 12:
        return _day(stated, year, first, second)
    if first <= 12 and first != second and found[2] != ".":
        either, other = f"{year}-{second:02}-{first:02}", f"{year}-{first:02}-{second:02}"
        raise ValueError(f"{stated!r} may be {either} or {other}; write the one that it is")
    return _day(stated, year, second, first)


def _named_month(stated: str) -> date:
    numbers = {int(number) for number in re.findall(r"\d+", stated)}
    if any(char.isalpha() for char in stated) and re.search(r"(?<!\d)\d{4}(?!\d)", stated):
        for form in dict.fromkeys(_forms(stated)):
            parsed = _parse(form)
            # dateparser fills gaps and knows other calendars: both numbers must stand there.
            if parsed and {parsed.day, parsed.year} <= numbers:
                return parsed.date()
    raise ValueError(f"{stated!r} is not understood as a day; {_REMEDY}")


def _forms(stated: str) -> Iterator[str]:
    """Yield the value without its time of day (and what that may have broken up), then as it is."""
    if not re.search(r"\d[/.-]\d", _CLOCK.sub("", stated)):  # 03/04/2023 must not get in here
        yield " ".join(_CLOCK.sub(" ", stated).split()).strip(" ,-|")
        yield stated


@lru_cache(maxsize=4096)  # Failing takes 15 ms, and a dump repeats itself.
def _parse(stated: str) -> datetime | None:
    with warnings.catch_warnings():  # Warnings about its own use of strptime.
        warnings.simplefilter("ignore")
        return dateparser.parse(stated, settings=_STRICT)

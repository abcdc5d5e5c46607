"""Dates told from the day of publication: "yesterday", "last October", "Monday"."""

import re
from datetime import date, timedelta

from qa.values.dates import MONTHS, month_range, year_range
from qa.values.models import Found
from qa.values.numbers import ONES

_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_SHIFTS = {"last": -1, "this": 0, "next": 1}
NEAR = timedelta(days=60)  # A date without a year is taken for the one this near to publication.

_NAMED = re.compile(
    rf"(?:(?P<which>last|next|this|this past|this coming) )?(?P<name>{'|'.join(_WEEKDAYS)}"
    r"|(?<= )(?:year|month|week|weekend|quarter|decade|century|season|spring|summer|autumn|fall|winter)"
    rf"|(?<= )(?:{'|'.join(MONTHS)}))\b(?!['’]s|-)",
    re.IGNORECASE,
)
_DAY = re.compile(rf"(?:{'|'.join(_DAYS)})\b(?!['’]s)", re.IGNORECASE)
_AGO = re.compile(
    r"(?P<count>[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve) "
    r"(?P<unit>day|week|month|year|decade)s? ago\b",
    re.IGNORECASE,
)
_COUNTS = tuple(ONES)
_PAST = re.compile(
    r"\b(?:[a-z]{2,}ed|said|told|won|met|fell|rose|began|sent|came|took)(?: late| early)?(?: on)? $"
)
STARTERS = frozenset({*_WEEKDAYS, *_DAYS, *_SHIFTS, *_COUNTS[1:13], "a", "an"})


def relative_at(text: str, start: int, published: date | None) -> Found | None:
    """Read a date told from `published`; its low and high stay None when it is not safe to tell.

    >>> relative_at("It closed yesterday.", 10, date(2024, 3, 1)).low
    datetime.date(2024, 2, 29)
    """
    if match := _DAY.match(text, start):
        days = _DAYS[match[0].lower()]
        return _found(match, _days_before(published, -days) if published else None)
    if match := _AGO.match(text, start):
        return _found(match, _ago(match, published) if published else None)
    match = _NAMED.match(text, start)
    if match is None or (match["name"].lower() in _WEEKDAYS and not match["name"][0].isupper()):
        return None
    if not published:
        return _found(match, None)
    which, name = (match["which"] or "").lower(), match["name"].lower()
    if name in _WEEKDAYS:
        past = not which and _PAST.search(text[max(0, start - 24) : start])
        return _found(match, _last_weekday(name, published) if past else None)
    return _found(match, _shifted(name, which, published))


def nearest(found: Found, published: date) -> Found:
    """Give a date without a year the year that puts it within `NEAR` of publication, if one does."""
    unit = found.unit or ""
    if not unit.startswith("--"):
        return found
    for year in (published.year - 1, published.year, published.year + 1):
        days = in_year(unit, year)
        if days and days[0] - NEAR <= published <= days[1] + NEAR:
            return found._replace(low=days[0], high=days[1], unit=None)
    return found


def in_year(unit: str, year: int) -> tuple[date, date] | None:
    """Return the first and last day of "--11-13", "--11-13/15" or "--11" in `year`.

    >>> in_year("--02", 2024)
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    month = int(unit[2:4])
    if len(unit) == 4:
        return month_range(year, month)
    try:
        first = date(year, month, int(unit[5:7]))
        return first, first.replace(day=int(unit[8:10])) if len(unit) > 8 else first
    except ValueError:
        return None  # 29 February


def _found(match: re.Match[str], days: tuple[date, date] | None) -> Found:
    low, high = days or (None, None)
    return Found("date", match.start(), match.end(), low, high)


def _last_weekday(name: str, published: date) -> tuple[date, date]:
    return _days_before(published, (published.weekday() - _WEEKDAYS.index(name)) % 7)


def _days_before(published: date, count: int) -> tuple[date, date]:
    day = published - timedelta(count)
    return day, day


def _shifted(name: str, which: str, published: date) -> tuple[date, date] | None:
    shift = _SHIFTS.get(which)
    if shift is None:
        return None
    if name == "year":
        return year_range(published.year + shift)
    if name == "decade":
        first = (published.year // 10 + shift) * 10
        return date(first, 1, 1), date(first + 9, 12, 31)
    if name == "month":
        months = published.year * 12 + published.month - 1 + shift
        return month_range(months // 12, months % 12 + 1)
    if name == "week":  # From Sunday to the Sunday after: weeks begin on either day.
        sunday = published - timedelta((published.weekday() + 1) % 7) + timedelta(7 * shift)
        return sunday, sunday + timedelta(7)
    month = MONTHS.get(name)
    if which == "last" and month and month > published.month:
        return month_range(published.year - 1, month)  # Else "last March" may be this year's.
    return None


def _ago(match: re.Match[str], published: date) -> tuple[date, date] | None:
    word, unit = match["count"].lower(), match["unit"].lower()
    count = int(word) if word.isdigit() else 1 if word in {"a", "an"} else _COUNTS.index(word)
    if unit == "day":
        return _days_before(published, count)
    if unit == "week":
        day = published - timedelta(7 * count)
        return day - timedelta(3), day + timedelta(3)
    if unit == "month":
        months = published.year * 12 + published.month - 1 - count
        return month_range(months // 12, months % 12 + 1)
    years = published.year - count * (10 if unit == "decade" else 1)
    return year_range(years) if unit == "year" and years > 0 else None

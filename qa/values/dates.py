"""Days, months and years as the calendar names them."""

import re
from calendar import monthrange
from datetime import date

from qa.values.models import Found

_MONTH_NAMES = (
    "january february march april may june july august september october november december"
)
MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES.split(), start=1)}
SHORT_MONTHS = {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
FIRST_YEAR, LAST_YEAR = 1900, 2100  # A bare number in this range may be a year.

_MONTH = (
    r"(?P<month>(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b)(?:\.(?=,? ?[0-9]))?(?!-[0-9])"
)
_YEAR = r"(?P<year>[12][0-9]{3})(?![0-9]|,[0-9]{3}|\.[0-9]|[%A-Za-z])"
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![\w%]|[:/.,][0-9])"
_ORDINAL = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_TO = r"[ ]?(?:-|–|to)[ ]?"
_AND = rf"(?:, {_ORDINAL}){{0,5}},? and "  # "4, 5 and 6 September"
_ENDS = rf"(?={_ORDINAL}(?:,? [12][0-9]{{3}}|[.,;)]|$))"  # Not "March 5 and 12 people".
_LAST = r"(?P<last>[0-3]?[0-9])(?:st|nd|rd|th)?(?!\w)"
_MONTH_DAY = re.compile(
    rf"{_MONTH} {_DAY}(?:(?:{_TO}|{_AND}{_ENDS}){_LAST})?(?:,? {_YEAR})?", re.IGNORECASE
)
_MONTH_YEAR = re.compile(rf"{_MONTH},? (?:of )?{_YEAR}", re.IGNORECASE)
_DAY_MONTH = re.compile(
    rf"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?:(?:{_TO}|{_AND}){_LAST})? (?:day )?(?:of )?"
    rf"{_MONTH}(?:,? {_YEAR})?(?!\w)",
    re.IGNORECASE,
)
_ONLY_MONTH = re.compile(_MONTH, re.IGNORECASE)
_ISO = re.compile(r"([12][0-9]{3})-([01][0-9])-([0-3][0-9])(?![0-9-])(?:T[0-9:.]{5,15}Z?)?")
_SLASHES = re.compile(r"([0-3]?[0-9])/([0-3]?[0-9])/((?:19|20)[0-9]{2})(?![0-9/])")
_DOTS = re.compile(r"([0-3]?[0-9])\.([01]?[0-9])\.((?:19|20)[0-9]{2})(?![0-9]|\.[0-9])")
_MONTH_SLASH_YEAR = re.compile(r"(0?[1-9]|1[0-2])/((?:19|20)[0-9]{2})(?![0-9/])")
_TO_MONTH = re.compile(rf"(?: to | through | ?[-–] ?){_MONTH}", re.IGNORECASE)
_DATED = (
    "in since until till through by from to during of before after and late early mid last next "
    "this between around for"
)
_IN = re.compile(rf"\b(?:{'|'.join(_DATED.split())})[ -]$", re.IGNORECASE)


def month_at(text: str, start: int, _: date | None = None) -> Found | None:
    """Read a date that begins with a month's name: "July 2024", "Nov. 13, 2023", "March 5"."""
    if not text[start].isupper():
        return None  # "may", "march"
    if match := _MONTH_DAY.match(text, start):
        found = _days(match)
        if found is not None:
            return found
    if match := _MONTH_YEAR.match(text, start):
        return _month(match.start(), match.end(), int(match["year"]), _number(match["month"]))
    match = _ONLY_MONTH.match(text, start)
    if match is None or not (
        _IN.search(text[max(0, start - 8) : start]) or _TO_MONTH.match(text, match.end())
    ):
        return None  # "April said", "May I"
    unit = f"--{_number(match['month']):02}"
    return Found("date", start, match.end("month"), None, None, unit)


def numeric_at(text: str, start: int) -> Found | None:
    """Read a date that begins with a digit and names a month: "13 Nov 2023", "2023-11-13"."""
    if match := _ISO.match(text, start):
        return _day(match.start(), match.end(), int(match[1]), int(match[2]), int(match[3]))
    if match := _SLASHES.match(text, start):
        return _slashed(match)
    if match := _DOTS.match(text, start):  # The day first, wherever dots are used.
        return _day(start, match.end(), int(match[3]), int(match[2]), int(match[1]))
    if match := _MONTH_SLASH_YEAR.match(text, start):
        return _month(start, match.end(), int(match[2]), int(match[1]))
    match = _DAY_MONTH.match(text, start)
    return _days(match) if match and match["month"][0].isupper() else None


def _number(month: str) -> int:
    return SHORT_MONTHS[month[:3].lower()]


def _days(match: re.Match[str]) -> Found | None:
    month, day, last = _number(match["month"]), int(match["day"]), match["last"]
    if not match["year"]:
        if not 1 <= day <= 31:
            return None
        unit = f"--{month:02}-{day:02}" + (f"/{int(last):02}" if last else "")
        return Found("date", match.start(), match.end(), None, None, unit)
    found = _day(match.start(), match.end(), int(match["year"]), month, day)
    if found is not None and last:
        until = _day(match.start(), match.end(), int(match["year"]), month, int(last))
        return found._replace(high=until.high) if until and int(last) > day else None
    return found


def _day(start: int, end: int, year: int, month: int, day: int) -> Found | None:
    try:
        named: date | None = date(year, month, day)
    except ValueError:
        named = None  # "February 30, 2024" is known by its words only.
    return Found("date", start, end, named, named)


def _slashed(match: re.Match[str]) -> Found | None:
    """Read 13/11/2023; when both numbers may be the month, the date is known only by its words."""
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    if first <= 12 and second <= 12 and first != second:
        return Found("date", match.start(), match.end(), None, None)
    month, day = (second, first) if first > 12 else (first, second)
    return _day(match.start(), match.end(), year, month, day)


def _month(start: int, end: int, year: int, month: int) -> Found:
    first, last = month_range(year, month)
    return Found("date", start, end, first, last)


def month_range(year: int, month: int) -> tuple[date, date]:
    """Return the first and the last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def year_range(year: int) -> tuple[date, date]:
    """Return the first and the last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)

"""Years and what is reckoned in years: quarters, seasons, decades, fiscal years."""

import re
from datetime import date

from qa.values.dates import FIRST_YEAR, LAST_YEAR, month_range, year_range
from qa.values.measures import unit_after
from qa.values.models import Found
from qa.values.plurals import IRREGULAR, UNITS

FISCAL = "fiscal"  # It may end in any month, so it never contradicts a calendar date.
SEASON = "season"  # Read as the northern one; the article may be from the south.

_YEAR = r"(?P<year>[12][0-9]{3})(?![0-9]|,[0-9]{3}|\.[0-9]|[%A-Za-z$£€:]|/[0-9]{3}| B\.?C)"
_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_ONE_YEAR = re.compile(rf"{_YEAR}(?P<short>[-–/](?P<last>[0-9]{{2}})(?![0-9\w-]))?")
_DECADE = re.compile(
    r"(?P<mid>(?:early|mid|late)[ -])?(?:the )?(?P<year>[12][0-9]{2}0|['’][1-9]0)['’]?s\b"
)
_QUARTER = re.compile(
    rf"(?:Q(?P<q>[1-4])|(?P<n>first|second|third|fourth)[ -](?P<what>quarter|half)|H(?P<h>[12]))\b"
    rf"(?:,? (?:of )?(?:the )?(?P<fiscal>(?:fiscal|financial)(?: year)? |FY ?)?{_YEAR})?",
    re.IGNORECASE,
)
_IN_QUARTER = re.compile(r"\b(?:in|for|of|during|its|the|by|since|this|last) $", re.IGNORECASE)
_FISCAL = re.compile(
    r"(?:FY ?|(?:fiscal|financial)(?: year)? )['’]?(?P<year>20[0-9]{2}|[0-9]{2})(?![0-9]|,[0-9])",
    re.IGNORECASE,
)
_SEASON = re.compile(
    rf"(?P<season>spring|summer|autumn|fall|winter),? (?:of )?{_YEAR}", re.IGNORECASE
)
_PART = re.compile(
    r"(?:(?P<part>early|mid|late)[ -]?|(?P<year_end>year-end|end-)[ ]?"
    r"|(?:the )?(?P<edge>start|beginning|middle|end|close) of (?:the )?(?:year )?)"
    rf"{_YEAR}",
    re.IGNORECASE,
)
_CENTURY = re.compile(r"(?:the )?(?P<century>1[0-9]|2[01])(?:th|st)[ -]century\b", re.IGNORECASE)
# Months that a part of a year may mean. They overlap, because nobody agrees on where "early" ends.
_PARTS = {"early": (1, 5), "mid": (4, 9), "late": (8, 12), "start": (1, 3), "end": (10, 12)}
_SAME_PART = {"beginning": "start", "middle": "mid", "close": "end"}
_SEASONS = {
    "spring": (3, 6),
    "summer": (6, 9),
    "autumn": (9, 12),
    "fall": (9, 12),
    "winter": (1, 12),  # It begins or ends with the year.
}
_DATING = re.compile(
    r"(?:\b(?:in|since|until|till|through|by|from|during|of|before|after|circa|early|mid|late|and|to"
    r"|between|year|c\.)[ -]|\()$",
    re.IGNORECASE,
)
_COUNTING = re.compile(
    r"(?:over|than|at least|nearly|almost|up to|some|about|the top) $",
    re.IGNORECASE,
)
_COUNTED_NOUNS = (
    "jobs seats homes workers employees students troops soldiers houses miles votes members tons "
    "tonnes words points yards dollars euros passengers percent per square cubic million billion "
    "calories times units copies games items watts? pixels deaths cases"
)
_COUNTED = re.compile(rf"[ -](?:{'|'.join([*_COUNTED_NOUNS.split(), *UNITS, *IRREGULAR])})\b")


def period_at(text: str, start: int, _: date | None = None) -> Found | None:
    """Read a period that begins with a word: "Q3 2024", "early 2024", "FY2024", "spring 2024"."""
    for pattern, read in _READERS:
        if match := pattern.match(text, start):
            return read(match)
    return None


def year_at(text: str, start: int) -> Found | None:
    """Read a year, a decade or a pair of years that begins with a digit.

    >>> found = year_at("payments until 2030.", 15)
    >>> found.low, found.high
    (datetime.date(2030, 1, 1), datetime.date(2030, 12, 31))
    >>> year_at("2030 people", 0)
    """
    if match := _DECADE.match(text, start):
        return _decade(match)
    if match := _CENTURY.match(text, start):
        return _century(match)
    match = _ONE_YEAR.match(text, start)
    if match is None or not _is_year(text, match):
        return None
    year, last = int(match["year"]), match["last"]
    if last and int(last) > year % 100:  # "the 2023-24 season"
        return Found(
            "date",
            start,
            match.end(),
            date(year, 1, 1),
            date(year // 100 * 100 + int(last), 12, 31),
        )
    return Found("date", start, match.end("year"), *year_range(year))


def _is_year(text: str, match: re.Match[str]) -> bool:
    year, before = int(match["year"]), text[max(0, match.start() - 12) : match.start()]
    end = match.end("year")
    if _COUNTED.match(text, end) or unit_after(text, end):
        return bool(re.search(r"\b(?:in|since) $", before, re.IGNORECASE))
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return 1000 <= year < FIRST_YEAR and _DATING.search(before) is not None
    return not (_COUNTING.search(before) and re.match(" [a-z]+s ", text[match.end("year") :][:20]))


def _decade(match: re.Match[str]) -> Found:
    named = match["year"]
    year = 1900 + int(named[1:]) if not named[0].isdigit() else int(named)
    first, last = {"early": (0, 4), "mid": (3, 7), "late": (6, 9)}.get(
        (match["mid"] or "").strip(" -").lower(), (0, 9)
    )
    return Found(
        "date", match.start(), match.end(), date(year + first, 1, 1), date(year + last, 12, 31)
    )


def _century(match: re.Match[str]) -> Found:
    last = 100 * int(match["century"])
    return Found("date", match.start(), match.end(), date(last - 99, 1, 1), date(last, 12, 31))


def _quarter(match: re.Match[str]) -> Found | None:
    length = 6 if match["h"] or (match["what"] or "").lower() == "half" else 3
    number = _NUMBERS[(match["q"] or match["n"] or match["h"]).lower()]
    if length == 6 and number > 2:
        return None
    if not match["year"]:
        alone = match["q"] and _IN_QUARTER.search(
            match.string[max(0, match.start() - 8) : match.start()]
        )
        return Found("date", match.start(), match.end(), None, None) if alone else None
    first, last = (number - 1) * length + 1, number * length
    return _months(match, first, last, FISCAL if match["fiscal"] else None)


def _fiscal(match: re.Match[str]) -> Found:
    year = int(match["year"]) % 100 + 2000
    return Found("date", match.start(), match.end(), *year_range(year), FISCAL)


def _season(match: re.Match[str]) -> Found:
    return _months(match, *_SEASONS[match["season"].lower()], SEASON)


def _part(match: re.Match[str]) -> Found:
    part = (match["part"] or match["edge"] or "end").lower()
    return _months(match, *_PARTS[_SAME_PART.get(part, part)])


def _months(match: re.Match[str], first: int, last: int, unit: str | None = None) -> Found:
    year = int(match["year"])
    low, high = month_range(year, first)[0], month_range(year, last)[1]
    return Found("date", match.start(), match.end(), low, high, unit)


_READERS = (
    (_QUARTER, _quarter),
    (_FISCAL, _fiscal),
    (_SEASON, _season),
    (_DECADE, _decade),
    (_PART, _part),
)
_STARTERS = (
    "q h first second third fourth fy fiscal financial spring summer autumn fall winter early mid "
    "late start beginning middle end close year"
)
STARTERS = frozenset(_STARTERS.split())

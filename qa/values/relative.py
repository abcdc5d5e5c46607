"""Dates told from the day of publication: "yesterday", "last October", "Monday"."""

import re
from datetime import date, timedelta

from qa.values.dates import MONTHS, SHORT_MONTHS, month_range, year_range
from qa.values.models import Found
from qa.values.numbers import NUMBER_WORDS, worth

_DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday"
_WEEKDAYS = _DAY_NAMES.split()
_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
Days = tuple[date, date]
"""The first and the last day."""

_SHIFTS = {"last": -1, "this": 0, "next": 1}
REACH = 80  # Characters before a weekday in which something is told to have happened.
NEAR = timedelta(days=60)  # A date without a year is taken for the one this near to publication.

_SPANS = "year month week weekend quarter decade century season spring summer autumn fall winter"
_NAMED = re.compile(
    rf"(?:(?P<which>last|next|this past|this coming|this) )?(?P<name>{'|'.join(_WEEKDAYS)}"
    rf"|(?<= )(?:{'|'.join([*_SPANS.split(), *MONTHS])}))\b(?!['’]s|-)",
    re.IGNORECASE,
)
_DAY = re.compile(rf"(?:{'|'.join(_DAYS)})\b(?!['’]s)", re.IGNORECASE)
_AGO = re.compile(
    r"(?P<count>[0-9]{1,3}|an?|[a-z]{3,9}(?:-[a-z]{3,5})?) "
    r"(?P<unit>day|week|month|year|decade|centur(?:y|ie))s? ago\b",
    re.IGNORECASE,
)
_ROUND = {"decade": (10, 1), "century": (100, 5), "centurie": (100, 5)}
"""How many years it has, and by how many more or fewer than each it may be meant."""
# "Black Friday", "Sunday Night Football", "USA Today": names, not days.
_NAME_BEFORE = re.compile(r"(?:black|cyber|good|super|bloody|holy|easter|bowl|ash|palm) $", re.I)
_MONTHS = "|".join((*MONTHS, *SHORT_MONTHS))
_NAME_AFTER = re.compile(
    rf" Night (?:Football|Live|Baseball)|,? \(?(?:the )?(?:(?i:{_MONTHS})\.? [0-9]"
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th)? (?:of )?(?i:{_MONTHS})\b|[a-z-]{{5,13}} of (?i:{_MONTHS})\b)"
)
_TITLE = re.compile(r"[A-Z]\w* $")
_PAST = re.compile(
    r"\b(?:[a-z]{2,}ed|said|told|won|met|fell|rose|began|sent|came|took|went|got|stole|stolen|broke"
    r"|broken|was|were|had|found|lost|left|made|held|gave|given|struck|hit|ran|sank|shot|died|killed"
    r"|born|built|bought|sold|spoke|wrote|saw|seen|heard|taken|thrown|drove|flew|burnt|swept)\b"
)
_TO_COME = re.compile(
    r"\b(?:will|would|shall|may|might|could|should|due|expected|scheduled|planned|set|plans|next|every"
    r"|each|until|till|by|before|if|unless|is|are|to(?! (?:the|an?|his|her|its|their|[A-Z])\b))\b"
)
_NO_DAY = re.compile(
    r"\b(?:the|an?|one|some|any|no|that|another|first|second|third|fourth"
    r"|final) $",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[^.;:!?]*$")
STARTERS = frozenset({*_WEEKDAYS, *_DAYS, *_SHIFTS, *NUMBER_WORDS})


def relative_at(text: str, start: int, published: date | None) -> Found | None:
    """Read a date told from `published`; its low and high stay None when it is not safe to tell.

    >>> relative_at("It closed yesterday.", 10, date(2024, 3, 1)).low
    datetime.date(2024, 2, 29)
    """
    if match := _DAY.match(text, start):
        if match[0][0].isupper() and _TITLE.search(text[max(0, start - 16) : start]):
            return None
        return _found(
            match, _days_before(published, -_DAYS[match[0].lower()]) if published else None
        )
    if match := _AGO.match(text, start):
        return _found(match, _ago(match, published) if published else None)
    match = _NAMED.match(text, start)
    if match is None or _is_name(text, match):
        return None
    return _found(match, _named(text, match, published) if published else None)


def nearest(found: Found, published: date) -> Found:
    """Give a date without a year the year that puts it within `NEAR` of publication, if any."""
    unit = found.unit or ""
    if not unit.startswith("--"):
        return found
    for year in (published.year - 1, published.year, published.year + 1):
        days = in_year(unit, year)
        if days and days[0] - NEAR <= published <= days[1] + NEAR:
            return found._replace(low=days[0], high=days[1], unit=None)
    return found


def in_year(unit: str, year: int) -> Days | None:
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


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Say whether a weekday is written small, is part of a name, or stands before its date."""
    if match["name"].lower() not in _WEEKDAYS:
        return False
    before = text[max(0, match.start() - 8) : match.start()]
    return bool(
        not match["name"][0].isupper()
        or _NAME_BEFORE.search(before)
        or _NAME_AFTER.match(text, match.end())
    )


def _found(match: re.Match[str], days: Days | None) -> Found:
    low, high = days or (None, None)
    return Found("date", match.start(), match.end(), low, high)


def _named(text: str, match: re.Match[str], published: date) -> Days | None:
    which, name = (match["which"] or "").lower(), match["name"].lower()
    if name in _WEEKDAYS:
        past = not which and _is_past(text[max(0, match.start() - REACH) : match.start()])
        back = (published.weekday() - _WEEKDAYS.index(name)) % 7
        return _days_before(published, back) if past else None
    return _shifted(name, _SHIFTS[which], published) if which in _SHIFTS else None


def _is_past(before: str) -> bool:
    """Return whether a weekday lies behind: "stole five drawings early on Tuesday"."""
    clause = _CLAUSE.search(before)
    said = clause[0] if clause else ""
    return bool(_PAST.search(said)) and not (_TO_COME.search(said) or _NO_DAY.search(said))


def _shifted(name: str, shift: int, published: date) -> Days | None:
    days: Days | None = None
    if name == "year":
        days = year_range(published.year + shift)
    elif name == "month":
        days = _month_before(published, -shift)
    elif name == "week":  # From Sunday to the Sunday after: weeks begin on either day.
        sunday = published - timedelta((published.weekday() + 1) % 7) + timedelta(7 * shift)
        days = sunday, sunday + timedelta(7)
    elif name in MONTHS and shift == -1 and MONTHS[name] > published.month:
        days = month_range(published.year - 1, MONTHS[name])  # Else it may be this year's.
    return days


def _ago(match: re.Match[str], published: date) -> Days | None:
    word, unit = match["count"].lower(), match["unit"].lower()
    count = int(word) if word.isdigit() else int(worth(word)) or 1
    if unit == "day":
        return _days_before(published, count)
    if unit == "week":
        day = published - timedelta(7 * count)
        return day - timedelta(3), day + timedelta(3)
    if unit == "month":
        return _month_before(published, count)
    years, slack = _ROUND.get(unit, (1, 0))
    year = published.year - years * count
    if year - slack * count < date.min.year:
        return None
    return year_range(year - slack * count)[0], year_range(year + slack * count)[1]


def _days_before(published: date, count: int) -> Days:
    day = published - timedelta(count)
    return day, day


def _month_before(published: date, count: int) -> Days:
    months = published.year * 12 + published.month - 1 - count
    return month_range(months // 12, months % 12 + 1)

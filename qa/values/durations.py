"""How long something lasts, in seconds."""

import re
from decimal import Decimal

SECOND = "second"
HALF = Decimal("0.5")
DAY = 86_400
YEAR = 31_557_600  # 365.25 days, so that 18 months are exactly a year and a half.
SECONDS = {
    "second": 1,
    "minute": 60,
    "hour": 3_600,
    "day": DAY,
    "week": 7 * DAY,
    "fortnight": 14 * DAY,
    "month": YEAR // 12,
    "year": YEAR,
    "decade": 10 * YEAR,
    "century": 100 * YEAR,
    "centurie": 100 * YEAR,
    "secs": 1,
    "mins": 60,
    "hrs": 3_600,
    "yrs": YEAR,
    "min": 60,
    "hr": 3_600,
    "h": 3_600,
}
_SHORT = frozenset({"HRS", "HR", "H", "MIN", "MINS"})  # So written they are names of something.
_AFTER = re.compile(
    r"[ \u00a0-](?:(?:calendar|full|long|straight|consecutive|more|additional) )?"
    rf"(?P<words>(?P<unit>{'|'.join(SECONDS)})s?)\b(?![-’'](?:s|old))"
    r"(?P<age> (?:olds?|ago)\b| of age\b|-olds?\b)?",
    re.IGNORECASE,
)

_LASTS = re.compile(
    r"(?:^|\b(?:for|in|within|after|last(?:s|ed|ing)?|takes?|took|taking|taken|than|nearly|almost|about"
    r"|around|roughly|just|only|over|under|by|some|exactly|barely|least|most|needs?|needed)\s)$",
    re.IGNORECASE,
)
"""What is before "a week" where that is how long something lasts: not "twice a week"."""
_LONGEST_BEFORE = 10  # Characters of it.
_PARTS = {"half": HALF, "a quarter": Decimal("0.25"), "three quarters": Decimal("0.75")}
_PART = rf"(?:{'|'.join(_PARTS)})"
_UNIT = r"(?:minute|hour|day|week|fortnight|month|year|decade|century)"
_ALONE = re.compile(
    rf"(?:(?P<part>{_PART.replace(' ', '[ -]')}) (?:of )?)?an? (?P<unit>{_UNIT})\b"
    r"(?P<more> and a half\b)?"
    r"(?![-’'])"
    r"(?! (?:ago|later|earlier|before|after|old|from now|or (?:two|so|more)|and a quarter)\b)",
    re.IGNORECASE,
)
_CLOCKED = re.compile(r"(\d{1,2}):([0-5]\d):([0-5]\d)(?![\d:])")
_AT = re.compile(r"\bat $|T$")
_OF_ONE = re.compile(rf" of an? {_UNIT}\b", re.IGNORECASE)
_AND_PART = re.compile(
    r" and (?P<part>a half|a quarter|three[ -]quarters)\b(?! of\b)", re.IGNORECASE
)


def alone_at(text: str, start: int) -> tuple[Decimal, Decimal, int] | None:
    """Return the seconds of a duration without a number, how finely it is told, where it ends.

    >>> alone_at("It took half an hour.", 8), alone_at("for a year and a half", 4)
    ((Decimal('1800.0'), Decimal('1800.0'), 20), (Decimal('47336400.0'), Decimal('15778800.0'), 21))
    >>> alone_at("three quarters of an hour", 0)
    (Decimal('2700.00'), Decimal('2700.00'), 25)
    >>> alone_at("twice a week", 6) is alone_at("for a year or two", 4) is None
    True
    """
    match = _ALONE.match(text, start)
    if match is None or not _LASTS.search(text[max(0, start - _LONGEST_BEFORE) : start]):
        return None
    unit = Decimal(SECONDS[match["unit"].lower()])
    if match["part"]:
        part = unit * _PARTS[match["part"].lower().replace("-", " ")]
        return (part, part, match.end()) if not match["more"] else None
    half = unit * HALF
    return (unit + half, half, match.end()) if match["more"] else (unit, unit, match.end())


def clocked_at(text: str, start: int) -> tuple[Decimal, int] | None:
    """Return the seconds of a time as a race is clocked, and where it ends.

    >>> clocked_at("won in 2:19:44", 7), clocked_at("at 14:05:33", 3)
    ((Decimal('8384'), 14), None)
    """
    match = _CLOCKED.match(text, start)
    if match is None or _AT.search(text[max(0, start - 4) : start]):
        return None
    hours, minutes, seconds = map(Decimal, match.groups())
    return hours * 3600 + minutes * 60 + seconds, match.end()


def is_of_one(text: str, end: int) -> bool:
    """Return whether a share that ends there is of an hour or the like: "a quarter of an hour"."""
    return bool(_OF_ONE.match(text, end))


def part_after(text: str, end: int) -> tuple[Decimal, int] | None:
    """Return the part of a unit that is added behind it, and where it ends.

    >>> part_after("two hours and a half", 9), part_after("two hours and a half of", 9)
    ((Decimal('0.5'), 20), None)
    """
    match = _AND_PART.match(text, end)
    if match is None:
        return None
    name = match["part"].lower().replace("-", " ")
    return (HALF if name == "a half" else _PARTS[name]), match.end()


def duration_after(text: str, start: int) -> tuple[Decimal, int] | None:
    """Return the seconds of the unit of time at `start` and where it ends; None for an age.

    >>> duration_after("six weeks", 3), duration_after("2 h 30 min", 1)
    ((Decimal('604800'), 9), (Decimal('3600'), 3))
    >>> duration_after("a 34-year-old", 4) is duration_after("34 years old", 2) is None
    True
    """
    match = _AFTER.match(text, start)
    if match is None or match["age"] or match["words"] in _SHORT:
        return None
    return Decimal(SECONDS[match["unit"].lower()]), match.end("words")

"""How long something lasts, in seconds."""

import re
from decimal import Decimal

SECOND = "second"
DAY = 86_400
YEAR = 31_557_600  # 365.25 days, so that 18 months are exactly a year and a half.
SECONDS = {
    "second": 1,
    "minute": 60,
    "hour": 3_600,
    "day": DAY,
    "week": 7 * DAY,
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

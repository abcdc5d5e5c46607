"""Times of day: "5.40 p.m.", "17:40", "ten past seven in the evening", "noon"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from index.models import Span
from qa.values import Value

HALF_DAY = 12 * 60  # Minutes.
LAST_HOUR = 23
OF_DAY = "minute of the day"
OF_HALF = "minute of half a day"
"""The units of a time, and of one that does not say whether it is of the morning."""

OFF_HOUR, OFF_FIVE, ABOUT_HOUR, ABOUT = Decimal(30), Decimal(10), Decimal(60), Decimal(30)
"""The steps, in minutes, in which "at five" and "at ten past five" are told, and with "about"."""

_HOUR_WORDS = "twelve one two three four five six seven eight nine ten eleven"
_HOURS = {word: hour for hour, word in enumerate(_HOUR_WORDS.split())}
_PARTS = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
_FIXED = {"noon": HALF_DAY, "midday": HALF_DAY, "midnight": 0}

_HOUR = rf"\d{{1,2}}|{'|'.join(_HOURS)}"
_TIME = re.compile(
    rf"\b(?:(?:a )?(?P<minutes>{'|'.join(_PARTS)}) (?P<side>past|to) (?P<of>{_HOUR})(?!\w)(?!['’])"
    r"|(?P<hour>\d{1,2})[.:](?P<minute>[0-5]\d)(?![.:]?\d)"
    rf"|(?P<whole>{_HOUR})(?P<oclock> o['’]clock)?|(?P<fixed>{'|'.join(_FIXED)})\b)"
    r"(?:[ \u00a0]?(?P<half>[ap])\.?m\b\.?"
    r"|,? (?:in the|this|that|at|(?:on )?\w+day|yesterday) (?:early |late )?"
    r"(?P<part>morning|afternoon|evening|night)\b)?",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:morning|noon|midday|afternoon|evening|(?:mid|over)?night|dawn|dusk|daybreak|sunrise|sunset"
    r"|lunchtime|nightfall)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:at|by|until|till|from|before|after|about|around|since|was|is|shortly|just) $",
    re.IGNORECASE,
)
"""What stands before a time that nothing else shows to be one: "5.40", "five to ten"."""

_ROUGHLY = re.compile(
    r"\b(?:about|around|shortly (?:after|before)|just (?:after|before)|soon after|approximately"
    r"|roughly|nearly|almost|towards?|some time (?:after|before)) $",
    re.IGNORECASE,
)


def find_times(text: str) -> Iterator[Value]:
    """Yield the times of day in a text, as counts of minutes.

    >>> for said in ("at 5.40 p.m.", "half past seven", "17:40", "ten to two in the morning"):
    ...     print(*((time.text, int(time.low), time.unit) for time in find_times(said)))
    ('5.40 p.m.', 1060, 'minute of the day')
    ('half past seven', 450, 'minute of half a day')
    ('17:40', 1060, 'minute of the day')
    ('ten to two in the morning', 110, 'minute of the day')
    """
    for match in _TIME.finditer(text):
        minutes = _minutes(match)
        before = text[: match.start()]
        if minutes is None or not _is_a_time(match, before):
            continue
        later = _is_later(match)
        known = later is not None or minutes >= HALF_DAY or bool(match["fixed"])
        low = Decimal(minutes + HALF_DAY * (later is True and minutes < HALF_DAY))
        yield Value(
            kind="count",
            span=Span(start=match.start(), end=match.end()),
            text=match[0],
            low=low,
            high=low,
            step=_step(low, roughly=bool(_ROUGHLY.search(before))),
            unit=OF_DAY if known else OF_HALF,
            hedge="exact",
        )


def _step(minutes: Decimal, *, roughly: bool) -> Decimal:
    """Return how precise a time is: a tenth of the hours since midnight would mean nothing."""
    if minutes % 60 == 0:
        return ABOUT_HOUR if roughly else OFF_HOUR
    if roughly:
        return ABOUT
    return OFF_FIVE if minutes % 5 == 0 else Decimal(1)


def _minutes(match: re.Match[str]) -> int | None:
    """Return how many minutes after midnight, or noon, a time is; None where it is none."""
    if match["fixed"]:
        return _FIXED[match["fixed"].lower()]
    told = match["of"] or match["hour"] or match["whole"]
    hour = int(told) if told.isdigit() else _HOURS[told.lower()]
    if hour > LAST_HOUR:
        return None
    if _is_later(match) is not None or match["minutes"]:
        hour %= HALF_DAY // 60
    if not match["minutes"]:
        return hour * 60 + int(match["minute"] or 0)
    off = _PARTS[match["minutes"].lower()]
    return (hour * 60 + (off if match["side"].lower() == "past" else -off)) % HALF_DAY


def _is_a_time(match: re.Match[str], before: str) -> bool:
    """Return whether a time is told, and not another figure: "5.40", "five to ten people"."""
    if match["oclock"] or match["fixed"] or _is_later(match) is not None:
        return True
    if match["whole"]:
        return False
    plain = ":" in match[0] or (match["side"] or "").lower() == "past"
    return plain or bool(_BEFORE.search(before))


def _is_later(match: re.Match[str]) -> bool | None:
    """Return whether a time is said to be of the second half of a day; None if it is not said."""
    if match["fixed"]:
        return None
    if match["half"]:
        return match["half"].lower() == "p"
    return match["part"].lower() != "morning" if match["part"] else None


def tells_time_of_day(text: str) -> bool:
    """Return whether a text has a time of day, or a part of one.

    >>> [tells_time_of_day(text) for text in ("17:40", "in the early morning", "on Monday")]
    [True, True, False]
    """
    return bool(_PART.search(text)) or any(find_times(f"at {text}"))


def of_one_clock(a: Value, b: Value) -> tuple[Value, Value]:
    """Return two times in one unit: that of half a day if either does not say which half.

    >>> five, evening = (next(find_times(said)) for said in ("at 5 o'clock", "at 5.20 pm"))
    >>> [int(time.low) for time in of_one_clock(five, evening)]
    [300, 320]
    """
    if a.unit == b.unit or {a.unit, b.unit} != {OF_DAY, OF_HALF}:
        return a, b
    one, other = (_of_half(value) for value in (a, b))
    return one, other


def _of_half(value: Value) -> Value:
    if not isinstance(value.low, Decimal):
        return value
    low = value.low % HALF_DAY
    return value.model_copy(update={"low": low, "high": low, "unit": OF_HALF})

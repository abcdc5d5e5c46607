"""Percentages, percentage points, and shares in words."""

import re
from decimal import Decimal

from qa.values.durations import is_of_one
from qa.values.models import Found
from qa.values.numbers import ONES

PERCENT = "%"
POINT = "percentage point"

_AFTER = re.compile(
    r"[ \u00a0-]?(?:(?P<point>percentage[ -]points?|%[ -]points?|ppts?\b|pp\b)"
    r"|(?P<basis>basis points?|bps\b)|(?P<percent>%|(?:per ?cent|pct)\b))",
    re.IGNORECASE,
)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10}
_SHARE = re.compile(
    r"(?:(?P<count>one|two|three|four|a)[ -](?P<part>third|quarter|fourth|fifth|tenth)(?P<many>s?)"
    r"|(?P<half>half))\b(?P<of> of\b| the\b)?",
    re.IGNORECASE,
)
_NOT_A_SHARE = re.compile(
    r"(?:the|first|second|third|fourth|other|better|last|opening|back|front|latter|final|top|bottom"
    r"|right|left|upper|lower|this|that|each|every|early)[ -]$",
    re.IGNORECASE,
)
_SMALL = "|".join(ONES)
_RATIO = re.compile(
    rf"(?P<count>{_SMALL}|[1-9][0-9]?) (?P<joined>in|out of)(?: every)? "
    rf"(?P<whole>{_SMALL}|[1-9][0-9]{{0,2}})(?![\w/:-]|[.,][0-9]| [0-9])",
    re.IGNORECASE,
)
_NO_RATIO = re.compile(
    r" (?:(?:second|minute|hour|day|night|week|month|year|season)s?|for|million|billion)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r" [a-z]")

SHARE_STEP = Decimal(5)  # "A third of voters" is said of 31 to 35 percent.
STARTERS = frozenset({"half", "one", "two", "three", "four", "a"})


def percent_after(text: str, start: int) -> tuple[str, Decimal, int] | None:
    """Return the unit at `start`, what one of it is worth in that unit, and where it ends.

    >>> percent_after("50 basis points", 2)
    ('percentage point', Decimal('0.01'), 15)
    """
    match = _AFTER.match(text, start)
    if match is None:
        return None
    if match["basis"]:
        return POINT, Decimal("0.01"), match.end()
    return (PERCENT if match["percent"] else POINT), Decimal(1), match.end()


def share_at(text: str, start: int) -> Found | None:
    """Read a share in words: "two-thirds", "a quarter of", "half the".

    >>> share_at("two-thirds of voters", 0).low.quantize(Decimal("0.1"))
    Decimal('66.7')
    """
    match = _SHARE.match(text, start)
    if match is None or _NOT_A_SHARE.search(text[max(0, start - 12) : start]):
        return None
    if match["half"]:
        count, part, end = 1, "half", match.end("half")
    else:
        count = ONES.get(match["count"].lower(), 1)
        part, end = match["part"].lower(), match.end("many")
    if part == "quarter" and count == 2:
        return None  # Of a game or of a year.
    if not match["of"] and (count == 1 or not match["many"]):
        return None  # "a third man", "half asleep"
    if is_of_one(text, end):
        return None  # A duration.
    share = Decimal(100 * count) / _PARTS[part]
    return Found("percent", start, end, share, share, PERCENT, SHARE_STEP)


def ratio_at(text: str, start: int) -> Found | None:
    """Read a share as so many of so many: not "two in five days", and "9 out of 10." is a mark.

    >>> [ratio_at(said, 0).low for said in ("one in five said so", "9 out of 10 doctors")]
    [Decimal('20'), Decimal('90')]
    >>> [ratio_at(said, 0) for said in ("two in five days", "9 out of 10.", "5 in 2")]
    [None, None, None]
    """
    match = _RATIO.match(text, start)
    if match is None or _NO_RATIO.match(text, match.end()):
        return None
    if match["joined"] != "in" and not _GOES_ON.match(text, match.end()):
        return None
    count, whole = (_number(match[name]) for name in ("count", "whole"))
    if not 0 < count < whole:
        return None
    share = Decimal(100 * count) / whole
    return Found("percent", start, match.end(), share, share, PERCENT, SHARE_STEP)


def _number(said: str) -> int:
    return ONES[said.lower()] if said.lower() in ONES else int(said)

"""Amounts told only by their size: "hundreds of people", "billions of dollars"."""

import re
from decimal import Decimal

from qa.values.models import Found
from qa.values.money import currency_after
from qa.values.nouns import noun_after

_SIZES = {
    "dozens": (24, 100),
    "hundreds": (100, 1_000),
    "thousands": (1_000, 100_000),
    "tens of thousands": (10_000, 100_000),
    "hundreds of thousands": (100_000, 10**6),
    "millions": (10**6, 10**9),
    "tens of millions": (10**7, 10**8),
    "hundreds of millions": (10**8, 10**9),
    "billions": (10**9, 10**12),
    "tens of billions": (10**10, 10**11),
    "hundreds of billions": (10**11, 10**12),
    "trillions": (10**12, 10**14),
}
_SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "dozen": 12}
_VAGUE = re.compile(
    rf"(?P<size>{'|'.join(sorted(_SIZES, key=len, reverse=True))})\b(?P<of> of\b)?"
    rf"|(?:several|a few|a couple|many)(?: of)? (?P<scale>{'|'.join(_SCALES)})\b",
    re.IGNORECASE,
)
STARTERS = frozenset({*(size.split()[0] for size in _SIZES), "several", "a", "many"})


def vague_at(text: str, start: int) -> Found | None:
    """Read a vague amount of money or of something counted.

    >>> found = vague_at("billions of dollars", 0)
    >>> found.kind, found.unit, int(found.low), int(found.high)
    ('money', 'USD', 1000000000, 1000000000000)
    """
    match = _VAGUE.match(text, start)
    if match is None:
        return None
    if match["size"]:
        low, high = _SIZES[match["size"].lower()]
    else:
        scale = _SCALES[match["scale"].lower()]
        low, high = 2 * scale, 10 * scale
    end, after = match.end(), (match.end("size") if match["of"] else match.end())
    found = Found("count", start, after, Decimal(low), Decimal(high), hedge="vague")
    if money := currency_after(text, end, scaled=True):
        return found._replace(kind="money", unit=money[0], end=money[1])
    if noun := noun_after(text, end):
        return found._replace(unit=noun[0], end=max(noun[1], after))
    return found if match["of"] else None

"""Amounts told only by their size: "hundreds of people", "billions of dollars"."""

import re
from decimal import Decimal

from qa.values.models import Found
from qa.values.money import currency_after
from qa.values.nouns import noun_after

_SIZES = {
    "dozen": (24, 100),
    "hundred": (100, 1_000),
    "thousand": (1_000, 100_000),
    "tens of thousand": (10_000, 100_000),
    "hundreds of thousand": (100_000, 10**6),
    "million": (10**6, 10**9),
    "tens of million": (10**7, 10**8),
    "hundreds of million": (10**8, 10**9),
    "billion": (10**9, 10**12),
    "tens of billion": (10**10, 10**11),
    "hundreds of billion": (10**11, 10**12),
    "trillion": (10**12, 10**14),
}
_SCALES = {"dozen": 12, "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_VAGUE = re.compile(
    r"(?P<size>(?:tens|hundreds) of (?:thousand|million|billion)s?"
    r"|(?:dozen|hundred|thousand|million|billion|trillion)s)\b(?P<of> of\b)?"
    rf"|(?:several|a few|a couple|many)(?: of)? (?P<scale>{'|'.join(_SCALES)})\b",
    re.IGNORECASE,
)
_STARTERS = "dozens tens hundreds thousands millions billions trillions several a many"
STARTERS = frozenset(_STARTERS.split())


def vague_at(text: str, start: int) -> Found | None:
    """Read a vague amount of money or of something counted.

    >>> found = vague_at("billions of dollars", 0)
    >>> found.kind, found.unit, int(found.low), int(found.high)
    ('money', 'USD', 1000000000, 1000000000000)
    """
    match = _VAGUE.match(text, start)
    if match is None:
        return None
    after = match.end()
    if match["size"]:
        low, high = _SIZES[match["size"].lower().removesuffix("s")]
        after = match.end("size")
    else:
        scale = _SCALES[match["scale"].lower()]
        low, high = 2 * scale, 10 * scale
    found = Found("count", start, after, Decimal(low), Decimal(high), hedge="vague")
    if money := currency_after(text, match.end(), scaled=True):
        return found._replace(kind="money", unit=money[0], end=money[1])
    if noun := noun_after(text, match.end()) or noun_after(text, after):
        return found._replace(unit=noun[0], end=max(noun[1], after))
    return found if match["of"] else None

"""Lengths, areas, weights, speeds, powers and temperatures, whatever unit they are told in."""

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from qa.values.models import Value
from qa.values.plurals import singular


class Unit(NamedTuple):
    """What is measured, how many of its base unit one of this unit is, and where it begins."""

    base: str
    worth: Decimal
    zero: Decimal = Decimal(0)


def _units(base: str, **worths: str) -> dict[str, Unit]:
    return {name.replace("_", " "): Unit(base, Decimal(worth)) for name, worth in worths.items()}


UNITS: Mapping[str, Unit] = MappingProxyType(
    {
        **_units("length", metre="1", kilometre="1000", centimetre="0.01", millimetre="0.001"),
        **_units("length", mile="1609.344", yard="0.9144", foot="0.3048", inch="0.0254"),
        **_units("length", nautical_mile="1852"),
        **_units("area", hectare="10000", acre="4046.8564224", square_metre="1"),
        **_units("area", square_kilometre="1000000", square_mile="2589988.110336"),
        **_units("area", square_foot="0.09290304", square_yard="0.83612736"),
        **_units("mass", gram="0.001", kilogram="1", tonne="1000", lb="0.45359237"),
        **_units("volume", litre="1", millilitre="0.001", cubic_metre="1000"),
        **_units("speed", mile_per_hour="1.609344", kilometre_per_hour="1", knot="1.852"),
        **_units("speed", metre_per_second="3.6"),
        **_units("power", kilowatt="0.001", megawatt="1", gigawatt="1000"),
        "degree Celsius": Unit("temperature", Decimal(1)),
        "degree Fahrenheit": Unit("temperature", Decimal(5) / 9, Decimal(-160) / 9),
        "magnitude": Unit("magnitude", Decimal(1)),
    }
)
"""The units that are told in one another, by their singular. Their definitions are exact: those of
the international yard and pound (1959) and of the nautical mile (1929).

Tons, gallons and pounds are left out: one name is several units. A tonne is none of them.
"""

LOOSE = Decimal("0.05")  # Of a figure that somebody converted: "30 miles", "50 km" are 3 % apart.
LOOSE_DEGREES = Decimal(1)  # The same of a temperature, in degrees Celsius.

_DEGREES = {"C": "degree Celsius", "F": "degree Fahrenheit"}

_AFTER = re.compile(
    r"(?:\[\d{1,3}\])?[ \u00a0-]?(?:(?:°|degrees?) ?(?P<scale>[CF])(?:elsius|ahrenheit)?\b"
    r"|(?:(?P<square>sq(?:uare)?\.?[ -]?)|(?P<cubic>cubic ))?"
    r"(?P<word>nautical miles?|km/h|(?!magnitude.\d)[A-Za-z]+)"
    r"(?P<exponent>²|2\b)?"
    r"(?: (?:per|an|a) (?P<time>hour|second))?(?![\w/]))"
)
_AMERICAN = re.compile(r"(?<=met|lit)er$")
_LETTER = re.compile(r"[ \u00a0]?([CF])\b(?!['’])")
_WEATHER = re.compile(
    r"\b(?:temperatures?|degrees?|heat\w*|cold|warm\w*|hot|weather|freez\w+)\b|\dC\b.*\dF\b"
    r"|\dF\b.*\dC\b",
    re.IGNORECASE,
)
_MAGNITUDE = re.compile(r"\bmagnitude(?: of)?(?: (?:about|around|at least))? $", re.IGNORECASE)
_INCHES = re.compile(
    r"['’′][ \u00a0]?(?P<marked>\d{1,2})(?:[\"”″]|''|’’)"
    r"|-foot-(?P<joined>\d{1,2})(?:-inch)?(?![\w,]|[.:]\d)"
    r"|[ \u00a0]?(?:feet|foot|ft)\.?,?(?: and)?[ \u00a0]?(?P<told>\d{1,2})"
    r"[ \u00a0]?(?:inch(?:es)?|ins?)\b"
)
_METRES = re.compile(
    r"[ \u00a0]m(?=[ \u00a0](?:tall|high|long|wide|deep|thick|above|below|in (?:height|length))\b)"
)
_TALL = re.compile(r"(?<![\d.,])[12]\.\d\d[ \u00a0]m\b(?![ \u00a0][a-z])")  # As people are.
REACH = 64  # Characters looked at on either side.


def unit_after(text: str, start: int) -> tuple[str, int] | None:
    """Return the unit of measure at `start`, as `UNITS` names it, and where it ends.

    A note's mark may stand before it: "1,342[1] km".

    >>> unit_after("1.78 m", 4), unit_after("88 m tall", 2)
    (('metre', 6), ('metre', 4))
    >>> unit_after("7.78 m", 4), unit_after("1.25 m viewers", 4)
    (None, None)
    >>> [unit_after("45 sq km", 2), unit_after("a 500-mile pipe", 5), unit_after("60 mph", 2)]
    [('square kilometre', 8), ('mile', 10), ('mile per hour', 6)]
    >>> [unit_after("200 m²", 3), unit_after("a 900-square-foot flat", 5)]
    [('square metre', 6), ('square foot', 17)]
    """
    if metres := _METRES.match(text, start) or _TALL.match(text, max(0, start - len("1.78"))):
        return "metre", metres.end()  # Elsewhere "5 m" may be millions.
    letter = _LETTER.match(text, start)
    if letter and _WEATHER.search(text, max(0, start - REACH), start + REACH):
        return _DEGREES[letter[1]], letter.end()  # "40C": elsewhere it is the name of something.
    match = _AFTER.match(text, start)
    if match is None:
        return None
    unit = _DEGREES[match["scale"]] if match["scale"] else _measured(match)
    return (unit, match.end()) if unit in UNITS else None


def _measured(match: re.Match[str]) -> str:
    word = match["word"]
    square = "square " if match["square"] or match["exponent"] else ""
    unit = "metre" if square and word == "m" else _AMERICAN.sub("re", singular(word) or word)
    square = "cubic " if match["cubic"] else square
    rate = f" per {match['time']}" if match["time"] else ""
    return f"{square}{unit}{rate}"


def unit_before(text: str, start: int) -> str | None:
    """Return the unit that is told before a number: "a quake of magnitude 6.3"."""
    return "magnitude" if _MAGNITUDE.search(text[max(0, start - REACH) : start]) else None


def inches_after(text: str, start: int) -> tuple[int, int] | None:
    r"""Return the inches behind a number of feet that ends at `start`, and where they end.

    >>> [inches_after(text, 1) for text in ("6 ft 9 in", "6'8\"", "6-foot-4", "6 feet 9 people")]
    [(9, 9), (8, 4), (4, 8), None]
    """
    match = _INCHES.match(text, start)
    return (
        (int(match["marked"] or match["joined"] or match["told"]), match.end()) if match else None
    )


def in_unit_of(value: Value, other: Value) -> Value | None:
    """Return a value in the unit of another; None where one cannot be told in the other.

    Whoever told it in both units has rounded, so that it reaches a little further than it did.
    """
    mine, its = (UNITS.get(one.unit or "") for one in (value, other))
    if mine is None or its is None or mine.base != its.base:
        return None
    if not isinstance(value.low, Decimal) or not isinstance(value.high, Decimal):
        return None
    ends = [
        (end * mine.worth + mine.zero - its.zero) / its.worth for end in (value.low, value.high)
    ]
    degrees = mine.base == "temperature"
    loose = LOOSE_DEGREES / its.worth if degrees else LOOSE * max(map(abs, ends))
    step = max(value.step * mine.worth / its.worth, 2 * loose)
    return value.model_copy(
        update={"low": ends[0], "high": ends[1], "step": step, "unit": other.unit}
    )

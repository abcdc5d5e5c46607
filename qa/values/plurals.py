"""The singular of a plural noun, and the units that are written short."""

import re

UNITS = {
    "km": "kilometre",
    "kms": "kilometre",
    "ft": "foot",
    "yd": "yard",
    "yds": "yard",
    "kg": "kilogram",
    "kgs": "kilogram",
    "lb": "lb",
    "lbs": "lb",
    "mph": "mile per hour",
    "km/h": "kilometre per hour",
    "kmh": "kilometre per hour",
    "kph": "kilometre per hour",
    "kmph": "kilometre per hour",
    "GB": "gigabyte",
    "TB": "terabyte",
    "kW": "kilowatt",
    "MW": "megawatt",
    "GW": "gigawatt",
    "Hz": "hertz",
    "kHz": "kilohertz",
    "MHz": "megahertz",
    "GHz": "gigahertz",
    "mm": "millimetre",
    "cm": "centimetre",
}
# Different words for one thing only where nobody would object.
IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "thieves": "thief",
    "wolves": "wolf",
    "calves": "calf",
    "loaves": "loaf",
    "shelves": "shelf",
    "geese": "goose",
    "mice": "mouse",
    "movies": "movie",
    "cookies": "cookie",
    "zombies": "zombie",
    "rookies": "rookie",
    "ties": "tie",
    "shoes": "shoe",
    "fatalities": "death",
    "dead": "death",
    "killed": "death",
    "injured": "injury",
    "wounded": "injury",
    "kilometers": "kilometre",
    "meters": "metre",
    "liters": "litre",
    "theaters": "theatre",
    "centers": "centre",
    "kilograms": "kilogram",
    "kilos": "kilogram",
}
PARTICIPLES = frozenset({"dead", "killed", "injured", "wounded"})
"""Nouns only when no noun follows: "12 injured", but "12 injured players"."""

_SAME_FORM = (
    "police personnel staff aircraft spacecraft crew fish sheep deer cattle species series troops "
    "goods livestock"
)
SAME_FORM = frozenset(_SAME_FORM.split())
"""Counted without a plural form of their own."""

_MEN = re.compile(r"[a-z]{2,}(?<!speci)(?<!abdo)(?<!regi)men")  # "gunmen"
_INITIALS = re.compile(r"[A-Z]{2,4}s")


def singular(word: str) -> str | None:
    """Return the singular of a plural noun; None when `word` does not look like one.

    >>> [singular(word) for word in ("passengers", "cities", "MPs", "previous", "people")]
    ['passenger', 'city', 'MP', None, 'person']
    >>> singular("gunmen"), singular("specimen")
    ('gunman', None)
    """
    if word in UNITS or _INITIALS.fullmatch(word):
        return UNITS.get(word, word[:-1])
    plain = word.lower()
    if plain in IRREGULAR or plain in SAME_FORM:
        return IRREGULAR.get(plain, plain)
    if _MEN.fullmatch(plain):
        return f"{plain[:-2]}an"
    if len(plain) < 4 or not plain.endswith("s") or plain.endswith(("ss", "us", "is", "'s", "’s")):
        return None
    if plain.endswith("ies") and len(plain) > 4:
        return plain[:-3] + "y"
    return plain[:-2] if plain.endswith(("sses", "shes", "ches", "xes", "oes")) else plain[:-1]

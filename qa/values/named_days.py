"""Days that have a name, and days in words: "Christmas Eve", "the first of May"."""

import re
from datetime import date

from qa.values.dates import MONTHS
from qa.values.models import Found

_DAYS = {
    "new year's day": "01-01",
    "valentine's day": "02-14",
    "st patrick's day": "03-17",
    "april fools' day": "04-01",
    "may day": "05-01",
    "bastille day": "07-14",
    "halloween": "10-31",
    "all saints' day": "11-01",
    "armistice day": "11-11",
    "christmas eve": "12-24",
    "christmas day": "12-25",
    "boxing day": "12-26",
    "st stephen's day": "12-26",
    "new year's eve": "12-31",
}
_UNITS = "first second third fourth fifth sixth seventh eighth ninth"
_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth"
)
_TENS = " ".join(["twentieth", *(f"twenty-{unit}" for unit in _UNITS.split())])
_IN_ORDER = [*_UNITS.split(), *_TEENS.split(), *_TENS.split(), "thirtieth", "thirty-first"]
_ORDINALS = {word: number for number, word in enumerate(_IN_ORDER, start=1)}

_YEAR = r"(?:,? (?:of )?(?P<year>[12][0-9]{3})(?![0-9]|,[0-9]))?"
_NAMES = "|".join(_DAYS).replace("'", "['’]").replace("st ", r"st\.? ")
_NAMED = re.compile(rf"(?P<name>{_NAMES})\b{_YEAR}", re.IGNORECASE)
_IN_WORDS = re.compile(
    rf"(?P<day>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))}) (?:day )?of "
    rf"(?P<month>{'|'.join(name.capitalize() for name in MONTHS)})\b{_YEAR}"
)
STARTERS = frozenset({*(name.split("'")[0].split()[0] for name in _DAYS), *_ORDINALS} | {"twenty"})


def named_day_at(text: str, start: int, _: date | None = None) -> Found | None:
    """Read a day that is called by a name or told in words, with its year where it is told.

    >>> found = named_day_at("on the second of May 2024", 7)
    >>> found.end, found.low
    (25, datetime.date(2024, 5, 2))
    >>> named_day_at("Christmas Eve", 0).unit
    '--12-24'
    """
    if match := _NAMED.match(text, start):
        if not text[start].isupper():
            return None
        day = _DAYS[match["name"].lower().replace("’", "'").replace(".", "")]
    elif match := _IN_WORDS.match(text, start):
        day = f"{MONTHS[match['month'].lower()]:02}-{_ORDINALS[match['day']]:02}"
    else:
        return None
    if match["year"] is None:
        return Found("date", start, match.end(), None, None, f"--{day}")
    try:
        named = date.fromisoformat(f"{match['year']}-{day}")
    except ValueError:
        return None  # "The thirty-first of June 2024"
    return Found("date", start, match.end(), named, named)

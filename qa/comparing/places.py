"""Does one place lie in another: Munich in Germany, Germany in Europe?

The table holds continents, countries, the states of the United States, the parts of the United
Kingdom, and cities of 15,000 people or more; `qa/data/README.md` says where it is from.
"""

import gzip
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

TABLE = Path(__file__).parents[1] / "data" / "places.tsv.gz"


def lies_in(place: str, other: str) -> bool:
    """Return whether a place is known to lie in another; of places of one name, any of them.

    >>> lies_in("Munich", "Germany"), lies_in("Munich", "Europe"), lies_in("Munich", "Turin")
    (True, True, False)
    """
    codes = {code for code, _ in _table().get(folded(other), ()) if code}
    above = {lies for _, lies in _table().get(folded(place), ())}
    while above and not above & codes:
        above = {lies for code in above for lies in _above().get(code, ())}
    return bool(codes and above & codes)


def folded(name: str) -> str:
    """Return a name without case, accents, points and "the".

    >>> folded("The U.S."), folded("Zürich")
    ('us', 'zurich')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return " ".join(plain.replace(".", "").removeprefix("the ").split())


@lru_cache(maxsize=1)
def _table() -> Mapping[str, list[tuple[str, str]]]:
    """Return for each name the code of the place and of what it lies in; a city has no code."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in gzip.decompress(TABLE.read_bytes()).decode().splitlines():
        name, code, lies = line.split("\t")
        found.setdefault(name, []).append((code, lies))
    return found


@lru_cache(maxsize=1)
def _above() -> Mapping[str, list[str]]:
    """Return for each code that of what the place lies in: a country's continent."""
    found: dict[str, list[str]] = {}
    for code, lies in (row for rows in _table().values() for row in rows):
        if code and lies and lies not in found.setdefault(code, []):
            found[code].append(lies)
    return found

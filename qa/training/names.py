"""Names to fill into invented stories: of people, towns and countries, from many languages."""

from pathlib import Path


def _read(path: Path) -> dict[str, list[str]]:
    """Return the names of each sort; a line is `sort: name, name, …`."""
    found: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        sort, _, names = line.partition(": ")
        found.setdefault(sort, []).extend(names.split(", "))
    return found


_NAMES = _read(Path(__file__).with_suffix(".txt"))
FIRST, LAST, TOWNS, COUNTRIES = (_NAMES[s] for s in ("first", "last", "towns", "countries"))
FIRMS, ENDINGS, TRADES = (_NAMES[s] for s in ("firms", "endings", "trades"))

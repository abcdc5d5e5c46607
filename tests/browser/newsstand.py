"""The page over a real index of small articles, compared by a comparer that needs no model."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from index import Library
from tests.browser.site import serving
from tests.index.fakes import WordHashEncoder, write
from tests.qa.years import TellingYears
from tests.ui.fakes import ScriptedAssistant

DAM = "The Arden dam opened in 1931, the Post knows."
GUIDE = "The Arden dam opened in 1934, a guide says."
MAP = "The Arden dam opened in 1934, a map says."
FERRY = "The ferry Astrid was built in 1998."
WRECK = "The Astrid was built in 1999 or so."
MILLS = {f"mill-{year}": f"The Birch mill opened in {year}." for year in range(1950, 1957)}
ARTICLES = {"dam": DAM, "guide": GUIDE, "map": MAP, "ferry": FERRY, "wreck": WRECK, **MILLS}
SOURCES = """
[dam]
publisher = "Arden Post"
published = 2024-03-04
[guide]
publisher = "Valley Guide"
published = 2025-01-01
[map]
publisher = "Maps of Arden"
"""


class Newsstand(NamedTuple):
    """Where the page is, and what it is over."""

    address: str
    folder: Path
    library: Library
    comparer: TellingYears


@contextmanager
def standing(
    place: Path, *, articles: Mapping[str, str] = ARTICLES, pause: float = 0.0
) -> Iterator[Newsstand]:
    """Serve the page over `articles`, none of which is compared yet.

    Args:
        place: An empty folder.
        articles: Texts by id; those of ARTICLES have a publisher and a date.
        pause: Seconds that comparing each article takes.
    """
    folder = place / "articles"
    for name, text in articles.items():
        write(folder / f"{name}.txt", text)
    write(folder / "sources.toml", SOURCES)
    comparer = TellingYears(pause=pause, k=20)
    with Library.open(place / "index", encoder=WordHashEncoder(), comparer=comparer) as library:
        library.sync(folder, compare=False)
        with serving(library, ScriptedAssistant(), articles=folder) as address:
            yield Newsstand(address, folder, library, comparer)

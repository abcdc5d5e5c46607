"""The page over the newspapers of stories.py, really searched and answered by a script."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.library import Library
from tests.browser.site import serving
from tests.index.fakes import WordHashEncoder
from tests.ui import stories
from tests.ui.fakes import ScriptedAssistant


@contextmanager
def harbour(folder: Path, assistant=None, *, mcp: bool = False) -> Iterator[str]:
    """Serve it from `folder`; yield its address."""
    articles = folder / "articles"
    articles.mkdir()
    for article in stories.ARTICLES.values():
        path = articles / f"{article.id}.json"
        path.write_text(article.model_dump_json(exclude={"id"}), encoding="utf-8")
    with Library.open(folder / "index", encoder=WordHashEncoder()) as library:
        library.sync(articles)
        with serving(
            library, assistant or ScriptedAssistant(), articles=articles, mcp=mcp
        ) as address:
            yield address

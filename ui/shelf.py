"""What the Sources tab does to the folder of articles: add, remove, sync."""

from collections import Counter, deque
from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from urllib.parse import urlsplit

from index import Library
from index.errors import CrosscheckError, LoadError
from index.load import read_url, save_article, save_upload
from index.models import Progress, Source, SyncReport

LONG_TITLE = 120  # Characters of a first line that stands in for a missing title.
TICK = 0.2  # Seconds between two looks at the progress; a person sees no more than five a second.


class ShelfError(CrosscheckError):
    """The folder of articles cannot be changed in this way."""


class Shelf:
    """A folder of articles and the library that is synced from it."""

    def __init__(self, library: Library, folder: Path):
        self.library = library
        self.folder = folder

    def add_files(self, files: Sequence[Path]) -> tuple[list[str], list[str]]:
        """Save uploaded files in the folder; return their new names, and why the rest was not."""
        self._make_folder()
        saved, problems = [], []
        for file in files:
            try:
                saved.append(save_upload(self.folder, file, name=file.name).name)
            except LoadError as error:
                problems.append(str(error))
        return saved, problems

    def add_text(self, *, title: str, publisher: str, published: str, text: str) -> str:
        """Save a pasted article in the folder; return its title.

        Raises:
            ShelfError: there is no text.
            LoadError: it cannot be saved.
        """
        if not text.strip():
            raise ShelfError("There is no text to add. Paste the article into the box first.")
        self._make_folder()
        title = title.strip() or text.strip().splitlines()[0][:LONG_TITLE]
        save_article(
            self.folder,
            title=title,
            text=text,
            publisher=publisher.strip() or None,
            published=published.strip() or None,
        )
        return title

    def add_address(self, address: str) -> str:
        """Fetch a web page and save its article in the folder; return its title.

        Raises:
            ShelfError: this is no web address, or the article is there already.
            LoadError: it cannot be fetched, read or saved.
        """
        address = address.strip()
        parts = urlsplit(address)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ShelfError(f"{address!r} is not a web address. It should begin with https://")
        self._refuse_known(address)
        article = read_url(address)
        self._make_folder()
        save_article(
            self.folder,
            title=article.title,
            text=article.text,
            publisher=article.publisher,
            author=article.author,
            published=article.published,
            url=article.url,
        )
        return article.title

    def remove(self, article_id: str) -> Source:
        """Delete the file of one article; return what was removed.

        Raises:
            ShelfError: there is no such article, its file holds others too, or it cannot go.
        """
        sources = self.library.sources()
        source = next((s for s in sources if s.id == article_id), None)
        if source is None:
            raise ShelfError(
                f"There is no article {article_id!r} any more; it may be gone already."
            )
        if shared_files(sources)[source.folder, source.file]:
            raise ShelfError(
                f"“{source.title}” is one record of {source.file} and cannot be removed on its "
                "own. Take the record out of the file, then sync."
            )
        try:
            (Path(source.folder) / source.file).unlink(missing_ok=True)
        except OSError as error:
            raise ShelfError(f"{source.file} could not be deleted: {error.strerror}.") from error
        return source

    def folders(self) -> list[Path]:
        """Return the folders whose articles are listed, this shelf's own first."""
        own = self.folder.resolve()
        return [self.folder, *(f for f in self.library.folders() if f != own)]

    def sync(self, folder: Path) -> Generator[Progress, None, SyncReport]:
        """Sync a folder without comparing, yielding how far it is; return the report.

        Raises:
            CrosscheckError: the folder is gone, or another process holds the index too long.
        """
        latest: deque[Progress] = deque(maxlen=1)
        with ThreadPoolExecutor(max_workers=1) as pool:
            work = pool.submit(self.library.sync, folder, compare=False, progress=latest.append)
            while not wait([work], timeout=TICK).done:
                if latest:
                    yield latest.pop()
            return work.result()

    def _make_folder(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ShelfError(f"{self.folder} cannot be made: {error.strerror}.") from error

    def _refuse_known(self, address: str) -> None:
        for source in self.library.sources():
            if source.url is not None and str(source.url).rstrip("/") == address.rstrip("/"):
                raise ShelfError(f"That address is here already: “{source.title}”.")


def shared_files(sources: Sequence[Source]) -> dict[tuple[str, str], bool]:
    """Return for each (folder, file) whether it holds several articles, or may come to."""
    articles = Counter((source.folder, source.file) for source in sources)
    return {place: n > 1 or place[1].endswith(".jsonl") for place, n in articles.items()}

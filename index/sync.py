"""Folder -> store: add what is new, replace what changed, remove what is gone.

The order of the steps stands in `sync_folder`. Every transaction holds whole articles, so a kill at
any moment leaves whole articles, and the next sync goes on from there.
"""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from index.batch import Batch
from index.chunk import CHUNKER_VERSION
from index.encode import Encoder
from index.ids import free_id
from index.load import Found, Loaded, find_files, iter_file, signature
from index.models import Article, Progress, SyncReport
from index.store import FileEntry, Problem, Store, StoredFile

BATCH_CHUNKS = 256  # A few seconds of embedding on 2 cores: what a kill can cost.
FOLDER_ITSELF = ""  # The place of problems that belong to no file: a link that loops.

ProgressCallback = Callable[[Progress], None]


def sync_folder(
    store: Store,
    encoder: Encoder,
    folder: Path,
    *,
    name: str,
    progress: ProgressCallback | None = None,
) -> SyncReport:
    """Make the store hold the articles of `folder`, known to it as `name`, as they are now."""
    return _Sync(store, encoder, folder, name, progress or (lambda _: None)).run()


class _Sync:
    """One run of a sync; it is used once."""

    def __init__(
        self, store: Store, encoder: Encoder, folder: Path, name: str, progress: ProgressCallback
    ) -> None:
        self._store = store
        self._folder, self._name = folder, name
        self._progress = progress
        self._batch = Batch(store, encoder)
        self._taken: dict[str, str] = {}
        self._added: list[str] = []
        self._changed: list[str] = []
        self._removed: list[str] = []
        self._unchanged: list[str] = []
        self._done = self._total = 0

    def run(self) -> SyncReport:
        found = find_files(self._folder)
        files = {path.relative_to(self._folder).as_posix(): path for path in found.files}
        with self._store.reading() as snapshot:
            known = {f: k for f, k in snapshot.files(self._name).items() if f != FOLDER_ITSELF}
            self._taken = dict(snapshot.article_folders())
            before = snapshot.problems(self._name, file=FOLDER_ITSELF)
        marks = {file: self._mark(path) for file, path in files.items()}
        sizes = {
            file: _size(path)
            for file, path in files.items()
            if file not in known or known[file].signature != marks[file]
        }
        self._total = sum(sizes.values())
        self._tell()
        self._remove_gone(known, files, found)
        for file, path in files.items():
            if file in sizes:
                end = self._done + sizes[file]
                self._read(file, path, marks[file], known.get(file, StoredFile("", {})), end=end)
            else:
                self._unchanged += known[file].articles.values()
        problems = _problems(found)
        if before != problems:
            self._batch.then(lambda t: t.finish_file(self._name, FOLDER_ITSELF, "", problems))
        if self._batch.any:
            self._batch.then(lambda t: t.drop_unused_vectors())
        self._write()
        return self._report()

    def _mark(self, path: Path) -> str:
        return f"{CHUNKER_VERSION}|{signature(path, self._folder)}"

    def _remove_gone(
        self, known: Mapping[str, StoredFile], files: Mapping[str, Path], found: Found
    ) -> None:
        """Remove the articles of files that are no more, but not those that cannot be looked at."""
        unread = {failure.where for failure in found.failures}
        for file in sorted(known.keys() - files.keys()):
            if unread.intersection((file, *map(str, PurePosixPath(file).parents))):
                self._unchanged += known[file].articles.values()
                continue
            self._forget(file, known[file])

    def _forget(self, file: str, known: StoredFile) -> None:
        for article_id in known.articles.values():
            self._remove(article_id)
        self._batch.then(lambda t: t.forget_file(self._name, file))

    def _remove(self, article_id: str) -> None:
        self._removed.append(article_id)
        del self._taken[article_id]
        self._batch.then(lambda t: t.remove(article_id))

    def _read(self, file: str, path: Path, mark: str, known: StoredFile, *, end: int) -> None:
        """Read one file; `end` is how far the sync is when that is done."""
        problems: list[Problem] = []
        seen: set[str] = set()
        for part in iter_file(path, folder=self._folder):
            for article in part.articles:
                self._take(article, file, known)
                seen.add(article.id)
                self._done = min(end, self._done + len(article.text))
            problems += _problems(part)
            if self._batch.chunks >= BATCH_CHUNKS:
                self._write()
        self._settle_missing(known, seen, any(fatal for _, fatal in problems))
        self._batch.then(lambda t: t.finish_file(self._name, file, mark, problems))
        self._done = end

    def _settle_missing(self, known: StoredFile, seen: set[str], failed: bool) -> None:
        """Remove what the file no longer has; a file that is half unreadable removes nothing."""
        for own_id, article_id in known.articles.items():
            if own_id not in seen and failed:
                self._unchanged.append(article_id)
            elif own_id not in seen:
                self._remove(article_id)

    def _take(self, article: Article, file: str, known: StoredFile) -> None:
        """Decide what becomes of one article that was read."""
        own_id, held_as = article.id, known.articles.get(article.id)
        id_ = held_as or free_id(own_id, file=file, name=self._name, taken=self._taken)
        article = article if id_ == own_id else article.model_copy(update={"id": id_})
        entry = FileEntry(
            folder=self._name, file=file, own_id=own_id, digest=_article_digest(article)
        )
        if held_as:
            with self._store.reading() as snapshot:
                stored = snapshot.entry(id_)
            if stored and stored.digest == entry.digest:
                self._unchanged.append(id_)
                return
        self._taken[id_] = self._name
        (self._changed if held_as else self._added).append(id_)
        self._batch.put(article, entry)

    def _write(self) -> None:
        self._batch.write()
        self._tell()

    def _tell(self) -> None:
        articles = len(self._added) + len(self._changed)
        self._progress(
            Progress(stage="indexing", done=self._done, total=self._total, articles=articles)
        )

    def _report(self) -> SyncReport:
        with self._store.reading() as snapshot:
            problems = snapshot.problems(self._name)
        moved = set(self._added) & set(self._removed)  # from one file to another
        return SyncReport(
            added=tuple(id_ for id_ in self._added if id_ not in moved),
            changed=tuple(self._changed) + tuple(id_ for id_ in self._added if id_ in moved),
            removed=tuple(id_ for id_ in self._removed if id_ not in moved),
            unchanged=tuple(self._unchanged),
            failed=tuple(problem for problem, fatal in problems if fatal),
            warnings=tuple(problem for problem, fatal in problems if not fatal),
        )


def _problems(read: Found | Loaded) -> tuple[Problem, ...]:
    failures = [(failure, True) for failure in read.failures]
    return (*failures, *((warning, False) for warning in read.warnings))


def _article_digest(article: Article) -> str:
    content = f"{CHUNKER_VERSION}\n{article.model_dump_json()}"
    return hashlib.sha256(content.encode()).hexdigest()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # Gone or unreadable: reading it will say so.

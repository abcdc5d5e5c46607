"""Folder -> store: add what is new, replace what changed, remove what is gone.

The order of the steps stands in `sync_folder`. Every transaction holds whole articles, so a kill at
any moment leaves whole articles, and the next sync goes on from there.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from index.arrays import Vectors
from index.chunk import CHUNKER_VERSION, embedded_text, split
from index.encode import Encoder
from index.load import find_files, iter_file, signature
from index.models import Article, Chunk, Failure, Progress, SyncReport
from index.store import FileEntry, Problem, Store, StoredFile, Transaction

BATCH_CHUNKS = 256  # A few seconds of embedding on 2 cores: what a kill can cost.
FOLDER_ITSELF = ""  # The place of problems that belong to no file: a link that loops.

ProgressCallback = Callable[[Progress], None]


class _Put(NamedTuple):
    article: Article
    entry: FileEntry
    chunks: list[Chunk]


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
        self._store, self._encoder = store, encoder
        self._folder, self._name = folder, name
        self._progress = progress
        self._ids: dict[str, tuple[str, str]] = {}
        self._added: list[str] = []
        self._changed: list[str] = []
        self._removed: list[str] = []
        self._unchanged: list[str] = []
        self._puts: list[_Put] = []
        self._steps: list[Callable[[Transaction], None]] = []
        self._done = self._total = 0

    def run(self) -> SyncReport:
        found = find_files(self._folder)
        files = {path.relative_to(self._folder).as_posix(): path for path in found.files}
        with self._store.reading() as snapshot:
            known = {f: k for f, k in snapshot.files(self._name).items() if f != FOLDER_ITSELF}
            self._ids = {s.id: (s.folder, s.file) for s in snapshot.sources()}
            before = snapshot.problems(self._name, file=FOLDER_ITSELF)
        self._remove_gone(known, files, found.failures)
        marks = {file: signature(path, self._folder) for file, path in files.items()}
        news = {f: p for f, p in files.items() if f not in known or known[f].signature != marks[f]}
        self._total = sum(_size(path) for path in news.values())
        for file, path in files.items():
            if file in news:
                self._read(file, path, marks[file], known.get(file, StoredFile("", {})))
            else:
                self._unchanged += known[file].articles.values()
        problems = [(failure, True) for failure in found.failures]
        if list(before) != problems:
            self._later(lambda t: t.finish_file(self._name, FOLDER_ITSELF, "", problems))
        self._write()
        return self._report()

    def _remove_gone(
        self,
        known: Mapping[str, StoredFile],
        files: Mapping[str, Path],
        unread: tuple[Failure, ...],
    ) -> None:
        """Remove the articles of files that are no more, but not those below an unread folder."""
        hidden = tuple(f"{failure.where}/" for failure in unread)
        for file in sorted(known.keys() - files.keys()):
            if file.startswith(hidden):
                self._unchanged += known[file].articles.values()
                continue
            for article_id in known[file].articles.values():
                self._remove(article_id)
            self._later(partial(_forget_file, folder=self._name, file=file))

    def _remove(self, article_id: str) -> None:
        self._removed.append(article_id)
        del self._ids[article_id]
        self._later(lambda t: t.remove(article_id))

    def _read(self, file: str, path: Path, mark: str, known: StoredFile) -> None:
        size, before = _size(path), self._done
        problems: list[Problem] = []
        seen: set[str] = set()
        for part in iter_file(path, folder=self._folder):
            for article in part.articles:
                self._take(article, file, known)
                seen.add(article.id)
                self._done = min(self._done + len(article.text), before + size)
            problems += [(failure, True) for failure in part.failures]
            problems += [(warning, False) for warning in part.warnings]
            if sum(len(put.chunks) for put in self._puts) >= BATCH_CHUNKS:
                self._write()
        self._settle_missing(known, seen, any(fatal for _, fatal in problems))
        self._later(lambda t: t.finish_file(self._name, file, mark, problems))
        self._done = before + size

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
        id_ = held_as or self._free_id(own_id, file)
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
        self._ids[id_] = (self._name, file)
        (self._changed if held_as else self._added).append(id_)
        put = _Put(article, entry, split(article, fits=self._encoder.fits))
        self._puts.append(put)
        self._later(lambda t: self._put(t, put))

    def _free_id(self, own_id: str, file: str) -> str:
        """Return `own_id`, or when another article has it, the shortest that tells them apart."""
        for candidate in self._candidates(own_id, file):
            if candidate not in self._ids:
                return candidate
        raise AssertionError("the candidates never end")

    def _candidates(self, own_id: str, file: str) -> Iterator[str]:
        yield own_id
        holder, _ = self._ids[own_id]
        if holder == self._name:
            yield file
            yield f"{file}#{own_id}"
        yield f"{self._folder.name}/{own_id}"
        number = 2
        while True:
            yield f"{self._folder.name}-{number}/{own_id}"
            number += 1

    def _later(self, step: Callable[[Transaction], None]) -> None:
        self._steps.append(step)

    def _write(self) -> None:
        """Embed what is new and do all steps so far in one transaction."""
        if self._steps:
            self._vectors = self._embedded()
            with self._store.writing() as transaction:
                for step in self._steps:
                    step(transaction)
        self._steps, self._puts = [], []
        articles = len(self._added) + len(self._changed)
        self._progress(
            Progress(stage="indexing", done=self._done, total=self._total, articles=articles)
        )

    def _put(self, transaction: Transaction, put: _Put) -> None:
        digests = [_digest(text) for text in _texts(put)]
        vectors = [(digest, self._vectors[digest]) for digest in digests]
        transaction.put(put.article, put.entry, put.chunks, vectors)

    def _embedded(self) -> dict[bytes, Vectors]:
        """Return the vectors of the chunks to put, embedding only what never was."""
        texts = {_digest(text): text for put in self._puts for text in _texts(put)}
        with self._store.reading() as snapshot:
            vectors = snapshot.known_vectors(texts)
        new = [digest for digest in texts if digest not in vectors]
        encoded = self._encoder.encode([texts[digest] for digest in new])
        return vectors | dict(zip(new, encoded, strict=True))

    def _report(self) -> SyncReport:
        if self._changed or self._removed:
            with self._store.writing() as transaction:
                transaction.drop_unused_vectors()
        with self._store.reading() as snapshot:
            problems = snapshot.problems(self._name)
        return SyncReport(
            added=tuple(self._added),
            changed=tuple(self._changed),
            removed=tuple(self._removed),
            unchanged=tuple(self._unchanged),
            failed=tuple(problem for problem, fatal in problems if fatal),
            warnings=tuple(problem for problem, fatal in problems if not fatal),
        )


def _forget_file(transaction: Transaction, *, folder: str, file: str) -> None:
    transaction.forget_file(folder, file)


def _texts(put: _Put) -> list[str]:
    return [embedded_text(put.article.title, c.heading, c.text) for c in put.chunks]


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()[:16]


def _article_digest(article: Article) -> str:
    content = f"{CHUNKER_VERSION}\n{article.model_dump_json()}"
    return hashlib.sha256(content.encode()).hexdigest()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # Gone or unreadable: reading it will say so.

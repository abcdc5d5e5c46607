"""The articles of one or more folders, indexed. The way in from Python."""

import os
from collections.abc import Collection
from pathlib import Path
from types import TracebackType
from typing import Self

from index.compare import Comparer, compare_new
from index.encode import DEFAULT_ENCODER, Encoder, SentenceEncoder
from index.errors import EncoderMismatch, IndexingError, LoadError
from index.live import LiveVectors
from index.lock import writer_lock
from index.models import Article, Failure, Finding, Source, SyncReport
from index.sqlite import SQLiteStore
from index.store import Store
from index.sync import ProgressCallback, sync_folder

WAIT = 60.0  # Seconds to wait for another writer: most syncs are over by then.
ENCODER = "encoder"


class Library:
    """An index in a folder of its own, with the encoder that made it.

    The folders of articles are the truth; the index is derived from them and can be thrown away.
    Any number of processes may read it while one writes.
    """

    def __init__(
        self, folder: Path, *, store: Store, encoder: Encoder, comparer: Comparer | None = None
    ) -> None:
        self.folder = folder
        self.store = store
        self.encoder = encoder
        self.comparer = comparer
        self.vectors = LiveVectors(folder, encoder)

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        encoder: Encoder | None = None,
        store: Store | None = None,
        comparer: Comparer | None = None,
    ) -> Self:
        """Open the index at `path`, or create it when it is not there.

        Args:
            path: The folder of the index.
            encoder: None takes the encoder that built the index, all-MiniLM-L6-v2 for a new one.
            store: None keeps everything in a SQLite file in that folder.
            comparer: Holds each article against the others at a sync. None compares nothing.

        Raises:
            EncoderMismatch: the index was built with another encoder.
            FormatMismatch: the index was built by another version of Crosscheck.
            IndexingError: the folder cannot be made or read.
        """
        folder = Path(path).resolve()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise IndexingError(
                f"{path} cannot hold an index ({error.strerror}); name another folder for it"
            ) from error
        store = store or SQLiteStore(folder)
        with store.reading() as snapshot:
            built_with = snapshot.fact(ENCODER)
        encoder = encoder or SentenceEncoder(built_with or DEFAULT_ENCODER)
        library = cls(folder, store=store, encoder=encoder, comparer=comparer)
        library._check_encoder(built_with)
        return library

    def sync(
        self,
        folder: str | Path,
        *,
        compare: bool = True,
        progress: ProgressCallback | None = None,
        wait: float = WAIT,
    ) -> SyncReport:
        """Make the index hold the articles of `folder` as they are now, and compare the new ones.

        All articles are compared that the comparer does not know as they are: those that changed,
        those that a killed sync left, and every one where another comparer was at work before.

        Args:
            folder: A folder of articles. The articles of other folders are not touched.
            compare: False leaves comparing to `compare`, or to the next sync.
            progress: Called with a `Progress` as the work goes on.
            wait: Seconds to wait while another process writes to the index.

        Raises:
            LoadError: there is no such folder, or it lies inside another one of this library.
            EncoderMismatch: another process built the index with another encoder meanwhile.
            IndexLocked: another process is still writing after `wait` seconds.
            IndexingError: the index cannot be written, for example because the disk is full.
        """
        root = Path(folder).resolve()
        if not root.is_dir():
            raise LoadError(
                f"{folder} is not a folder; make it, or name another folder of articles"
            )
        comparer = self.comparer if compare else None
        with writer_lock(self.folder, wait=wait):
            name = self._name(root)
            self._refuse_nested(root, name)
            self._note_encoder()
            with self.store.reading() as snapshot:
                known = snapshot.finding_digests() if comparer else set()
            report = sync_folder(self.store, self.encoder, root, name=name, progress=progress)
            if report.added or report.changed or report.removed:
                with self.store.reading() as snapshot:
                    self.vectors.save(snapshot)
            if comparer is None:
                return report
            new = compare_new(self.store, self.vectors, comparer, known=known, progress=progress)
        return report.model_copy(update={"findings": new})

    def compare(
        self,
        *,
        most: int | None = None,
        progress: ProgressCallback | None = None,
        wait: float = WAIT,
    ) -> tuple[Finding, ...]:
        """Compare articles that wait for it, without a sync; return what is new, as a sync does.

        It is no error that none waits, for example because another process was faster.

        Args:
            most: How many articles, so that others can write in between; None takes all.
            progress: Called with a `Progress` as the work goes on.
            wait: Seconds to wait while another process writes to the index.

        Raises:
            IndexLocked: another process is still writing after `wait` seconds.
            IndexingError: the index cannot be written, for example because the disk is full.
        """
        if self.comparer is None or not self.uncompared():
            return ()
        with writer_lock(self.folder, wait=wait):
            with self.store.reading() as snapshot:
                known = snapshot.finding_digests()
            return compare_new(
                self.store, self.vectors, self.comparer, known=known, most=most, progress=progress
            )

    def forget(self, folder: str | Path, *, wait: float = WAIT) -> None:
        """Take the articles of `folder` out of the index. Their files are left alone."""
        with writer_lock(self.folder, wait=wait), self.store.writing() as transaction:
            transaction.forget_folder(self._name(Path(folder).resolve()))
            transaction.drop_unused_vectors()

    def article(self, article_id: str) -> Article:
        """Return an article.

        Raises:
            UnknownArticle: none has this id.
        """
        with self.store.reading() as snapshot:
            return snapshot.article(article_id)

    def sources(self) -> tuple[Source, ...]:
        """Return every article with its folder and file."""
        with self.store.reading() as snapshot:
            sources = snapshot.sources()
        return tuple(
            source.model_copy(update={"folder": str(self._path(source.folder))})
            for source in sources
        )

    def findings(self, articles: Collection[str] | None = None) -> tuple[Finding, ...]:
        """Return what the comparer found, the most confident first; nothing without a comparer.

        `articles` are the ids of those that one side must be of; None takes all.
        """
        if self.comparer is None:
            return ()
        with self.store.reading() as snapshot:
            return snapshot.findings(self.comparer.name, articles=articles)

    def uncompared(self) -> tuple[str, ...]:
        """Return the ids of the articles that wait to be compared."""
        if self.comparer is None:
            return ()
        with self.store.reading() as snapshot:
            return snapshot.uncompared(self.comparer.name)

    def failures(self) -> tuple[Failure, ...]:
        """Return what could not be read when its folder was last synced."""
        with self.store.reading() as snapshot:
            return tuple(
                problem
                for name in snapshot.folders()
                for problem, fatal in snapshot.problems(name)
                if fatal
            )

    def folders(self) -> tuple[Path, ...]:
        """Return the folders that were synced, as absolute paths."""
        with self.store.reading() as snapshot:
            return tuple(self._path(name) for name in snapshot.folders())

    @property
    def generation(self) -> int:
        """Grows whenever any process changes the index."""
        with self.store.reading() as snapshot:
            return snapshot.generation

    def close(self) -> None:
        """Let go of the files."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _name(self, root: Path) -> str:
        """Name a folder from beside the index, so that both can be moved together."""
        beside = self.folder.parent
        return root.relative_to(beside).as_posix() if root.is_relative_to(beside) else str(root)

    def _path(self, name: str) -> Path:
        return Path(os.path.normpath(self.folder.parent / name))

    def _refuse_nested(self, root: Path, name: str) -> None:
        for other in self.folders():
            if self._name(other) != name and (
                root.is_relative_to(other) or other.is_relative_to(root)
            ):
                outer, inner = (other, root) if root.is_relative_to(other) else (root, other)
                raise LoadError(
                    f"{inner} lies inside {outer}, and its articles would count twice; "
                    f"sync {other} as before, or forget it first"
                )

    def _note_encoder(self) -> None:
        with self.store.reading() as snapshot:
            noted = snapshot.fact(ENCODER)
        self._check_encoder(noted)  # Another process may have been first.
        if noted is None:
            with self.store.writing() as transaction:
                transaction.note(ENCODER, self.encoder.name)

    def _check_encoder(self, built_with: str | None) -> None:
        if built_with not in {None, self.encoder.name}:
            raise EncoderMismatch(
                f"{self.folder} was built with encoder {built_with!r}, not {self.encoder.name!r}; "
                f"name that one, give --index another folder, or delete {self.folder} to build it "
                "anew"
            )

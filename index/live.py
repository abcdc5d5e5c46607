"""The vector index, kept in step with a store that others may be writing to."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import NamedTuple

import numpy as np

from index.arrays import Ids, Vectors
from index.encode import Encoder
from index.store import Snapshot, StoredChunk, Where
from index.vectors import VectorIndex

AT_ONCE = 50_000  # Vectors read from the store at a time: 77 MB of 384 dimensions.
STALE = 0.05  # A cache file that lacks more than this share is written again; less is read quickly.


class Near(NamedTuple):
    """A chunk, and the chunks of other articles that are nearest to it."""

    chunk: StoredChunk
    others: list[tuple[StoredChunk, float]]
    """With their cosines, the nearest first."""


Scored = list[tuple[int, float]]
"""Keys of chunks with their cosines, the nearest first."""


class LiveVectors:
    """Searches the vectors of any snapshot of one store.

    What is in memory follows the newest snapshot it was shown; the file is only a cache.
    """

    def __init__(self, folder: Path, encoder: Encoder) -> None:
        self._folder = folder
        self._encoder = encoder
        self._lock = Lock()
        self._index: VectorIndex | None = None
        self._identity: str | None = None
        self._generation = -1
        self._unsaved = 0

    def search(self, snapshot: Snapshot, query: Vectors, k: int, where: Where) -> dict[int, float]:
        """Return the `k` chunks nearest to `query`, shape (dim,), with their cosines."""
        among = None if where == Where() else snapshot.chunk_keys(where)
        with self._lock:
            index = self._caught_up(snapshot)
            return dict(index.search(query, k, among=among))

    def neighbours(self, snapshot: Snapshot, article_id: str, k: int) -> list[Near]:
        """Return each chunk of an article with the `k` chunks of other articles nearest to it.

        Where something was found with other articles before one of the two changed, as many of
        theirs are added: what changed may no longer be the nearest.
        """
        own = snapshot.chunks_of(article_id)
        if not own:
            return []
        keys = np.array([chunk.key for chunk in own], dtype=np.int64)
        vectors = snapshot.vectors(keys)
        with self._lock:
            nearest = self._caught_up(snapshot).search_each(vectors, k, without=keys)
        again = _nearest_of(snapshot, snapshot.once_found_with(article_id), vectors, k)
        found = [_together(*rows) for rows in zip(nearest, again, strict=True)]
        others = {key for row in found for key, _ in row}
        chunks = {chunk.key: chunk for chunk in snapshot.chunks(sorted(others))}
        return [
            Near(chunk, [(chunks[key], cosine) for key, cosine in row if key in chunks])
            for chunk, row in zip(own, found, strict=True)
        ]

    def save(self, snapshot: Snapshot) -> None:
        """Write the cache file when it is missing or has fallen far behind; one writer at a time.

        Where it cannot be written, the next process reads every vector from the store.
        """
        with self._lock, suppress(OSError):
            index = self._caught_up(snapshot)
            path = self._path(snapshot)
            for left in {*self._folder.glob("*vectors-*")} - {path}:
                left.unlink()  # By a save that was killed, or a store that was thrown away.
            if not path.exists() or self._unsaved > STALE * len(index):
                index.save(path)
                self._unsaved = 0

    def _caught_up(self, snapshot: Snapshot) -> VectorIndex:
        identity = snapshot.fact("identity")
        if self._index is None or identity != self._identity:
            dim = self._encoder.dim
            self._index = VectorIndex.load(self._path(snapshot), dim=dim) or VectorIndex(dim)
            self._identity, self._generation = identity, -1
        if snapshot.generation > self._generation:
            self._follow(self._index, snapshot)
            self._generation = snapshot.generation
        return self._index

    def _follow(self, index: VectorIndex, snapshot: Snapshot) -> None:
        keys, held = snapshot.chunk_keys(), index.ids()
        gone = np.setdiff1d(held, keys, assume_unique=True)
        new: Ids = np.setdiff1d(keys, held, assume_unique=True)
        if len(gone):
            index.remove(gone)
        for start in range(0, len(new), AT_ONCE):
            some = new[start : start + AT_ONCE]
            index.add(some, snapshot.vectors(some))
        self._unsaved += len(gone) + len(new)

    def _path(self, snapshot: Snapshot) -> Path:
        """Return the cache file of this very store: another one's keys mean other chunks."""
        return self._folder / f"vectors-{snapshot.fact('identity')}.faiss"


def _nearest_of(
    snapshot: Snapshot, article_ids: Iterable[str], vectors: Vectors, k: int
) -> list[Scored]:
    """Return, for each row of `vectors`, the `k` chunks of these articles nearest to it."""
    keys = np.array(
        [chunk.key for id_ in article_ids for chunk in snapshot.chunks_of(id_)], dtype=np.int64
    )
    if len(keys) == 0:
        return [[] for _ in vectors]
    cosines = vectors @ snapshot.vectors(keys).T
    best = np.argsort(-cosines, axis=1, kind="stable")[:, :k]
    return [
        [(int(keys[place]), float(row[place])) for place in places]
        for row, places in zip(cosines, best, strict=True)
    ]


def _together(one: Scored, other: Scored) -> Scored:
    """Return both, each key once.

    >>> _together([(7, 0.9), (5, 0.5)], [(7, 0.9), (8, 0.7)])
    [(7, 0.9), (8, 0.7), (5, 0.5)]
    """
    return sorted({**dict(other), **dict(one)}.items(), key=lambda scored: -scored[1])

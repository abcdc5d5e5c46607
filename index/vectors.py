"""Vectors by chunk id, searched with FAISS.

SQLite holds every vector; what is here is rebuilt from it, so a saved file is only a cache.
"""

import hashlib
import os
import tempfile
from pathlib import Path
from typing import Self

import faiss
import numpy as np
from numpy.typing import ArrayLike, NDArray

from index.arrays import Ids, Vectors
from index.inverted import contents, enough_probes, inverted, is_outgrown

__all__ = ["EXACT_LIMIT", "Ids", "VectorIndex", "Vectors"]

EXACT_LIMIT = 100_000  # Vectors. Exact search takes 12 ms there, half of what a search may take.
UNIT_TOLERANCE = 1e-3  # float16 models round lengths by up to 5e-4.
DIGEST_SIZE = 16  # Bytes at the head of a saved file. FAISS must not be handed a damaged one.


class VectorIndex:
    """Unit vectors by chunk id. Exact up to `exact_limit` vectors, then an inverted file (IVF).

    Many threads may search at once, but not while one adds or removes.
    """

    def __init__(self, dim: int, *, exact_limit: int = EXACT_LIMIT) -> None:
        self.dim = dim
        self._exact_limit = exact_limit
        self._ids: Ids = np.empty(0, dtype=np.int64)
        self._faiss: faiss.IndexIDMap2 | faiss.IndexIVFFlat = _exact(dim)

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def is_exact(self) -> bool:
        """Whether every vector is compared, rather than those of the nearest lists."""
        return isinstance(self._faiss, faiss.IndexIDMap2)

    def ids(self) -> Ids:
        """Return the ids it holds, ascending."""
        return self._ids.copy()

    def add(self, ids: ArrayLike, vectors: Vectors) -> None:
        """Hold the rows of `vectors` under `ids`.

        Raises:
            ValueError: an id is there already or twice, or a row is not of `dim` and length 1.
        """
        new = _as_ids(ids)
        rows = _as_rows(vectors, dim=self.dim)
        if len(new) != len(rows):
            raise ValueError(f"{len(new)} ids for {len(rows)} vectors; give one id for each")
        together = np.concatenate([self._ids, new])
        together.sort()
        twice = together[1:][together[1:] == together[:-1]]
        if len(twice):
            raise ValueError(f"id {twice[0]} is there already; remove it first")
        if len(new):
            self._faiss.add_with_ids(rows, new)
            self._ids = together
            self._fit_to_size()

    def remove(self, ids: ArrayLike) -> int:
        """Forget `ids`; return how many of them it held."""
        gone = np.intersect1d(self._ids, _as_ids(ids))
        if len(gone):
            self._faiss.remove_ids(faiss.IDSelectorBatch(gone))
            self._ids = np.setdiff1d(self._ids, gone, assume_unique=True)
            self._fit_to_size()
        return len(gone)

    def search(
        self, query: Vectors, k: int, *, among: ArrayLike | None = None
    ) -> list[tuple[int, float]]:
        """Return the (id, cosine) of the `k` vectors nearest to one query, best first.

        Args:
            query: One unit vector, shape (dim,).
            k: How many; fewer are returned when it does not hold as many.
            among: Search these ids only, and always exactly. None searches all.
        """
        if np.ndim(query) != 1:
            raise ValueError(f"the query has shape {np.shape(query)}; give ({self.dim},)")
        row = _as_rows(query[np.newaxis], dim=self.dim)
        if k < 1:
            raise ValueError(f"k is {k}; ask for at least 1")
        chosen = None if among is None else np.intersect1d(self._ids, _as_ids(among))
        k = min(k, len(self if chosen is None else chosen))
        if k == 0:
            return []
        scores, ids = self._faiss.search(row, k, params=self._parameters(chosen))
        return _found(ids[0], scores[0])

    def search_each(
        self, queries: Vectors, k: int, *, without: ArrayLike = ()
    ) -> list[list[tuple[int, float]]]:
        """Return, for each query, the (id, cosine) of the `k` vectors nearest to it, best first.

        Args:
            queries: Unit vectors, shape (n, dim). They are searched for together, which is faster.
            k: How many for each; fewer are returned when it does not hold as many.
            without: Ids that are not found.
        """
        rows = _as_rows(queries, dim=self.dim)
        if k < 1:
            raise ValueError(f"k is {k}; ask for at least 1")
        k = min(k, len(self))
        if k == 0 or len(rows) == 0:
            return [[] for _ in rows]
        parameters = self._parameters_without(_as_ids(without))
        scores, ids = self._faiss.search(rows, k, params=parameters)
        return [_found(*row) for row in zip(ids, scores, strict=True)]

    def save(self, path: str | Path) -> None:
        """Write it to `path`, whole or not at all."""
        path = Path(path)
        body = faiss.serialize_index(self._faiss)
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as file:
            try:
                file.write(_digest(body))
                file.write(body.data)
                file.flush()
                os.fsync(file.fileno())
                os.replace(file.name, path)
            except BaseException:
                os.unlink(file.name)
                raise

    @classmethod
    def load(cls, path: str | Path, *, dim: int, exact_limit: int = EXACT_LIMIT) -> Self | None:
        """Return what was saved; None where it is missing, damaged or of another `dim`."""
        try:
            data = np.fromfile(path, dtype=np.uint8)
            body = data[DIGEST_SIZE:]
            if _digest(body) != data[:DIGEST_SIZE].tobytes():
                return None
            saved = faiss.deserialize_index(body)
        except (OSError, RuntimeError):  # RuntimeError: another version of FAISS wrote it.
            return None
        if saved.d != dim or not isinstance(saved, faiss.IndexIDMap2 | faiss.IndexIVFFlat):
            return None
        index = cls(dim, exact_limit=exact_limit)
        index._faiss = saved
        index._ids = np.sort(contents(saved)[0])
        index._fit_to_size()
        return index

    def _parameters(self, among: Ids | None) -> faiss.SearchParameters | None:
        if among is None:
            return None
        selector = faiss.IDSelectorBatch(among)
        if self.is_exact:
            return faiss.SearchParameters(sel=selector)
        # They may lie in any list. Passing over the rest is cheap: 5 ms for 100,000.
        return faiss.SearchParametersIVF(sel=selector, nprobe=self._faiss.nlist)

    def _parameters_without(self, left_out: Ids) -> faiss.SearchParameters | None:
        if len(left_out) == 0:
            return None
        selector = faiss.IDSelectorNot(faiss.IDSelectorBatch(left_out))
        if self.is_exact:
            return faiss.SearchParameters(sel=selector)
        return faiss.SearchParametersIVF(sel=selector, nprobe=self._faiss.nprobe)

    def _fit_to_size(self) -> None:
        """Turn exact or inverted, or train again, where its size has come to ask for it."""
        wants_exact = len(self) <= self._exact_limit
        if wants_exact and self.is_exact:
            return
        if not wants_exact and not self.is_exact and not is_outgrown(self._faiss):
            return
        ids, vectors = contents(self._faiss)
        self._faiss = _exact(self.dim) if wants_exact else inverted(vectors)
        self._faiss.add_with_ids(vectors, ids)
        if not wants_exact:
            self._faiss.nprobe = enough_probes(self._faiss, vectors)


def _exact(dim: int) -> faiss.IndexIDMap2:
    return faiss.IndexIDMap2(faiss.IndexFlatIP(dim))


def _found(ids: Ids, scores: NDArray[np.float32]) -> list[tuple[int, float]]:
    """Return one row of what FAISS found: it fills up with -1 where it searched fewer than k."""
    return [(int(i), float(s)) for i, s in zip(ids, scores, strict=True) if i != -1]


def _digest(body: NDArray[np.uint8]) -> bytes:
    return hashlib.blake2b(body.data, digest_size=DIGEST_SIZE).digest()


def _as_ids(ids: ArrayLike) -> Ids:
    array = np.asarray(ids)
    if array.ndim != 1:
        raise ValueError(f"ids have shape {array.shape}; give (n,)")
    if array.size and not np.issubdtype(array.dtype, np.integer):
        raise ValueError(f"ids are {array.dtype}; give integers")
    return array.astype(np.int64)


def _as_rows(vectors: Vectors, *, dim: int) -> Vectors:
    """Return `vectors` as FAISS takes them, or say which row is not a unit vector."""
    rows = np.ascontiguousarray(vectors, dtype=np.float32)
    if rows.ndim != 2 or rows.shape[1] != dim:
        raise ValueError(f"vectors have shape {rows.shape}; give (n, {dim})")
    lengths = np.linalg.norm(rows, axis=1)
    wrong = np.flatnonzero(~(np.abs(lengths - 1) <= UNIT_TOLERANCE))  # NaN is wrong, too.
    if len(wrong):
        raise ValueError(
            f"vector {wrong[0]} has length {lengths[wrong[0]]:.4g}; divide it by its length"
        )
    return rows

"""Vectors to search, and the plain reference to compare with."""

import numpy as np

from index.vectors import Vectors

DIM = 16
EAST, NORTH, WEST = (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)
NORTH_EAST = (0.6, 0.8)


def unit(rows) -> Vectors:
    rows = np.asarray(rows, dtype=np.float32)
    return rows / np.linalg.norm(rows, axis=-1, keepdims=True)


def topics(count: int, *, seed: int) -> Vectors:
    """Vectors in bundles, as the passages of a few stories are."""
    random = np.random.default_rng(seed)
    centres = random.standard_normal((20, DIM))
    spread = 0.7 * random.standard_normal((count, DIM))
    return unit(centres[random.integers(0, 20, count)] + spread)


def by_hand(query: Vectors, ids, vectors: Vectors, k: int) -> list[int]:
    """The plain reference: ids by cosine, best first."""
    return [int(ids[i]) for i in np.argsort(-(vectors @ query), kind="stable")[:k]]

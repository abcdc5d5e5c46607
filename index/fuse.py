"""Several rankings of the same things -> one. The fusion is replaceable."""

from collections.abc import Mapping, Sequence
from typing import Protocol

# Chosen on the sets of tests/benchmarks: from 35 to 70 all of them were much the same.
SCALE = 50.0  # Points of BM25 that a cosine of 1 counts.
MOST_DENSE = 0.5
APART = 30.0  # Points; passages that differ by less in all are alike, and their scores are, too.

Scores = Mapping[int, float]
"""Chunk id -> its score in one ranking; higher is better, and only the found ones are in it."""


class Fusion(Protocol):
    """The replaceable part that joins the dense and the lexical ranking."""

    def fuse(self, dense: Scores, lexical: Scores) -> dict[int, float]:
        """Return a score between 0 and 1 for every id of either ranking."""
        ...


class ConvexFusion:
    """The weighted mean of both scores, each first stretched so that its best is 1 and its worst 0.

    Source: Bruch, Gai and Ingber, TOIS 2023, doi:10.1145/3596512, who find it better than rank
    fusion and little sensitive to how scores are normalised.

    >>> ConvexFusion(dense_weight=0.25).fuse({1: 0.9, 2: 0.5}, {2: 12.0, 3: 4.0})
    {1: 0.25, 2: 0.75, 3: 0.0}
    """

    def __init__(self, *, dense_weight: float = 0.3) -> None:
        if not 0 <= dense_weight <= 1:
            raise ValueError(f"dense_weight is between 0 and 1, not {dense_weight}")
        self.dense_weight = dense_weight

    def fuse(self, dense: Scores, lexical: Scores) -> dict[int, float]:
        """Return the weighted mean; an id that one ranking lacks has the worst score there."""
        return _mean(_stretched(dense), _stretched(lexical), self.dense_weight)


class AdaptiveFusion:
    """The weighted mean of `ConvexFusion`, with weights that each question gets by its scores.

    Each side weighs as much as its scores reach: BM25 from 0 to the best, a cosine from the worst
    to the best, times `scale`. A question of many rare words, as of names, has passages with high
    BM25, and words decide it; the meaning decides one of few and common words. It never weighs more
    than words do: in a handful of articles no word is rare. Where all passages are alike, so are
    their scores, and those of one article are no better than the next one's.

    Source: with both scores as they are this is their sum, which Wang, Zhuang and Zuccon find good,
    ICTIR 2021, doi:10.1145/3471158.3472233.

    >>> few, many = {1: 4.0}, {1: 35.0}
    >>> [AdaptiveFusion(scale=20).fuse({2: 0.75, 3: 0.5}, words)[2] for words in (few, many)]
    [0.85, 0.125]
    """

    def __init__(self, *, scale: float = SCALE) -> None:
        if scale < 0:
            raise ValueError(f"scale is 0 or more, not {scale}")
        self.scale = scale

    def fuse(self, dense: Scores, lexical: Scores) -> dict[int, float]:
        """Return the weighted mean; an id that words do not find has a BM25 of 0."""
        least = min([0.0, *lexical.values()])
        meaning, words = self.scale * _reach(dense), max(lexical.values(), default=0.0) - least
        weight = MOST_DENSE if meaning >= words else meaning / (meaning + words)
        mean = _mean(_stretched(dense), _stretched(lexical, low=least), weight)
        share = min(1.0, (meaning + words) / APART)
        return {id_: 1 - share * (1 - score) for id_, score in mean.items()}


class RankFusion:
    """Reciprocal rank fusion: the sum of 1 / (k + rank), scaled so that first in both is 1.

    Source: Cormack, Clarke and Buettcher, SIGIR 2009, doi:10.1145/1571941.1572114.

    >>> RankFusion(k=1).fuse({1: 0.9, 2: 0.5}, {2: 12.0})
    {1: 0.5, 2: 0.8333333333333333}
    """

    def __init__(self, *, k: int = 60) -> None:
        self.k = k

    def fuse(self, dense: Scores, lexical: Scores) -> dict[int, float]:
        """Return the scaled sum of reciprocal ranks."""
        total: dict[int, float] = {}
        for scores in (dense, lexical):
            for rank, id_ in enumerate(_best_first(scores), start=1):
                total[id_] = total.get(id_, 0.0) + (self.k + 1) / (2 * (self.k + rank))
        return dict(sorted(total.items()))


def _best_first(scores: Scores) -> Sequence[int]:
    return sorted(scores, key=lambda id_: (-scores[id_], id_))


def _reach(scores: Scores) -> float:
    return max(scores.values()) - min(scores.values()) if scores else 0.0


def _stretched(scores: Scores, *, low: float | None = None) -> dict[int, float]:
    """Return the scores so that the best is 1, and the worst, or a score of `low`, is 0."""
    if not scores:
        return {}
    high = max(scores.values())
    low = min(scores.values()) if low is None else low
    if high == low:
        return dict.fromkeys(scores, 1.0)
    return {id_: (score - low) / (high - low) for id_, score in scores.items()}


def _mean(dense: Scores, lexical: Scores, weight: float) -> dict[int, float]:
    return {
        id_: weight * dense.get(id_, 0.0) + (1 - weight) * lexical.get(id_, 0.0)
        for id_ in sorted(dense.keys() | lexical.keys())
    }

"""Pairs of sentences -> what the outcome of a comparison of figures tells of them."""

from collections import Counter
from collections.abc import Iterable

import numpy as np

from qa.datasets.pairs import LABELS, Pair
from qa.telling.comparisons import comparisons

OF_FACTS = ("vitaminc", "fever")
"""Both sentences of their pairs speak of one thing."""

DOUBT = 5.0  # Pairs that every outcome is given besides, labelled as pairs are on the whole.


def weighed(pairs: Iterable[Pair]) -> dict[str, list[float]]:
    """Return the logarithm of how much more often each label goes with an outcome than it does.

    These add to the scores of a network as evidence does in naive Bayes. Only pairs with a single
    comparison are counted.
    """
    counts: dict[str, Counter[int]] = {}
    for pair in pairs:
        found = comparisons(pair.premise, pair.hypothesis)
        if pair.source.startswith(OF_FACTS) and len(found) == 1:
            counts.setdefault(found[0], Counter())[pair.label] += 1
    rows = {
        name: np.array([count[i] for i in range(len(LABELS))]) for name, count in counts.items()
    }
    if not rows:
        return {}
    total = np.sum(list(rows.values()), axis=0) + 1
    usual = total / total.sum()
    return {
        name: np.round(np.log((row + DOUBT * usual) / (row.sum() + DOUBT) / usual), 2).tolist()
        for name, row in sorted(rows.items())
    }

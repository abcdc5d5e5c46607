"""How good predictions are: labels, and probabilities that something holds."""

import math
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

BINS = 10  # of a reliability table: the usual number, and what it is compared by


class Best(NamedTuple):
    """The best mean score at any threshold, and that threshold.

    `threshold` is the lowest probability that is answered; None where it is best to answer nothing.
    """

    score: float
    threshold: float | None


class PrecisionRecall(NamedTuple):
    """Both from 0 to 1; None where the division is by zero: nothing was found, or there is none."""

    precision: float | None
    recall: float | None


class Bin(NamedTuple):
    """Predictions with a probability from `low` to `high`, and how many of them came true.

    `probability` (their mean) and `share` (of those that are true) are None in an empty bin.
    """

    low: float
    high: float
    n: int
    probability: float | None
    share: float | None


def best_over_thresholds(
    scores: Sequence[float], probabilities: Sequence[float], answerable: Sequence[bool]
) -> Best:
    """Return the best mean score that any threshold on the probability gives.

    From the threshold up, a question gets the score of its answer, and 0 if it has none; below it,
    1 if it has none and 0 otherwise. No threshold parts two equal probabilities.

    Source: `find_best_thresh` of the official SQuAD 2.0 script, Rajpurkar et al. 2018,
    doi:10.18653/v1/P18-2124.

    >>> best_over_thresholds([1.0, 0.0, 0.5], [0.9, 0.6, 0.4], [True, False, True])
    Best(score=0.6666666666666666, threshold=0.9)

    Args:
        scores: Of each answer, were it given: its F1 or its exact match.
        probabilities: That it is one.
        answerable: Whether the question has an answer.
    """
    if not scores:
        return Best(0.0, None)
    total = float(len(answerable) - sum(answerable))
    best = Best(total / len(scores), None)
    rows = sorted(zip(probabilities, scores, answerable, strict=True), reverse=True)
    for probability, alike in groupby(rows, key=lambda row: row[0]):
        total += sum(score if has_answer else -1 for _, score, has_answer in alike)
        if total / len(scores) > best.score:
            best = Best(total / len(scores), probability)
    return best


def area_under_curve(probabilities: Sequence[float], truths: Sequence[bool]) -> float | None:
    """Return how probable it is that a true case has a higher probability than a false one.

    The area under the ROC curve; a tie counts half. None where all cases are alike.

    Source: Hanley and McNeil, Radiology 1982, doi:10.1148/radiology.143.1.7063747.

    >>> area_under_curve([0.9, 0.4, 0.6, 0.1], [True, True, False, False])  # 3 of 4 pairs
    0.75
    """
    from sklearn.metrics import roc_auc_score

    if len(set(truths)) < 2:
        return None
    return float(roc_auc_score(truths, probabilities))


def precision_recall(found: Sequence[bool], truths: Sequence[bool]) -> PrecisionRecall:
    """Return the share of those found that are true, and the share of those true that are found.

    Source: van Rijsbergen, Information Retrieval, 1979, chapter 7.

    >>> precision_recall([True, True, False, False, False], [True, False, True, True, False])
    PrecisionRecall(precision=0.5, recall=0.3333333333333333)
    """
    from sklearn.metrics import precision_recall_fscore_support

    if not truths:
        return PrecisionRecall(None, None)
    precision, recall, _, _ = precision_recall_fscore_support(
        truths, found, pos_label=True, labels=[True], average=None, zero_division=math.nan
    )
    return PrecisionRecall(_defined(precision[0]), _defined(recall[0]))


def false_positive_rate(found: Sequence[bool], truths: Sequence[bool]) -> float | None:
    """Return the share of those that are not true that are found; None where all are true.

    Source: Fawcett, Pattern Recognition Letters 2006, doi:10.1016/j.patrec.2005.10.010.

    >>> false_positive_rate([True, True, False, False], [True, False, False, False])
    0.3333333333333333
    """
    alarms = [one for one, truth in zip(found, truths, strict=True) if not truth]
    return sum(alarms) / len(alarms) if alarms else None


def accuracy(expected: Sequence[str], given: Sequence[str]) -> float | None:
    """Return the share of the labels that are the expected ones; None where there are none.

    Source: Kohavi and Provost, Glossary of terms, Machine Learning 1998.

    >>> accuracy(["yes", "no", "no"], ["yes", "yes", "no"])
    0.6666666666666666
    """
    right = [one == other for one, other in zip(expected, given, strict=True)]
    return sum(right) / len(right) if right else None


def confusion(
    expected: Sequence[str], given: Sequence[str], labels: Sequence[str]
) -> list[list[int]]:
    """Return how often each label expected (a row) was given as each (a column).

    Source: Kohavi and Provost, Glossary of terms, Machine Learning 1998.

    >>> confusion(["yes", "yes", "no"], ["yes", "no", "no"], ["yes", "no"])
    [[1, 1], [0, 1]]
    """
    from sklearn.metrics import confusion_matrix

    if not expected:
        return [[0] * len(labels) for _ in labels]
    return [[int(n) for n in row] for row in confusion_matrix(expected, given, labels=labels)]


def reliability(
    probabilities: Sequence[float], truths: Sequence[bool], *, bins: int = BINS
) -> list[Bin]:
    """Return how many predictions of about one probability come true, in bins of equal width.

    A bin holds its lower border, and the last one 1 as well.

    Source: Guo et al., On calibration of modern neural networks, ICML 2017, arXiv 1706.04599.

    >>> reliability([0.2, 0.4, 1.0], [False, True, True], bins=2)  # doctest: +NORMALIZE_WHITESPACE
    [Bin(low=0.0, high=0.5, n=2, probability=0.30000000000000004, share=0.5),
     Bin(low=0.5, high=1.0, n=1, probability=1.0, share=1.0)]
    """
    members: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for probability, truth in zip(probabilities, truths, strict=True):
        members[min(int(probability * bins), bins - 1)].append((probability, truth))
    return [
        Bin(
            low=place / bins,
            high=(place + 1) / bins,
            n=len(rows),
            probability=_mean([probability for probability, _ in rows]),
            share=_mean([truth for _, truth in rows]),
        )
        for place, rows in enumerate(members)
    ]


def calibration_error(table: Sequence[Bin]) -> float | None:
    """Return the mean of |probability - share| over the bins, each weighed by how many it holds.

    The expected calibration error; None where the bins are empty.

    Source: Naeini, Cooper and Hauskrecht, AAAI 2015, doi:10.1609/aaai.v29i1.9602.

    >>> calibration_error([Bin(0.0, 0.5, 3, 0.25, 0.5), Bin(0.5, 1.0, 1, 1.0, 0.5)])
    0.3125
    """
    total = sum(one.n for one in table)
    if not total:
        return None
    return sum(one.n * abs((one.probability or 0) - (one.share or 0)) for one in table) / total


def _defined(value: float) -> float | None:
    return None if math.isnan(value) else float(value)


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None

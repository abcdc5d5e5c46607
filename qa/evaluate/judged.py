"""Spans that a finder gave, against the answers expected -> the rows of a table."""

from collections.abc import Iterable, Iterator, Sequence
from statistics import fmean
from typing import NamedTuple

from qa.evaluate.report import Row, Table
from qa.measures import (
    Best,
    area_under_curve,
    best_over_thresholds,
    calibration_error,
    exact_match,
    precision_recall,
    reliability,
    token_f1,
)
from qa.reading.spans import SpanFinder, Text


class Judged(NamedTuple):
    """The best span of a text. `exact` and `f1` are those it has, were it given as the answer."""

    answerable: bool
    probability: float
    exact: float
    f1: float


class Asked(NamedTuple):
    """A question and the text it is put to; `expected` is empty where the text does not say."""

    question: str
    text: Text
    expected: tuple[str, ...]


def judged(finder: SpanFinder, asked: Iterable[Asked]) -> Iterator[Judged]:
    """Find a span for every question. Where none may be quoted, its probability is 0."""
    for question, text, expected in asked:
        (best,) = finder.find(question, [text])
        words = best.span.of(text.text) if best else ""
        yield Judged(
            answerable=bool(expected),
            probability=best.probability if best else 0.0,
            exact=exact_match(words, expected),
            f1=token_f1(words, expected),
        )


def forced(rows: Sequence[Judged]) -> list[Row]:
    """Return how good the spans are where there is an answer, and one has to be given."""
    answerable = [row for row in rows if row.answerable]
    return [
        ("exact match, answer forced", _mean(row.exact for row in answerable), len(answerable)),
        ("F1, answer forced", _mean(row.f1 for row in answerable), len(answerable)),
    ]


def at_best(rows: Sequence[Judged]) -> list[Row]:
    """Return how good the answers are at the threshold that is best for these very questions."""
    exact, f1 = _best(rows, [r.exact for r in rows]), _best(rows, [r.f1 for r in rows])
    return [
        ("best exact match at any threshold", exact.score, len(rows)),
        ("best F1 at any threshold", f1.score, len(rows)),
        ("threshold of the best F1", f1.threshold, len(rows)),
    ]


def at_threshold(rows: Sequence[Judged], threshold: float) -> list[Row]:
    """Return how good the answers are with the finder's own threshold.

    A question without an answer counts 1 where none is given.
    """
    scores = [
        (row.f1 if row.answerable else 0.0)
        if row.probability >= threshold
        else float(not row.answerable)
        for row in rows
    ]
    return [("F1 at the threshold", _mean(scores), len(rows))]


def answering(rows: Sequence[Judged], threshold: float) -> list[Row]:
    """Return how well it is told whether a text has an answer."""
    return _told(rows, "answering", [r.answerable for r in rows], _answered(rows, threshold))


def refusing(rows: Sequence[Judged], threshold: float) -> list[Row]:
    """Return how well it is told whether a text has no answer."""
    refused = [not answered for answered in _answered(rows, threshold)]
    return _told(rows, "refusing", [not row.answerable for row in rows], refused)


def calibrated(rows: Sequence[Judged]) -> tuple[list[Row], Table]:
    """Return the calibration error of the probabilities, and the table it comes from."""
    bins = reliability([row.probability for row in rows], [row.answerable for row in rows])
    table = Table(
        columns=("from", "to", "mean probability", "share answerable", "n"),
        rows=tuple((one.low, one.high, one.probability, one.share, one.n) for one in bins),
    )
    return [("expected calibration error", calibration_error(bins), len(rows))], table


def _told(rows: Sequence[Judged], what: str, true: list[bool], found: list[bool]) -> list[Row]:
    # Ranking what has an answer first, or what has none last: the area is the same.
    area = area_under_curve([row.probability for row in rows], [row.answerable for row in rows])
    precision, recall = precision_recall(found, true)
    return [
        (f"{what}: area under the ROC curve", area, len(rows)),
        (f"{what}: precision at the threshold", precision, sum(found)),
        (f"{what}: recall at the threshold", recall, sum(true)),
    ]


def _answered(rows: Sequence[Judged], threshold: float) -> list[bool]:
    return [row.probability >= threshold for row in rows]


def _best(rows: Sequence[Judged], scores: Sequence[float]) -> Best:
    return best_over_thresholds(
        scores, [row.probability for row in rows], [row.answerable for row in rows]
    )


def _mean(values: Iterable[float]) -> float | None:
    held = list(values)
    return fmean(held) if held else None

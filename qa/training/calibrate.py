"""Scores of the reader -> the probability that a passage answers, fitted on passages of the web.

A reader meets many passages that are found for a question and few that answer it. So each question
of RAMDocs is read in its own documents and in those of other questions that are most like it.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.models import Span
from index.segment import segment
from qa.reading.spans import Scored, Text, TrainedSpans, probability

NEIGHBOURS = 8  # Documents of other questions, the most similar ones.
PRECISION = 0.85  # Of the spans taken for an answer, the share that answers; see below.
"""It chooses the threshold. With .80, something in 24 passages was taken for an answer to 42 % of
80 questions that MultiHop-RAG's articles do not answer; with .85 to 9 %, and of 80 questions that
they do answer 10 % were declined rather than 2 %.
"""


class Judged(NamedTuple):
    """A span's scores, and whether its document answers."""

    scored: Scored
    answers: bool


class Calibration(NamedTuple):
    """Weights of the margin and of "it says", the constant, and the threshold chosen."""

    weights: tuple[float, float, float]
    threshold: float
    precision: float
    recall: float


def judged(spans: TrainedSpans, path: Path, *, most: int | None = None) -> Iterator[Judged]:
    """Read RAMDocs' questions in their documents and in similar ones of other questions."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()][:most]
    documents = [(number, d) for number, row in enumerate(rows) for d in row["documents"]]
    texts = [_text(document["text"]) for _, document in documents]
    for number, (row, similar) in enumerate(zip(rows, _similar(rows, documents), strict=True)):
        own = [place for place, (home, _) in enumerate(documents) if home == number]
        answers = [a.casefold() for a in (*row["gold_answers"], *row["wrong_answers"])]
        other = [p for p in similar if not any(a in texts[p].text.casefold() for a in answers)]
        places = [*own, *other[:NEIGHBOURS]]
        scores = spans.score(row["question"], [texts[place] for place in places])
        for place, scored in zip(places, scores, strict=True):
            home, document = documents[place]
            if scored:
                yield Judged(scored, home == number and document["answer"] != "unknown")


def calibrated(rows: Sequence[Judged]) -> Calibration:
    """Fit the probability, and choose the lowest threshold that keeps the precision.

    Source: Platt, Probabilistic outputs for support vector machines, 1999.
    """
    from sklearn.linear_model import LogisticRegression

    scores = np.array([(row.scored.found.margin, row.scored.says) for row in rows])
    answers = np.array([row.answers for row in rows])
    fitted = LogisticRegression(C=1e3).fit(scores, answers)
    margin, says = (float(value) for value in fitted.coef_[0])
    weights = (round(margin, 4), round(says, 4), round(float(fitted.intercept_[0]), 4))
    given = np.array([probability(row.scored, weights) for row in rows])
    threshold = _threshold(given, answers)
    taken = given >= threshold
    precision = float(answers[taken].mean())
    return Calibration(weights, threshold, precision, float(taken[answers].mean()))


def _threshold(given: NDArray[np.float64], answers: NDArray[np.bool_]) -> float:
    for threshold in np.arange(0.05, 0.96, 0.05):
        taken = given >= threshold
        if taken.any() and answers[taken].mean() >= PRECISION:
            return round(float(threshold), 2)
    return 0.95


def _text(words: str) -> Text:
    within = [part.span for part in segment(words) if part.kind != "furniture"]
    return Text("", words, within or [Span(start=0, end=len(words))])


def _similar(
    rows: Sequence[dict[str, str]], documents: Sequence[tuple[int, dict[str, str]]]
) -> list[list[int]]:
    """Return for each question the documents of others, the most similar first."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(stop_words="english", sublinear_tf=True)
    known = vectorizer.fit_transform([document["text"] for _, document in documents])
    scores = (vectorizer.transform([row["question"] for row in rows]) @ known.T).toarray()
    homes = np.array([home for home, _ in documents])
    scores[np.arange(len(rows))[:, None] == homes[None]] = -1
    return [row.tolist() for row in np.argsort(-scores, axis=1)[:, : 3 * NEIGHBOURS]]

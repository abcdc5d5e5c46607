"""A question and texts -> the best span of each, and how probable it is that it answers."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from index.models import Span
from qa.questions.question import Question, understand
from qa.reading.choice import aptness, completed
from qa.reading.network import READER, network
from qa.reading.pointer import Found, best_spans
from qa.reading.windows import Window, padded, windows
from qa.weights import sha256

BATCH = 5  # windows: 20 passages take 207 ms so, 218 in batches of 10, 250 in one of 20

LIKELY = 20  # Spans of a window that are looked at for being of the kind asked for.
WORDY = 0.2  # A span of two words must score .14 more than one of one word, one of four .28.
"""F1 on SQuAD 2.0's development half: .790 at 0, .794 at .2, .788 at .4; on RAMDocs .60 at each."""


class Text(NamedTuple):
    """What is read: `within` are the stretches of it that may be quoted, such as sentences."""

    title: str
    text: str
    within: Sequence[Span]


class Best(NamedTuple):
    """The best answer in a text; `span` counts in it. `probability`: that it answers at all."""

    span: Span
    probability: float


class SpanFinder(Protocol):
    """The replaceable model of a reader that points at spans."""

    @property
    def threshold(self) -> float:
        """The probability from which a span counts as an answer."""
        ...

    def find(self, question: str, texts: Sequence[Text]) -> list[Best | None]:
        """Return the best span of each text; None where nothing may be quoted."""
        ...


class Scored(NamedTuple):
    """What a network gives a window: its best span, and its score of "it says"."""

    found: Found
    says: float


class TrainedSpans:
    """The network that is shipped, loaded at first use.

    Raises:
        WeightsError: its weights are not there; when they are first used.
    """

    def __init__(self, path: Path = READER, *, exact: bool = False) -> None:
        self._path = path
        self._exact = exact

    @property
    def name(self) -> str:
        """The name of its file."""
        return self._path.name

    @property
    def checksum(self) -> str:
        """The first digits of the checksum of its file."""
        return sha256(self._path)

    @property
    def threshold(self) -> float:
        """The probability from which a span counts as an answer; the file's card says why."""
        return float(network(self._path, exact=self._exact).about["threshold"])

    def find(self, question: str, texts: Sequence[Text]) -> list[Best | None]:
        """Return the best span of each text; None where nothing may be quoted."""
        about = network(self._path, exact=self._exact).about
        return [
            one and Best(one.found.span, probability(one, about["calibration"]))
            for one in self.score(question, texts)
        ]

    def score(self, question: str, texts: Sequence[Text]) -> list[Scored | None]:
        """Return the scores of the best window of each text, before calibration."""
        bert = network(self._path, exact=self._exact).bert
        asked = understand(question)
        cut = [
            (place, window)
            for place, text in enumerate(texts)
            for window in windows(question, text.title, text.text)
        ]
        cut.sort(key=lambda one: len(one[1].pieces))
        best: dict[int, Scored] = {}
        for first in range(0, len(cut), BATCH):
            batch = cut[first : first + BATCH]
            scores = bert.run(*padded([(window.pieces, window.side) for _, window in batch]))
            for row, (place, window) in enumerate(batch):
                found = _found(asked, window, scores["span"][row], texts[place])
                if found and (place not in best or found.margin > best[place].found.margin):
                    best[place] = Scored(found, float(scores["says"][row, 0, 0]))
        return [best.get(place) for place in range(len(texts))]


def probability(scored: Scored, calibration: Sequence[float]) -> float:
    """Return the probability that a span answers: a logistic regression on both scores.

    Source: Platt, Probabilistic outputs for support vector machines, 1999.
    """
    margin, says, constant = calibration
    score = margin * scored.found.margin + says * scored.says + constant
    return float(1 / (1 + np.exp(-score)))


def _found(asked: Question, window: Window, ends: NDArray[np.float32], text: Text) -> Found | None:
    """Return the span of a window that answers best, and its score."""
    likely = best_spans(
        window,
        ends[:, 0],
        ends[:, 1],
        text.within,
        text=text.text,
        most=LIKELY if asked.wants_population or asked.wants_time_of_day else 1,
        wordy=WORDY,
    )
    best: Found | None = None
    for span, margin in likely:
        home = next(part for part in text.within if part.end >= span.end)
        score = margin + aptness(asked, text.text, home, span)
        if best is None or score > best.margin:
            best = Found(completed(asked, text.text, home, span), score)
    return best

"""The reader that needs no trained weights: it weighs sentences and picks values out of them.

It is the default until a trained reader is installed, and the fallback after that.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from index.encode import Encoder, RememberingEncoder
from index.models import Passage, Span
from qa.answers.evidence import candidates, features, nearness
from qa.answers.polarity import polarity
from qa.english.names import listed
from qa.english.terms import stems
from qa.questions.question import Question, understand
from qa.read import Reading, shortened
from qa.telling.sentences import Sentence, sentences_of

# A logistic regression on the sentences of 600 questions of SQuAD 2.0 (train), XQuAD and
# SQuADShifts (new_wiki), each with its paragraph and the most similar other one of its page; the
# order is that of FEATURES. On 500 questions of one half of the SQuAD 2.0 development set it ranks
# the right sentence first for 84 % of those that have an answer; tests/benchmarks has the figures.
# Encyclopedias have no headlines, so the last number is ours: a headline answers when nothing
# below it does.
WEIGHTS = (5.0, 5.4, -1.3, 0.6, 0.9, 0.8, 1.0, -1.0)
INTERCEPT = -7.2
THRESHOLD = 0.3  # There: 80 % of what it takes for an answer is one, and it takes 82 % of them.

MOST_SENTENCES = 120  # To embed for one question: about a quarter of a second on 2 cores.
UNDECIDED = 0.6  # What remains of the probability when a yes-or-no question gets neither.

NO_VALUE = 0.3  # What remains of it when a value is asked for and the sentence has none.

ASKS_ITSELF = 0.3  # What remains of it for a question, which is much like ours but answers nothing.

_CLAUSE = re.compile(r"[;:,–—]\s+|\s+(?:while|although|though|but|whereas)\s+")


class SentenceReader:
    """Ranks sentences by meaning, words and the kind of value asked for."""

    threshold = THRESHOLD

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = RememberingEncoder(encoder)

    def read(self, question: str, passages: Sequence[Passage]) -> list[Reading]:
        """Return the best sentence of each passage with the answer picked out of it."""
        asked = understand(question)
        sentences = _worth_reading(asked, [s for p in passages for s in sentences_of(p)])
        if not sentences or not asked.terms:
            return []
        probabilities = weigh(features(asked, sentences, self._encoder))
        best: dict[int, tuple[float, Sentence]] = {}
        for probability, sentence in zip(probabilities, sentences, strict=True):
            key = id(sentence.passage)
            if key not in best or probability > best[key][0]:
                best[key] = (float(probability), sentence)
        return [_reading(asked, *best[id(p)]) for p in passages if id(p) in best]


def weigh(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the probability that each sentence answers, by rows of `qa.answers.evidence.features`.

    A logistic regression; WEIGHTS says where its numbers are from.
    """
    scores = rows @ np.array(WEIGHTS) + INTERCEPT
    return np.asarray(1 / (1 + np.exp(-scores)), dtype=np.float64)


def _worth_reading(question: Question, sentences: list[Sentence]) -> list[Sentence]:
    """Keep the sentences with most of the question's words where there are too many to embed."""
    if len(sentences) <= MOST_SENTENCES:
        return sentences
    ranked = sorted(sentences, key=lambda s: -len(s.terms & question.terms))
    kept = {id(sentence) for sentence in ranked[:MOST_SENTENCES]}
    return [sentence for sentence in sentences if id(sentence) in kept]


def _reading(question: Question, probability: float, sentence: Sentence) -> Reading:
    answer, span = _answer(question, sentence)
    if question.kinds[0] == "yes_no" and answer not in {"yes", "no"}:
        probability *= UNDECIDED
    if sentence.text.endswith("?"):
        probability *= ASKS_ITSELF
    if question.kinds[0] not in {"yes_no", "text"} and not candidates(question, sentence):
        probability *= NO_VALUE
    start = sentence.span.start
    return Reading(
        passage=sentence.passage,
        answer=answer,
        span=Span(start=start + span.start, end=start + span.end),
        sentence=sentence.span,
        probability=probability,
    )


def _answer(question: Question, sentence: Sentence) -> tuple[str, Span]:
    """Return the short answer, and the words it is taken from, counted in the sentence."""
    text = sentence.text
    if question.kinds[0] == "yes_no" and (said := polarity(question, text)):
        return said, Span(start=0, end=len(text))
    found = candidates(question, sentence) if question.kinds[0] not in {"yes_no", "text"} else []
    span = _nearest(question, text, found) if found else _clause(question, text)
    return shortened(span.of(text)), span


def _nearest(question: Question, text: str, found: list[Span]) -> Span:
    """Return the candidate that stands nearest to what the question asks about."""
    if question.kinds[0] == "name":
        found = _lists(text, found)
    return max(found, key=lambda span: nearness(question, text, span))


def _lists(text: str, names: list[Span]) -> list[Span]:
    """Join the names of a list that "and" or "or" ends: "Amazon, SoftBank, and Nvidia"."""
    return [whole for run in listed(text, names) for whole in _joined(text, run)]


def _joined(text: str, run: list[Span]) -> list[Span]:
    whole = Span(start=run[0].start, end=run[-1].end)
    return [whole] if re.search(r"\s(?:and|or|&)\s", whole.of(text)) else run


def _clause(question: Question, text: str) -> Span:
    """Return the clause of a sentence with most of the question's words."""
    borders = [0, *(match.end() for match in _CLAUSE.finditer(text)), len(text)]
    clauses = [Span(start=a, end=b) for a, b in pairwise(borders) if b > a]
    telling = [c for c in clauses if not set(stems(c.of(text))) <= question.terms]
    best = max(
        telling or clauses, key=lambda clause: len(question.terms & set(stems(clause.of(text))))
    )
    words = best.of(text).rstrip(" ,;:–—")
    return Span(start=best.start, end=best.start + len(words)) if words else best

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
from qa.evidence import Sentence, candidates, features, sentences_of
from qa.polarity import polarity
from qa.question import Question, understand
from qa.read import Reading
from qa.terms import stem
from qa.values import find_values

WEIGHTS = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
INTERCEPT = 0.0
THRESHOLD = 0.5

MOST_SENTENCES = 120  # To embed for one question: about a quarter of a second on 2 cores.
LONGEST_ANSWER = 90  # characters; a short answer is read at a glance
UNDECIDED = 0.6  # What remains of the probability when a yes-or-no question gets neither.

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
        if not sentences:
            return []
        probabilities = weigh(features(asked, sentences, self._encoder))
        best: dict[int, tuple[float, Sentence]] = {}
        for probability, sentence in zip(probabilities, sentences, strict=True):
            key = id(sentence.passage)
            if key not in best or probability > best[key][0]:
                best[key] = (float(probability), sentence)
        return [_reading(asked, *best[id(p)]) for p in passages if id(p) in best]


def weigh(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the probability that each sentence answers; rows as `qa.evidence.features` gives them.

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
    return _shortened(span.of(text)), span


def _nearest(question: Question, text: str, found: list[Span]) -> Span:
    """Return the candidate that stands nearest to what the question asks about.

    Words that are no names count first: most sentences name the same companies everywhere.
    """
    if question.kinds[0] == "name":
        found = _lists(text, found)
    places = _places(text, question.terms - question.names) or _places(text, question.terms)
    roles = {value.span: value.hedge for value in find_values(text)}
    wanted = _role(question.text)

    def distance(span: Span) -> tuple[bool, int]:
        gaps = [max(place - span.end, span.start - place, 0) for place in places]
        return (wanted is not None and roles.get(span) != wanted, min(gaps, default=0))

    return min(found, key=distance)


def _role(question: str) -> str | None:
    """Return whether a date is asked for as the end or the start of something."""
    if re.search(r"\b(?:until|end|ends|expires?|last)\b", question, re.IGNORECASE):
        return "until"
    return "since" if re.search(r"\bsince\b", question, re.IGNORECASE) else None


def _lists(text: str, names: list[Span]) -> list[Span]:
    """Join names that a comma or "and" puts into one list: "Amazon, SoftBank, and Nvidia"."""
    joined: list[Span] = []
    for name in names:
        between = text[joined[-1].end : name.start] if joined else "."
        if re.fullmatch(r"\s*(?:,|and|&|or|, and|, or)\s*", between):
            joined[-1] = Span(start=joined[-1].start, end=name.end)
        else:
            joined.append(name)
    return joined


def _places(text: str, terms: frozenset[str]) -> list[int]:
    return [m.start() for m in re.finditer(r"\w+", text) if stem(m.group().casefold()) in terms]


def _clause(question: Question, text: str) -> Span:
    """Return the clause of a sentence with most of the question's words."""
    borders = [0, *(match.end() for match in _CLAUSE.finditer(text)), len(text)]
    clauses = [Span(start=a, end=b) for a, b in pairwise(borders) if b > a]
    best = max(clauses, key=lambda clause: len(_places(clause.of(text), question.terms)))
    words = best.of(text).rstrip(" ,;:–—")
    return Span(start=best.start, end=best.start + len(words)) if words else best


def _shortened(answer: str) -> str:
    words = " ".join(answer.split()).removesuffix(".")
    if len(words) <= LONGEST_ANSWER:
        return words
    return words[:LONGEST_ANSWER].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"

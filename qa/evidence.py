"""How strongly a sentence speaks to a question, as numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from index.encode import Encoder
from index.models import Article, Passage, Span
from index.segment import segment
from qa.names import find_names
from qa.question import Question
from qa.terms import stems
from qa.values import Value, find_values

FEATURES = (
    "cosine of question and sentence",
    "share of the question's words in the sentence",
    "share of the question's words in passage, heading and title",
    "share of the question's names in passage, heading and title",
    "holds the kind of value asked for",
    "no kind of value is asked for",
    "is a heading",
)

Features = NDArray[np.float64]
"""Shape (n, len(FEATURES)). One row for each sentence, every number between -1 and 1."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of a passage. `span` counts in the article's text."""

    passage: Passage
    span: Span
    is_heading: bool

    @cached_property
    def text(self) -> str:
        """Its words, as the article has them."""
        return self.span.of(self.passage.article.text)

    @cached_property
    def terms(self) -> frozenset[str]:
        """The stems of its words."""
        return frozenset(stems(self.text))


def sentences_of(passage: Passage) -> list[Sentence]:
    """Return the sentences and headings of a passage, without furniture."""
    first = passage.span.start
    return [
        Sentence(
            passage=passage,
            span=Span(start=first + piece.span.start, end=first + piece.span.end),
            is_heading=piece.kind == "heading",
        )
        for piece in segment(passage.text)
        if piece.kind != "furniture"
    ]


def candidates(question: Question, sentence: Sentence) -> list[Span]:
    """Return the values or names in a sentence that could answer, counted in the sentence.

    What the question itself names is no answer to it.
    """
    if question.kinds[0] == "name":
        known = _names_within(sentence.passage.article)
        names = find_names(sentence.text, known=known)
        return [name for name in names if not set(stems(name.of(sentence.text))) <= question.terms]
    values = [v for v in find_values(sentence.text) if v.kind in question.kinds]
    asked = set(question.names)
    return [value.span for value in values if not _is_asked(value, asked)]


@lru_cache(maxsize=256)
def _names_within(article: Article) -> frozenset[str]:
    """Return the words that stand with a capital inside some sentence of the article."""
    sentences = [piece.span.of(article.text) for piece in segment(article.text)]
    names = [name.of(sentence) for sentence in sentences for name in find_names(sentence)]
    return frozenset(word for name in names for word in name.casefold().split())


def _is_asked(value: Value, asked: set[str]) -> bool:
    words = set(stems(value.text))
    return bool(words) and words <= asked


def features(question: Question, sentences: Sequence[Sentence], encoder: Encoder) -> Features:
    """Return the numbers named in FEATURES for each sentence."""
    if not sentences:
        return np.zeros((0, len(FEATURES)))
    vectors = encoder.encode([question.text, *(sentence.text for sentence in sentences)])
    cosines = vectors[1:] @ vectors[0]
    around = {id(s.passage): _terms_around(s.passage) for s in sentences}
    open_ = question.kinds[0] in {"text", "yes_no"}
    rows = [
        (
            cosine,
            _share(question.terms, sentence.terms),
            _share(question.terms, around[id(sentence.passage)]),
            _share(question.names, around[id(sentence.passage)]),
            not open_ and bool(candidates(question, sentence)),
            open_,
            sentence.is_heading,
        )
        for cosine, sentence in zip(cosines, sentences, strict=True)
    ]
    return np.array(rows, dtype=np.float64)


def _terms_around(passage: Passage) -> frozenset[str]:
    return frozenset(stems(f"{passage.article.title} {passage.heading or ''} {passage.text}"))


def _share(wanted: frozenset[str], found: frozenset[str]) -> float:
    return len(wanted & found) / len(wanted) if wanted else 1.0

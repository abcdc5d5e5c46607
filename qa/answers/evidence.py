"""How strongly a sentence speaks to a question, as numbers."""

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.encode import Encoder
from index.models import Article, Passage, Span
from index.segment import segment
from index.words import STOP_WORDS
from qa.english.names import find_names, listed
from qa.english.terms import stem, stems
from qa.questions.question import Question
from qa.telling.sentences import Sentence, sentences_of
from qa.values import find_values

FEATURES = (
    "cosine of question and sentence",
    "share of the question's words in the sentence",
    "share of the question's words in passage, heading and title",
    "share of the question's names in passage, heading and title",
    "holds the kind of value asked for",
    "how near it stands to what is asked about",
    "no kind of value is asked for",
    "is a heading",
)

HALF_AWAY = 25  # characters, some four words, at which nearness is a half

Features = NDArray[np.float64]
"""Shape (n, len(FEATURES)). One row for each sentence, every number between -1 and 1."""


def candidates(question: Question, sentence: Sentence) -> list[Span]:
    """Return the values or names in a sentence that could answer, counted in the sentence.

    What the question itself names is no answer to it, and neither is the start of something
    whose end is asked for.
    """
    text = sentence.text
    if question.kinds[0] == "name":
        names = find_names(text, known=names_within(sentence.passage.article))
        runs = listed(text, names)
        return [name for run in runs if not _is_asked(text, run, question) for name in run]
    values = [value for value in find_values(text) if value.kind in question.kinds]
    return [
        value.span
        for value in values
        if value.hedge != question.not_hedged and not set(stems(value.text)) <= question.names
    ]


def names_in(passage: Passage) -> frozenset[str]:
    """Return the stems of the names in a passage, its heading and its title."""
    known = names_within(passage.article)
    texts = [passage.article.title, passage.heading or "", *(s.text for s in sentences_of(passage))]
    names = (name.of(text) for text in texts for name in find_names(text, known=known))
    return frozenset(stem for name in names for stem in stems(name))


def nearness(question: Question, text: str, span: Span) -> float:
    """Return 1 for words beside those the question asks about, falling to 0 with the distance.

    Words that are no names count first: most sentences name the same companies everywhere.
    """
    places = _places(text, question.terms - question.names) or _places(text, question.terms)
    gaps = [max(place - span.end, span.start - place, 0) for place in places]
    return 1 / (1 + min(gaps) / HALF_AWAY) if gaps else 0.0


def held_terms(question: Question, sentence: str, terms: frozenset[str]) -> frozenset[str]:
    """Return the terms of the question in a sentence, an acronym also where it is spelled out.

    Args:
        question: What was asked.
        sentence: Its words.
        terms: The stems of its words.
    """
    missing = question.acronyms - terms
    spelled = {acronym for acronym in missing if spelled_out(acronym).search(sentence)}
    return (question.terms & terms) | spelled


@lru_cache(maxsize=256)
def spelled_out(acronym: str) -> re.Pattern[str]:
    """Match words that begin with the letters of an acronym, one after another.

    >>> spelled_out("ipo").sub("IPO", "An initial public offering kept its prior owner.")
    'An IPO kept its prior owner.'
    """
    skipped = "|".join(word for word in STOP_WORDS if word[0] in acronym)
    words = (rf"(?!(?:{skipped})\b){letter}\w+" for letter in acronym)
    return re.compile(r"\b" + "[ -]".join(words), re.IGNORECASE)


def _places(text: str, terms: frozenset[str]) -> list[int]:
    return [m.start() for m in re.finditer(r"\w+", text) if stem(m.group().casefold()) in terms]


@lru_cache(maxsize=2048)
def names_within(article: Article) -> frozenset[str]:
    """Return the words that stand with a capital inside some sentence of the article."""
    sentences = [piece.span.of(article.text) for piece in segment(article.text)]
    names = [name.of(sentence) for sentence in sentences for name in find_names(sentence)]
    return frozenset(word for name in names for word in name.casefold().split())


@lru_cache(maxsize=512)
def names_of(article: Article) -> frozenset[str]:
    """Return the stems of the names in an article and its title."""
    text = f"{article.title}. {article.text}"
    names = find_names(text, known=names_within(article))
    return frozenset(stem for name in names for stem in stems(name.of(text)))


@lru_cache(maxsize=512)
def terms_of(article: Article) -> frozenset[str]:
    """Return the stems of the words of an article and its title."""
    return frozenset(stems(f"{article.title}\n{article.text}"))


def _is_asked(text: str, run: list[Span], question: Question) -> bool:
    """Return whether names are the question's own, or stand in a list with one of them.

    Who is sued together with the firm that was asked about is not the one who sues.
    """
    named = (set(stems(name.of(text))) for name in run)
    return any(name & question.names or name <= question.terms for name in named)


def features(question: Question, sentences: Sequence[Sentence], encoder: Encoder) -> Features:
    """Return the numbers named in FEATURES for each sentence."""
    if not sentences:
        return np.zeros((0, len(FEATURES)))
    vectors = encoder.encode([question.text, *(sentence.text for sentence in sentences)])
    cosines = vectors[1:] @ vectors[0]
    around = {id(s.passage): _terms_around(s.passage) for s in sentences}
    open_ = question.kinds[0] in {"text", "yes_no"}
    rows = []
    for cosine, sentence in zip(cosines, sentences, strict=True):
        held = held_terms(question, sentence.text, sentence.terms)
        spans = [] if open_ else candidates(question, sentence)
        rows.append(
            (
                cosine,
                _share(question.terms, held),
                _share(question.terms, held | around[id(sentence.passage)]),
                _share(question.names, held | around[id(sentence.passage)]),
                bool(spans),
                max((nearness(question, sentence.text, span) for span in spans), default=0.0),
                open_,
                sentence.is_heading,
            )
        )
    return np.array(rows, dtype=np.float64)


def _terms_around(passage: Passage) -> frozenset[str]:
    return frozenset(stems(f"{passage.article.title} {passage.heading or ''} {passage.text}"))


def _share(wanted: frozenset[str], found: frozenset[str]) -> float:
    return len(wanted & found) / len(wanted) if wanted else 1.0

"""Questions that come with their documents, and what is answered from these.

All documents are read: there is no search, so what is measured are the steps after it.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from index.chunk import split
from index.minilm import WINDOW
from index.models import Article, Passage
from index.pieces import tokenizer
from qa.evaluate.parts import Parts, Progress
from qa.models import Answer
from qa.read import SpanReader
from qa.respond import Responder
from qa.write import QuoteWriter


class Given(NamedTuple):
    """A question with its documents, and what is known of them.

    Attributes:
        label: How the documents differ, by name.
        differ: Whether the reader is to be warned.
        expected: The answers that are known.
    """

    id: str
    question: str
    articles: tuple[Article, ...]
    label: str
    differ: bool
    expected: tuple[str, ...]


class Answered(NamedTuple):
    """A question with its documents, and what was answered."""

    given: Given
    answer: Answer


def answer_all(
    parts: Parts, questions: Sequence[Given], *, progress: Progress | None = None
) -> list[Answered]:
    """Answer every question from its documents with `parts.spans` and `parts.entailment`."""
    responder = Responder(SpanReader(parts.spans), parts.entailment, QuoteWriter())
    found = []
    for number, given in enumerate(questions, start=1):
        answer = responder.respond(given.question, passages(given.articles))
        found.append(Answered(given, answer))
        if progress:
            progress(number, len(questions))
    return found


def passages(articles: Iterable[Article]) -> list[Passage]:
    """Return the articles as passages, cut as a sync cuts them for the encoder that is installed.

    Nothing was searched for, so all match equally well.
    """
    cut = [(article, chunk) for article in articles for chunk in split(article, fits=_fits)]
    return [
        Passage(
            article=article,
            span=chunk.span,
            text=chunk.text,
            heading=chunk.heading,
            score=1.0,
            rank=rank,
        )
        for rank, (article, chunk) in enumerate(cut, start=1)
    ]


def _fits(text: str) -> bool:
    """Return what the installed encoder says, without loading it."""
    return len(tokenizer().encode(text).ids) <= WINDOW

"""Questions that come with their documents: is the reader warned where these disagree?

All documents are read: there is no search, so what is measured are the steps after it.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pydantic import Field

from index.chunk import split
from index.minilm import WINDOW
from index.models import Article, Passage, Record
from index.pieces import tokenizer
from qa.evaluate.parts import Parts, Progress
from qa.evaluate.report import Report, Row, Table
from qa.measures import false_positive_rate, precision_recall
from qa.models import KINDS, Answer, Disagreement, Kind
from qa.read import SpanReader
from qa.respond import Responder
from qa.write import QuoteWriter

NOTHING, DECLINED = "nothing", "declined"  # Columns of the table of kinds, beside the kinds.


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


class Shown(Record):
    """A position as a person checks it."""

    answer: str
    text: str
    articles: tuple[str, ...] = Field(description="The ids of those that say so.")


class Raised(Record):
    """A disagreement as a person checks it."""

    kind: Kind
    sides: tuple[str, ...] = Field(description="The answers that are set against each other.")


class Case(Record):
    """What came of one question."""

    id: str
    question: str
    label: str
    expected: tuple[str, ...]
    differ: bool = Field(description="Whether the reader is to be warned.")
    answered: bool
    warned: bool
    raised: tuple[Raised, ...]
    positions: tuple[Shown, ...]


class DocumentsReport(Report):
    """How often the reader was rightly warned, and what came of each question."""

    cases: tuple[Case, ...]


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


def cases_of(answered: Iterable[Answered]) -> tuple[Case, ...]:
    """Return what came of each question, for a person to read."""
    return tuple(
        Case(
            id=given.id,
            question=given.question,
            label=given.label,
            expected=given.expected,
            differ=given.differ,
            answered=answer.answered,
            warned=bool(warnings(answer)),
            raised=tuple(
                Raised(kind=one.kind, sides=tuple(side.answer for side in one.sides))
                for one in answer.disagreements
            ),
            positions=tuple(
                Shown(
                    answer=position.answer,
                    text=position.text,
                    articles=tuple(citation.article_id for citation in position.citations),
                )
                for position in answer.positions
            ),
        )
        for given, answer in answered
    )


def warnings(answer: Answer) -> list[Disagreement]:
    """Return the disagreements that the reader is warned of."""
    return [disagreement for disagreement in answer.disagreements if disagreement.warns]


def share(what: str, truths: Sequence[bool]) -> Row:
    """Return how many of some are true, as a row; None where there are none."""
    return what, sum(truths) / len(truths) if truths else None, len(truths)


def answering(answered: Sequence[Answered]) -> Row:
    """Return how many questions are answered at all."""
    return share("answered", [answer.answered for _, answer in answered])


def warning(answered: Sequence[Answered]) -> list[Row]:
    """Return how well it is told whether documents disagree."""
    found = [bool(warnings(answer)) for _, answer in answered]
    true = [given.differ for given, _ in answered]
    precision, recall = precision_recall(found, true)
    return [
        ("warning: precision", precision, sum(found)),
        ("warning: recall", recall, sum(true)),
        ("warning: false-positive rate", false_positive_rate(found, true), true.count(False)),
    ]


def kinds(answered: Sequence[Answered], labels: Iterable[str]) -> Table:
    """Return how often each kind is the gravest that is raised, for each label."""
    columns = (*KINDS, NOTHING, DECLINED)
    gravest = [(given.label, _gravest(answer)) for given, answer in answered]
    return Table(
        columns=("is", *columns),
        rows=tuple(
            (label, *(gravest.count((label, column)) for column in columns)) for label in labels
        ),
    )


def _gravest(answer: Answer) -> str:
    if not answer.answered:
        return DECLINED
    raised = {disagreement.kind for disagreement in answer.disagreements}
    return next((kind for kind in KINDS if kind in raised), NOTHING)


def _fits(text: str) -> bool:
    """Return what the installed encoder says, without loading it."""
    return len(tokenizer().encode(text).ids) <= WINDOW

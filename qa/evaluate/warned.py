"""Is the reader warned where the documents of a question disagree? What a suite reports of it."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from pydantic import Field

from index.models import Record
from qa.evaluate.conditions import conditions
from qa.evaluate.documents import Answered, Given, answer_all
from qa.evaluate.material import sampled
from qa.evaluate.parts import Parts, Progress
from qa.evaluate.report import MEASURES, Report, Row, Table
from qa.measures import false_positive_rate, precision_recall
from qa.models import KINDS, Answer, Disagreement, Kind

NOTHING, DECLINED = "nothing", "declined"  # Columns of the table of kinds, beside the kinds.


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


def measured(
    suite: str,
    parts: Parts,
    data: Path,
    *sets: Sequence[Given],
    rows: Callable[[Sequence[Answered]], Iterable[Row]],
    labels: Iterable[str] | None = None,
    checksum: str = "",
    limit: int | None = None,
    progress: Progress | None = None,
) -> DocumentsReport:
    """Answer questions from their documents, and report how often the reader was rightly warned.

    Args:
        suite: What the report is called.
        parts: Of which `spans` and `entailment` are measured.
        data: Where the questions are from.
        sets: The questions.
        rows: Returns the measures, but for how many questions are answered.
        labels: Those of the table of kinds, in its order; None takes them as they come.
        checksum: Of the data, where it is no single file.
        limit: How many questions to draw of each set; None takes all.
        progress: Called as it goes on.
    """
    drawn = [given for each in sets for given in sampled(each, limit)]
    answered = answer_all(parts, drawn, progress=progress)
    if labels is None:
        labels = dict.fromkeys(given.label for given in drawn)
    return DocumentsReport(
        suite=suite,
        conditions=conditions(
            parts.spans,
            parts.entailment,
            data=data,
            checksum=checksum,
            n=len(drawn),
            total=sum(map(len, sets)),
        ),
        columns=MEASURES,
        rows=(answering(answered), *rows(answered)),
        details={"gravest kind that is raised": kinds(answered, labels)},
        cases=cases_of(answered),
    )


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
    """Return how well it is told whether documents disagree: by warnings, and by notes as well."""
    return [
        *_told("warning", answered, [bool(warnings(answer)) for _, answer in answered]),
        *_told("warning or note", answered, [bool(a.disagreements) for _, a in answered]),
    ]


def _told(by: str, answered: Sequence[Answered], found: Sequence[bool]) -> list[Row]:
    true = [given.differ for given, _ in answered]
    precision, recall = precision_recall(found, true)
    return [
        (f"{by}: precision", precision, sum(found)),
        (f"{by}: recall", recall, sum(true)),
        (f"{by}: false-positive rate", false_positive_rate(found, true), true.count(False)),
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

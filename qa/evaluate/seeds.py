"""Questions with known answers -> how many come out right."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import Field, ValidationError

from index.models import Record
from qa.evaluate.conditions import conditions
from qa.evaluate.material import EvaluationError, sampled
from qa.evaluate.parts import Parts, Progress
from qa.evaluate.report import Report, Row
from qa.measures.matching import gives, holds, separates
from qa.models import Answer

TURN = "|||"  # Between the turns of a conversation; the last one is judged.

COLUMNS = ("kind", "right", "of", "false alarms")


class Case(Record):
    """A question with what is expected of its answer."""

    id: str
    kind: str
    question: str
    quote: tuple[str, ...] = ()
    answer: tuple[str, ...] = ()
    headline: tuple[str, ...] = Field(
        default=(), description="The headline, or an answer where there is none, has one."
    )
    sources: tuple[str, ...] = Field(default=(), description="Beginnings of article ids.")
    disagree: bool | None = Field(default=None, description="None: either is right.")
    sides: tuple[tuple[str, ...], ...] = ()


class Outcome(Record):
    """What came out of one case."""

    id: str
    kind: str
    question: str
    headline: str | None
    right: bool
    false_alarm: bool = Field(description="A warning was raised where the sources agree.")
    why: str = Field(default="", description="What is wrong; empty when nothing is.")


class SeedsReport(Report):
    """How many questions came out right, and what came of each."""

    outcomes: tuple[Outcome, ...]


def evaluate_seeds(
    parts: Parts, path: Path, *, limit: int | None = None, progress: Progress | None = None
) -> SeedsReport:
    """Ask every question of `path` and judge the answers.

    Args:
        parts: Of which `assistant` is asked, over the articles that the questions are about.
        path: A .jsonl file, one `Case` a line.
        limit: How many questions to draw; None takes all.
        progress: Called as it goes on.

    Raises:
        EvaluationError: the file cannot be read, or a line is not a case.
    """
    if parts.assistant is None:
        raise EvaluationError("there is nobody to ask; name an assistant over the articles")
    cases = list(_cases(path))
    drawn = sampled(cases, limit)
    outcomes = []
    for number, case in enumerate(drawn, start=1):
        history: list[Answer] = []
        for turn in case.question.split(TURN):
            history.append(parts.assistant.ask(turn, history))
        outcomes.append(judge(case, history[-1]))
        if progress:
            progress(number, len(drawn))
    models = [parts.encoder] if parts.encoder else []
    return SeedsReport(
        suite="seeds",
        conditions=conditions(
            *models,
            parts.spans,
            parts.entailment,
            data=path,
            corpus=parts.corpus,
            n=len(drawn),
            total=len(cases),
        ),
        columns=COLUMNS,
        rows=tuple(by_kind(outcomes)),
        outcomes=tuple(outcomes),
    )


def judge(case: Case, answer: Answer) -> Outcome:
    """Say whether an answer is right, and if not, why."""
    warned = any(disagreement.warns for disagreement in answer.disagreements)
    why = " and ".join(_faults(case, answer))
    return Outcome(
        id=case.id,
        kind=case.kind,
        question=case.question,
        headline=answer.headline,
        right=not why,
        false_alarm=warned and case.disagree is False,
        why=why,
    )


def by_kind(outcomes: Sequence[Outcome]) -> Iterator[Row]:
    """Yield how many came out right, for each kind of question and for all of them."""
    for kind in dict.fromkeys(outcome.kind for outcome in outcomes):
        yield _counted(kind, [outcome for outcome in outcomes if outcome.kind == kind])
    yield _counted("all", outcomes)


def _counted(kind: str, outcomes: Sequence[Outcome]) -> Row:
    right = sum(outcome.right for outcome in outcomes)
    alarms = sum(outcome.false_alarm for outcome in outcomes)
    return kind, right, len(outcomes), alarms


def _faults(case: Case, answer: Answer) -> Iterator[str]:
    if case.kind == "decline":
        if answer.answered:
            yield "it answered, and the articles do not say"
        return
    if not answer.answered:
        yield "it declined, and the articles say"
        return
    if not gives(answer, case.answer):
        yield f"{', '.join(case.answer)} is not among the answers"
    first = answer.headline or " ".join(position.answer for position in answer.positions)
    if case.headline and not holds(first, case.headline):
        yield f"the headline has none of {', '.join(case.headline)}"
    if not gives(answer, case.quote):
        yield f"{', '.join(case.quote)} is not quoted"
    if case.sources and not _cites(answer, case.sources):
        yield f"none of {', '.join(case.sources)} is cited"
    if case.disagree and not _sides_found(case, answer):
        yield "the sides are not set against each other"
    if case.disagree is False and any(d.warns for d in answer.disagreements):
        yield "it warned, and the sources agree"


def _cites(answer: Answer, sources: Sequence[str]) -> bool:
    return any(c.article_id.startswith(tuple(sources)) for c in answer.citations)


def _sides_found(case: Case, answer: Answer) -> bool:
    cited = {citation.article_id for citation in answer.citations}
    one, other = ({id_ for id_ in cited if id_.startswith(side)} for side in case.sides[:2])
    return any(separates(disagreement, one, other) for disagreement in answer.disagreements)


def _cases(path: Path) -> Iterator[Case]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(f"{path} cannot be read: {error}") from error
    for number, line in enumerate(lines, start=1):
        try:
            yield Case.model_validate(json.loads(line))
        except (json.JSONDecodeError, ValidationError) as error:
            raise EvaluationError(f"{path}:{number} is no question: {error}") from error

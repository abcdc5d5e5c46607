"""Questions with known answers -> how many come out right."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import Field, ValidationError

from index.errors import CrosscheckError
from index.models import Record
from qa.ask import Assistant
from qa.measures import gives, separates
from qa.models import Answer

TURN = "|||"  # Between the turns of a conversation; the last one is judged.


class EvaluationError(CrosscheckError):
    """The questions of an evaluation cannot be read."""


class Case(Record):
    """A question with what is expected of its answer."""

    id: str
    kind: str
    question: str
    quote: tuple[str, ...] = ()
    answer: tuple[str, ...] = ()
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


def evaluate_seeds(
    assistant: Assistant, path: Path, *, progress: Callable[[int, int], None] | None = None
) -> list[Outcome]:
    """Ask every question of `path` and judge the answers.

    Args:
        assistant: Over the articles that the questions are about.
        path: A .jsonl file, one `Case` a line.
        progress: Called with how many cases are done and how many there are.

    Raises:
        EvaluationError: the file cannot be read, or a line is not a case.
    """
    cases = list(_cases(path))
    outcomes = []
    for number, case in enumerate(cases, start=1):
        history: list[Answer] = []
        for turn in case.question.split(TURN):
            history.append(assistant.ask(turn, history))
        outcomes.append(judge(case, history[-1]))
        if progress:
            progress(number, len(cases))
    return outcomes


SUITES: Mapping[str, Callable[..., list[Outcome]]] = {"seeds": evaluate_seeds}
"""What `crosscheck evaluate` can measure, by name."""


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


def by_kind(outcomes: Sequence[Outcome]) -> dict[str, tuple[int, int]]:
    """Return how many came out right and how many there are, for each kind of question."""
    kinds = dict.fromkeys(outcome.kind for outcome in outcomes)
    return {
        kind: (
            sum(o.right for o in outcomes if o.kind == kind),
            sum(o.kind == kind for o in outcomes),
        )
        for kind in kinds
    }


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

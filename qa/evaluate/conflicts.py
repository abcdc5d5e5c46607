"""CONFLICTS: pages from the web agree, or some of them are outdated or wrong.

Source of the data: arXiv 2506.08500.
"""

from pathlib import Path
from typing import get_args

from qa.datasets.conflicts import Label, read_conflicts
from qa.datasets.documents import article_of
from qa.evaluate.conditions import conditions
from qa.evaluate.documents import (
    DocumentsReport,
    Given,
    answer_all,
    answering,
    cases_of,
    kinds,
    share,
    warning,
    warnings,
)
from qa.evaluate.material import material, sampled
from qa.evaluate.parts import Parts, Progress
from qa.evaluate.report import MEASURES

KIND = "a .jsonl file of CONFLICTS"
LABELS: tuple[Label, ...] = get_args(Label)


def evaluate_conflicts(
    parts: Parts, path: Path, *, limit: int | None = None, progress: Progress | None = None
) -> DocumentsReport:
    """Measure how well the reader is warned of pages that are outdated or wrong.

    Args:
        parts: Of which `spans` and `entailment` are measured.
        path: A .jsonl file, a question with its pages and a label a line.
        limit: How many questions to draw; None takes all.
        progress: Called as it goes on.

    Raises:
        EvaluationError: the file cannot be read, or is something else.
    """
    questions = conflicting(path)
    drawn = sampled(questions, limit)
    answered = answer_all(parts, drawn, progress=progress)
    outdated = [answer for given, answer in answered if given.label == "temporal"]
    superseded = [any(w.kind == "superseded" for w in warnings(answer)) for answer in outdated]
    return DocumentsReport(
        suite="conflicts",
        conditions=conditions(
            parts.spans, parts.entailment, data=path, n=len(drawn), total=len(questions)
        ),
        columns=MEASURES,
        rows=(
            answering(answered),
            *warning(answered),
            share("temporal: warned", [bool(warnings(answer)) for answer in outdated]),
            share("temporal: superseded", superseded),
        ),
        details={"gravest kind that is raised": kinds(answered, LABELS)},
        cases=cases_of(answered),
    )


def conflicting(path: Path) -> list[Given]:
    """Read a file of CONFLICTS.

    Raises:
        EvaluationError: it cannot be read, or is something else.
    """
    return material(_read, path, kind=KIND)


def _read(path: Path) -> list[Given]:
    return [
        Given(
            id=one.id,
            question=one.question,
            articles=tuple(article_of(each) for each in one.documents),
            label=one.conflict_type,
            differ=one.conflict_type != "no_conflict",
            expected=one.reference_answers,
        )
        for one in read_conflicts(path)
    ]

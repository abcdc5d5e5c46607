"""CONFLICTS: pages from the web agree, or some of them are outdated or wrong.

Source of the data: arXiv 2506.08500.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from qa.datasets.conflicts import Label, read_conflicts
from qa.datasets.documents import article_of
from qa.evaluate.documents import Answered, Given
from qa.evaluate.material import material
from qa.evaluate.parts import Parts, Progress
from qa.evaluate.report import Row
from qa.evaluate.warned import DocumentsReport, measured, share, warning, warnings

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
    return measured(
        "conflicts",
        parts,
        path,
        conflicting(path),
        rows=_rows,
        labels=LABELS,
        limit=limit,
        progress=progress,
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


def _rows(answered: Sequence[Answered]) -> list[Row]:
    outdated = [answer for given, answer in answered if given.label == "temporal"]
    superseded = [any(w.kind == "superseded" for w in warnings(answer)) for answer in outdated]
    return [
        *warning(answered),
        share("temporal: warned", [bool(warnings(answer)) for answer in outdated]),
        share("temporal: superseded", superseded),
    ]

"""RAMDocs: documents that answer a question differently, wrongly or not at all.

Each document is read by itself: its answer is right when it is what the document says, whether or
not that is true. Source of the data: arXiv 2504.13079.
"""

from collections.abc import Sequence
from pathlib import Path

from index.models import Span
from index.segment import segment
from qa.datasets.ramdocs import Ambiguous, Document, read_ramdocs
from qa.evaluate.conditions import conditions
from qa.evaluate.judged import (
    Asked,
    Judged,
    at_threshold,
    calibrated,
    forced,
    judged,
    refusing,
)
from qa.evaluate.material import material, sampled
from qa.evaluate.parts import Parts, Progress
from qa.evaluate.report import MEASURES, Report
from qa.reading.spans import SpanFinder, Text

KIND = "a .jsonl file of RAMDocs"


def evaluate_ramdocs(
    parts: Parts, path: Path, *, limit: int | None = None, progress: Progress | None = None
) -> Report:
    """Measure how well `parts.spans` finds what each document answers, and refuses the others.

    Args:
        parts: Of which `spans` is measured.
        path: A .jsonl file, a question with its documents a line.
        limit: How many questions to draw; None takes all.
        progress: Called as it goes on.

    Raises:
        EvaluationError: the file cannot be read, or is something else.
    """
    questions = material(read_ramdocs, path, kind=KIND)
    drawn = sampled(questions, limit)
    rows = read_documents(parts.spans, drawn, progress=progress)
    threshold = parts.spans.threshold
    calibration, bins = calibrated(rows)
    found = conditions(parts.spans, data=path, n=len(drawn), total=len(questions))
    return Report(
        suite="ramdocs",
        conditions=found | {"documents": len(rows), "threshold": threshold},
        columns=MEASURES,
        rows=(
            *forced(rows),
            *at_threshold(rows, threshold),
            *refusing(rows, threshold),
            *calibration,
        ),
        details={"reliability": bins},
    )


def read_documents(
    finder: SpanFinder, questions: Sequence[Ambiguous], *, progress: Progress | None = None
) -> list[Judged]:
    """Judge the best span of every document of every question, in their order."""
    rows: list[Judged] = []
    for number, question in enumerate(questions, start=1):
        rows.extend(judged(finder, (_asked(question, one) for one in question.documents)))
        if progress:
            progress(number, len(questions))
    return rows


def _asked(question: Ambiguous, document: Document) -> Asked:
    text = Text("", document.text, _quotable(document.text))
    return Asked(question.question, text, document.expected)


def _quotable(text: str) -> list[Span]:
    return [piece.span for piece in segment(text) if piece.kind != "furniture"]

"""Reading comprehension: questions on paragraphs, some of which do not say.

The measures are those of SQuAD 2.0 (Rajpurkar et al. 2018, doi:10.18653/v1/P18-2124), which asks
each question of the paragraph it was written about.
"""

from pathlib import Path

from qa.datasets.squad import Paragraph, Question, read_squad
from qa.evaluate.conditions import conditions
from qa.evaluate.judged import (
    Asked,
    answering,
    at_best,
    at_threshold,
    calibrated,
    forced,
    judged,
)
from qa.evaluate.material import material, sampled
from qa.evaluate.parts import Parts, Progress
from qa.evaluate.report import MEASURES, Report
from qa.reading.spans import Text

KIND = "a .json.gz file in the SQuAD format"


def evaluate_reading(
    parts: Parts, path: Path, *, limit: int | None = None, progress: Progress | None = None
) -> Report:
    """Measure how well `parts.spans` finds answers, and knows where there is none.

    Args:
        parts: Of which `spans` is measured.
        path: A .json.gz file in the format of SQuAD 2.0.
        limit: How many questions to draw; None takes all.
        progress: Called as it goes on.

    Raises:
        EvaluationError: the file cannot be read, or is something else.
    """
    paragraphs = material(read_squad, path, kind=KIND)
    questions = [(paragraph, asked) for paragraph in paragraphs for asked in paragraph.questions]
    drawn = sampled(questions, limit)
    rows = []
    for row in judged(parts.spans, (_asked(*one) for one in drawn)):
        rows.append(row)
        if progress:
            progress(len(rows), len(drawn))
    threshold = parts.spans.threshold
    calibration, bins = calibrated(rows)
    found = conditions(parts.spans, data=path, n=len(drawn), total=len(questions))
    return Report(
        suite="reading",
        conditions=found | {"threshold": threshold},
        columns=MEASURES,
        rows=(
            *forced(rows),
            *at_best(rows),
            *at_threshold(rows, threshold),
            *answering(rows, threshold),
            *calibration,
        ),
        details={"reliability": bins},
    )


def _asked(paragraph: Paragraph, question: Question) -> Asked:
    text = Text(paragraph.title, paragraph.text, paragraph.sentences)
    return Asked(question.text, text, question.answers)

"""WikiContradict and CONFLICTS together: is a warning right, and does it come?

In WikiContradict all documents disagree, so no warning can be wrong there. Of both sets together
most do, which flatters the precision; the false-positive rate is of those that agree.
"""

from collections.abc import Sequence
from pathlib import Path

from qa.evaluate.conditions import conditions
from qa.evaluate.conflicts import conflicting
from qa.evaluate.documents import (
    Answered,
    DocumentsReport,
    answer_all,
    answering,
    cases_of,
    kinds,
    warning,
)
from qa.evaluate.material import sampled
from qa.evaluate.parts import Parts, Progress
from qa.evaluate.report import MEASURES
from qa.evaluate.wikicontradict import contradicted
from qa.weights import sha256

FILES = {"wikicontradict.jsonl": contradicted, "conflicts.jsonl": conflicting}


def evaluate_contradict(
    parts: Parts, path: Path, *, limit: int | None = None, progress: Progress | None = None
) -> DocumentsReport:
    """Measure how well the reader is warned, over both sets.

    Args:
        parts: Of which `spans` and `entailment` are measured.
        path: A folder with wikicontradict.jsonl and conflicts.jsonl.
        limit: How many questions to draw of each; None takes all.
        progress: Called as it goes on.

    Raises:
        EvaluationError: a file cannot be read, or is something else.
    """
    questions = {name: read(path / name) for name, read in FILES.items()}
    drawn = [given for each in questions.values() for given in sampled(each, limit)]
    answered = answer_all(parts, drawn, progress=progress)
    return DocumentsReport(
        suite="contradict",
        conditions=conditions(
            parts.spans,
            parts.entailment,
            data=path,
            checksum=", ".join(sha256(path / name) for name in FILES),
            n=len(drawn),
            total=sum(len(each) for each in questions.values()),
        ),
        columns=MEASURES,
        rows=(answering(answered), *warning(answered)),
        details={"gravest kind that is raised": kinds(answered, _labels(answered))},
        cases=cases_of(answered),
    )


def _labels(answered: Sequence[Answered]) -> list[str]:
    return list(dict.fromkeys(given.label for given, _ in answered))

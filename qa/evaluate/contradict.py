"""WikiContradict and CONFLICTS together: is a warning right, and does it come?

In WikiContradict all documents disagree, so no warning can be wrong there. Of both sets together
most do, which flatters the precision; the false-positive rate is of those that agree.
"""

from pathlib import Path

from qa.evaluate.conflicts import conflicting
from qa.evaluate.parts import Parts, Progress
from qa.evaluate.warned import DocumentsReport, measured, warning
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
    return measured(
        "contradict",
        parts,
        path,
        *(read(path / name) for name, read in FILES.items()),
        rows=warning,
        checksum=", ".join(sha256(path / name) for name in FILES),
        limit=limit,
        progress=progress,
    )

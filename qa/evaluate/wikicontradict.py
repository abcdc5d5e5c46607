"""WikiContradict: two passages contradict each other, and are to be set against each other.

Source of the data: arXiv 2406.13805.
"""

from collections.abc import Sequence
from pathlib import Path

from qa.datasets.documents import article_of
from qa.datasets.wikicontradict import read_wikicontradict
from qa.evaluate.documents import Answered, Given
from qa.evaluate.material import material
from qa.evaluate.parts import Parts, Progress
from qa.evaluate.report import Row
from qa.evaluate.warned import DocumentsReport, measured, share, warnings
from qa.measures.matching import separates, sets_apart

KIND = "a .jsonl file of WikiContradict"
LABEL = "conflict"


def evaluate_wikicontradict(
    parts: Parts, path: Path, *, limit: int | None = None, progress: Progress | None = None
) -> DocumentsReport:
    """Measure how often the reader is warned that two passages contradict each other.

    Args:
        parts: Of which `spans` and `entailment` are measured.
        path: A .jsonl file, a question with its two passages and their answers a line.
        limit: How many questions to draw; None takes all.
        progress: Called as it goes on.

    Raises:
        EvaluationError: the file cannot be read, or is something else.
    """
    return measured(
        "wikicontradict",
        parts,
        path,
        contradicted(path),
        rows=_rows,
        labels=[LABEL],
        limit=limit,
        progress=progress,
    )


def contradicted(path: Path) -> list[Given]:
    """Read a file of WikiContradict.

    Raises:
        EvaluationError: it cannot be read, or is something else.
    """
    return material(_read, path, kind=KIND)


def _read(path: Path) -> list[Given]:
    return [
        Given(
            id=one.id,
            question=one.question,
            articles=tuple(article_of(each, publisher=each.source) for each in one.documents),
            label=LABEL,
            differ=True,
            expected=one.reference_answers,
        )
        for one in read_wikicontradict(path)
    ]


def _rows(answered: Sequence[Answered]) -> list[Row]:
    return [
        share("both passages in positions", [_has_both(one) for one in answered]),
        share("warning: recall", [bool(warnings(answer)) for _, answer in answered]),
        share("warning: passages on different sides", [_parts(one) for one in answered]),
        share("warning: answers on different sides", [_sets_apart(one) for one in answered]),
    ]


def _has_both(one: Answered) -> bool:
    """Return whether each passage has a position of its own or a share in one."""
    given, answer = one
    cited = {citation.article_id for citation in answer.citations}
    return all(article.id in cited for article in given.articles)


def _parts(one: Answered) -> bool:
    """Return whether a warning sets the two passages against each other."""
    given, answer = one
    first, second = ({article.id} for article in given.articles)
    return any(separates(warned, first, second) for warned in warnings(answer))


def _sets_apart(one: Answered) -> bool:
    """Return whether a warning sets the two annotated answers against each other."""
    given, answer = one
    first, second = given.expected
    return any(sets_apart(warned, first, second) for warned in warnings(answer))

"""RAMDocs, all documents of a question together: do they answer it in more than one way?

A document that gives none of the answers is noise. The others give two answers or more because the
question is about several things of one name, or because a document was changed to be wrong: the
reader is to be told in both cases. Source of the data: arXiv 2504.13079.
"""

from collections.abc import Sequence
from pathlib import Path
from statistics import fmean

from qa.datasets.documents import article
from qa.datasets.ramdocs import Ambiguous, read_ramdocs
from qa.evaluate.documents import Answered, Given
from qa.evaluate.material import material
from qa.evaluate.parts import Parts, Progress
from qa.evaluate.report import Row
from qa.evaluate.warned import DocumentsReport, measured, share, warning, warnings
from qa.measures import answers_f1
from qa.measures.matching import distinct

KIND = "a .jsonl file of RAMDocs"
AGREE, MEANINGS, MISINFORMED = "one answer", "several meanings", "misinformation"
LABELS = (AGREE, MEANINGS, MISINFORMED)


def evaluate_ramdocs_sets(
    parts: Parts, path: Path, *, limit: int | None = None, progress: Progress | None = None
) -> DocumentsReport:
    """Measure whether the reader is warned of different answers, and whether all are found.

    Args:
        parts: Of which `spans` and `entailment` are measured.
        path: A .jsonl file, a question with its documents a line.
        limit: How many questions to draw; None takes all.
        progress: Called as it goes on.

    Raises:
        EvaluationError: the file cannot be read, or is something else.
    """
    return measured(
        "ramdocs-sets",
        parts,
        path,
        material(_read, path, kind=KIND),
        rows=_rows,
        labels=LABELS,
        limit=limit,
        progress=progress,
    )


def _rows(answered: Sequence[Answered]) -> list[Row]:
    return [
        *warning(answered),
        *(_warned(answered, label) for label in (MEANINGS, MISINFORMED)),
        _found(answered),
    ]


def _warned(answered: Sequence[Answered], label: str) -> Row:
    warned = [bool(warnings(answer)) for given, answer in answered if given.label == label]
    return share(f"{label}: warned", warned)


def _found(answered: Sequence[Answered]) -> Row:
    """Return the mean F1 of the positions against the answers that the documents give."""
    scores = [
        answers_f1([position.answer for position in answer.positions], given.expected)
        for given, answer in answered
    ]
    return "F1 of the positions", fmean(scores) if scores else None, len(scores)


def _read(path: Path) -> list[Given]:
    return [_given(number, one) for number, one in enumerate(read_ramdocs(path), start=1)]


def _given(number: int, one: Ambiguous) -> Given:
    answers = distinct(answer for document in one.documents for answer in document.expected)
    return Given(
        id=str(number),
        question=one.question,
        articles=tuple(
            article(document.text, id=f"{number}-{place}", said={})
            for place, document in enumerate(one.documents, start=1)
        ),
        label=_label(one, answers),
        differ=len(answers) > 1,
        expected=tuple(answers),
    )


def _label(one: Ambiguous, answers: Sequence[str]) -> str:
    if len(answers) < 2:
        return AGREE
    changed = any(document.type == "misinfo" for document in one.documents)
    return MISINFORMED if changed else MEANINGS

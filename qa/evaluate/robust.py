"""How much the retrieval changes where a question is written in another way.

Nothing needs to be known of the articles: what a question finds is compared with what its variant
finds.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from index import Passage, Retriever
from qa.datasets.variants import Variant, read_variants
from qa.evaluate.conditions import conditions
from qa.evaluate.material import EvaluationError, material, sampled
from qa.evaluate.parts import Parts, Progress
from qa.evaluate.report import Report, Row

KIND = "a .jsonl file with a kind, a question and a variant a line"
DEPTH = 10  # Passages that are compared.
TOP = 3  # About as many as are read without scrolling.
ALL = "all"

COLUMNS = (
    "kind",
    "same first article",
    f"first passage in the top {TOP}",
    "mean reciprocal rank of the first passage",
    f"overlap of the top {DEPTH}",
    "n",
)


class Change(NamedTuple):
    """What a variant leaves of what its question finds, each from 0 to 1; 1 is no change.

    Attributes:
        article: Whether the first passage is of the same article.
        top: Whether the question's first passage is among the variant's first.
        reciprocal: 1 / the rank of the question's first passage, 0 if it is not found.
        overlap: The share of the question's passages that the variant finds too.
    """

    article: float
    top: float
    reciprocal: float
    overlap: float


def evaluate_robust(
    parts: Parts, path: Path, *, limit: int | None = None, progress: Progress | None = None
) -> Report:
    """Search for questions and for their variants, and compare.

    Args:
        parts: Of which `retriever` is measured, over any articles that the questions are about.
        path: A .jsonl file, one `Variant` a line.
        limit: How many variants to draw; None takes all.
        progress: Called as it goes on.

    Raises:
        EvaluationError: the file cannot be read, or is something else, or nothing is found.
    """
    if parts.retriever is None:
        raise EvaluationError("there is nothing to search with; name a retriever over the articles")
    variants = material(read_variants, path, kind=KIND)
    drawn = sampled(variants, limit)
    changes = []
    for number, variant in enumerate(drawn, start=1):
        changes.append((variant.kind, changed(parts.retriever, variant)))
        if progress:
            progress(number, len(drawn))
    kinds = dict.fromkeys(kind for kind, _ in changes)
    return Report(
        suite="robust",
        conditions=conditions(
            parts.retriever.library.encoder,
            data=path,
            corpus=parts.corpus,
            n=len(drawn),
            total=len(variants),
        ),
        columns=COLUMNS,
        rows=(
            *(_row(kind, [one for its, one in changes if its == kind]) for kind in kinds),
            _row(ALL, [one for _, one in changes]),
        ),
    )


def changed(retriever: Retriever, variant: Variant) -> Change:
    """Search for a question and its variant, and compare what is found."""
    asked = retriever.search(variant.question, k=DEPTH)
    written = retriever.search(variant.variant, k=DEPTH)
    if not asked:
        raise EvaluationError(f"nothing is found for {variant.question!r}; index some articles")
    return compared(asked, written)


def compared(asked: Sequence[Passage], written: Sequence[Passage]) -> Change:
    """Compare what a question finds, at least one passage, with what its variant finds."""
    found = [_place(passage) for passage in written]
    wanted = [_place(passage) for passage in asked]
    rank = found.index(wanted[0]) + 1 if wanted[0] in found else None
    return Change(
        article=float(bool(found) and found[0][0] == wanted[0][0]),
        top=float(rank is not None and rank <= TOP),
        reciprocal=1 / rank if rank else 0.0,
        overlap=len(set(found) & set(wanted)) / len(wanted),
    )


def _place(passage: Passage) -> tuple[str, int]:
    return passage.article.id, passage.span.start


def _row(kind: str, changes: Sequence[Change]) -> Row:
    columns = zip(*changes, strict=True) if changes else [[]] * len(Change._fields)
    means = (sum(column) / len(changes) if changes else None for column in columns)
    return (kind, *means, len(changes))

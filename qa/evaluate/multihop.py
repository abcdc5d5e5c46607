"""MultiHop-RAG: is the evidence of a question among the first passages that are found?

The measures of retrieval are those of the set's own script; see `qa.measures.ranking`. Questions
without evidence are left out of them, as there. Besides, an assistant is asked all of them; see
`qa.evaluate.declining`.
"""

from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from index import Retriever
from qa.ask import Assistant
from qa.datasets.multihop import UNANSWERABLE, MultiHop, read_multihop, read_titles
from qa.evaluate.conditions import conditions
from qa.evaluate.declining import decided, declines, takings_apart
from qa.evaluate.material import EvaluationError, material, sampled
from qa.evaluate.parts import Parts, Progress
from qa.evaluate.report import MEASURES, Report, Row, Table
from qa.measures import all_found, average_precision, held, hit, reciprocal_rank
from qa.read import SpanReader
from qa.weights import sha256

QUESTIONS, CORPUS = "queries.json", "corpus.json"
KIND = f"a folder with the {QUESTIONS} and {CORPUS} of MultiHop-RAG"
DEPTH = 10  # Passages that are looked at, as the script does.


class Scores(NamedTuple):
    """What one question scores, or the means over several, each from 0 to 1."""

    mrr: float
    hits_10: float
    hits_4: float
    map: float
    all: float


NAMES = ("MRR@10", "Hits@10", "Hits@4", "MAP@10", "all evidence in the top 10")


def evaluate_multihop(
    parts: Parts, path: Path, *, limit: int | None = None, progress: Progress | None = None
) -> Report:
    """Measure how well `parts.retriever` finds the evidence of questions, and who is answered.

    Args:
        parts: Of which `retriever` is measured, over an index of the corpus, and what reads.
        path: A folder with queries.json and corpus.json.
        limit: How many questions to draw; None takes all.
        progress: Called as it goes on.

    Raises:
        EvaluationError: a file cannot be read, or is something else, or the index does not hold
            the corpus.
    """
    if parts.retriever is None:
        raise EvaluationError("there is nothing to search with; name a retriever over the corpus")
    read = material(read_multihop, path / QUESTIONS, kind=KIND)
    _check_corpus(parts.retriever, path / CORPUS)
    drawn = sampled(read, limit)
    assistant = Assistant(
        parts.retriever, reader=SpanReader(parts.spans), entailment=parts.entailment
    )
    scores: list[tuple[MultiHop, Scores]] = []
    decisions, times = [], []
    for number, question in enumerate(drawn, start=1):
        began = perf_counter()
        passages = parts.retriever.search(question.question, k=DEPTH)
        times.append((perf_counter() - began) * 1000)
        found = held([passage.text for passage in passages], question.evidence)
        if question.kind != UNANSWERABLE:
            scores.append((question, scored(found, question)))
        decisions.append(decided(assistant, question, found))
        if progress:
            progress(number, len(drawn))
    said = conditions(
        parts.retriever.library.encoder,
        parts.spans,
        parts.entailment,
        data=path,
        checksum=sha256(path / QUESTIONS),
        corpus=sha256(path / CORPUS),
        n=len(drawn),
        total=len(read),
    )
    means = _means([one for _, one in scores])
    measured = [(*one, len(scores)) for one in zip(NAMES, means, strict=True)]
    return Report(
        suite="multihop",
        conditions=said | _sizes(parts.retriever),
        columns=MEASURES,
        rows=(*measured, _searching(times), *declines(decisions)),
        details={"by kind of question": _by_kind(scores), **takings_apart(decisions)},
    )


def scored(found: Sequence[set[str]], question: MultiHop) -> Scores:
    """Score what was found for one question."""
    return Scores(
        mrr=reciprocal_rank(found, k=DEPTH),
        hits_10=hit(found, k=DEPTH),
        hits_4=hit(found, k=4),
        map=average_precision(found, len(question.evidence), k=DEPTH),
        all=all_found(found, question.evidence, k=DEPTH),
    )


def _searching(milliseconds: Sequence[float]) -> Row:
    middle = median(milliseconds) if milliseconds else None
    return "search, median ms", middle, len(milliseconds)


def _sizes(retriever: Retriever) -> dict[str, int]:
    sources = retriever.library.sources()
    return {"articles": len(sources), "passages": sum(source.passages for source in sources)}


def _check_corpus(retriever: Retriever, path: Path) -> None:
    titles = material(read_titles, path, kind=KIND)
    lacking = titles - {source.title for source in retriever.library.sources()}
    if lacking:
        raise EvaluationError(
            f"the index at {retriever.library.folder} lacks {len(lacking)} of the {len(titles)} "
            f"titles of {path}; name a new folder with --index, and they are indexed there"
        )


def _by_kind(scores: Sequence[tuple[MultiHop, Scores]]) -> Table:
    of_kind: dict[str, list[Scores]] = {}
    for question, one in sorted(scores, key=lambda pair: pair[0].kind):
        of_kind.setdefault(question.kind, []).append(one)
    return Table(
        columns=("kind", *NAMES, "n"),
        rows=tuple((kind, *_means(some), len(some)) for kind, some in of_kind.items()),
    )


def _means(scores: Sequence[Scores]) -> list[float | None]:
    if not scores:
        return [None] * len(NAMES)
    return [sum(column) / len(scores) for column in zip(*scores, strict=True)]

"""Filters in words on MultiHop-RAG: what a search finds with them and without.

    python -m tests.benchmarks.filters DATA/eval/multihop_rag --index FOLDER [--questions 300]

Shows whether a filter hides evidence, and so whether what `index.attribution` and
`index.publication` take for one is too much. The first questions with evidence are asked; the
measures are those of `crosscheck evaluate multihop`, which also makes the index in FOLDER.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from index import Library, Retriever
from index.filters import where
from qa.datasets.multihop import UNANSWERABLE, MultiHop, read_multihop
from qa.evaluate.multihop import DEPTH, NAMES
from qa.measures import all_found, average_precision, held, hit, reciprocal_rank

Scores = tuple[float, ...]


def scores(retriever: Retriever, question: MultiHop, *, filtered: bool) -> Scores:
    """Search for one question, and score what is found, in the order of NAMES."""
    only = where(retriever.filters(question.question) if filtered else ())
    passages = retriever.search(
        question.question,
        k=DEPTH,
        publishers=only.publishers,
        since=only.since,
        until=only.until,
    )
    found = held([passage.text for passage in passages], question.evidence)
    return (
        reciprocal_rank(found, k=DEPTH),
        hit(found, k=DEPTH),
        hit(found, k=4),
        average_precision(found, len(question.evidence), k=DEPTH),
        all_found(found, question.evidence, k=DEPTH),
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--index", type=Path, required=True)
    parser.add_argument("--questions", type=int)
    arguments = parser.parse_args()
    read = read_multihop(arguments.data / "queries.json")
    questions = [one for one in read if one.kind != UNANSWERABLE][: arguments.questions]
    with Library.open(arguments.index) as library:
        retriever = Retriever(library)
        report(retriever, questions)


def report(retriever: Retriever, questions: Sequence[MultiHop]) -> None:
    """Print a row without filters and one with them, and how many questions have any."""
    plain = [scores(retriever, question, filtered=False) for question in questions]
    filtered = [scores(retriever, question, filtered=True) for question in questions]
    have = sum(bool(retriever.filters(question.question)) for question in questions)
    row("", NAMES)
    row("without filters", means(plain))
    row("with filters", means(filtered))
    hits = [(one[1], other[1]) for one, other in zip(plain, filtered, strict=True)]
    row("have a filter", [f"{have} of {len(questions)}"])
    row("hit only without", [str(hits.count((1, 0)))])
    row("hit only with", [str(hits.count((0, 1)))])


def means(rows: Sequence[Scores]) -> list[str]:
    """Return the mean of each column."""
    return [f"{sum(column) / len(rows):.4f}" for column in zip(*rows, strict=True)]


def row(name: str, cells: Sequence[str]) -> None:
    """Print one line of the table."""
    print(f"{name:<18}" + "".join(f"{cell:>28}" for cell in cells))  # noqa: T201


if __name__ == "__main__":
    main()

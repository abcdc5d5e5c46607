"""Sentence pairs: does one entail the other, contradict it, or neither?

Measured on the pairs that training never sees: VitaminC, held out by page, and MNLI.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from qa.datasets.pairs import LABELS, Pair, read_pairs, split
from qa.entail import Entailment
from qa.evaluate.conditions import conditions
from qa.evaluate.material import material, sampled
from qa.evaluate.parts import Parts, Progress
from qa.evaluate.report import Report, Row, Table
from qa.measures import accuracy, confusion, precision_recall

KIND = "a .jsonl.gz file of sentence pairs"
BATCH = 256  # pairs between two reports of progress; the model sorts them by length

COLUMNS = (
    "pairs of",
    "accuracy",
    "precision of contradiction",
    "recall of contradiction",
    "n",
)


def evaluate_entailment(
    parts: Parts, path: Path, *, limit: int | None = None, progress: Progress | None = None
) -> Report:
    """Measure how well `parts.entailment` labels the pairs that are held out.

    Args:
        parts: Of which `entailment` is measured.
        path: A .jsonl.gz file of pairs; what is held out of it is what `qa.datasets.pairs` says.
        limit: How many pairs to draw of each set; None takes all.
        progress: Called as it goes on.

    Raises:
        EvaluationError: the file cannot be read, or is something else.
    """
    _, held = split(material(read_pairs, path, kind=KIND))
    drawn = {name: sampled(pairs, limit) for name, pairs in held.items()}
    todo = sum(len(pairs) for pairs in drawn.values())
    done = 0
    rows, tables = [], {}
    for name, pairs in drawn.items():
        expected = [LABELS[pair.label] for pair in pairs]
        given: list[str] = []
        for labels in _labelled(parts.entailment, pairs):
            given += labels
            if progress:
                progress(done + len(given), todo)
        done += len(given)
        rows.append(_row(name, expected, given))
        tables[f"labels of {name}"] = _confusion(expected, given)
    total = sum(len(pairs) for pairs in held.values())
    return Report(
        suite="entailment",
        conditions=conditions(parts.entailment, data=path, n=todo, total=total),
        columns=COLUMNS,
        rows=tuple(rows),
        details=tables,
    )


def _labelled(entailment: Entailment, pairs: Sequence[Pair]) -> Iterator[list[str]]:
    for first in range(0, len(pairs), BATCH):
        batch = [(pair.premise, pair.hypothesis) for pair in pairs[first : first + BATCH]]
        yield [
            max(LABELS, key=judgement.model_dump().__getitem__)
            for judgement in entailment.judge(batch)
        ]


def _row(name: str, expected: Sequence[str], given: Sequence[str]) -> Row:
    precision, recall = precision_recall(
        [label == "contradiction" for label in given],
        [label == "contradiction" for label in expected],
    )
    return name, accuracy(expected, given), precision, recall, len(given)


def _confusion(expected: Sequence[str], given: Sequence[str]) -> Table:
    counts = confusion(expected, given, LABELS)
    return Table(
        columns=("is", *(f"taken for {label}" for label in LABELS)),
        rows=tuple((label, *row) for label, row in zip(LABELS, counts, strict=True)),
    )

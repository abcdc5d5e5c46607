"""Sentence pairs: does one entail the other, contradict it, or neither?

Measured on the pairs that training never sees: VitaminC, held out by page, and MNLI.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from qa.comparing.titled import judge_titled
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


class _Set(NamedTuple):
    """Pairs to measure on; `told`, whether with the titles of the pages that premises stand in."""

    name: str
    pairs: Sequence[Pair]
    told: bool


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
    sets = [_Set(name, pairs, told=False) for name, pairs in drawn.items()]
    sets += [
        _Set(f"{name}, titles told", pairs, told=True)
        for name, pairs in drawn.items()
        if any(pair.title for pair in pairs)
    ]
    todo = sum(len(one.pairs) for one in sets)
    done = 0
    rows, tables = [], {}
    for one in sets:
        expected = [LABELS[pair.label] for pair in one.pairs]
        given: list[str] = []
        for labels in _labelled(parts.entailment, one):
            given += labels
            if progress:
                progress(done + len(given), todo)
        done += len(given)
        rows.append(_row(one.name, expected, given))
        tables[f"labels of {one.name}"] = _confusion(expected, given)
    n, total = (sum(len(pairs) for pairs in each.values()) for each in (drawn, held))
    return Report(
        suite="entailment",
        conditions=conditions(parts.entailment, data=path, n=n, total=total),
        columns=COLUMNS,
        rows=tuple(rows),
        details=tables,
    )


def _labelled(entailment: Entailment, given: _Set) -> Iterator[list[str]]:
    for first in range(0, len(given.pairs), BATCH):
        batch = given.pairs[first : first + BATCH]
        texts = [(pair.premise, pair.hypothesis) for pair in batch]
        titles = [pair.title for pair in batch]
        if given.told:
            judged = [one.best for one in judge_titled(entailment, texts, titles)]
        else:
            judged = entailment.judge(texts)
        yield [max(LABELS, key=judgement.model_dump().__getitem__) for judgement in judged]


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

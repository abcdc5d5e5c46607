"""Sentence pairs are measured on what is held out, each set by itself."""

import gzip
import json
import zlib

import pytest

from qa.datasets.pairs import LABELS
from qa.entail import Judgement
from qa.evaluate import EvaluationError, Parts, evaluate_entailment

HELD, TAUGHT = (
    next(f"page {n}" for n in range(500) if (zlib.crc32(f"page {n}".encode()) % 100 < 10) is held)
    for held in (True, False)
)


class SaidEntailment:
    """Judges a pair to be what its hypothesis ends with."""

    name = "said"

    def __init__(self):
        self.judged = []

    def judge(self, pairs):
        self.judged += pairs
        return [
            Judgement(**{label: float(hypothesis.endswith(label)) for label in LABELS})
            for _, hypothesis in pairs
        ]


def pair(label, said, *, source="vitaminc_real", page=HELD, premise="It sank"):
    hypothesis = f"One of {len(label)} is {said}"
    return {
        "premise": premise,
        "hypothesis": hypothesis,
        "label": label,
        "source": source,
        "page": page,
    }


def write(path, *rows):
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    return path


PAIRS = (
    pair("contradiction", "contradiction"),
    pair("contradiction", "neutral"),
    pair("entailment", "contradiction"),
    pair("contradiction", "neutral", page=TAUGHT),
    pair("neutral", "neutral", source="mnli_dev", page=None, premise=HELD),
)


def test_each_held_out_set_has_a_row_and_a_confusion_table(tmp_path):
    report = evaluate_entailment(
        Parts(entailment=SaidEntailment()), write(tmp_path / "nli.jsonl.gz", *PAIRS)
    )
    vitaminc, mnli, told = report.rows
    assert vitaminc == pytest.approx(("vitaminc", 1 / 3, 1 / 2, 1 / 2, 3))
    assert mnli == ("mnli", 1.0, None, None, 1)
    assert told == pytest.approx(("vitaminc, titles told", 1 / 3, 1 / 2, 1 / 2, 3))
    table = report.details["labels of vitaminc"]
    assert table.columns[1:] == tuple(f"taken for {label}" for label in LABELS)
    assert table.rows == (
        ("entailment", 0, 0, 1),
        ("neutral", 0, 0, 0),
        ("contradiction", 0, 1, 1),
    )
    assert (report.conditions["n"], report.conditions["models"]) == (4, "said")


def test_a_limit_is_for_each_set_and_progress_counts_both(tmp_path):
    told = []
    model = SaidEntailment()
    report = evaluate_entailment(
        Parts(entailment=model),
        write(tmp_path / "nli.jsonl.gz", *PAIRS),
        limit=2,
        progress=lambda *one: told.append(one),
    )
    assert [row[-1] for row in report.rows] == [2, 1, 2]
    assert told == [(2, 5), (3, 5), (5, 5)]
    assert [premise for premise, _ in model.judged].count(f"{HELD}: It sank") == 2
    assert report.conditions["drawn from"] == 4


def test_a_set_without_pairs_has_no_accuracy(tmp_path):
    path = write(tmp_path / "nli.jsonl.gz", PAIRS[0])
    report = evaluate_entailment(Parts(entailment=SaidEntailment()), path)
    assert report.rows[1] == ("mnli", None, None, None, 0)


@pytest.mark.parametrize(
    ("row", "why"),
    [({"premise": "x"}, "a record has no 'hypothesis'"), (3, "its records have another form")],
)
def test_a_file_of_something_else_is_named(tmp_path, row, why):
    path = write(tmp_path / "other.jsonl.gz", row)
    with pytest.raises(EvaluationError, match=f"other.jsonl.gz is not a .jsonl.gz .*: {why}"):
        evaluate_entailment(Parts(entailment=SaidEntailment()), path)

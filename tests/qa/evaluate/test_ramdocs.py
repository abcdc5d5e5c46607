"""Documents are read one by one; what they do not say is to be refused."""

import json

import pytest

from qa.evaluate import EvaluationError, Parts, evaluate_ramdocs, values
from tests.qa.evaluate.test_reading import CueSpans

HURT = {
    "question": "How many were hurt?",
    "documents": [
        {"text": "Twelve people were hurt.", "type": "correct", "answer": "twelve people"},
        {"text": "Nine were hurt.", "type": "misinfo", "answer": "nine"},
        {"text": "The ferry is red.", "type": "noise", "answer": "unknown"},
        {"text": "Eight boats came.\nAdvertisement", "type": "noise", "answer": "unknown"},
    ],
    "disambig_entity": [],
    "gold_answers": ["twelve people"],
    "wrong_answers": ["nine"],
}
FOUND = {
    "Twelve": ("Twelve", 0.9),
    "Nine": ("Nine", 0.7),
    "red": ("red", 0.2),
    "Eight": ("Eight", 0.8),
}


def write(path, *rows):
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def test_each_document_is_judged_by_its_own_answer(tmp_path):
    report = evaluate_ramdocs(Parts(spans=CueSpans(FOUND)), write(tmp_path / "r.jsonl", HURT))
    assert values(report) == pytest.approx(
        {
            "exact match, answer forced": 1 / 2,  # "Nine", though it is wrong
            "F1, answer forced": (2 / 3 + 1) / 2,
            "F1 at the threshold": (2 / 3 + 1 + 1 + 0) / 4,
            "refusing: area under the ROC curve": 3 / 4,  # .7 is below .8
            "refusing: precision at the threshold": 1,  # red, and nothing else
            "refusing: recall at the threshold": 1 / 2,  # of red and eight, red
            "expected calibration error": (0.1 + 0.3 + 0.2 + 0.8) / 4,
        }
    )
    assert (report.conditions["n"], report.conditions["documents"]) == (1, 4)
    assert report.details["reliability"].rows[9] == (0.9, 1.0, 0.9, 1.0, 1)


def test_furniture_may_not_be_quoted(tmp_path):
    finder = CueSpans(FOUND)
    evaluate_ramdocs(Parts(spans=finder), write(tmp_path / "r.jsonl", HURT))
    text = finder.texts[3]
    assert [span.of(text.text) for span in text.within] == ["Eight boats came."]


def test_a_limit_counts_questions_and_progress_does_too(tmp_path):
    path = write(tmp_path / "r.jsonl", HURT, HURT, HURT)
    told = []
    report = evaluate_ramdocs(
        Parts(spans=CueSpans(FOUND)), path, limit=2, progress=lambda *one: told.append(one)
    )
    assert told == [(1, 2), (2, 2)]
    assert report.conditions["drawn from"] == 3
    assert report.conditions["documents"] == 8


def test_a_broken_line_is_named(tmp_path):
    path = write(tmp_path / "r.jsonl", HURT, {"question": "Why?"})
    with pytest.raises(EvaluationError, match=r"r\.jsonl is not a .* line 2: documents: Field req"):
        evaluate_ramdocs(Parts(spans=CueSpans(FOUND)), path)

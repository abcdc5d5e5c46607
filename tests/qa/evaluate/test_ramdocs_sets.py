"""All documents of a question together: two answers or more are to be told."""

import pytest

from qa.evaluate import EvaluationError, evaluate_ramdocs_sets, values
from tests.qa.flood import DRY, THIRTY_ONE, TWELVE, parts, write

RIGHT = {"text": TWELVE, "type": "correct", "answer": "12"}
AGAIN = {"text": f"It rained. {TWELVE}", "type": "correct", "answer": "12 people"}
OTHER = {"text": THIRTY_ONE, "type": "correct", "answer": "31 people"}
CHANGED = OTHER | {"type": "misinfo"}
UNREAD = {"text": "Nobody counted.", "type": "misinfo", "answer": "0"}
NOISE = {"text": DRY, "type": "noise", "answer": "unknown"}


def row(*documents):
    return {"question": "How many people died in the flood?", "documents": documents}


def measured(tmp_path, *rows, **options):
    return evaluate_ramdocs_sets(parts(), write(tmp_path / "r.jsonl", *rows), **options)


def test_documents_with_one_answer_agree_and_those_with_two_are_to_be_warned_of(tmp_path):
    report = measured(
        tmp_path,
        row(RIGHT, AGAIN, NOISE),  # one answer in other words: F1 1
        row(RIGHT, OTHER),  # several meanings, and told: F1 1
        row(RIGHT, CHANGED, NOISE),  # wrong, and told: F1 1
        row(RIGHT, UNREAD),  # wrong, and not told: one of two, F1 2/3
        row(NOISE),  # nothing to say, nothing said: F1 1
    )
    assert values(report) == pytest.approx(
        {
            "answered": 4 / 5,
            "warning: precision": 1,
            "warning: recall": 2 / 3,
            "warning: false-positive rate": 0,
            "warning or note: precision": 1,
            "warning or note: recall": 2 / 3,
            "warning or note: false-positive rate": 0,
            "several meanings: warned": 1,
            "misinformation: warned": 1 / 2,
            "F1 of the positions": (1 + 1 + 1 + 2 / 3 + 1) / 5,
        }
    )
    assert report.details["gravest kind that is raised"].rows == (
        ("one answer", 0, 0, 0, 0, 0, 1, 1),
        ("several meanings", 1, 0, 0, 0, 0, 0, 0),
        ("misinformation", 1, 0, 0, 0, 0, 1, 0),
    )


def test_an_answer_that_no_document_gives_costs_precision(tmp_path):
    noise = NOISE | {"text": THIRTY_ONE}
    report = measured(tmp_path, row(RIGHT, noise))
    assert values(report)["F1 of the positions"] == pytest.approx(2 / 3)  # 12 of 12 and 31
    assert values(report)["warning: false-positive rate"] == 1
    assert values(measured(tmp_path, row(noise)))["F1 of the positions"] == 0


def test_a_case_has_the_distinct_answers_and_its_documents_are_numbered(tmp_path):
    report = measured(tmp_path, row(NOISE), row(NOISE, RIGHT, AGAIN, OTHER))
    case = report.cases[1]
    assert (case.id, case.label, case.expected) == ("2", "several meanings", ("12", "31 people"))
    assert [position.articles for position in case.positions] == [("2-2", "2-3"), ("2-4",)]


def test_a_limit_draws_some_and_a_broken_file_is_named(tmp_path):
    report = measured(tmp_path, row(NOISE), row(RIGHT), limit=1)
    assert (report.conditions["n"], report.conditions["drawn from"]) == (1, 2)
    with pytest.raises(
        EvaluationError, match=r"is not a \.jsonl file of RAMDocs: document 1-1 hol"
    ):
        measured(tmp_path, row(RIGHT | {"text": " "}))

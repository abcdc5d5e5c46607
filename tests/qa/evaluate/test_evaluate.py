"""Evaluation judges answers by what is expected of them."""

import json

import pytest

from qa.ask import Assistant
from qa.evaluate import EvaluationError, Parts, evaluate_seeds
from tests.qa.newsroom import TableReader
from tests.qa.test_ask import ALL, DEATHS, Shelf

FACT = {
    "id": "f",
    "kind": "fact",
    "question": "How many people died?",
    "quote": ["12 people"],
    "answer": ["12"],
    "sources": ["herald"],
    "disagree": True,
    "sides": [["herald", "gazette"], ["courier"]],
}


def parts(*rows):
    return Parts(
        assistant=Assistant(Shelf(*ALL), reader=TableReader(*rows)),
        encoder="shelf",
        corpus="c0ffee",
    )


def measured(tmp_path, *cases, rows=DEATHS, **options):
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(json.dumps(case) for case in cases), encoding="utf-8")
    return evaluate_seeds(parts(*rows), path, **options)


def judged(tmp_path, *cases, rows=DEATHS):
    return measured(tmp_path, *cases, rows=rows).outcomes


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({}, ""),
        ({"answer": ["13"]}, "13 is not among the answers"),
        ({"headline": ["13", "twelve"]}, "the headline has none of 13, twelve"),
        ({"headline": ["13", "12"]}, ""),
        ({"quote": ["13 people"]}, "13 people is not quoted"),
        ({"sources": ["post"]}, "none of post is cited"),
        ({"sides": [["herald"], ["gazette"]]}, "the sides are not set against each other"),
        ({"disagree": False}, "it warned, and the sources agree"),
        ({"kind": "decline"}, "it answered, and the articles do not say"),
    ],
)
def test_an_answer_is_right_only_when_all_that_is_expected_holds(tmp_path, change, why):
    (outcome,) = judged(tmp_path, FACT | change)
    assert (outcome.why, outcome.right) == (why, not why)
    assert outcome.false_alarm is (change == {"disagree": False})


def test_declining_is_right_where_the_articles_do_not_say(tmp_path):
    decline = {"id": "d", "kind": "decline", "question": "Who won?"}
    report = measured(tmp_path, decline, FACT, rows=())
    assert [outcome.right for outcome in report.outcomes] == [True, False]
    assert report.columns == ("kind", "right", "of", "false alarms")
    assert report.rows == (("decline", 1, 1, 0), ("fact", 0, 1, 0), ("all", 1, 2, 0))


def test_a_false_alarm_is_counted(tmp_path):
    assert measured(tmp_path, FACT, FACT | {"disagree": False}).rows[-1] == ("all", 1, 2, 1)


def test_of_a_limit_the_report_says_what_it_was_drawn_from(tmp_path):
    told = []
    report = measured(tmp_path, FACT, FACT, FACT, limit=2, progress=lambda *one: told.append(one))
    assert len(report.outcomes) == 2
    assert (report.conditions["n"], report.conditions["drawn from"]) == (2, 3)
    assert told == [(1, 2), (2, 2)]
    models = report.conditions["models"].split(", ")
    assert [model.split()[0] for model in models] == [
        "shelf",
        "reader.safetensors",
        "entailment.safetensors",
    ]
    assert report.conditions["sha256 of the corpus"] == "c0ffee"


def test_without_an_assistant_there_is_nobody_to_ask(tmp_path):
    with pytest.raises(EvaluationError, match="nobody to ask"):
        evaluate_seeds(Parts(), tmp_path / "questions.jsonl")


def test_of_a_conversation_the_last_turn_is_judged(tmp_path):
    turns = FACT | {"question": "Who won? ||| How many people died?", "kind": "followup"}
    assert judged(tmp_path, turns)[0].question == turns["question"]
    assert judged(tmp_path, turns)[0].right


def test_a_broken_line_is_named(tmp_path):
    path = tmp_path / "questions.jsonl"
    path.write_text(json.dumps(FACT) + "\n{oops", encoding="utf-8")
    with pytest.raises(EvaluationError, match=r"questions.jsonl:2 is no question"):
        evaluate_seeds(parts(), path)
    with pytest.raises(EvaluationError, match="cannot be read"):
        evaluate_seeds(parts(), tmp_path / "absent.jsonl")

"""The questions with other words and with thresholds fit the articles that they are asked of."""

import json
from collections import Counter
from pathlib import Path

import pytest

from qa.evaluate.seeds import Case

FOLDER = Path(__file__).parents[1] / "benchmarks"
EVENTS = {
    f"{what}: {how}": count
    for what, count in {"value": 14, "name": 14, "words": 12}.items()
    for how in ("differ", "agree")
}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("worded", {"seen: differ": 39, "seen: agree": 39}),
        ("thresholds", {"seen: differ": 16, "seen: agree": 16, "decline": 8}),
        ("answers", {"seen: differ": 40, "seen: agree": 40}),
        ("reports", {"seen: differ": 30, "seen: agree": 30}),
        ("events", EVENTS),
        ("unread", EVENTS),
    ],
)
def test_each_question_has_two_articles_and_each_side_is_one_of_them(name, expected):
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [Case.model_validate_json(line) for line in lines]
    told = (FOLDER / name / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ids = [json.loads(line)["id"] for line in told]
    assert Counter(case.kind for case in cases) == expected
    assert len(set(ids)) == len(ids) == 2 * len(cases)
    for case in cases:
        of = case.id.partition(": ")[2]
        assert {f"{of}-1", f"{of}-2"} <= set(ids)
        assert case.sides == (((f"{of}-1",), (f"{of}-2",)) if case.disagree else ())


@pytest.mark.parametrize(
    ("name", "articles", "expected"),
    [
        ("wires", 96, {"value": 10, "name": 8, "words": 6}),
        ("unseen", 60, {"value": 6, "name": 5, "words": 3}),
    ],
)
def test_what_is_planted_is_quoted_from_two_or_three_reports_of_one_event(name, articles, expected):
    told = (FOLDER / name / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {one["id"]: one["text"] for one in map(json.loads, told)}
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    planted = [json.loads(line) for line in lines]
    assert len(texts) == len(told) == articles
    assert Counter(one["kind"] for one in planted) == expected
    for one in planted:
        for article, quote in zip(one["articles"], one["quotes"], strict=True):
            assert article.rpartition("-")[0] == one["id"]
            assert quote in texts[article]
        assert sorted(at for side in one["sides"] for at in side) == list(
            range(len(one["articles"]))
        )
        assert len(one["sides"]) == 2


def test_fresh_questions_are_answered_by_articles_that_have_the_words():
    lines = (FOLDER / "fresh.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [Case.model_validate_json(line) for line in lines]
    texts = {file.stem: file.read_text(encoding="utf-8") for file in (FOLDER / "fresh").iterdir()}
    assert Counter(case.kind for case in cases) == {
        "differ": 50,
        "agree": 36,
        "one": 24,
        "decline": 4,
    }
    assert len(texts) == 42
    assert len({case.id for case in cases}) == len({case.question for case in cases}) == len(cases)
    for case in cases:
        assert bool(case.sides) == bool(case.disagree) == (case.kind == "differ")
        assert {one for side in case.sides for one in side} <= set(texts)
        told = [texts[source] for source in case.sources]
        assert all(any(answer in text for text in told) for answer in case.answer)

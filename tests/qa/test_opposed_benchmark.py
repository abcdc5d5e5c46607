"""The questions over change and continuity fit the articles that they are asked of."""

import json
from collections import Counter
from pathlib import Path

from qa.evaluate.seeds import Case

FOLDER = Path(__file__).parents[1] / "benchmarks"
CASES = [
    Case.model_validate_json(line)
    for line in (FOLDER / "opposed.jsonl").read_text(encoding="utf-8").splitlines()
]
ARTICLES = [
    json.loads(line)
    for line in (FOLDER / "opposed" / "opposed.jsonl").read_text(encoding="utf-8").splitlines()
]


def test_each_question_has_two_articles_and_each_side_is_one_of_them():
    ids = [article["id"] for article in ARTICLES]
    assert len(set(ids)) == len(ids) == 2 * len(CASES)
    for case in CASES:
        name = case.id.partition(": ")[2]
        assert {f"{name}-1", f"{name}-2"} <= set(ids)
        expected = ((f"{name}-1",), (f"{name}-2",)) if case.disagree else ()
        assert case.sides == expected


def test_in_each_part_as_many_differ_as_do_not():
    assert Counter(case.kind for case in CASES) == {
        "development: differ": 15,
        "development: agree": 15,
        "seen: differ": 15,
        "seen: agree": 15,
        "held: differ": 10,
        "held: agree": 10,
    }

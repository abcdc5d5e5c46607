"""Questions that name a figure or offer a choice fit the articles that they are asked of."""

import json
from collections import Counter
from pathlib import Path

import pytest

from qa.deciding.alternatives import offer
from qa.deciding.focus import foci
from qa.evaluate.seeds import Case

EITHER = {"differ": 20, "said": 20, "neither": 8, "both": 4, "trap": 8}
FOLDER = Path(__file__).parents[2] / "benchmarks"


@pytest.mark.parametrize(
    ("name", "sets", "expected"),
    [
        (
            "asserted",
            ["reports", "answers", "events"],
            {"differ": 40, "as said": 20, "not so": 20, "trap": 21},
        ),
        (
            "asserted_blind",
            ["unread", "wires"],
            {"differ": 45, "as said": 21, "not so": 22, "trap": 24},
        ),
        ("either", ["reports", "answers", "events"], EITHER),
        ("either_blind", ["unread", "wires"], EITHER),
    ],
)
def test_each_question_has_its_articles_and_what_is_expected_of_its_kind(name, sets, expected):
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [Case.model_validate_json(line) for line in lines]
    told = [(FOLDER / one / f"{one}.jsonl").read_text(encoding="utf-8") for one in sets]
    ids = {json.loads(line)["id"] for text in told for line in text.splitlines()}
    assert Counter(case.kind for case in cases) == expected
    assert len({case.question for case in cases}) == len(cases)
    for case in cases:
        assert case.disagree is (case.kind == "differ")
        assert {one for side in case.sides for one in side} <= ids
        assert len(case.sides) == (2 if case.disagree else 0)
        assert bool(case.headline) is (case.kind in {"said", "neither"}) or case.kind == "trap"
        assert case.answer == {"as said": ("yes",), "not so": ("no",)}.get(case.kind, ())


def test_all_but_four_of_them_ask_for_a_figure_or_a_name():
    lines = (FOLDER / "asserted.jsonl").read_text(encoding="utf-8").splitlines()
    others = [
        case.question for line in lines if not foci((case := Case(**json.loads(line))).question)
    ]
    assert len(others) == 4
    assert "Did a lightning strike cause the fire at the Gorsebridge grain mill?" in others


def test_all_but_one_of_those_that_offer_a_choice_are_understood_to():
    lines = (FOLDER / "either.jsonl").read_text(encoding="utf-8").splitlines()
    kinds = Counter(found.kind for line in lines if (found := offer(json.loads(line)["question"])))
    assert kinds == {"value": 21, "name": 21, "words": 17}

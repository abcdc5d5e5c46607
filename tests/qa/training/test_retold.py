"""Stories -> pairs of sentences."""

import random
from collections import Counter
from dataclasses import replace

import pytest

from qa.datasets.pairs import LABELS, Pair
from qa.training.retold import pairs
from qa.training.story import Story
from tests.qa.training.match import STORY


@pytest.mark.parametrize(
    ("label", "premise", "hypothesis"),
    [
        ("entailment", "{0} scored the winner for {1}.", "The decisive goal for {1} was {2}'s."),
        ("entailment", "{0} scored the winner for {1}.", "{0} scored the winning goal for {1}."),
        ("entailment", "A replay was ordered.", "The game of {1} will be repeated."),
        ("contradiction", "There will be no replay.", "The game of {1} will be repeated."),
        ("contradiction", "There will be no replay.", "The game will be repeated."),
        ("contradiction", "A replay was ordered.", "There will be no replay."),
        ("neutral", "{3} came close for {1} with a header.", "{0} scored the winner for {1}."),
        (
            "neutral",
            "{3} came close for {1} with a header.",
            "{3} scored the winning goal for {1}.",
        ),
        ("neutral", "The equaliser for {1} came from {3}.", "{3} scored the winning goal for {1}."),
    ],
)
def test_sentences_are_paired(label: str, premise: str, hypothesis: str) -> None:
    things = {"SCORER": "Ann Ash", "HOME": "Ashford", "LEVELLER": "Bo Birch", "DAY": "Monday"}
    choices = {name: f"{value} | {value}" for name, value in things.items()}
    found = _paired(replace(STORY, things=choices))
    names = ("Ann Ash", "Ashford", "Ash", "Bo Birch")
    wanted = (premise.format(*names), hypothesis.format(*names), LABELS.index(label))
    assert wanted in {one[:3] for one in found}


def test_a_telling_of_another_club_says_nothing_of_this_one() -> None:
    clubs = ("Ashford", "Belmont", "Carlow")
    for one in _paired(STORY):
        here = {club for club in clubs if club in one.premise}
        there = {club for club in clubs if club in one.hypothesis}
        if here and there and here != there:
            assert LABELS[one.label] == "neutral", one


def _paired(story: Story) -> list[Pair]:
    return [one for seed in range(200) for one in pairs([story], random.Random(seed))]


def test_another_value_contradicts() -> None:
    found = [
        one for one in _paired(STORY) if "winn" in one.premise and "decisive" in one.hypothesis
    ]
    for one in found:
        scorer = one.premise.split(" scored")[0].split()[-1]
        same = f"was {scorer}'s" in one.hypothesis
        assert LABELS[one.label] == ("entailment" if same else "contradiction"), one
    assert Counter(LABELS[one.label] for one in found).keys() == {"entailment", "contradiction"}

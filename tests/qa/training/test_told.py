"""Stories -> short articles with questions, and pairs of sentences."""

import random
from collections import Counter
from dataclasses import replace

import pytest

from qa.datasets.pairs import LABELS, Pair
from qa.training.examples import Asked
from qa.training.story import Story, parse
from qa.training.told import filled, pairs, questions

(STORY,) = parse("""# match
HOME: Ashford | Belmont | Carlow
SCORER: person
LEVELLER: person
DAY: weekday
title: {HOME} win

- {SCORER} scored the winner for {HOME}.
- The decisive goal for {HOME} was {SCORER.last}'s.
? Who scored the winning goal for {HOME}? = SCORER
~ {LEVELLER} came close for {HOME} with a header.

- {LEVELLER} had brought {HOME} level.
- The equaliser for {HOME} came from {LEVELLER}.
? Who equalised for {HOME}? = LEVELLER
~ {SCORER} was booked.

- The game will be repeated.
- A replay was ordered.
! There will be no replay.
? Will the game of {HOME} be repeated? = yes
~ The association meets on {DAY}.

+ It rained.
""")


def rounds(number: int = 80) -> list[Asked]:
    return [one for seed in range(number) for one in questions([STORY], random.Random(seed))]


def test_an_answer_is_what_the_telling_was_filled_with() -> None:
    answered = [one for one in rounds() if one.answer]
    for one in answered:
        assert one.answer
        said = one.answer.of(one.passage)
        before, after = one.passage[: one.answer.start], one.passage[one.answer.end :]
        tells = after.startswith((" scored", "'s", " had brought")) or before.endswith("came from ")
        assert tells, one
        assert said[0].isupper(), one
    assert len(answered) == 160


def test_only_a_telling_of_what_is_asked_is_an_answer() -> None:
    for one in rounds():
        if one.answer:
            after = one.passage[one.answer.end :]
            asked_for_winner = "winning" in one.question
            assert asked_for_winner == after.startswith((" scored", "'s")), one


def test_what_nearly_tells_it_is_no_answer() -> None:
    silent = [one for one in rounds() if one.kind == "stories, near"]
    for one in silent:
        told = ("scored", "decisive") if "winning" in one.question else ("level", "equaliser")
        assert not any(word in one.passage for word in told), one
    of_winner = [one for one in silent if "winning" in one.question]
    assert any("came close" in one.passage for one in of_winner)
    assert not any("was booked" in one.passage for one in of_winner)  # It names the winner.


def test_a_telling_of_another_club_is_no_answer() -> None:
    elsewhere = [one for one in rounds() if one.kind == "stories, of another"]
    assert len(elsewhere) > 10
    for one in elsewhere:
        asked = next(name for name in ("Ashford", "Belmont", "Carlow") if name in one.question)
        assert asked not in f"{one.title} {one.passage}"
        assert any(
            name in f"{one.title} {one.passage}" for name in ("Ashford", "Belmont", "Carlow")
        )


def test_questions_are_drawn_anew() -> None:
    assert len({one.passage for one in rounds(20)}) > 60
    assert rounds(3) == rounds(3)


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


def test_a_sentence_begins_with_a_capital_and_no_small_figure() -> None:
    values = {"HURT": ("12", "twelve"), "WHY": ("a heater",)}
    rng = random.Random(0)
    assert filled("{HURT} were hurt. {WHY} did it.", values, rng).text == (
        "Twelve were hurt. A heater did it."
    )
    sentence = filled('"{WHY} did it," she said.', values, rng)
    assert sentence.text == '"A heater did it," she said.'
    assert sentence.places["WHY"].of(sentence.text) == "A heater"

"""A sentence of a story -> the sentence with its things filled in."""

import random

from qa.training.filling import filled


def test_a_sentence_begins_with_a_capital_and_no_small_figure() -> None:
    values = {"HURT": ("12", "twelve"), "WHY": ("a heater",)}
    rng = random.Random(0)
    assert filled("{HURT} were hurt. {WHY} did it.", values, rng).text == (
        "Twelve were hurt. A heater did it."
    )
    sentence = filled('"{WHY} did it," she said.', values, rng)
    assert sentence.text == '"A heater did it," she said.'
    assert sentence.places["WHY"].of(sentence.text) == "A heater"


def test_a_row_begins_as_it_likes() -> None:
    values = {"N": ("twelve", "12"), "WHAT": ("a fox",)}
    told = {filled("{WHAT}: {N}", values, random.Random(seed), row=True).text for seed in range(20)}
    assert told == {"a fox: twelve", "a fox: 12"}
    told = {filled("{WHAT}: {N}", values, random.Random(seed)).text for seed in range(20)}
    assert told == {"A fox: Twelve"}

"""What is made of sentences that follow from others."""

import random

import pytest

from qa.datasets.pairs import LABELS, Pair
from qa.training.falsified import falsified

ENTAILMENT, NEUTRAL, CONTRADICTION = range(len(LABELS))


def made(premise, hypothesis, label=ENTAILMENT, source="vitaminc_real", seed=0):
    return falsified(Pair(premise, hypothesis, label, source), random.Random(seed))


@pytest.mark.parametrize(
    ("said", "turned"),
    [
        ("It sold more than 50.", "It sold less than 50."),
        ("Fewer than 80 came.", "More than 80 came."),
        ("It closed before early May 2019.", "It closed after early May 2019."),
        ("It has at least $3 million.", "It has fewer than $3 million."),
    ],
)
def test_a_comparison_is_turned_round(said, turned):
    pair = made("It sold 71, and 70 came.", said)
    assert (pair.hypothesis, pair.label) == (turned, CONTRADICTION)


@pytest.mark.parametrize("seed", range(20))
def test_a_number_that_both_have_becomes_one_that_the_premise_has_not(seed):
    pair = made("In 1986 it had 1,200 seats.", "It had 1,200 seats in 1986.", seed=seed)
    assert pair.label == CONTRADICTION
    assert (pair.hypothesis.count("1986"), pair.hypothesis.count("1,200")) in {(1, 0), (0, 1)}
    changed = pair.hypothesis.replace("It had ", "").replace(" seats in ", " ").rstrip(".")
    seats, year = changed.split()
    assert 700 < int(seats.replace(",", "")) < 1700
    assert 1974 <= int(year) <= 1998


@pytest.mark.parametrize(
    ("premise", "hypothesis", "label", "source"),
    [
        ("It sold 71.", "It sold more than 50.", NEUTRAL, "vitaminc_real"),
        ("It sold 71.", "It sold more than 50.", ENTAILMENT, "conjnli"),
        ("It sold 71.", "It sold some.", ENTAILMENT, "vitaminc_real"),
        ("It sold 71.", "It sold 71.5.", ENTAILMENT, "vitaminc_real"),
        ("A or B", "More than 5 came before 2010.", ENTAILMENT, "vitaminc_real"),
        ("It has 1.", "It was after all not 1 over another, over 2.", NEUTRAL, "vitaminc_real"),
    ],
)
def test_nothing_is_made_where_it_might_be_true(premise, hypothesis, label, source):
    assert made(premise, hypothesis, label, source) is None

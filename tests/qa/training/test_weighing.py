"""What the outcome of a comparison tells, counted in pairs."""

from math import log

import pytest

from qa.datasets.pairs import Pair
from qa.training.weighing import DOUBT, weighed

ENTAILMENT, NEUTRAL, CONTRADICTION = range(3)
MORE = ("It sold 71.", "It sold more than 50.")
FEWER = ("It sold 71.", "It sold fewer than 50.")


def test_each_label_is_weighed_against_how_usual_it_is():
    pairs = [Pair(*MORE, ENTAILMENT, "vitaminc_real")] * 9
    pairs += [Pair(*MORE, CONTRADICTION, "vitaminc_real")]
    pairs += [Pair(*FEWER, CONTRADICTION, "fever_symmetric")] * 10
    table = weighed([*pairs, Pair(*FEWER, NEUTRAL, "mnli_nyu")])
    assert list(table) == ["less than: less", "more than: less"]
    usual = {ENTAILMENT: 10 / 23, CONTRADICTION: 12 / 23}
    for label, count in ((ENTAILMENT, 9), (CONTRADICTION, 1)):
        share = (count + DOUBT * usual[label]) / (10 + DOUBT)
        assert table["more than: less"][label] == pytest.approx(
            log(share / usual[label]), abs=0.005
        )
    assert table["less than: less"][ENTAILMENT] < -1 < 0 < table["less than: less"][CONTRADICTION]


def test_a_pair_with_two_comparisons_tells_nothing():
    both = "It sold more than 50 and fewer than 90."
    assert weighed([Pair("It sold 71.", both, ENTAILMENT, "vitaminc_real")]) == {}

"""One round of pairs: which are drawn, turned, and made."""

import random
from collections import Counter

import pytest

from qa.datasets.pairs import LABELS, Pair
from qa.training.compared import SHARES, SILENT, TURNED, one_round
from qa.training.lessons import prepare
from tests.qa.training.town import PARAGRAPHS

MANY = 3000
PAIRS = [
    Pair(f"premise {i}", f"hypothesis {i}", i % 3, ("vitaminc", "snli_dev")[i % 2])
    for i in range(MANY)
]


@pytest.fixture(scope="module")
def course():
    return prepare(PARAGRAPHS, random.Random(0))


@pytest.fixture(scope="module")
def drawn(course) -> list[Pair]:
    return one_round(PAIRS, course, random.Random(1))


def test_captions_of_pictures_are_drawn_half_and_all_else_whole(drawn):
    sources = Counter(pair.source for pair in drawn)
    assert sources["vitaminc"] == MANY / 2
    assert sources["snli_dev"] == pytest.approx(SHARES["snli"] * MANY / 2, rel=0.1)


def test_other_shares_of_the_sources_can_be_drawn(course):
    told = one_round(PAIRS, course, random.Random(1), shares={"vitamin": 0.2})
    sources = Counter(pair.source for pair in told)
    assert sources["vitaminc"] == pytest.approx(0.2 * MANY / 2, rel=0.1)
    assert sources["snli_dev"] == MANY / 2


def test_what_is_entailed_is_never_told_the_other_way_round(drawn):
    turned = Counter(p.label for p in drawn if p.premise.startswith("hypothesis"))
    labels = Counter(p.label for p in drawn if p.source != "similar sentences")
    entailment, neutral, contradiction = range(len(LABELS))
    assert turned[entailment] == 0
    for label in (neutral, contradiction):
        assert turned[label] == pytest.approx(TURNED * labels[label], rel=0.3)


def test_similar_sentences_of_different_paragraphs_say_nothing_of_each_other(drawn):
    made = [pair for pair in drawn if pair.source == "similar sentences"]
    texts = {p.text for p in PARAGRAPHS}
    assert 0 < len(made) <= SILENT * len(drawn)
    for pair in made:
        assert LABELS[pair.label] == "neutral"
        homes = [{t for t in texts if one in t} for one in (pair.premise, pair.hypothesis)]
        assert all(homes)
        assert pair.premise != pair.hypothesis


def test_a_round_is_the_same_from_the_same_seed_and_another_from_another(course):
    again = one_round(PAIRS, course, random.Random(1))
    assert one_round(PAIRS, course, random.Random(1)) == again
    assert one_round(PAIRS, course, random.Random(2)) != again

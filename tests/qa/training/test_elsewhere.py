"""Questions beside sentences on other matters, which decide nothing."""

import random

from qa.datasets import topics
from qa.datasets.pairs import LABELS
from qa.training.asserted import Asserted
from qa.training.elsewhere import SOURCE, pairs

HARROW, CORLEY, DUNMORE = topics.parse(
    """== Harrow Bridge
1 Harrow || Harrow Bridge was opened in 1931. The bridge at Harrow cost £90,000 to paint.
? How much did the council of Harrow pay for paint? || 1: £90,000
== Corley Fair
1 Corley || The mayor of Corley opened the fair on Monday. It rained. Nobody paid £3,000.
== Dunmore Mill
1 Dunmore || Dunmore lost its mill in the flood. Silence fell.
"""
)
OPENED = Asserted(HARROW, "Was Harrow Bridge opened with great concerts?", {})


def drawn(asserted: list[Asserted], found: list[topics.Topic]) -> dict[tuple[str, str], str]:
    """Return the labels of all pairs that are ever drawn, by hypothesis and premise."""
    return {
        (pair.hypothesis, pair.premise): LABELS[pair.label]
        for seed in range(40)
        for pair in pairs(asserted, found, random.Random(seed))
        if pair.source == SOURCE
    }


def test_what_is_asked_meets_what_shares_words_with_it_elsewhere() -> None:
    assert drawn([OPENED], [CORLEY, DUNMORE]) == {
        (
            "Harrow Bridge was opened with great concerts.",
            "The mayor of Corley opened the fair on Monday.",
        ): "neutral",
        (
            "Corley was opened with great concerts.",
            "The mayor of Corley opened the fair on Monday.",
        ): "neutral",
    }


def test_its_own_pages_and_what_shares_no_word_are_left_out() -> None:
    assert drawn([OPENED], [HARROW, DUNMORE]) == {}


def test_something_of_the_sort_of_an_answer_is_taken_for_one() -> None:
    assert drawn([], [HARROW, CORLEY]) == {
        ("The council of Harrow paid for paint £3,000.", "Nobody paid £3,000."): "neutral",
    }


def test_what_says_most_of_a_question_might_decide_it_and_is_left_out() -> None:
    (fair,) = topics.parse("== Elder\n1 Elder || In Elder great fairs opened in spring.")
    assert drawn([OPENED], [fair]) == {}


def test_a_short_question_has_a_verb_of_a_sentence_and_a_thing_of_another() -> None:
    (elm,) = topics.parse("== Elm\n1 Elm || Last year Birk sold nine pianos. It carried a clock.")
    found = drawn([], [elm])
    assert set(found.values()) == {"neutral"}
    assert {premise for _, premise in found} == {"Last year Birk sold nine pianos."}
    assert {hypothesis for hypothesis, _ in found} == {
        "Birk sold a clock.",
        "Birk will sell a clock.",
        "Birk sells a clock.",
        "Birk has sold a clock.",
        "Birk is selling a clock.",
    }

"""What one page says beside what another answers."""

import random

import pytest

from qa.datasets.pairs import LABELS
from qa.datasets.topics import Page, parse
from qa.training.crossed import SOURCE, pairs, sentence_with

PAGES = """== Harrow Bridge
1 Harrow Bridge || It was opened on 4 May 1931. It is 212 metres long.
2 Gazette || The bridge opened in 1930, readers in Corley may recall.
3 History || Opened in the spring of 1931 by Ann Ash, it leads to Ostby.
4 Ash Bridge || Ash Bridge was opened in 1940. It cost £90,000.
"""
WHEN = "? When was Harrow Bridge opened? || 1: 4 May 1931 || 2: 1930 || 3: the spring of 1931"


def drawn(question: str, *, seeds: int = 40) -> dict[tuple[str, str], str]:
    """Return the labels of all pairs that are ever drawn; each pair has but one."""
    found: dict[tuple[str, str], str] = {}
    for seed in range(seeds):
        for pair in pairs(parse(f"{PAGES}{question}"), random.Random(seed)):
            label = LABELS[pair.label]
            assert found.setdefault((pair.premise, pair.hypothesis), label) == label
            assert pair.source == SOURCE
    return found


def test_a_page_denies_what_is_answered_otherwise_and_bears_out_the_same() -> None:
    found = drawn(f"{WHEN} || sides: 1 3 / 2")
    first, gazette = (
        "It was opened on 4 May 1931.",
        "The bridge opened in 1930, readers in Corley may recall.",
    )
    in_1930, in_may = "Harrow Bridge was opened in 1930.", "Harrow Bridge was opened on 4 May 1931."
    assert found[first, in_may] == found[gazette, in_1930] == "entailment"
    assert found[first, in_1930] == found[gazette, in_may] == "contradiction"
    assert found[first, gazette] == "contradiction"
    assert (first, "Opened in the spring of 1931 by Ann Ash, it leads to Ostby.") not in found
    assert found["Opened in the spring of 1931 by Ann Ash, it leads to Ostby.", in_may] == (
        "entailment"
    )


def test_a_page_that_does_not_answer_says_nothing_of_it_whatever_it_has_of_that_sort() -> None:
    found = drawn(f"{WHEN} || sides: 1 3 / 2")
    other, in_1940 = "Ash Bridge was opened in 1940.", "Harrow Bridge was opened in 1940."
    assert found[other, "Harrow Bridge was opened on 4 May 1931."] == "neutral"
    assert found[other, in_1940] == "neutral"
    assert found["It was opened on 4 May 1931.", in_1940] == "contradiction"
    assert not [text for _, text in found if "90,000" in text]  # A sum is no date.


def test_neither_what_is_right_nor_what_is_asked_about_is_a_mistake() -> None:
    pages = "1 A || It was built by Ann Ash.\n2 B || Once Ann Ash saw Harrow Bridge and Birk Hall."
    (topic,) = parse(f"== T\n{pages}\n? Who built Harrow Bridge? || 1: Ann Ash")
    found = {pair for seed in range(40) for pair in pairs([topic], random.Random(seed))}
    denied = {pair.hypothesis for pair in found if LABELS[pair.label] == "contradiction"}
    assert denied == {"Birk Hall built Harrow Bridge."}


def test_what_is_right_together_denies_nothing() -> None:
    asked = "? Where is Harrow Bridge or the like? || 3: Ostby || 4: Ash Bridge || sides: 3 ~ 4"
    assert set(drawn(asked).values()) == {"neutral", "entailment"}


def test_answers_that_nobody_compared_are_set_beside_silent_pages_only() -> None:
    labels = drawn("? How long is Harrow Bridge? || 1: 212 metres").values()
    assert set(labels) == {"entailment", "neutral"}
    both = drawn(WHEN)
    gazette = "The bridge opened in 1930, readers in Corley may recall."
    assert (gazette, "Harrow Bridge was opened on 4 May 1931.") not in both


def test_what_nobody_answers_makes_no_pairs() -> None:
    assert not drawn("? Who designed Harrow Bridge? || none")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("212 metres", "It is 212 metres long."), ("4 May 1931", "It was opened on 4 May 1931.")],
)
def test_the_sentence_of_an_answer(words: str, sentence: str) -> None:
    page = Page("Harrow Bridge", "It was opened on 4 May 1931. It is 212 metres long.")
    assert sentence_with(page, words) == sentence


def test_pairs_know_the_titles_of_their_pages() -> None:
    found = pairs(parse(f"{PAGES}{WHEN} || sides: 1 3 / 2"), random.Random(0))
    titles = {pair.premise: pair.title for pair in found}
    assert titles["The bridge opened in 1930, readers in Corley may recall."] == "Gazette"

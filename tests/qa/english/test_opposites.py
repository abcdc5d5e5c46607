"""What it takes for two sentences to contradict each other without figures."""

import pytest

from qa.english.opposites import OPPOSITES, can_oppose, reversible


@pytest.mark.parametrize(
    ("one", "other", "can"),
    [
        ("Ash testified in her own defence.", "Ash did not testify.", True),
        ("Ash testified.", "Ash didn’t testify.", True),
        ("The court accepted the plea.", "The court rejected the plea.", True),
        ("Prices rose in May.", "Prices fell in May.", True),
        ("Neither testified.", "Nobody testified.", False),
        ("The border was long.", "The border was massive.", False),
        ("Officials tracking it say so.", "US officials tracking it say so.", False),
        ("She was picked in the sixth round, No. 199.", "She was picked 199th.", False),
        ("", "", False),
    ],
)
def test_only_one_denies_or_words_mean_the_reverse(one, other, can):
    assert can_oppose(one, other) is can
    assert can_oppose(other, one) is can


def test_the_reverse_of_the_reverse_is_the_word():
    assert all(word in OPPOSITES[other] for word, others in OPPOSITES.items() for other in others)


@pytest.mark.parametrize(
    ("word", "reverse"),
    [("close", "open"), ("collaps", "hold"), ("leav", "stay"), ("stay", "leav")],
)
def test_stems_have_stems_that_mean_the_reverse(word, reverse):
    assert reverse in reversible([word])
    assert reversible(["toll"]) == frozenset()


def test_what_sentences_over_all_articles_are_set_apart_by_has_no_words_of_change():
    assert not can_oppose("The truce holds.", "The truce collapses.")

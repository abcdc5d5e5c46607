"""What it takes for two sentences to contradict each other without figures."""

import pytest

from qa.opposites import OPPOSITES, can_oppose


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

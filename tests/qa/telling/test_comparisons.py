"""Figures that are compared, and how they lie to those of another sentence."""

import pytest

from qa.telling.comparisons import added, comparisons


@pytest.mark.parametrize(
    ("premise", "hypothesis", "outcome"),
    [
        ("It has 71 reviews.", "It has fewer than 50 reviews.", ["less than: less"]),
        ("It has 71 reviews.", "It has more than 50 reviews.", ["more than: less"]),
        ("It made $16.4 million.", "It made over $16.42 million.", ["more than: more"]),
        ("220 were held.", "More than 220 were held.", ["more than: same"]),
        ("Many were held.", "Up to 220 were held.", ["less than: alone"]),
        ("As of 13 May 2019 it is open.", "It opened before 11 May 2019.", ["before: less"]),
        ("It opened in May 2019.", "It opened after early 2018.", ["after: less"]),
        ("It has 71.", "It has 50.", []),
        ("It has 71.", "After 50 tries it won.", []),
        (
            "It opened in 1990.",
            "It has more than 3 halls, over 2 floors.",
            ["more than: alone"] * 2,
        ),
        ("", "", []),
    ],
)
def test_what_is_compared(premise, hypothesis, outcome):
    assert comparisons(premise, hypothesis) == outcome


def test_outcomes_add_up_and_unknown_ones_add_nothing():
    table = {"before: less": [-3.0, 0.5, 1.0], "more than: less": [0.5, -0.5, -2.0]}
    assert added(["before: less", "more than: less"], table).tolist() == [-2.5, 0.0, -1.0]
    assert added(["more than: alone"], table).tolist() == [0, 0, 0]
    assert added([], {}).tolist() == [0, 0, 0]

"""The question that a value of a statement answers."""

import pytest

from qa.gaps import question_for
from qa.values import find_values


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("Acme earned $3 million.", "Acme earned how much?"),
        ("The stake is 27 percent.", "The stake is what percentage?"),
        ("The bridge opened in May 1932.", "The bridge opened when?"),
        ("The flood killed 31 people.", "The flood killed how many people?"),
        ("The flood killed 31.", "The flood killed how many?"),
        ("The talks took 3 weeks.", "The talks took how long?"),
        ("12 drivers paid “the toll.”", "How many drivers paid “the toll?"),
    ],
)
def test_the_value_gives_way_to_a_word_that_asks(statement, expected):
    assert question_for(statement, find_values(statement)[0]) == expected

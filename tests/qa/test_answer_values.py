"""What value an answer is, as far as the question says what is counted."""

import pytest

from qa.answer_values import relation, value_of
from qa.question import understand
from qa.values import find_values
from tests.qa.newsroom import reading_in


@pytest.mark.parametrize(
    ("other", "expected"), [("It has 64 now.", True), ("It has 65 now.", False)]
)
def test_one_number_is_the_same_whether_or_not_it_is_said_what_it_counts(other, expected):
    one, other = find_values("sixty-four shops")[0], find_values(other)[0]
    assert (relation(one, other) == "equal") is expected
    assert (relation(other, one) == "equal") is expected


@pytest.mark.parametrize(
    ("question", "answer", "unit"),
    [
        ("How many Oak Barrels are there?", "657 Oak Barrel restaurants", "barrel"),
        ("How many homes are there?", "657 Oak Barrel restaurants", "restaurant"),
        ("How many homes are there?", "657", "home"),
        ("What is the number of Coffee Day?", "657 Coffee Day shops", "shop"),
        ("What is there?", "657", None),
    ],
)
def test_what_bears_the_name_that_is_counted_or_none_is_counted(question, answer, unit):
    asked = understand(question)
    assert value_of(reading_in(f"There are {answer}.", answer), asked).unit == unit

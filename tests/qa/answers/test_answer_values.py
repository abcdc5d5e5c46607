"""What value an answer is, as far as the question says what is counted."""

import pytest

from qa.answers.answer_values import relation, value_of
from qa.questions.question import understand
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
        ("What was the magnitude of the quake?", "6.5", "magnitude"),
    ],
)
def test_what_bears_the_name_that_is_counted_or_none_is_counted(question, answer, unit):
    asked = understand(question)
    assert value_of(reading_in(f"There are {answer}.", answer), asked).unit == unit


def test_a_number_alone_is_one_in_words_too_and_the_years_of_an_age() -> None:
    asked = understand("How old must a buyer be?")
    words, digits, years = (
        value_of(reading_in(f"A buyer is {said} at least.", said), asked)
        for said in ("eighteen", "18", "18 years")
    )
    assert words is not None
    assert digits is not None
    assert years is not None
    assert relation(words, digits) == relation(words, years) == relation(years, digits) == "equal"
    other = value_of(reading_in("A buyer is nineteen.", "nineteen"), asked)
    assert other is not None
    assert relation(words, other) == "different"
    assert relation(other, years) == "different"


@pytest.mark.parametrize(
    ("question", "told", "hedge"),
    [
        ("How many passengers can it carry?", "up to 900 passengers", "exact"),
        ("What is the capacity of the hall?", "up to 900 people", "exact"),
        ("How many passengers came?", "up to 900 passengers", "at_most"),
        ("What is the minimum wage?", "at least 20 euros", "exact"),
        ("Is the maximum 20 euros?", "up to 20 euros", "at_most"),
        ("What is the maximum wage?", "at least 20 euros", "at_least"),
    ],
)
def test_a_bound_is_what_it_is_where_the_bound_is_asked_for(question, told, hedge):
    answer = told.removeprefix("up to ").removeprefix("at least ")
    assert value_of(reading_in(f"It is {told}.", answer), understand(question)).hedge == hedge

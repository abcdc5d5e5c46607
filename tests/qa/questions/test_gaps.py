"""The question that a value of a statement answers."""

import pytest

from index.models import Span
from qa.questions.gaps import question_for, question_for_name
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
        ("The strike begins on 3 May.", "The strike begins when?"),
        ("They chose 25 June as the day.", "They chose when as the day?"),
    ],
)
def test_the_value_gives_way_to_a_word_that_asks(statement, expected):
    assert question_for(statement, find_values(statement)[0]) == expected


@pytest.mark.parametrize("before", ["", "Friday ", "on Friday, ", "by "])
def test_of_a_date_the_weekday_gives_way_as_well(before):
    statement = f"The strike begins {before}3 May."
    (*_, day) = find_values(statement)
    assert question_for(statement, day) == "The strike begins when?"


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("Henrike Ostermann will head the dairy.", "Who will head the dairy?"),
        ("The Ostermann will sail.", "The who will sail?"),
        ("The head is Ostermann, 52, of Bonn.", "The head is who of Bonn?"),
        ("It was driver Ostermann, 59, who found it.", "It was driver who found it?"),
        ("It hired Ostermann, who is 59.", "It hired who?"),
        ("It is made near Ostermann.", "It is made where?"),
    ],
)
def test_a_name_gives_way_with_its_first_name_and_age(statement, expected):
    start = statement.index("Ostermann")
    assert question_for_name(statement, Span(start=start, end=start + 9)) == expected

"""An answer is of the kind that is asked for: a time tells when, a number how many."""

import pytest

from qa.fitting import of_the_kind
from qa.question import understand
from tests.qa.newsroom import reading_in


def kept(question: str, sentence: str, answer: str) -> bool:
    found = [reading_in(sentence, answer)]
    return of_the_kind(understand(question), found) == found


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("It opened in 1990.", "1990"),
        ("It opened on Monday.", "Monday"),
        ("It opened when the mayor came.", "the mayor came"),
        ("It opened shortly before Lent.", "Lent"),
        ("It opened two weeks ago.", "two weeks ago"),
    ],
)
def test_what_tells_a_time_may_answer_when(sentence, answer):
    assert kept("When did the bridge open?", sentence, answer)


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("It opened in Arden.", "Arden"),
        ("Sign Me Up", "Sign Me Up"),
        ("It opened.", "opened"),
        ("It had 12 visits.", "12 visits"),
    ],
)
def test_what_tells_no_time_is_no_answer_to_when(sentence, answer):
    assert not kept("When did the bridge open?", sentence, answer)


@pytest.mark.parametrize(
    ("question", "sentence", "answer", "fits"),
    [
        ("How many drowned?", "Some 12 drowned.", "12", True),
        ("How many drowned?", "Dozens drowned.", "Dozens", True),
        ("How many children has she?", "She has no children.", "no", True),
        ("How many drowned?", "Sheep drowned.", "Sheep", False),
        ("How much did it cost?", "It cost €3m.", "€3m", True),
        ("How much did it cost?", "It cost them dear.", "dear", False),
        ("How long did it take?", "It took Acme.", "Acme", False),
        ("How many drowned?", "They drowned in 1990.", "1990", False),
        ("How many homes are there in the towns?", "There are two towns.", "two towns", False),
        ("How many homes are there in the towns?", "There are 12 homes.", "12 homes", True),
    ],
)
def test_a_number_answers_how_much_and_how_many(question, sentence, answer, fits):
    assert kept(question, sentence, answer) is fits


@pytest.mark.parametrize("question", ["Who opened it?", "When and where did it open?", "Why?"])
def test_other_questions_take_what_they_are_given(question):
    assert kept(question, "It opened in Arden.", "Arden")


def test_whoever_is_named_goes_before_those_who_are_not():
    named = reading_in("It was opened by Ann Ash.", "Ann Ash")
    nobody = reading_in("It was opened by the new owners.", "the new owners")
    asked = understand("Who opened it?")
    assert of_the_kind(asked, [nobody, named]) == [named]
    assert of_the_kind(asked, [nobody]) == [nobody]
    both = understand("Who opened it and in what year?")
    assert of_the_kind(both, [nobody, named]) == [nobody, named]


def test_a_day_names_nobody():
    ash = reading_in("On Sunday Ann Ash won the race.", "Ann Ash")
    sunday = reading_in("Sunday was a day of races.", "Sunday")
    assert of_the_kind(understand("Who won the race?"), [ash, sunday]) == [ash]

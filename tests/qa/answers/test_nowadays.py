"""Who came before, who comes next and what is planned is not what is so now."""

import pytest

from qa.answers.nowadays import of_now
from qa.questions.question import understand
from tests.qa.newsroom import reading_in

MAYOR = "Who is the current mayor of Arden?"


def kept(question: str, sentence: str, answer: str) -> bool:
    found = [reading_in(sentence, answer)]
    return of_now(understand(question), found) == found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ann Ash, the current mayor of Arden, spoke.", True),
        ("She succeeded Ann Ash as mayor of Arden.", False),
        ("He was succeeded in 2021 by Ann Ash as mayor of Arden.", True),
        ("The former mayor of Arden, Ann Ash, spoke.", False),
        ("Ann Ash, who was mayor of Arden for years, spoke.", False),
        ("Ann Ash was mayor of Arden until 2021.", False),
        ("Ann Ash took over from Bo Birk, mayor of Arden until 2021.", True),
        ("Ann Ash, her teacher, won the year before.", False),
        ("Next year's mayor, Ann Ash, spoke.", False),
        ("Ann Ash, mayor now, had come from abroad the year before.", True),
    ],
)
def test_who_held_it_before_or_will_next_is_not_who_holds_it_now(sentence, expected):
    assert kept(MAYOR, sentence, "Ann Ash") is expected
    assert kept("Who was mayor of Arden in 2019?", sentence, "Ann Ash")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How many shops does Vega have?", False),
        ("How many shops did Vega open in 2019?", True),
        ("How many shops does Vega plan to have?", True),
        ("How many shops will Vega have?", True),
    ],
)
def test_what_is_planned_is_not_what_there_is(question, expected):
    assert kept(question, "Vega hopes to run 100 shops by 2028.", "100 shops") is expected
    assert kept(question, "Vega runs 100 shops.", "100 shops")


def test_a_day_that_is_planned_is_the_day():
    assert kept("When is this year's fair?", "It plans to hold the fair on 3 May.", "3 May")
    assert kept("When is this year's fair?", "It is on 3 May, a week earlier than it was.", "3 May")

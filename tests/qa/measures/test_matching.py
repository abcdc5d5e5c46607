"""Answers match as one would say by hand that they do."""

import pytest

from qa.cite import cite
from qa.measures.matching import distinct, same_answer, sets_apart
from qa.models import Disagreement, Position
from tests.qa.newsroom import DEATHS


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Altman", "Sam Altman", True),
        ("June 21, 1998", "21 June 1998", True),  # the same words
        ("January 2012", "Jan 2012", True),  # the same value
        ("US$13 billion", "$13bn", True),
        ("three people", "3", True),
        ("3 people", "3 boats", False),
        ("about 3 percent", "3%", True),
        ("Football", "American football", True),
        ("Sam Altman", "Sam Bankman", False),
        ("21 June 1998", "22 June 1998", False),
        ("10,000", "12,000", False),
        ("1700", "1703", False),
        ("September 2010", "fall of 2010", False),
        ("No", "Not known", False),
        ("Paris", "the", False),
        ("the", "a", True),  # both are nothing
    ],
)
def test_answers_are_the_same_when_one_has_the_words_or_the_value_of_the_other(one, other, same):
    assert same_answer(one, other) is same
    assert same_answer(other, one) is same


def test_of_answers_that_are_the_same_the_first_stays():
    assert distinct(["Sam Altman", "Altman", "no", "Musk", "Elon Musk"]) == [
        "Sam Altman",
        "no",
        "Musk",
    ]
    assert distinct([]) == []


class TestSetsApart:
    @staticmethod
    def against(*answers: str) -> Disagreement:
        citations = tuple(cite(one.passage.article, one.sentence) for one in DEATHS[:1])
        sides = tuple(Position(answer=a, text=a, citations=citations, origins=1) for a in answers)
        return Disagreement(kind="contradiction", about="?", sides=sides)

    def test_the_answers_may_be_on_any_two_sides(self):
        assert sets_apart(self.against("9", "31 people", "12"), "12", "31")

    def test_one_side_cannot_give_both(self):
        assert not sets_apart(self.against("9", "12 or 31"), "12", "31")

    def test_an_answer_that_no_side_gives_is_not_set_apart(self):
        assert not sets_apart(self.against("12", "9"), "12", "31")

"""Answers match as one would say by hand that they do."""

import pytest

from qa.cite import cite
from qa.matching import answers_f1, distinct, exact_match, same_answer, sets_apart, token_f1
from qa.models import Disagreement, Position
from tests.qa.newsroom import DEATHS


def test_an_answer_matches_but_for_case_marks_and_articles():
    assert exact_match("the 30 June, 2030", ["2030", "30 June 2030"]) == 1
    assert exact_match("June 2030", ["2030", "30 June 2030"]) == 0
    assert exact_match("2030", []) == 0


@pytest.mark.parametrize(
    ("given", "expected", "f1"),
    [
        ("$13 billion", ["13 billion"], 1.0),
        ("13 billion dollars", ["13 billion"], 0.8),  # P 2/3, R 1
        ("Paris", ["Rome", "Paris, France"], 2 / 3),  # of the second: P 1, R 1/2
        ("ha ha ha", ["ha ha"], 0.8),  # one "ha" is too many: P 2/3, R 1
        ("Rome", ["Paris"], 0.0),
        ("", ["Paris"], 0.0),
        ("the", ["a"], 1.0),  # both are nothing
        ("Rome", [], 0.0),
    ],
)
def test_f1_counts_the_words_in_both_at_best_over_the_answers(given, expected, f1):
    assert token_f1(given, expected) == pytest.approx(f1)


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


@pytest.mark.parametrize(
    ("given", "expected", "f1"),
    [
        (["12", "31"], ["31 people", "12 dead"], 1.0),
        (["12"], ["12", "31"], 2 / 3),  # P 1, R 1/2
        (["12", "31", "40"], ["12"], 0.5),  # P 1/3, R 1
        (["12", "12 people"], ["12"], 2 / 3),  # one of the two has no partner
        (["football", "American football"], ["American football", "football team"], 1.0),
        (["9"], ["12"], 0.0),
        ([], ["12"], 0.0),
        (["12"], [], 0.0),
        ([], [], 1.0),
    ],
)
def test_each_answer_has_one_partner_at_most_and_as_many_as_can_have_one(given, expected, f1):
    assert answers_f1(given, expected) == pytest.approx(f1)


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

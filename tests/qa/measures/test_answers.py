"""How near an answer comes is what one works out by hand."""

import pytest

from qa.measures import answers_f1, exact_match, token_f1


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

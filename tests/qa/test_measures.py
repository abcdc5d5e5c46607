"""The measures give what one works out by hand, and what a plain reference gives."""

import random

import pytest

from qa.cite import cite
from qa.measures import (
    Best,
    PrecisionRecall,
    answers_f1,
    area_under_curve,
    best_over_thresholds,
    calibration_error,
    confusion,
    distinct,
    exact_match,
    false_positive_rate,
    precision_recall,
    reliability,
    same_answer,
    sets_apart,
    token_f1,
)
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


def test_the_best_threshold_parts_right_answers_from_those_that_should_not_be_given():
    answerable = [True, False, True, False]
    assert best_over_thresholds([1, 0, 0.5, 0], [0.9, 0.8, 0.7, 0.1], answerable) == Best(0.75, 0.9)
    assert best_over_thresholds([1, 0, 1, 0], [0.9, 0.8, 0.8, 0.1], answerable) == Best(0.75, 0.9)


def test_no_threshold_parts_two_equal_probabilities():
    assert best_over_thresholds([1, 0], [0.5, 0.5], [True, False]) == Best(0.5, None)
    assert best_over_thresholds([1, 0], [0.6, 0.5], [True, False]) == Best(1.0, 0.6)


def test_answering_nothing_is_best_where_every_answer_is_wrong():
    assert best_over_thresholds([0, 0], [0.9, 0.2], [False, True]) == Best(0.5, None)
    assert best_over_thresholds([], [], []) == Best(0.0, None)


def test_the_best_threshold_is_the_one_that_trying_them_all_finds():
    rng = random.Random(0)
    for _ in range(50):
        rows = [(rng.random(), rng.randrange(8) / 8, rng.random() < 0.5) for _ in range(9)]

        def score(threshold: float, rows=rows) -> float:
            return sum((s if a else 0) if p >= threshold else not a for s, p, a in rows) / len(rows)

        scores, probabilities, answerable = zip(*rows, strict=True)
        best = best_over_thresholds(scores, probabilities, answerable)
        assert best.score == pytest.approx(max(score(t) for t in (*probabilities, 2.0)))
        assert score(2.0 if best.threshold is None else best.threshold) == pytest.approx(best.score)


def test_the_area_is_the_share_of_pairs_in_the_right_order_and_a_tie_is_half_of_one():
    assert area_under_curve([0.9, 0.5, 0.5, 0.1], [True, True, False, False]) == pytest.approx(
        7 / 8
    )
    assert area_under_curve([0.1, 0.9], [True, False]) == 0
    assert area_under_curve([0.1, 0.9], [True, True]) is None
    assert area_under_curve([], []) is None


def test_precision_and_recall_are_undefined_where_nothing_is_found_or_nothing_is_true():
    assert precision_recall([True, True, True], [True, False, False]) == pytest.approx((1 / 3, 1.0))
    assert precision_recall([False, False], [True, False]) == PrecisionRecall(None, 0.0)
    assert precision_recall([True, False], [False, False]) == PrecisionRecall(0.0, None)
    assert precision_recall([False], [False]) == PrecisionRecall(None, None)
    assert precision_recall([], []) == PrecisionRecall(None, None)


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


def test_the_false_positive_rate_is_of_what_is_not_true():
    assert false_positive_rate([True, False, False, True, True], [False] * 3 + [True] * 2) == 1 / 3
    assert false_positive_rate([True, False], [True, True]) is None
    assert false_positive_rate([], []) is None


def test_a_confusion_has_a_row_and_a_column_for_every_label():
    assert confusion(["a", "a", "c"], ["a", "b", "b"], ["a", "b", "c"]) == [
        [1, 1, 0],
        [0, 0, 0],
        [0, 1, 0],
    ]
    assert confusion([], [], ["a", "b"]) == [[0, 0], [0, 0]]


def test_a_bin_holds_its_lower_border_and_the_last_one_holds_1():
    bins = reliability([0.08, 0.1, 0.95, 1.0], [False, True, True, False])
    assert [(one.low, one.n, one.share) for one in bins if one.n] == [
        (0.0, 1, 0.0),
        (0.1, 1, 1.0),
        (0.9, 2, 0.5),
    ]
    assert bins[9].probability == pytest.approx(0.975)
    assert (bins[5].probability, bins[5].share) == (None, None)


def test_the_calibration_error_weighs_each_bin_by_what_it_holds():
    bins = reliability([0.9, 0.9, 0.9, 0.2], [True, True, False, False])
    assert calibration_error(bins) == pytest.approx((3 * abs(0.9 - 2 / 3) + 0.2) / 4)
    assert calibration_error(reliability([], [])) is None

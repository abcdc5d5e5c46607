"""The measures give what one works out by hand, and what a plain reference gives."""

import random

import pytest

from qa.measures import (
    Best,
    PrecisionRecall,
    accuracy,
    area_under_curve,
    best_over_thresholds,
    calibration_error,
    confusion,
    false_positive_rate,
    precision_recall,
    reliability,
)


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


def test_the_false_positive_rate_is_of_what_is_not_true():
    assert false_positive_rate([True, False, False, True, True], [False] * 3 + [True] * 2) == 1 / 3
    assert false_positive_rate([True, False], [True, True]) is None
    assert false_positive_rate([], []) is None


def test_accuracy_is_the_share_of_the_right_labels():
    assert accuracy(["a", "a", "c", "b"], ["a", "b", "c", "c"]) == 0.5
    assert accuracy([], []) is None


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

"""What is declined is counted apart for what the articles say and what they do not."""

from types import SimpleNamespace

import pytest

from qa.datasets.multihop import MultiHop
from qa.evaluate.declining import Decision, decided, declines, takings_apart

ROWS = (
    Decision("null_query", 0.25, declined=True, gathered=False, found=False, all_found=False),
    Decision("null_query", 0.75, declined=False, gathered=True, found=False, all_found=False),
    Decision("temporal_query", 0.25, declined=True, gathered=False, found=False, all_found=False),
    Decision("temporal_query", 0.95, declined=True, gathered=False, found=True, all_found=False),
    Decision("inference_query", 0.95, declined=False, gathered=False, found=True, all_found=True),
)


def test_declines_are_shares_of_those_without_an_answer_and_of_the_others():
    assert declines(ROWS) == [
        ("declined, of those without an answer", 0.5, 2),
        ("declined, of the others", pytest.approx(2 / 3), 3),
        ("declined, of the others with evidence found", 0.5, 2),
        ("declined, of the others with all evidence found", 0.0, 1),
        # Of the six pairs, four are in order and one is a tie.
        ("that the articles say: area under the curve", pytest.approx(4.5 / 6), 5),
        # .25 of two is .5 off in half, .75 is .75 off, .95 of two is .05 off.
        (
            "that the articles say: calibration error",
            pytest.approx((2 * 0.25 + 0.75 + 2 * 0.05) / 5),
            5,
        ),
    ]


def test_each_kind_has_a_row_and_the_probabilities_a_reliability_table():
    tables = takings_apart(ROWS)
    assert tables["declined by kind of question"].rows == (
        ("inference_query", 0.0, 0.0, 1),
        ("null_query", 0.5, 0.5, 2),
        ("temporal_query", 1.0, 0.0, 2),
    )
    filled = [row for row in tables["that the articles say: reliability"].rows if row[-1]]
    assert filled == [
        (0.2, 0.3, 0.25, 0.5, 2),
        (0.7, 0.8, 0.75, 0.0, 1),
        (0.9, 1.0, 0.95, 1.0, 2),
    ]


class Oracle:
    """An assistant that is as sure as it is told, and answers from a half on."""

    def __init__(self, probability):
        self.probability = probability

    def ask(self, question):
        said = self.probability
        return SimpleNamespace(answered=said >= 0.5, gathered=False, probability=said)


def test_a_question_is_asked_and_its_evidence_counted():
    question = MultiHop(question="Who?", kind="inference_query", evidence=("A dam.", "A mill."))
    one = decided(Oracle(0.7), question, [{"Adam."}, set()])
    assert one == Decision("inference_query", 0.7, False, False, found=True, all_found=False)
    assert decided(Oracle(0.3), question, [{"Adam."}, {"Amill."}]).all_found
    null = MultiHop(question="Who?", kind="null_query", evidence=())
    assert decided(Oracle(0.3), null, [set()]) == Decision(
        "null_query", 0.3, declined=True, gathered=False, found=False, all_found=False
    )

"""The measures of rankings are those of trec_eval, which ir_measures asks, where they share a name.

Each passage holds one gold sentence or none, and no sentence is in two: a passage is then relevant
in the sense of trec_eval as well.
"""

import ir_measures
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ir_measures import AP, RR, R, ScoredDoc, Success

from qa.measures import all_found, average_precision, hit, reciprocal_rank

GOLD = "ABCDEF"


@st.composite
def rankings(draw, most=6):
    """Draw which sentences are gold, and what each passage holds: one of them, or nothing."""
    gold = list(GOLD[: draw(st.integers(min_value=1, max_value=most))])
    found = draw(st.sets(st.sampled_from(gold)))
    others = draw(st.integers(min_value=0, max_value=20))
    return gold, draw(st.permutations([*({one} for one in sorted(found)), *[set()] * others]))


def reference(measure, gold, found) -> float:
    """Return what ir_measures says."""
    scored = [
        ScoredDoc("q", min(sentences, default=f"passage {rank}"), -float(rank))
        for rank, sentences in enumerate(found, start=1)
    ]
    qrels = {"q": dict.fromkeys(gold, 1)}
    return ir_measures.calc_aggregate([measure], qrels, scored)[measure]


@pytest.mark.parametrize("k", [1, 4, 10])
@settings(deadline=None)
@given(ranking=rankings())
def test_reciprocal_rank_and_hit_are_those_of_trec_eval(k, ranking):
    gold, found = ranking
    assert reciprocal_rank(found, k) == pytest.approx(reference(RR @ k, gold, found))
    assert hit(found, k) == reference(Success @ k, gold, found)


@pytest.mark.parametrize("k", [1, 4, 10])
@settings(deadline=None)
@given(ranking=rankings())
def test_all_is_found_where_recall_is_1(k, ranking):
    gold, found = ranking
    assert all_found(found, gold, k) == float(reference(R @ k, gold, found) == 1)


@settings(deadline=None)
@given(ranking=rankings(most=1))
def test_average_precision_is_that_of_trec_eval_where_one_sentence_is_gold(ranking):
    gold, found = ranking
    expected = reference(AP @ 10, gold, found)
    assert average_precision(found, len(gold), k=10) == pytest.approx(expected)


@settings(deadline=None)
@given(ranking=rankings())
def test_the_scripts_average_precision_is_never_above_that_of_trec_eval(ranking):
    gold, found = ranking
    expected = reference(AP @ 10, gold, found)
    assert average_precision(found, len(gold), k=10) <= expected + 1e-9


def test_two_found_first_make_three_quarters_in_the_script_and_1_in_trec_eval():
    gold, found = ["A", "B"], [{"A"}, {"B"}, set()]
    assert average_precision(found, len(gold), k=10) == (1 / 1 + 1 / 2) / 2
    assert reference(AP @ 10, gold, found) == (1 / 1 + 2 / 2) / 2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fuse import AdaptiveFusion, ConvexFusion, RankFusion

SCORES = st.dictionaries(st.integers(0, 9), st.floats(-1e6, 1e6, allow_subnormal=False))


def test_convex_fusion_weighs_the_stretched_scores():
    fused = ConvexFusion(dense_weight=0.3).fuse({1: 0.9, 2: 0.7, 3: 0.5}, {2: 30.0, 4: 10.0})
    assert fused == {1: pytest.approx(0.3), 2: pytest.approx(0.85), 3: 0.0, 4: 0.0}


def test_the_only_one_found_is_the_best_of_its_ranking():
    assert ConvexFusion(dense_weight=0.3).fuse({}, {7: -2.0}) == {7: 0.7}


@pytest.mark.parametrize("weight", [-0.1, 1.1])
def test_a_weight_that_is_no_share_is_refused(weight):
    with pytest.raises(ValueError, match="between 0 and 1"):
        ConvexFusion(dense_weight=weight)


def test_rank_fusion_counts_ranks_not_scores():
    fused = RankFusion(k=60).fuse({1: 0.9, 2: 0.8}, {2: 5.0, 1: 4.0, 3: 3.0})
    assert fused[1] == fused[2] == pytest.approx((1 + 61 / 62) / 2)
    assert fused[3] == pytest.approx(61 / 63 / 2)


def test_adaptive_fusion_weighs_each_side_by_how_far_its_scores_reach():
    dense, lexical = {1: 0.9, 2: 0.7, 3: 0.5}, {2: 24.0, 4: 6.0}
    fused = AdaptiveFusion(scale=20).fuse(dense, lexical)  # 20 x 0.4 of 8 + 24
    assert fused == pytest.approx({1: 0.25, 2: 0.25 / 2 + 0.75, 3: 0, 4: 0.75 / 4})


@pytest.mark.parametrize("lexical", [{7: 0.3}, {7: 0.1, 8: 0.01}, {7: 6.9, 1: 0.0}])
def test_the_meaning_never_weighs_more_than_words(lexical):
    fused = AdaptiveFusion(scale=35).fuse({1: 0.8, 2: 0.6}, lexical)
    assert fused[1] == fused[7]
    more = AdaptiveFusion(scale=35).fuse({1: 0.8, 2: 0.6}, {7: 9.0, 1: 0.0})
    assert more[1] < more[7]


def test_passages_that_are_alike_have_scores_that_are_alike():
    fused = AdaptiveFusion(scale=30).fuse({1: 0.80, 2: 0.75}, {})  # 1.5 points apart, of 30
    assert fused == pytest.approx({1: 0.975, 2: 0.95})


def test_words_decide_a_question_of_many_rare_words_and_both_one_of_few():
    dense = {1: 0.8, 2: 0.7, 3: 0.4}
    names = AdaptiveFusion(scale=35).fuse(dense, {2: 42.0, 1: 35.0, 4: 2.0})
    few = AdaptiveFusion(scale=35).fuse(dense, {2: 12.0, 1: 10.0, 4: 2.0})
    assert [max(fused, key=lambda id_: fused[id_]) for fused in (names, few)] == [2, 1]


def test_a_scale_below_0_is_refused():
    with pytest.raises(ValueError, match="0 or more, not -1"):
        AdaptiveFusion(scale=-1)


@pytest.mark.parametrize("fusion", [ConvexFusion(), RankFusion(), AdaptiveFusion()])
class TestAnyFusion:
    @given(dense=SCORES, lexical=SCORES)
    def test_every_id_has_a_score_between_0_and_1(self, fusion, dense, lexical):
        fused = fusion.fuse(dense, lexical)
        assert fused.keys() == dense.keys() | lexical.keys()
        assert all(0 <= score <= 1 + 1e-9 for score in fused.values())

    def test_nothing_and_nothing_is_nothing(self, fusion):
        assert fusion.fuse({}, {}) == {}

    def test_first_in_both_is_1(self, fusion):
        assert fusion.fuse({1: 0.9, 2: 0.1}, {1: 8.0, 3: 2.0})[1] == pytest.approx(1.0)

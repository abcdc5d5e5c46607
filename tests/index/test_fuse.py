import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fuse import ConvexFusion, RankFusion

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


@pytest.mark.parametrize("fusion", [ConvexFusion(), RankFusion()])
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

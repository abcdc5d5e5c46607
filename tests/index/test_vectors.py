"""Vectors that are searched one by one: scores, filters, and what is refused."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.vectors import VectorIndex
from tests.index.directions import DIM, EAST, NORTH_EAST, WEST, by_hand, topics, unit


def test_scores_are_cosines_best_first(compass):
    assert compass.search(unit(EAST), k=4) == [
        (10, pytest.approx(1.0)),
        (20, pytest.approx(0.6)),
        (30, pytest.approx(0.0, abs=1e-6)),
        (40, pytest.approx(-1.0)),
    ]


def test_asking_for_more_than_it_holds_gives_what_it_holds(compass):
    assert [i for i, _ in compass.search(unit(WEST), k=99)] == [40, 30, 20, 10]


def test_an_empty_index_finds_nothing():
    assert VectorIndex(2).search(unit(EAST), k=3) == []


def test_among_restricts_the_search_to_the_ids_it_holds_of_them(compass):
    assert compass.search(unit(EAST), k=3, among=[40, 30, 999]) == [
        (30, pytest.approx(0.0, abs=1e-6)),
        (40, pytest.approx(-1.0)),
    ]
    assert compass.search(unit(EAST), k=3, among=[]) == []
    assert compass.search(unit(EAST), k=3, among=[999]) == []


def test_removed_ids_are_found_no_more_and_can_come_back(compass):
    assert compass.remove([10, 999]) == 1
    assert compass.ids().tolist() == [20, 30, 40]
    assert [i for i, _ in compass.search(unit(EAST), k=1)] == [20]
    compass.add([10], unit([WEST]))
    assert [i for i, _ in compass.search(unit(EAST), k=4)][:2] == [20, 30]


def test_ids_are_sorted_and_a_copy(compass):
    compass.add([5], unit([EAST]))
    compass.ids()[0] = 77
    assert compass.ids().tolist() == [5, 10, 20, 30, 40]
    assert compass.ids().dtype == np.int64


def test_exact_search_agrees_with_numpy():
    vectors, ids = topics(500, seed=1), np.arange(500) * 7 + 3
    index = VectorIndex(DIM)
    index.add(ids, vectors)
    for query in topics(20, seed=2):
        found = index.search(query, k=10)
        assert [i for i, _ in found] == by_hand(query, ids, vectors, 10)
        assert [s for _, s in found] == pytest.approx(np.sort(vectors @ query)[::-1][:10], abs=1e-5)


@pytest.mark.parametrize(
    ("ids", "vectors", "message"),
    [
        ([50], [1.0, 0.0], r"vectors have shape \(2,\); give \(n, 2\)"),
        ([50], [[1.0, 0.0, 0.0]], r"vectors have shape \(1, 3\); give \(n, 2\)"),
        ([[50]], [[1.0, 0.0]], r"ids have shape \(1, 1\); give \(n,\)"),
        ([0.5], [[1.0, 0.0]], "ids are float64; give integers"),
        ([50, 51], [[1.0, 0.0]], "2 ids for 1 vectors"),
        ([50, 51], [[1.0, 0.0], [3.0, 4.0]], "vector 1 has length 5; divide it by its length"),
        ([50], [[float("nan"), 0.0]], "vector 0 has length nan"),
        ([50], [[0.0, 0.0]], "vector 0 has length 0"),
        ([10], [[1.0, 0.0]], "id 10 is there already; remove it first"),
        ([50, 50], [[1.0, 0.0], [0.0, 1.0]], "id 50 is there already"),
    ],
)
def test_what_cannot_be_held_is_refused_and_nothing_is_added(compass, ids, vectors, message):
    with pytest.raises(ValueError, match=message):
        compass.add(ids, vectors)
    assert compass.ids().tolist() == [10, 20, 30, 40]
    assert len(compass.search(unit(EAST), k=9)) == 4


def test_a_query_is_one_unit_vector(compass):
    with pytest.raises(ValueError, match=r"the query has shape \(1, 2\); give \(2,\)"):
        compass.search(unit([EAST]), k=1)
    with pytest.raises(ValueError, match="has length 2; divide it"):
        compass.search(np.array([2.0, 0.0], dtype=np.float32), k=1)
    with pytest.raises(ValueError, match="k is 0; ask for at least 1"):
        compass.search(unit(EAST), k=0)


def test_many_queries_find_what_each_finds_alone(compass):
    queries = unit([EAST, WEST, NORTH_EAST])
    assert compass.search_each(queries, k=2) == [compass.search(query, k=2) for query in queries]
    assert compass.search_each(queries[:0], k=2) == []
    assert VectorIndex(2).search_each(queries, k=2) == [[], [], []]


def test_ids_that_are_left_out_are_not_found(compass):
    assert compass.search_each(unit([EAST, WEST]), k=2, without=[10, 30, 999]) == [
        [(20, pytest.approx(0.6)), (40, pytest.approx(-1.0))],
        [(40, pytest.approx(1.0)), (20, pytest.approx(-0.6))],
    ]
    assert compass.search_each(unit([EAST]), k=2, without=[10, 20, 30, 40]) == [[]]


def test_many_queries_are_unit_vectors_and_k_is_at_least_one(compass):
    with pytest.raises(ValueError, match="vector 1 has length 5; divide it by its length"):
        compass.search_each(np.array([EAST, (3.0, 4.0)], dtype=np.float32), k=1)
    with pytest.raises(ValueError, match="k is 0; ask for at least 1"):
        compass.search_each(unit([EAST]), k=0)


TORCH = "import torch; torch.set_num_threads(2); torch.rand(400, 400) @ torch.rand(400, 400)"
FAISS = """
import faiss, numpy as np
from index.vectors import VectorIndex
faiss.omp_set_num_threads(2)
index = VectorIndex(64, exact_limit=1000)
rows = np.random.default_rng(0).standard_normal((3000, 64)).astype("float32")
rows /= np.linalg.norm(rows, axis=1, keepdims=True)
index.add(range(3000), rows)
assert index.search(rows[5], 1)[0][0] == 5
"""


@pytest.mark.parametrize("code", [TORCH + FAISS + TORCH, FAISS + TORCH + FAISS])
def test_torch_and_faiss_work_in_one_process_whichever_comes_first(code):
    """Both bring OpenMP; two copies of it have crashed and hung others."""
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, "")

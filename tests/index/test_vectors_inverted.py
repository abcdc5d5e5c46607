"""Beyond the limit vectors are searched in lists: what is found, and when that changes."""

import numpy as np
import pytest

from index.vectors import VectorIndex
from tests.index.directions import DIM, by_hand, topics


@pytest.mark.parametrize("limit", [1000, 100], ids=["exact", "inverted"])
def test_what_is_left_out_makes_room_for_the_next_nearest(limit):
    vectors, ids = topics(600, seed=7), np.arange(600) * 2
    index = VectorIndex(DIM, exact_limit=limit)
    index.add(ids, vectors)
    queries, kept = vectors[:40], np.arange(40, 600)
    found = index.search_each(queries, k=10, without=ids[:40])
    assert [len(row) for row in found] == [10] * 40
    hits = sum(
        len({i for i, _ in row} & set(by_hand(query, ids[kept], vectors[kept], 10)))
        for query, row in zip(queries, found, strict=True)
    )
    assert hits == 400 if limit == 1000 else hits >= 380
    assert not {i for row in found for i, _ in row} & set(ids[:40].tolist())


def test_it_is_exact_up_to_the_limit_and_again_below_it():
    vectors = topics(101, seed=3)
    index = VectorIndex(DIM, exact_limit=100)
    index.add(np.arange(100), vectors[:100])
    assert index.is_exact
    index.add([100], vectors[100:])
    assert not index.is_exact
    index.remove([7])
    assert index.is_exact
    kept = np.delete(np.arange(101), 7)
    assert index.ids().tolist() == kept.tolist()
    query = topics(1, seed=4)[0]
    assert [i for i, _ in index.search(query, k=20)] == by_hand(query, kept, vectors[kept], 20)


def test_beyond_the_limit_19_of_20_neighbours_are_found_without_searching_everything():
    vectors, ids = topics(3000, seed=5), np.arange(3000) * 3
    index = VectorIndex(DIM, exact_limit=100)
    index.add(ids, vectors)
    queries = topics(100, seed=6)
    hits = sum(
        len({i for i, _ in index.search(query, k=10)} & set(by_hand(query, ids, vectors, 10)))
        for query in queries
    )
    assert hits >= 950
    assert index._faiss.nprobe < index._faiss.nlist / 2


def test_beyond_the_limit_removal_and_filters_hold_too():
    vectors, ids = topics(600, seed=7), np.arange(600)
    index = VectorIndex(DIM, exact_limit=100)
    index.add(ids, vectors)
    index._faiss.nprobe = 1  # A filter must not depend on luck.
    assert index.remove(ids[::2]) == 300
    assert index.ids().tolist() == ids[1::2].tolist()
    for query in topics(10, seed=8):
        assert all(i % 2 == 1 for i, _ in index.search(query, k=50))
        few = [1, 101, 201, 300, 301, 401]  # 300 is gone.
        expected = by_hand(query, np.array([1, 101, 201, 301, 401]), vectors[1:402:100], 9)
        assert [i for i, _ in index.search(query, k=9, among=few)] == expected


def test_lists_that_hold_too_few_give_fewer_and_no_blanks():
    index = VectorIndex(DIM, exact_limit=100)
    index.add(np.arange(600), topics(600, seed=7))
    index._faiss.nprobe = 1
    found = [i for i, _ in index.search(topics(1, seed=8)[0], k=600)]
    assert 0 < len(found) < 600
    assert min(found) >= 0


def test_it_is_trained_again_once_it_has_doubled():
    vectors = topics(401, seed=9)
    index = VectorIndex(DIM, exact_limit=100)
    index.add(np.arange(200), vectors[:200])
    lists = index._faiss.nlist
    index.add(np.arange(200, 390), vectors[200:390])
    assert index._faiss.nlist == lists == 56  # 4 * sqrt(200)
    index.add(np.arange(390, 401), vectors[390:])
    assert index._faiss.nlist == 80  # 4 * sqrt(401)
    assert len(index.search(vectors[0], k=401, among=np.arange(401))) == 401

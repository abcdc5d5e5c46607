import subprocess
import sys
from pathlib import Path

import faiss
import numpy as np
import pytest

from index.vectors import VectorIndex, Vectors

DIM = 16
EAST, NORTH, WEST = (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)
NORTH_EAST = (0.6, 0.8)


def unit(rows) -> Vectors:
    rows = np.asarray(rows, dtype=np.float32)
    return rows / np.linalg.norm(rows, axis=-1, keepdims=True)


def topics(count: int, *, seed: int) -> Vectors:
    """Vectors in bundles, as the passages of a few stories are."""
    random = np.random.default_rng(seed)
    centres = random.standard_normal((20, DIM))
    spread = 0.7 * random.standard_normal((count, DIM))
    return unit(centres[random.integers(0, 20, count)] + spread)


def by_hand(query: Vectors, ids, vectors: Vectors, k: int) -> list[int]:
    """The plain reference: ids by cosine, best first."""
    return [int(ids[i]) for i in np.argsort(-(vectors @ query), kind="stable")[:k]]


@pytest.fixture
def compass() -> VectorIndex:
    index = VectorIndex(2)
    index.add([10, 20, 30, 40], unit([EAST, NORTH_EAST, NORTH, WEST]))
    return index


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


@pytest.mark.parametrize("limit", [1000, 100], ids=["exact", "inverted"])
def test_what_is_loaded_finds_what_was_saved(tmp_path, limit):
    vectors, ids = topics(300, seed=10), np.arange(300) * 5
    index = VectorIndex(DIM, exact_limit=limit)
    index.add(ids, vectors)
    index.save(tmp_path / "vectors.faiss")
    loaded = VectorIndex.load(tmp_path / "vectors.faiss", dim=DIM, exact_limit=limit)
    query = topics(1, seed=11)[0]
    assert loaded.search(query, k=10) == index.search(query, k=10)
    assert loaded.is_exact == index.is_exact == (limit == 1000)
    assert loaded.ids().tolist() == ids.tolist()
    loaded.remove([0])
    loaded.add([1], vectors[:1])
    assert loaded.search(vectors[0], k=1) == [(1, pytest.approx(1.0))]
    assert [path.name for path in tmp_path.iterdir()] == ["vectors.faiss"]


def test_a_saved_index_follows_the_limit_it_is_loaded_with(tmp_path):
    index = VectorIndex(DIM, exact_limit=1000)
    index.add(np.arange(300), topics(300, seed=10))
    index.save(tmp_path / "vectors.faiss")
    assert not VectorIndex.load(tmp_path / "vectors.faiss", dim=DIM, exact_limit=100).is_exact


def empty(data: bytes) -> bytes:
    return b""


def cut_in_half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def flip_one_byte(data: bytes) -> bytes:
    return data[:-9] + bytes([data[-9] ^ 1]) + data[-8:]


def write_words(data: bytes) -> bytes:
    return b"this is not an index" * 10


@pytest.mark.parametrize("damage", [empty, cut_in_half, flip_one_byte, write_words])
def test_a_damaged_file_is_no_index(compass, tmp_path, damage):
    path = tmp_path / "vectors.faiss"
    compass.save(path)
    path.write_bytes(damage(path.read_bytes()))
    assert VectorIndex.load(path, dim=2) is None


def test_a_missing_file_a_folder_or_another_dim_is_no_index(compass, tmp_path):
    compass.save(tmp_path / "vectors.faiss")
    assert VectorIndex.load(tmp_path / "none.faiss", dim=2) is None
    assert VectorIndex.load(tmp_path, dim=2) is None
    assert VectorIndex.load(tmp_path / "vectors.faiss", dim=3) is None


def test_another_kind_of_faiss_index_is_refused(tmp_path):
    other = VectorIndex(2)
    other._faiss = faiss.IndexFlatIP(2)
    other.save(tmp_path / "vectors.faiss")
    assert VectorIndex.load(tmp_path / "vectors.faiss", dim=2) is None


def test_a_save_that_fails_leaves_the_old_file_and_no_other(compass, tmp_path, monkeypatch):
    path = tmp_path / "vectors.faiss"
    compass.save(path)
    before = path.read_bytes()
    compass.remove([10])

    def full_disk(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full_disk)
    with pytest.raises(OSError, match="No space left"):
        compass.save(path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["vectors.faiss"]


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

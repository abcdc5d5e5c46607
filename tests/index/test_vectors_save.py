"""Vectors that are saved are found again, and a file that is damaged is no index."""

import faiss
import numpy as np
import pytest

from index.vectors import VectorIndex
from tests.index.directions import DIM, topics


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

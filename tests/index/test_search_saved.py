"""A search with the vectors that were saved, and with what is left of them."""

from pathlib import Path

import pytest

from index.library import Library
from index.search import Retriever
from index.vectors import VectorIndex
from tests.index.fakes import WordHashEncoder, story, write


def found(passages) -> list[str]:
    return [passage.article.id for passage in passages]


@pytest.fixture
def index(tmp_path, folder):
    for number in range(6):
        write(folder / f"{number}.txt", story(number))
    with Library.open(tmp_path / "index", encoder=WordHashEncoder()) as library:
        library.sync(folder)
    return tmp_path / "index"


def searched(index: Path):
    with Library.open(index, encoder=WordHashEncoder()) as library:
        return Retriever(library).search("flood 3 day 5", k=20)


def cache(index: Path) -> Path:
    (path,) = index.glob("vectors-*.faiss")
    return path


def test_a_search_is_the_same_without_it(index):
    with_cache = searched(index)
    cache(index).unlink()
    assert searched(index) == with_cache
    assert len(with_cache) > 10


@pytest.mark.parametrize("left", ["half", "nothing", "garbage"])
def test_a_damaged_one_is_ignored(index, left):
    before = searched(index)
    path = cache(index)
    whole = path.read_bytes()
    damaged = {"half": whole[: len(whole) // 2], "nothing": b"", "garbage": b"x" * 999}
    path.write_bytes(damaged[left])
    assert searched(index) == before


def test_a_damaged_one_is_written_again(index, folder):
    path = cache(index)
    path.write_bytes(b"x" * 999)
    write(folder / "new.txt", story(9))
    with Library.open(index, encoder=WordHashEncoder()) as library:
        library.sync(folder)
        held = VectorIndex.load(path, dim=library.encoder.dim)
        assert len(held) == sum(source.passages for source in library.sources())


def test_one_of_another_store_is_not_read(index, tmp_path):
    before = searched(index)
    write(tmp_path / "other" / "mill.txt", "The mill burned down.")
    with Library.open(tmp_path / "index2", encoder=WordHashEncoder()) as library:
        library.sync(tmp_path / "other")
    foreign = cache(tmp_path / "index2")
    (index / foreign.name).write_bytes(foreign.read_bytes())
    assert searched(index) == before


def test_one_that_lags_behind_is_caught_up(index, folder):
    path = cache(index)
    old = path.read_bytes()
    (folder / "3.txt").unlink()
    write(folder / "mill.txt", "The mill at Garth burned down.")
    with Library.open(index, encoder=WordHashEncoder()) as library:
        library.sync(folder)
    path.write_bytes(old)
    assert "3" not in found(searched(index))
    with Library.open(index, encoder=WordHashEncoder()) as library:
        with library.store.reading() as snapshot:
            library.vectors.save(snapshot)
            keys = snapshot.chunk_keys()
        assert library.vectors._index.ids().tolist() == keys.tolist()
        assert found(Retriever(library).search("mill burned", k=1)) == ["mill"]

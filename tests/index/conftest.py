import pytest

from index.encode import SentenceEncoder
from index.library import Library
from index.sqlite import SQLiteStore
from index.vectors import VectorIndex
from tests.index.dict_store import DictStore
from tests.index.directions import EAST, NORTH, NORTH_EAST, WEST, unit
from tests.index.fakes import WordHashEncoder


@pytest.fixture(scope="session")
def minilm() -> SentenceEncoder:
    """The encoder that Crosscheck ships with."""
    return SentenceEncoder()


@pytest.fixture
def encoder() -> WordHashEncoder:
    return WordHashEncoder()


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder


@pytest.fixture
def library(tmp_path, encoder):
    with Library.open(tmp_path / "index", encoder=encoder) as library:
        yield library


@pytest.fixture(params=["sqlite", "dict"])
def store(request, tmp_path):
    """Every store there is: what one must do, all must do."""
    store = SQLiteStore(tmp_path) if request.param == "sqlite" else DictStore()
    yield store
    store.close()


@pytest.fixture
def compass() -> VectorIndex:
    index = VectorIndex(2)
    index.add([10, 20, 30, 40], unit([EAST, NORTH_EAST, NORTH, WEST]))
    return index

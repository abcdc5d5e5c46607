import pytest

from index.encode import SentenceEncoder
from index.library import Library
from index.sqlite import SQLiteStore
from tests.index.fakes import DictStore, WordHashEncoder


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

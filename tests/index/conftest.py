import pytest

from index.encode import SentenceEncoder
from index.library import Library
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

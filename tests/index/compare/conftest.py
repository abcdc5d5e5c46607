import pytest

from index.library import Library
from tests.index.dict_store import DictStore
from tests.index.fakes import YearComparer


@pytest.fixture
def comparer() -> YearComparer:
    return YearComparer()


@pytest.fixture(params=["sqlite", "dict"])
def library(request, tmp_path, encoder, comparer):
    """A library that compares, over each kind of store."""
    store = DictStore() if request.param == "dict" else None
    with Library.open(
        tmp_path / "index", encoder=encoder, store=store, comparer=comparer
    ) as library:
        yield library

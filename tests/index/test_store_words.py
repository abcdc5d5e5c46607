"""What every store must find by words, and leave out by filters."""

from datetime import date

import pytest

from index.store import Where
from index.words import any_of
from tests.index.stored import MILL, filled, found_by, put


def test_words_find_text_title_publisher_and_heading(store):
    with filled(store).reading() as snapshot:
        assert found_by(snapshot, "arden")[0] == "The dam at Arden held."
        assert found_by(snapshot, "burns") == ["The mill burned down."]
        assert found_by(snapshot, "post") == ["The ferry sank at Birch."]
        assert found_by(snapshot, "moon") == found_by(snapshot) == []
        assert len(found_by(snapshot, "the", limit=2)) == 2


def test_words_of_no_article_are_unknown(store):
    with filled(store).reading() as snapshot:
        asked = ["dam", "damm", "bote", "monday", "xyz", "sinks"]
        assert snapshot.unknown(asked) == {"damm", "xyz"}


def test_known_words_are_listed_by_their_beginning(store):
    with filled(store).reading() as snapshot:
        assert set(snapshot.stems("fe")) == {"ferry"} or set(snapshot.stems("fe")) == {"ferri"}
        assert snapshot.stems("ferr") == snapshot.stems("fe")
        assert snapshot.stems("zz") == []
    with store.writing() as transaction:
        transaction.remove("ferry")
    with store.reading() as snapshot:
        assert snapshot.stems("fe") == []


@pytest.mark.parametrize(
    ("where", "ids"),
    [
        (Where(), {"dam", "ferry", "mill"}),
        (Where(publishers=("the äRDENER BOTE",)), {"dam"}),
        (Where(publishers=("Ferry Post", "The Ärdener Bote")), {"dam", "ferry"}),
        (Where(publishers=("Ferry",)), set()),
        (Where(since=date(2024, 3, 4)), {"dam", "ferry"}),
        (Where(since=date(2024, 3, 5)), {"ferry"}),
        (Where(until=date(2024, 3, 4)), {"dam"}),
        (Where(until=date(2024, 3, 3)), set()),
        (Where(since=date(2024, 3, 4), until=date(2024, 3, 5), publishers=("FERRY POST",)), set()),
    ],
)
def test_filters_hold_for_keys_and_for_words(store, where, ids):
    with filled(store).reading() as snapshot:
        keys = [int(key) for key in snapshot.chunk_keys(where)]
        assert {chunk.article_id for chunk in snapshot.chunks(keys)} == ids
        matched = snapshot.match(any_of(["dam", "ferry", "mill"]), limit=10, where=where)
        assert {chunk.article_id for chunk in snapshot.chunks(list(matched))} == ids


def test_the_same_score_is_ordered_by_key(store):
    with store.writing() as transaction:
        for name in ("c", "a", "b"):
            put(transaction, MILL.model_copy(update={"id": name}))
    with store.reading() as snapshot:
        found = snapshot.match(any_of(["mill"]), limit=2, where=Where())
        assert list(found) == snapshot.chunk_keys().tolist()[:2]
        assert len(set(found.values())) == 1

"""What every store must do; a store of one's own is tested by adding it to `store`, a fixture."""

from contextlib import suppress
from datetime import date

import numpy as np
import pytest

from index.chunk import split
from index.errors import UnknownArticle
from index.models import Failure
from index.store import FileEntry, StoredFile, Where
from index.words import any_of
from tests.index.stored import DAM, ENCODER, FERRY, MILL, filled, found_by, put, texts


def test_chunks_are_told_with_what_they_say_and_whose_they_are(store):
    with filled(store).reading() as snapshot:
        keys = [int(key) for key in snapshot.chunk_keys()]
        told = snapshot.texts([*keys, 999])
        assert sorted(told) == keys
        assert {text.text for text in told.values()} == set(texts(snapshot, keys))
        assert {(text.publisher, text.published) for text in told.values()} == {
            ("The Ärdener Bote", date(2024, 3, 4)),
            ("Ferry Post", date(2024, 3, 6)),
            ("unknown", None),
        }


def test_each_publisher_is_told_once(store):
    with filled(store).writing() as transaction:
        put(transaction, FERRY.model_copy(update={"id": "again"}))
        assert transaction.publishers() == ("Ferry Post", "The Ärdener Bote", "unknown")


def test_who_published_first_is_a_publisher_too(store):
    wire = FERRY.model_copy(update={"id": "wire", "origin": "Northern Wire"})
    with filled(store).writing() as transaction:
        put(transaction, wire)
        assert "Northern Wire" in transaction.publishers()
        keys = transaction.chunk_keys(Where(publishers=("northern WIRE",)))
        assert texts(transaction, keys) == ["The ferry sank at Birch."]
        only = Where(publishers=("Northern Wire",))
        assert found_by(transaction, "ferry", where=only) == ["The ferry sank at Birch."]


def test_an_empty_store_holds_nothing(store):
    with store.reading() as snapshot:
        assert (snapshot.folders(), snapshot.sources(), snapshot.files("news")) == ((), (), {})
        assert snapshot.fact("encoder") is snapshot.entry("dam") is None
        assert len(snapshot.chunk_keys()) == 0
        assert snapshot.fact("identity")
        with pytest.raises(UnknownArticle, match="no article 'dam'"):
            snapshot.article("dam")


def test_what_was_put_is_there_whole(store):
    with filled(store).reading() as snapshot:
        assert snapshot.article("dam") == DAM
        assert snapshot.entry("dam") == FileEntry(
            folder="news", file="dam.txt", own_id="dam", digest="1"
        )
        assert snapshot.files("news")["dam.txt"] == StoredFile("mark", {"dam": "dam"})
        assert snapshot.article_folders() == {"dam": "news", "ferry": "news", "mill": "news"}
        source = snapshot.sources()[0]
        assert (source.id, source.passages, source.folder, source.file) == (
            "dam", 2, "news", "dam.txt",
        )  # fmt: skip
        assert texts(snapshot, snapshot.chunk_keys()) == [
            "The dam at Arden held.",
            "What next\nRepairs begin on Monday.",
            "The ferry sank at Birch.",
            "The mill burned down.",
        ]


def test_the_vectors_of_chunks_come_in_the_order_asked_for(store):
    with filled(store).reading() as snapshot:
        keys = snapshot.chunk_keys()[::-1]
        assert (snapshot.vectors(keys) == ENCODER.encode(texts(snapshot, keys))).all()
        known = snapshot.known_vectors([b"The mill burned down.", b"The moon is full."])
        assert known.keys() == {b"The mill burned down."}
        assert (known[b"The mill burned down."] == snapshot.vectors(keys[:1])[0]).all()


def test_a_new_version_takes_the_place_of_the_old_under_new_keys(store):
    with filled(store).reading() as snapshot:
        before = snapshot.chunk_keys()
    with store.writing() as transaction:
        put(transaction, MILL.model_copy(update={"text": "The mill stands."}), digest="2")
    with store.reading() as snapshot:
        after = snapshot.chunk_keys()
        assert len(after) == len(before)
        assert set(after) > set(before[:-1])
        assert found_by(snapshot, "mill") == ["The mill stands."]
        assert snapshot.chunks([int(key) for key in before])[-1].article_id == "ferry"
        assert snapshot.entry("mill").digest == "2"


def test_a_removed_article_is_gone_everywhere_and_its_key_is_never_used_again(store):
    with filled(store).reading() as snapshot:
        (last,) = snapshot.match(any_of(["mill"]), limit=1, where=Where())
    with store.writing() as transaction:
        transaction.remove("mill")
        transaction.remove("moon")
        transaction.drop_unused_vectors()
    with store.writing() as transaction:
        put(transaction, MILL.model_copy(update={"id": "mill2", "text": "Mill two."}))
    with store.reading() as snapshot:
        assert snapshot.entry("mill") is None
        assert last not in snapshot.chunk_keys()
        assert snapshot.chunks([last]) == []
        assert snapshot.match(any_of(["down"]), limit=9, where=Where()) == {}
        assert snapshot.known_vectors([b"The mill burned down."]) == {}


def test_two_articles_with_the_same_text_are_two_and_removing_one_keeps_the_other(store):
    with store.writing() as transaction:
        put(transaction, MILL)
        put(transaction, MILL.model_copy(update={"id": "copy"}))
    with store.reading() as snapshot:
        assert found_by(snapshot, "mill") == ["The mill burned down."] * 2
    with store.writing() as transaction:
        transaction.remove("mill")
        transaction.drop_unused_vectors()
    with store.reading() as snapshot:
        keys = snapshot.chunk_keys()
        assert found_by(snapshot, "mill") == ["The mill burned down."]
        assert snapshot.chunks([int(key) for key in keys])[0].article_id == "copy"
        assert snapshot.vectors(keys).shape == (1, ENCODER.dim)


def test_a_vector_without_a_chunk_stays_until_it_is_dropped(store):
    with filled(store).writing() as transaction:
        transaction.remove("mill")
        assert transaction.known_vectors([b"The mill burned down."])


def test_a_transaction_that_fails_changes_nothing(store):
    with filled(store).reading() as snapshot:
        generation = snapshot.generation
    with suppress(ZeroDivisionError), store.writing() as transaction:
        transaction.remove("dam")
        transaction.note("encoder", "other")
        transaction.finish_file("news", "mill.txt", "other", [])
        raise ZeroDivisionError
    with store.reading() as snapshot:
        assert snapshot.article("dam") == DAM
        assert found_by(snapshot, "arden")
        assert snapshot.fact("encoder") is None
        assert snapshot.files("news")["mill.txt"].signature == "mark"
        assert snapshot.generation == generation


def test_a_snapshot_sees_one_state_while_a_writer_commits(store):
    with filled(store).reading() as snapshot:
        assert snapshot.generation == 1
        with store.writing() as transaction:
            transaction.remove("dam")
            with pytest.raises(UnknownArticle):
                transaction.article("dam")
        assert snapshot.article("dam") == DAM
        assert found_by(snapshot, "arden")
        assert snapshot.generation == 1
    with store.reading() as snapshot:
        assert snapshot.generation == 2
        assert snapshot.entry("dam") is None


def test_problems_are_kept_by_file_until_it_is_read_again_or_forgotten(store):
    lost = (Failure(where="a.txt:3", reason="is broken"), True)
    odd = (Failure(where="a.txt:4", reason="has no date"), False)
    link = (Failure(where="loop", reason="leads back"), True)
    with store.writing() as transaction:
        transaction.finish_file("news", "a.txt", "1", [lost, odd])
        transaction.finish_file("news", "", "", [link])
        transaction.finish_file("wires", "a.txt", "1", [link])
    with store.reading() as snapshot:
        assert set(snapshot.problems("news")) == {lost, odd, link}
        assert snapshot.problems("news", file="a.txt") == (lost, odd)
        assert snapshot.problems("news", file="") == (link,)
    with store.writing() as transaction:
        transaction.finish_file("news", "a.txt", "2", [odd])
        transaction.forget_file("wires", "a.txt")
    with store.reading() as snapshot:
        assert snapshot.problems("news", file="a.txt") == (odd,)
        assert snapshot.problems("wires") == ()
        assert snapshot.files("wires") == {}


def test_forgetting_a_folder_leaves_the_others(store):
    with filled(store).writing() as transaction:
        put(transaction, DAM.model_copy(update={"id": "wires/dam"}), folder="wires", file="dam.txt")
    with store.writing() as transaction:
        transaction.forget_folder("news")
        transaction.drop_unused_vectors()
    with store.reading() as snapshot:
        assert snapshot.folders() == ("wires",)
        assert [source.id for source in snapshot.sources()] == ["wires/dam"]
        assert len(snapshot.vectors(snapshot.chunk_keys())) == 2
        assert found_by(snapshot, "ferry") == []


def test_more_than_a_thousand_keys_are_read_at_once(store):
    vectors = np.eye(1, ENCODER.dim, dtype=np.float32)
    with store.writing() as transaction:
        for number in range(1200):
            article = MILL.model_copy(update={"id": f"mill {number}"})
            entry = FileEntry(folder="news", file="mills.jsonl", own_id=article.id, digest="1")
            transaction.put(article, entry, split(article), [(b"mill", vectors[0])])
    with store.reading() as snapshot:
        keys = snapshot.chunk_keys()
        assert snapshot.vectors(keys).shape == (1200, ENCODER.dim)
        assert len(snapshot.chunks(keys.tolist())) == 1200

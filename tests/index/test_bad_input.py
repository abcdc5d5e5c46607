"""Whatever lies in the folder, or has become of the index: one clear line, and nothing lost."""

import errno
import json
import os
import sqlite3
from pathlib import Path

import pytest

from index import schema
from index import sqlite as sqlite_module
from index.errors import CrosscheckError, EncoderMismatch, FormatMismatch, IndexingError
from index.library import Library
from index.search import Retriever
from tests.index.fakes import WordHashEncoder, failed, story, write

GOOD = "The dam at Arden held."


@pytest.mark.parametrize(
    ("place", "content", "reason"),
    [
        ("bad.txt", b"", "holds no text"),
        ("bad.txt", b" \n\t \r\n", "holds no text"),
        ("bad.txt", b"GIF89a\x00\x01\x00", "zero bytes"),
        ("bad.txt", b"caf\xe9", "encoding"),
        ("bad.txt", b"The dam held. " * 1_100_000, "is 15.4 MB; the limit is 8.0 MB"),
        ("bad.html", b"<html><script>alert(1)</script></html>", "no"),
        ("bad.json", b'{"text": ', "broken JSON"),
        ("bad.jsonl:2", b'{"text": "It held."}\n{"text": \n', "broken JSON"),
        ("bad.jsonl:2", b'{"id": 1, "text": "A."}\n{"id": 1, "text": "B."}', "unique"),
    ],
)
def test_a_bad_file_is_one_line_and_the_others_are_indexed(library, folder, place, content, reason):
    name = place.partition(":")[0]
    write(folder / "good.txt", GOOD)
    write(folder / name, content)
    report = library.sync(folder)
    assert "good" in report.added
    assert failed(report.failed).keys() == {place}
    assert reason in failed(report.failed)[place]
    assert Retriever(library).search("dam Arden", k=1)[0].article.id == "good"
    (folder / name).unlink()
    assert library.sync(folder).failed == ()


def test_a_link_that_loops_is_one_line(library, folder):
    write(folder / "good.txt", GOOD)
    (folder / "loop").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    report = library.sync(folder)
    assert report.added == ("good",)
    assert failed(report.failed).keys() == {"loop", "self.txt"}


def test_an_unreadable_file_is_one_line_and_keeps_what_was_read_of_it(library, folder, monkeypatch):
    path = write(folder / "closed.txt", GOOD)
    library.sync(folder)
    write(path, GOOD + " It rained.")

    def refuse(path, *_, **__):  # The tests may run as root, who may read everything.
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        report = library.sync(folder)
    assert report.unchanged == ("closed",)
    assert "give yourself permission" in failed(report.failed)["closed.txt"]


def test_an_article_of_the_longest_length_is_indexed_and_found(library, folder):
    sentence = "Nothing happened on the river that day. "
    write(folder / "long.txt", sentence * 40_000 + "The mill at Garth burned down.")
    assert library.sync(folder).added == ("long",)
    (passage,) = Retriever(library).search("mill Garth burned", k=1)
    assert "The mill at Garth burned down." in passage.text


def full_at(pages: int, monkeypatch) -> None:
    """Let the database grow to so many pages, as a disk would that is then full."""

    def connect(path):
        connection = schema.connect(path)
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    monkeypatch.setattr(sqlite_module, "connect", connect)


def test_a_full_disk_loses_nothing_and_the_next_sync_completes(tmp_path, folder, monkeypatch):
    monkeypatch.setattr("index.sync.BATCH_CHUNKS", 8)
    for number in range(40):
        write(folder / f"{number:02}.txt", story(number))
    with monkeypatch.context() as patch:
        full_at(80, patch)
        with Library.open(tmp_path / "index", encoder=WordHashEncoder()) as library:
            with pytest.raises(IndexingError, match="disk is full; what was synced before is kept"):
                library.sync(folder)
            held = {source.id for source in library.sources()}
            assert 0 < len(held) < 40
            assert Retriever(library).search("flood 0 day 3", k=1)[0].article.id == "00"
    with Library.open(tmp_path / "index", encoder=WordHashEncoder()) as library:
        report = library.sync(folder)
        assert set(report.unchanged) == held
        assert len(report.added) == 40 - len(held)


def test_a_disk_with_no_room_for_the_vectors_or_the_holder_does_not_fail_a_sync(
    library, folder, monkeypatch
):
    write(folder / "good.txt", GOOD)

    def full(*_, **__):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr("index.vectors.tempfile.NamedTemporaryFile", full)
        patch.setattr(Path, "write_text", full)
        assert library.sync(folder).added == ("good",)
    assert Retriever(library).search("dam")[0].article.id == "good"


def one_line(error: pytest.ExceptionInfo[CrosscheckError]) -> str:
    assert "\n" not in str(error.value)
    return str(error.value)


@pytest.fixture
def index(tmp_path, folder):
    write(folder / "good.txt", GOOD)
    with Library.open(tmp_path / "index", encoder=WordHashEncoder()) as library:
        library.sync(folder)
    return tmp_path / "index"


def test_an_index_of_another_encoder_is_refused_with_the_remedy(index):
    with pytest.raises(EncoderMismatch) as error:
        Library.open(index, encoder=WordHashEncoder(name="other"))
    told = one_line(error)
    assert f"{index} was built with encoder 'word-hash', not 'other'" in told
    assert f"delete {index}" in told


def test_two_encoders_never_share_an_index_that_both_found_new(tmp_path, folder):
    write(folder / "good.txt", GOOD)
    first = Library.open(tmp_path / "new", encoder=WordHashEncoder(name="first"))
    second = Library.open(tmp_path / "new", encoder=WordHashEncoder(name="second"))
    first.sync(folder)
    with pytest.raises(EncoderMismatch, match="built with encoder 'first', not 'second'"):
        second.sync(folder)
    first.close()
    second.close()


def edit(index: Path, *statements: str) -> None:
    connection = sqlite3.connect(index / "index.db")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("statement", "found"),
    [("UPDATE facts SET value = '0' WHERE name = 'format'", "0"), ("DROP TABLE facts", "none")],
)
def test_an_index_of_another_format_is_refused_with_the_remedy(index, statement, found):
    edit(index, statement)
    with pytest.raises(FormatMismatch) as error:
        Library.open(index)
    told = one_line(error)
    assert f"{index} has index format {found}, and this version reads {schema.FORMAT}" in told
    assert f"delete the folder {index} and sync again" in told


@pytest.mark.parametrize(
    "content", [b"not a database " * 100, b"SQLite format 3\x00" + b"x" * 9000]
)
def test_a_file_that_is_no_database_is_refused_with_the_remedy(tmp_path, content):
    write(tmp_path / "index" / "index.db", content)
    with pytest.raises(IndexingError) as error:
        Library.open(tmp_path / "index")
    told = one_line(error)
    assert "it is damaged; delete the folder" in told
    assert "the articles themselves are not in it" in told


def test_a_damaged_page_is_one_line_with_the_remedy(index, folder):
    path = index / "index.db"
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with (
        pytest.raises(IndexingError) as error,
        Library.open(index, encoder=WordHashEncoder()) as library,
    ):
        Retriever(library).search("dam")
    assert "delete the folder" in one_line(error)


def test_a_path_that_is_a_file_is_refused_with_the_remedy(tmp_path):
    path = write(tmp_path / "index", "")
    with pytest.raises(IndexingError) as error:
        Library.open(path)
    assert f"{path} cannot hold an index (File exists); name another folder" in one_line(error)


def test_an_index_within_its_folder_of_articles_is_not_read_as_articles(folder):
    write(folder / "good.json", json.dumps({"title": "Dam", "text": GOOD}))
    with Library.open(folder / "index", encoder=WordHashEncoder()) as library:
        assert library.sync(folder).added == ("good",)
        assert library.sync(folder).unchanged == ("good",)

"""An index that an older Crosscheck made is given what it lacks, and keeps what it holds."""

import multiprocessing
import sqlite3
import threading
import time
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from index import schema
from index.errors import FormatMismatch, IndexingError
from index.library import Library
from index.search import Retriever
from tests.index.fakes import WordHashEncoder, YearComparer, story, write

FORMAT_1 = (Path(__file__).parent / "format_1.sql").read_text(encoding="utf-8")
PROCESSES = 6


@contextmanager
def crosscheck_that_makes(*steps: str):
    """Let Crosscheck lay an index out in these steps."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "_STEPS", steps)
        patch.setattr(schema, "FORMAT", str(len(steps)))
        yield


@pytest.fixture
def old(tmp_path, folder):
    """An index of format 1 over two articles that give different years."""
    write(folder / "dam.txt", "The Arden dam opened in 1931.")
    write(folder / "guide.txt", "The Arden dam opened in 1934.")
    write(folder / "flood.txt", story(1))
    with (
        crosscheck_that_makes(FORMAT_1),
        Library.open(tmp_path / "index", encoder=WordHashEncoder()) as library,
    ):
        library.sync(folder)
    assert tables(tmp_path / "index") >= {"articles", "chunks", "words"}
    assert not tables(tmp_path / "index") & {"compared", "findings"}
    return tmp_path / "index"


def tables(index: Path) -> set[str]:
    with closing(sqlite3.connect(index / "index.db")) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}


def test_the_tables_of_format_1_are_as_they_were_released():
    query = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name"
    made = []
    for step in (FORMAT_1, schema._STEPS[0]):
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.executescript(step)
            made.append(connection.execute(query).fetchall())
    assert made[0] == made[1]


def test_an_index_of_format_1_is_upgraded_and_nothing_is_embedded_again(old, folder):
    encoder, comparer = WordHashEncoder(), YearComparer()
    with Library.open(old, encoder=encoder, comparer=comparer) as library:
        with library.store.reading() as snapshot:
            assert snapshot.fact("format") == schema.FORMAT == "2"
        assert Retriever(library).search("dam Arden 1931", k=1)[0].article.id == "dam"
        encoder.encoded.clear()
        assert library.uncompared() == ("dam", "flood", "guide")
        report = library.sync(folder)
        assert report.unchanged == ("dam", "flood", "guide")
        assert [finding.sides[0].article_id for finding in report.findings] == ["dam"]
        assert library.findings() == report.findings
        assert encoder.encoded == []


def test_without_a_comparer_it_is_upgraded_all_the_same(old, folder):
    with Library.open(old, encoder=WordHashEncoder()) as library:
        generation = library.generation
        assert library.sync(folder).unchanged == ("dam", "flood", "guide")
        assert library.generation == generation
    assert tables(old) >= {"compared", "findings"}


def test_an_upgraded_index_is_laid_out_as_a_new_one(old, tmp_path):
    for path in (old, tmp_path / "new"):
        Library.open(path, encoder=WordHashEncoder()).close()
    assert tables(old) == tables(tmp_path / "new")


def format_seen(path):
    with (
        Library.open(path, encoder=WordHashEncoder()) as library,
        library.store.reading() as snapshot,
    ):
        return snapshot.fact("format"), len(snapshot.sources()), snapshot.findings("years")


def test_many_processes_may_upgrade_the_same_index_at_once(old):
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        seen = pool.map(format_seen, [old] * PROCESSES, chunksize=1)
    assert seen == [("2", 3, ())] * PROCESSES


def test_an_upgrade_that_fails_leaves_the_format_as_it_was(old):
    broken = "CREATE TABLE compared (article); CREATE TABEL findings (a)"
    with (
        crosscheck_that_makes(FORMAT_1, broken),
        pytest.raises(IndexingError, match='near "TABEL": syntax error'),
    ):
        Library.open(old)
    assert not tables(old) & {"compared", "findings"}
    assert format_seen(old) == ("2", 3, ())


def test_an_older_crosscheck_refuses_what_was_upgraded_with_the_remedy(old):
    Library.open(old, encoder=WordHashEncoder()).close()
    with (
        crosscheck_that_makes(FORMAT_1),
        pytest.raises(FormatMismatch, match="has index format 2, and this version reads 1; delete"),
    ):
        Library.open(old)


def test_opening_waits_while_another_process_has_the_database_to_itself(tmp_path):
    path = tmp_path / "index.db"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN EXCLUSIVE")
    threading.Timer(0.3, other.execute, ["COMMIT"]).start()
    began = time.monotonic()
    opened = schema.connect(path)
    assert time.monotonic() - began > 0.2
    assert opened.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    opened.close()
    other.close()

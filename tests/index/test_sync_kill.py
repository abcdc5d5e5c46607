"""A sync that is killed at any moment leaves whole articles, and the next one completes it."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.library import Library
from index.search import Retriever
from tests.index.fakes import WordHashEncoder, story, write

ARTICLES = 60
KILLS = 5

SLOW_SYNC = """
import sys
from index import sync
from index.library import Library
from tests.index.fakes import WordHashEncoder
sync.BATCH_CHUNKS = 16
library = Library.open(sys.argv[1], encoder=WordHashEncoder(pause=0.01))
print("opened", flush=True)
library.sync(sys.argv[2], progress=lambda progress: print(progress.articles, flush=True))
"""

SAVE_FOREVER = """
import os, sys, time
from index.library import Library
from tests.index.fakes import WordHashEncoder
def stall(*_):
    print("opened", flush=True)
    time.sleep(60)
os.replace = stall  # The last step of a save: the file is written, and not in its place yet.
Library.open(sys.argv[1], encoder=WordHashEncoder()).sync(sys.argv[2])
"""


def started(script: str, *arguments: Path) -> subprocess.Popen:
    """Start a script in a process of its own, and return when it says that it has opened."""
    process = subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout.readline() == "opened\n"
    return process


def kill(process: subprocess.Popen) -> None:
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()


@pytest.fixture
def corpus(folder):
    for number in range(ARTICLES):
        write(folder / f"{number:02}.txt", story(number, sentences=8))
    return folder


def content(index: Path) -> dict[str, list[tuple]]:
    """What the index holds, but for its keys, which tell how often it was interrupted."""
    queries = {
        "articles": "SELECT id, file, own_id, digest, record, text FROM articles ORDER BY id",
        "chunks": """SELECT articles.id, number, first, last, heading, hex(vector)
                     FROM chunks JOIN articles ON articles.key = article ORDER BY 1, 2""",
        "words": """SELECT articles.id, number, title, words.heading, body FROM words
                    JOIN chunks ON chunks.key = words.rowid
                    JOIN articles ON articles.key = article ORDER BY 1, 2""",
        "vectors": "SELECT hex(digest), hex(vector) FROM vectors ORDER BY 1",
        "files": "SELECT path FROM files ORDER BY 1",
    }
    connection = sqlite3.connect(index / "index.db")
    try:
        assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        orphans = "SELECT count(*) FROM words WHERE rowid NOT IN (SELECT key FROM chunks)"
        assert connection.execute(orphans).fetchone() == (0,)
        return {name: connection.execute(query).fetchall() for name, query in queries.items()}
    finally:
        connection.close()


def test_a_killed_sync_leaves_whole_articles_and_the_next_one_completes_it(tmp_path, corpus):
    with Library.open(tmp_path / "whole", encoder=WordHashEncoder()) as library:
        library.sync(corpus)
    whole = content(tmp_path / "whole")
    moments = random.Random(7)
    seen = set()
    for _ in range(KILLS):
        process = started(SLOW_SYNC, tmp_path / "killed", corpus)
        for _ in range(moments.randint(1, 2)):
            process.stdout.readline()
        time.sleep(moments.uniform(0, 0.1))
        kill(process)
        with Library.open(tmp_path / "killed", encoder=WordHashEncoder()) as library:
            held = {source.id for source in library.sources()}
            if held:
                assert Retriever(library).search("flood river ferry", k=3)
        left = content(tmp_path / "killed")
        for table in ("articles", "chunks", "words"):
            assert left[table] == [row for row in whole[table] if row[0] in held]
        assert set(left["vectors"]) <= set(whole["vectors"])
        assert {row[5] for row in left["chunks"]} <= {row[0] for row in left["vectors"]}
        seen.add(len(held))
    assert max(seen) < ARTICLES, "no kill came before the end; slow the encoder down"
    assert len(seen) > 1, "every kill came before the first articles"
    encoder = WordHashEncoder()
    with Library.open(tmp_path / "killed", encoder=encoder) as library:
        report = library.sync(corpus)
        assert len(report.added) + len(report.unchanged) == ARTICLES
        assert len(report.unchanged) >= len(held)
        assert 0 < len(encoder.encoded) < len(whole["chunks"])
    assert content(tmp_path / "killed") == whole


def test_a_sync_killed_while_it_replaces_and_removes_is_completed(tmp_path, corpus):
    with Library.open(tmp_path / "index", encoder=WordHashEncoder()) as library:
        library.sync(corpus)
    for number in range(0, ARTICLES, 2):
        write(corpus / f"{number:02}.txt", story(number + 100, sentences=8))
        (corpus / f"{number + 1:02}.txt").unlink()
    process = started(SLOW_SYNC, tmp_path / "index", corpus)
    for _ in range(3):
        process.stdout.readline()
    kill(process)
    with Library.open(tmp_path / "index", encoder=WordHashEncoder()) as library:
        library.sync(corpus)
    with Library.open(tmp_path / "whole", encoder=WordHashEncoder()) as library:
        library.sync(corpus)
    assert content(tmp_path / "index") == content(tmp_path / "whole")


def test_a_sync_killed_while_it_saves_the_vectors_loses_nothing(tmp_path, corpus):
    process = started(SAVE_FOREVER, tmp_path / "index", corpus)
    kill(process)
    with Library.open(tmp_path / "index", encoder=WordHashEncoder()) as library:
        assert len(library.sync(corpus).unchanged) == ARTICLES
        (found, *_) = Retriever(library).search("flood 17 at day 3", k=1)
        assert found.article.id == "17"
        write(corpus / "dam.txt", "The dam at Arden held.")
        library.sync(corpus)
        names = os.listdir(tmp_path / "index")
    assert sum(name.endswith(".faiss") for name in names) == 1
    assert not [name for name in names if name.startswith(".vectors")]

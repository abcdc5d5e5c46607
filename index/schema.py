"""How the index is laid out in SQLite."""

import sqlite3
import time
import uuid
from pathlib import Path

from index.errors import FormatMismatch, IndexingError

_FORMAT_1 = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE folders (key INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE);
CREATE TABLE files (
    folder INTEGER NOT NULL REFERENCES folders ON DELETE CASCADE,
    path TEXT NOT NULL,
    signature TEXT NOT NULL,
    PRIMARY KEY (folder, path)
) WITHOUT ROWID;
CREATE TABLE problems (
    folder INTEGER NOT NULL REFERENCES folders ON DELETE CASCADE,
    file TEXT NOT NULL,
    place TEXT NOT NULL,
    reason TEXT NOT NULL,
    fatal INTEGER NOT NULL
);
CREATE INDEX problems_by_file ON problems (folder, file);
CREATE TABLE articles (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    folder INTEGER NOT NULL REFERENCES folders ON DELETE CASCADE,
    file TEXT NOT NULL,
    own_id TEXT NOT NULL,
    digest TEXT NOT NULL,
    publisher TEXT NOT NULL,
    published TEXT,
    record TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (folder, file, own_id)
);
CREATE TABLE vectors (digest BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE chunks (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    number INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    heading TEXT,
    vector BLOB NOT NULL
);
CREATE INDEX chunks_by_article ON chunks (article);
CREATE INDEX chunks_by_vector ON chunks (vector);
CREATE VIRTUAL TABLE words USING fts5 (
    title, heading, publisher, published, body, tokenize = 'porter unicode61 remove_diacritics 2'
);
"""
_FORMAT_2 = """
CREATE TABLE compared (
    article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    comparer TEXT NOT NULL
);
CREATE TABLE findings (
    comparer TEXT NOT NULL,
    a INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    a_first INTEGER NOT NULL,
    a_last INTEGER NOT NULL,
    b INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    b_first INTEGER NOT NULL,
    b_last INTEGER NOT NULL,
    digest BLOB NOT NULL,
    confidence REAL NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (a, a_first, a_last, b, b_first, b_last)
);
CREATE INDEX findings_by_b ON findings (b);
"""
_STEPS = (_FORMAT_1, _FORMAT_2)
"""Add a step when an older Crosscheck could not read what this one writes. An index of format 1 has
the first step, and is given those that it lacks when it is opened."""

PATIENCE = 60.0  # Seconds to wait for a lock on the database.
FORMAT = str(len(_STEPS))

# A key of `chunks` is never used twice (AUTOINCREMENT): a reader that kept one finds that its chunk
# is gone, and never another in its place. `files.signature` and the articles of the file are
# written in one transaction. A vector outlives its chunks until the end of the sync.


def connect(path: Path) -> sqlite3.Connection:
    """Open the database at `path` for use by several threads, one at a time.

    Raises:
        IndexingError: it cannot be opened or is no database.
    """
    try:
        connection = sqlite3.connect(
            path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
        )
        _write_ahead(connection)  # Readers do not wait for the writer.
        connection.execute("PRAGMA synchronous = NORMAL")  # With WAL a kill cannot corrupt it.
        connection.execute("PRAGMA foreign_keys = ON")
        connection.create_function("casefold", 1, str.casefold, deterministic=True)
    except sqlite3.Error as error:
        raise explained(error, path) from error
    return connection


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turn the write-ahead log on; SQLite does not wait by itself while another process does."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
        time.sleep(0.02)


def explained(error: sqlite3.Error, path: Path) -> IndexingError:
    """Return what went wrong with the database at `path`, and what to do."""
    told = str(error)
    remedy = "check the disk; what was synced before is kept"
    if "full" in told:
        remedy = "what was synced before is kept; free some space and sync again"
    elif "locked" in told:
        remedy = "another process is writing to it; try again in a moment"
    elif "readonly" in told or "unable to open" in told:
        remedy = f"give yourself permission to write to {path.parent}, or name another folder"
    elif "malformed" in told or "not a database" in told:
        remedy = (
            f"it is damaged; delete the folder {path.parent} and sync again (the articles "
            "themselves are not in it)"
        )
    return IndexingError(f"{path}: {told}; {remedy}")


def prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Create the tables that are not there: all in a new index, the later ones in an older one.

    Raises:
        FormatMismatch: it was laid out by a version of Crosscheck that this one does not know.
    """
    if _steps_made(connection, path) == len(_STEPS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        made = _steps_made(connection, path)  # Another process may have been first.
        for statement in "".join(_STEPS[made:]).split(";"):
            connection.execute(statement)
        if made == 0:
            facts = {"identity": uuid.uuid4().hex, "generation": "0"}
            connection.executemany("INSERT INTO facts VALUES (?, ?)", facts.items())
        connection.execute("INSERT OR REPLACE INTO facts VALUES ('format', ?)", (FORMAT,))
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _steps_made(connection: sqlite3.Connection, path: Path) -> int:
    """Return how many of the steps made the index at `path`: 0 where there is nothing yet."""
    if connection.execute("SELECT 1 FROM sqlite_master").fetchone() is None:
        return 0
    try:
        row = connection.execute("SELECT value FROM facts WHERE name = 'format'").fetchone()
    except sqlite3.OperationalError:
        row = None
    found = row[0] if row else "none"
    known = {str(made): made for made in range(1, len(_STEPS) + 1)}
    if found not in known:
        raise FormatMismatch(
            f"{path.parent} has index format {found}, and this version reads {FORMAT}; "
            f"delete the folder {path.parent} and sync again (the articles are not in it)"
        )
    return known[found]

"""How the index is laid out in SQLite."""

import sqlite3
import uuid
from pathlib import Path

from index.errors import FormatMismatch, IndexingError

FORMAT = "1"  # Raise it when an older Crosscheck could not read what this one writes.

_TABLES = """
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
            path, timeout=60, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA journal_mode = WAL")  # Readers do not wait for the writer.
        connection.execute("PRAGMA synchronous = NORMAL")  # With WAL a kill cannot corrupt it.
        connection.execute("PRAGMA foreign_keys = ON")
        connection.create_function("casefold", 1, str.casefold, deterministic=True)
    except sqlite3.Error as error:
        raise explained(error, path) from error
    return connection


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
    """Create the tables where there are none, and refuse those of another format.

    Raises:
        FormatMismatch: another version of Crosscheck laid it out.
    """
    if not _is_empty(connection):
        _check_format(connection, path)
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _is_empty(connection):  # Another process may have been first.
            for statement in _TABLES.split(";"):
                connection.execute(statement)
            facts = {"format": FORMAT, "identity": uuid.uuid4().hex, "generation": "0"}
            connection.executemany("INSERT INTO facts VALUES (?, ?)", facts.items())
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _is_empty(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master").fetchone() is None


def _check_format(connection: sqlite3.Connection, path: Path) -> None:
    try:
        row = connection.execute("SELECT value FROM facts WHERE name = 'format'").fetchone()
    except sqlite3.OperationalError:
        row = None
    found = row[0] if row else "none"
    if found != FORMAT:
        raise FormatMismatch(
            f"{path.parent} has index format {found}, and this version reads {FORMAT}; "
            f"delete the folder {path.parent} and sync again (the articles are not in it)"
        )

"""The store in one SQLite file: articles, chunks, vectors and the full-text index."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import NamedTuple

from index.schema import connect, explained, prepare
from index.sqlite_read import SQLiteSnapshot
from index.sqlite_write import SQLiteTransaction

DATABASE = "index.db"


class _Lent(NamedTuple):
    inode: int | None
    connection: sqlite3.Connection


class SQLiteStore:
    """Keeps everything in `folder/index.db`, which readers in other processes may use meanwhile."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / DATABASE
        self._idle: SimpleQueue[_Lent] = SimpleQueue()
        with self._connection():
            pass

    @contextmanager
    def reading(self) -> Iterator[SQLiteSnapshot]:
        """Open a snapshot. It never waits for a writer."""
        with self._connection() as connection:
            connection.execute("BEGIN")
            try:
                yield SQLiteSnapshot(connection)
            finally:
                connection.execute("COMMIT")

    @contextmanager
    def writing(self) -> Iterator[SQLiteTransaction]:
        """Open a transaction: kept when the block ends, undone when it raises."""
        with self._connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                transaction = SQLiteTransaction(connection)
                yield transaction
                transaction.count_up()
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Let go of the files."""
        while (lent := self._idle_one()) is not None:
            lent.connection.close()

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection that no other thread uses meanwhile, to the file that is there now."""
        inode = _inode(self._path)
        lent = self._idle_one()
        while lent is not None and lent.inode != inode:  # Its file was thrown away.
            lent.connection.close()
            lent = self._idle_one()
        if lent is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            connection = connect(self._path)
        else:
            connection = lent.connection
        try:
            if lent is None:
                prepare(connection, self._path)
                inode = _inode(self._path)
            yield connection
        except sqlite3.Error as error:
            connection.close()
            raise explained(error, self._path) from error
        except BaseException:
            connection.close()
            raise
        self._idle.put(_Lent(inode, connection))

    def _idle_one(self) -> _Lent | None:
        try:
            return self._idle.get_nowait()
        except Empty:
            return None


def _inode(path: Path) -> int | None:
    try:
        return path.stat().st_ino
    except OSError:
        return None

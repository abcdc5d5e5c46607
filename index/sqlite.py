"""The store in one SQLite file: articles, chunks, vectors and the full-text index."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue

from index.schema import connect, explained, prepare
from index.sqlite_read import SQLiteSnapshot
from index.sqlite_write import SQLiteTransaction

DATABASE = "index.db"


class SQLiteStore:
    """Keeps everything in `folder/index.db`, which readers in other processes may use meanwhile."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / DATABASE
        self._idle: SimpleQueue[sqlite3.Connection] = SimpleQueue()
        self._inode: int | None = None
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
        while True:
            try:
                self._idle.get_nowait().close()
            except Empty:
                return

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection that no other thread uses meanwhile."""
        connection = self._idle_or_new()
        try:
            yield connection
        except sqlite3.Error as error:
            connection.close()
            raise explained(error, self._path) from error
        except BaseException:
            connection.close()
            raise
        self._idle.put(connection)

    def _idle_or_new(self) -> sqlite3.Connection:
        """Return a connection to the file that stands there now: it may have been thrown away."""
        if _inode(self._path) != self._inode:
            self.close()
            self._path.parent.mkdir(parents=True, exist_ok=True)
            connection = connect(self._path)
            try:
                prepare(connection, self._path)
            except sqlite3.Error as error:
                connection.close()
                raise explained(error, self._path) from error
            except BaseException:
                connection.close()
                raise
            self._inode = _inode(self._path)
            return connection
        try:
            return self._idle.get_nowait()
        except Empty:
            return connect(self._path)


def _inode(path: Path) -> int | None:
    try:
        return path.stat().st_ino
    except OSError:
        return None

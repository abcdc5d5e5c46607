"""Changes to the SQLite store that happen together."""

from collections.abc import Iterable, Sequence
from typing import Any

from index.arrays import Vectors
from index.models import Article, Chunk, Finding
from index.sqlite_read import NOBODY, SQLiteSnapshot
from index.store import FileEntry, Problem


class SQLiteTransaction(SQLiteSnapshot):
    """Writes to a connection that is inside a transaction; it sees its own changes."""

    def note(self, name: str, value: str) -> None:
        """Note a fact."""
        self._connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    def count_up(self) -> None:
        """Let readers see that something may have changed."""
        self.note("generation", str(self.generation + 1))

    def put(
        self,
        article: Article,
        entry: FileEntry,
        chunks: Sequence[Chunk],
        vectors: Sequence[tuple[bytes, Vectors]],
    ) -> None:
        """Add an article, or put it in the place of the one with its id."""
        found_before = self._found_in(article.id)
        self.remove(article.id)
        key = self._connection.execute(
            """INSERT INTO articles
                   (id, folder, file, own_id, digest, publisher, published, record, text)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                article.id,
                self._folder(entry.folder),
                entry.file,
                entry.own_id,
                entry.digest,
                article.publisher,
                article.published.isoformat() if article.published else None,
                article.model_dump_json(exclude={"text"}),
                article.text,
            ),
        ).lastrowid
        self._connection.executemany(
            "INSERT OR IGNORE INTO vectors VALUES (?, ?)",
            [(digest, vector.tobytes()) for digest, vector in vectors],
        )
        for chunk, (digest, _) in zip(chunks, vectors, strict=True):
            self._put_chunk(article, chunk, key, digest)
        self._keep(found_before, key)

    def _found_in(self, article_id: str) -> tuple[int | None, list[Sequence[Any]]]:
        """Return the key of an article, and what was found in it; None for a new article."""
        row = self._one("SELECT key FROM articles WHERE id = ?", article_id)
        if row is None:
            return None, []
        found = self._connection.execute(
            """SELECT a, a_first, a_last, b, b_first, b_last, digest, confidence, record
               FROM findings WHERE a = :key OR b = :key""",
            {"key": row[0]},
        )
        return row[0], found.fetchall()

    def _keep(self, found_before: tuple[int | None, list[Sequence[Any]]], key: int | None) -> None:
        """Keep, as found by nobody, what was found in the article whose place `key` has taken."""
        before, found = found_before
        for a, a_first, a_last, b, *rest in found:
            one, other = (key if old == before else old for old in (a, b))
            self._connection.execute(
                "INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (NOBODY, one, a_first, a_last, other, *rest),
            )

    def _put_chunk(self, article: Article, chunk: Chunk, key: int | None, digest: bytes) -> None:
        row = self._connection.execute(
            """INSERT INTO chunks (article, number, first, last, heading, vector)
               VALUES (?, ?, ?, ?, ?, ?)""",
            (key, chunk.number, chunk.span.start, chunk.span.end, chunk.heading, digest),
        ).lastrowid
        published = f"{article.published:%d %B %Y %Y-%m-%d}" if article.published else ""
        self._connection.execute(
            """INSERT INTO words (rowid, title, heading, publisher, published, body)
               VALUES (?, ?, ?, ?, ?, ?)""",
            (row, article.title, chunk.heading, article.publisher, published, chunk.text),
        )

    def remove(self, article_id: str) -> None:
        """Remove an article and its chunks everywhere; nothing happens when it is not there."""
        self._connection.execute(
            """DELETE FROM words WHERE rowid IN (SELECT chunks.key FROM chunks
               JOIN articles ON articles.key = article WHERE articles.id = ?)""",
            (article_id,),
        )
        self._connection.execute("DELETE FROM articles WHERE id = ?", (article_id,))

    def note_compared(
        self, article_id: str, name: str, findings: Sequence[tuple[bytes, Finding]]
    ) -> None:
        """Note that the comparer `name` compared an article, and what it found."""
        self._connection.execute(
            """DELETE FROM findings WHERE comparer != :name AND (
                   a = (SELECT key FROM articles WHERE id = :id)
                   OR b = (SELECT key FROM articles WHERE id = :id))""",
            {"name": name, "id": article_id},
        )
        self._connection.execute(
            "INSERT OR REPLACE INTO compared SELECT key, ? FROM articles WHERE id = ?",
            (name, article_id),
        )
        for digest, finding in findings:
            self._put_finding(name, digest, finding)

    def _put_finding(self, name: str, digest: bytes, finding: Finding) -> None:
        one, other = finding.sides
        self._connection.execute(
            """INSERT INTO findings
               SELECT ?, one.key, ?, ?, other.key, ?, ?, ?, ?, ?
               FROM articles AS one, articles AS other WHERE one.id = ? AND other.id = ?
               ON CONFLICT (a, a_first, a_last, b, b_first, b_last) DO UPDATE
               SET confidence = excluded.confidence, record = excluded.record
               WHERE excluded.confidence > confidence""",
            (
                name,
                *(one.span.start, one.span.end),
                *(other.span.start, other.span.end),
                digest,
                finding.confidence,
                finding.record,
                *(one.article_id, other.article_id),
            ),
        )

    def finish_file(
        self, folder: str, file: str, signature: str, problems: Iterable[Problem]
    ) -> None:
        """Note that a file was read, with its problems."""
        key = self._folder(folder)
        self.forget_file(folder, file)
        self._connection.execute("INSERT INTO files VALUES (?, ?, ?)", (key, file, signature))
        self._connection.executemany(
            "INSERT INTO problems VALUES (?, ?, ?, ?, ?)",
            [(key, file, problem.where, problem.reason, fatal) for problem, fatal in problems],
        )

    def forget_file(self, folder: str, file: str) -> None:
        """Forget a file and its problems; its articles are removed one by one."""
        key = self._folder(folder)
        self._connection.execute("DELETE FROM files WHERE folder = ? AND path = ?", (key, file))
        self._connection.execute("DELETE FROM problems WHERE folder = ? AND file = ?", (key, file))

    def forget_folder(self, folder: str) -> None:
        """Forget a folder with all its files and articles."""
        for file in self.files(folder).values():
            for article_id in file.articles.values():
                self.remove(article_id)
        self._connection.execute("DELETE FROM folders WHERE path = ?", (folder,))

    def drop_unused_vectors(self) -> None:
        """Forget the vectors that no chunk has any more."""
        self._connection.execute(
            "DELETE FROM vectors WHERE NOT EXISTS (SELECT 1 FROM chunks WHERE vector = digest)"
        )

    def _folder(self, path: str) -> int:
        self._connection.execute("INSERT OR IGNORE INTO folders (path) VALUES (?)", (path,))
        row = self._one("SELECT key FROM folders WHERE path = ?", path)
        assert row is not None
        return int(row[0])

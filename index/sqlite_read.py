"""One state of the SQLite store, as a reader sees it."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np

from index.arrays import Ids, Vectors
from index.errors import UnknownArticle
from index.models import Article, Failure, Finding, Place, Source, Span
from index.sqlite_where import ORIGIN, condition_of
from index.store import FileEntry, Problem, StoredChunk, StoredFile, StoredText, Where
from index.words import any_of

NOBODY = ""
"""The comparer of what was found before one of the two articles changed. It is kept to know which
articles to hold against each other again, and goes when either is compared."""

LAST = "\U0010ffff"  # Comes after every character.
PER_QUERY = 500  # SQLite takes at most 999 parameters where it is old.

# How much a word counts in the title, heading, publisher, date and body of a chunk.
# Chosen on the development half of MultiHop-RAG; see tests/benchmarks/README.md.
FIELD_WEIGHTS = (0.5, 1.0, 2.0, 1.0, 1.0)


class SQLiteSnapshot:
    """Reads from a connection that is inside a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @property
    def generation(self) -> int:
        """Grows with every change."""
        return int(self.fact("generation") or 0)

    def fact(self, name: str) -> str | None:
        """Return what was noted under `name`."""
        row = self._one("SELECT value FROM facts WHERE name = ?", name)
        return str(row[0]) if row else None

    def article(self, article_id: str) -> Article:
        """Return an article; raises UnknownArticle."""
        row = self._one("SELECT record, text FROM articles WHERE id = ?", article_id)
        if row is None:
            raise UnknownArticle(
                f"no article {article_id!r} in the index; it may have been removed"
            )
        return Article(**json.loads(row[0]), text=row[1])

    def sources(self) -> tuple[Source, ...]:
        """Return every article, by folder and id."""
        rows = self._connection.execute(
            """SELECT record, folders.path, file,
                      (SELECT count(*) FROM chunks WHERE article = articles.key)
               FROM articles JOIN folders ON folders.key = folder
               ORDER BY folders.path, articles.id"""
        )
        return tuple(
            Source(**json.loads(record), folder=folder, file=file, passages=passages)
            for record, folder, file, passages in rows
        )

    def publishers(self) -> tuple[str, ...]:
        """Return who published articles, here or first, each once, in alphabetical order."""
        rows = self._connection.execute(
            f"""SELECT publisher FROM articles
                UNION SELECT {ORIGIN} FROM articles WHERE {ORIGIN} IS NOT NULL ORDER BY 1"""
        )
        return tuple(publisher for (publisher,) in rows)

    def article_folders(self) -> Mapping[str, str]:
        """Return the folder of every article, by its id."""
        rows = self._connection.execute(
            "SELECT id, path FROM articles JOIN folders ON folders.key = folder"
        )
        return dict(rows.fetchall())

    def problems(self, folder: str, *, file: str | None = None) -> tuple[Problem, ...]:
        """Return the problems of a folder, or of one of its files."""
        rows = self._connection.execute(
            """SELECT place, reason, fatal FROM problems JOIN folders ON folders.key = folder
               WHERE folders.path = ? AND file = coalesce(?, file) ORDER BY file, problems.rowid""",
            (folder, file),
        )
        return tuple((Failure(where=place, reason=why), bool(fatal)) for place, why, fatal in rows)

    def folders(self) -> tuple[str, ...]:
        """Return the folders that were synced."""
        rows = self._connection.execute("SELECT path FROM folders ORDER BY key")
        return tuple(path for (path,) in rows)

    def files(self, folder: str) -> Mapping[str, StoredFile]:
        """Return the files of a folder of which something is known."""
        articles: dict[str, dict[str, str]] = {}
        for file, own_id, article_id in self._connection.execute(
            """SELECT file, own_id, id FROM articles JOIN folders ON folders.key = folder
               WHERE folders.path = ?""",
            (folder,),
        ):
            articles.setdefault(file, {})[own_id] = article_id
        signatures = dict(
            self._connection.execute(
                """SELECT files.path, signature FROM files JOIN folders ON folders.key = folder
                   WHERE folders.path = ?""",
                (folder,),
            ).fetchall()
        )
        return {
            file: StoredFile(signatures.get(file, ""), articles.get(file, {}))
            for file in signatures.keys() | articles.keys()
        }

    def entry(self, article_id: str) -> FileEntry | None:
        """Return where the article with this id comes from; None when the id is free."""
        row = self._one(
            """SELECT folders.path, file, own_id, digest
               FROM articles JOIN folders ON folders.key = folder WHERE id = ?""",
            article_id,
        )
        if row is None:
            return None
        return FileEntry(folder=row[0], file=row[1], own_id=row[2], digest=row[3])

    def known_vectors(self, digests: Iterable[bytes]) -> dict[bytes, Vectors]:
        """Return the vectors, shape (dim,), of those digests that were embedded before."""
        return {
            digest: np.frombuffer(vector, dtype=np.float32)
            for digest, vector in self._where_in(
                "SELECT digest, vector FROM vectors WHERE digest IN ({})", list(digests)
            )
        }

    def chunk_keys(self, where: Where | None = None) -> Ids:
        """Return the keys of all chunks, or of those in the articles asked for, ascending."""
        if where is None or where == Where():
            rows = self._connection.execute("SELECT key FROM chunks ORDER BY key")
        else:
            condition, values = condition_of(where)
            rows = self._connection.execute(
                f"""SELECT chunks.key FROM chunks JOIN articles ON articles.key = article
                    WHERE {condition} ORDER BY chunks.key""",
                values,
            )
        return np.fromiter((key for (key,) in rows), dtype=np.int64)

    def vectors(self, keys: Ids) -> Vectors:
        """Return the vectors of these chunks, shape (len(keys), dim), in their order."""
        found = dict(
            self._where_in(
                """SELECT chunks.key, vectors.vector FROM chunks
                   JOIN vectors ON vectors.digest = chunks.vector WHERE chunks.key IN ({})""",
                [int(key) for key in keys],
            )
        )
        joined = b"".join(found[int(key)] for key in keys)
        return np.frombuffer(joined, dtype=np.float32).reshape(len(keys), -1).copy()

    def match(self, words: str, *, limit: int, where: Where) -> dict[int, float]:
        """Return the best `limit` chunks for the words of a question by BM25; higher is better.

        Source: Robertson and Zaragoza 2009, doi:10.1561/1500000019, as SQLite FTS5 computes it.
        """
        if not words:
            return {}
        condition, values = condition_of(where)
        weights = ", ".join(str(weight) for weight in FIELD_WEIGHTS)
        rows = self._connection.execute(
            f"""SELECT words.rowid, -bm25(words, {weights}) AS score FROM words
                {"" if where == Where() else "JOIN chunks ON chunks.key = words.rowid "}
                {"" if where == Where() else "JOIN articles ON articles.key = chunks.article "}
                WHERE words MATCH ? AND {condition} ORDER BY score DESC, words.rowid LIMIT ?""",
            (words, *values, limit),
        )
        return dict(rows)

    def unknown(self, words: Iterable[str]) -> set[str]:
        """Return those of the words that are in no article, in no form."""
        query = "SELECT 1 FROM words WHERE words MATCH ? LIMIT 1"
        return {word for word in set(words) if self._one(query, any_of([word])) is None}

    def stems(self, beginning: str) -> list[str]:
        """Return what the forms of each known word share, of those with this beginning."""
        self._connection.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, words, row)"
        )
        rows = self._connection.execute(
            "SELECT term FROM vocabulary WHERE term >= ? AND term < ?",
            (beginning, beginning + LAST),
        )
        return [term for (term,) in rows]

    def chunks(self, keys: Sequence[int]) -> list[StoredChunk]:
        """Return these chunks in their order, without those that are gone."""
        found = {
            key: StoredChunk(key, article_id, Span(start=first, end=last), heading)
            for key, article_id, first, last, heading in self._where_in(
                """SELECT chunks.key, articles.id, first, last, heading FROM chunks
                   JOIN articles ON articles.key = article WHERE chunks.key IN ({})""",
                list(keys),
            )
        }
        return [found[key] for key in keys if key in found]

    def texts(self, keys: Sequence[int]) -> dict[int, StoredText]:
        """Return what these chunks say, without those that are gone."""
        return {
            key: StoredText(text, publisher, date.fromisoformat(day) if day else None)
            for key, text, publisher, day in self._where_in(
                """SELECT chunks.key, words.body, articles.publisher, articles.published
                   FROM chunks JOIN articles ON articles.key = article
                   JOIN words ON words.rowid = chunks.key WHERE chunks.key IN ({})""",
                list(keys),
            )
        }

    def chunks_of(self, article_id: str) -> list[StoredChunk]:
        """Return the chunks of an article in reading order; none when it is not there."""
        rows = self._connection.execute(
            """SELECT chunks.key, first, last, heading FROM chunks
               JOIN articles ON articles.key = article WHERE articles.id = ? ORDER BY number""",
            (article_id,),
        )
        return [
            StoredChunk(key, article_id, Span(start=first, end=last), heading)
            for key, first, last, heading in rows
        ]

    def uncompared(self, name: str) -> tuple[str, ...]:
        """Return the ids of the articles that the comparer `name` has not compared yet."""
        rows = self._connection.execute(
            """SELECT id FROM articles LEFT JOIN compared ON article = key
               WHERE comparer IS NOT ? ORDER BY key""",
            (name,),
        )
        return tuple(article_id for (article_id,) in rows)

    def findings(
        self, name: str, *, articles: Collection[str] | None = None
    ) -> tuple[Finding, ...]:
        """Return what the comparer `name` found, the most confident first."""
        query = """SELECT findings.rowid, one.id, a_first, a_last, other.id, b_first, b_last,
                          confidence, findings.record
                   FROM findings JOIN articles AS one ON one.key = a
                   JOIN articles AS other ON other.key = b WHERE comparer = ?"""
        if articles is None:
            rows = self._connection.execute(query, (name,)).fetchall()
        else:
            ids = list(articles)
            rows = [*self._where_in(f"{query} AND one.id IN ({{}})", ids, name)]
            rows += self._where_in(f"{query} AND other.id IN ({{}})", ids, name)
        found = {key: _finding(row) for key, *row in rows}
        return tuple(sorted(found.values(), key=lambda finding: finding.rank))

    def finding_digests(self) -> set[bytes]:
        """Return the digest of everything that any comparer found."""
        return {digest for (digest,) in self._connection.execute("SELECT digest FROM findings")}

    def once_found_with(self, article_id: str) -> tuple[str, ...]:
        """Return the ids of the articles that something was found with before one changed."""
        rows = self._connection.execute(
            """SELECT id FROM articles WHERE id != :id AND key IN (
                   SELECT b FROM findings WHERE comparer = :nobody
                       AND a = (SELECT key FROM articles WHERE id = :id)
                   UNION SELECT a FROM findings WHERE comparer = :nobody
                       AND b = (SELECT key FROM articles WHERE id = :id))
               ORDER BY key""",
            {"id": article_id, "nobody": NOBODY},
        )
        return tuple(other for (other,) in rows)

    def _one(self, query: str, *values: str) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._connection.execute(query, values).fetchone()
        return row

    def _where_in(
        self, query: str, keys: Sequence[int | bytes | str], *values: str
    ) -> Iterator[tuple[Any, ...]]:
        for start in range(0, len(keys), PER_QUERY):
            some = keys[start : start + PER_QUERY]
            marks = ",".join("?" * len(some))
            yield from self._connection.execute(query.format(marks), (*values, *some))


def _finding(row: Sequence[Any]) -> Finding:
    one, a_first, a_last, other, b_first, b_last, confidence, record = row
    sides = (
        Place(article_id=one, span=Span(start=a_first, end=a_last)),
        Place(article_id=other, span=Span(start=b_first, end=b_last)),
    )
    return Finding(sides=sides, confidence=confidence, record=record)

"""What the index keeps, and the replaceable part that keeps it.

A store is read through a snapshot, which sees one state from its first question to its last, and
written through a transaction, which happens whole or not at all.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import NamedTuple, Protocol

from pydantic import Field

from index.arrays import Ids, Vectors
from index.models import Article, Chunk, Failure, Finding, Record, Source, Span


class Where(Record):
    """Which articles to search. An empty one is all of them."""

    publishers: tuple[str, ...] = Field(
        default=(), description="Published, or published first, by any of these; case is ignored."
    )
    since: date | None = Field(default=None, description="Published on this day or later.")
    until: date | None = Field(default=None, description="Published on this day or earlier.")


class FileEntry(Record):
    """One article as it stands in its file, and whether it has changed."""

    folder: str = Field(description="The folder it was synced from, as the store names it.")
    file: str = Field(description="Its file, relative to the folder.")
    own_id: str = Field(description="The id its file gives it.")
    digest: str = Field(description="Changes whenever the article or its chunks would.")


class StoredChunk(NamedTuple):
    """A chunk as it was found."""

    key: int
    article_id: str
    span: Span
    heading: str | None


class StoredText(NamedTuple):
    """What a chunk says, and whose it is."""

    text: str
    publisher: str
    published: date | None


class StoredFile(NamedTuple):
    """A file that was read whole."""

    signature: str
    articles: Mapping[str, str]
    """The article id for each id that the file gives."""


Problem = tuple[Failure, bool]
"""What is wrong with a file, and whether something could not be read because of it."""


class Snapshot(Protocol):
    """One state of the store."""

    @property
    def generation(self) -> int:
        """Grows with every change."""
        ...

    def fact(self, name: str) -> str | None:
        """Return what was noted under `name`, for example the encoder."""
        ...

    def article(self, article_id: str) -> Article:
        """Return an article; raises UnknownArticle."""
        ...

    def sources(self) -> tuple[Source, ...]:
        """Return every article, by folder and id."""
        ...

    def publishers(self) -> tuple[str, ...]:
        """Return who published articles, here or first, each once, in alphabetical order."""
        ...

    def article_folders(self) -> Mapping[str, str]:
        """Return the folder of every article, by its id."""
        ...

    def problems(self, folder: str, *, file: str | None = None) -> tuple[Problem, ...]:
        """Return the problems of a folder, or of one of its files."""
        ...

    def folders(self) -> tuple[str, ...]:
        """Return the folders that were synced."""
        ...

    def files(self, folder: str) -> Mapping[str, StoredFile]:
        """Return the files of a folder that were read."""
        ...

    def entry(self, article_id: str) -> FileEntry | None:
        """Return where the article with this id comes from; None when the id is free."""
        ...

    def known_vectors(self, digests: Iterable[bytes]) -> dict[bytes, Vectors]:
        """Return the vectors, shape (dim,), of those digests that were embedded before."""
        ...

    def chunk_keys(self, where: Where | None = None) -> Ids:
        """Return the keys of all chunks, or of those in the articles asked for, ascending."""
        ...

    def vectors(self, keys: Ids) -> Vectors:
        """Return the vectors of these chunks, shape (len(keys), dim), in their order."""
        ...

    def match(self, words: str, *, limit: int, where: Where) -> dict[int, float]:
        """Return the best `limit` chunks for the words of a question by BM25; higher is better."""
        ...

    def unknown(self, words: Iterable[str]) -> set[str]:
        """Return those of the words that are in no article, in no form."""
        ...

    def stems(self, beginning: str) -> list[str]:
        """Return what the forms of each known word share, of those with this beginning."""
        ...

    def chunks(self, keys: Sequence[int]) -> list[StoredChunk]:
        """Return these chunks in their order, without those that are gone."""
        ...

    def texts(self, keys: Sequence[int]) -> dict[int, StoredText]:
        """Return what these chunks say, without those that are gone."""
        ...

    def chunks_of(self, article_id: str) -> list[StoredChunk]:
        """Return the chunks of an article in reading order; none when it is not there."""
        ...

    def uncompared(self, name: str) -> tuple[str, ...]:
        """Return the ids of the articles that the comparer `name` has not compared yet."""
        ...

    def findings(
        self, name: str, *, articles: Collection[str] | None = None
    ) -> tuple[Finding, ...]:
        """Return what the comparer `name` found, the most confident first.

        `articles` are the ids of those that one side must be of; None takes all.
        """
        ...

    def finding_digests(self) -> set[bytes]:
        """Return the digest of everything that any comparer found.

        What was found in an article before it changed counts until that is compared again.
        """
        ...

    def once_found_with(self, article_id: str) -> tuple[str, ...]:
        """Return the ids of the articles that something was found with before one of them changed.

        Neither of the two has been compared since.
        """
        ...


class Transaction(Snapshot, Protocol):
    """Changes that happen together; it sees its own."""

    def note(self, name: str, value: str) -> None:
        """Note a fact."""
        ...

    def put(
        self,
        article: Article,
        entry: FileEntry,
        chunks: Sequence[Chunk],
        vectors: Sequence[tuple[bytes, Vectors]],
    ) -> None:
        """Add an article, or put it in the place of the one with its id.

        What was found in that one goes; with which others is known until it is compared again.
        `vectors` holds the digest and the vector, shape (dim,), of each chunk.
        """
        ...

    def remove(self, article_id: str) -> None:
        """Remove an article and its chunks everywhere; nothing happens when it is not there."""
        ...

    def note_compared(
        self, article_id: str, name: str, findings: Sequence[tuple[bytes, Finding]]
    ) -> None:
        """Note that the comparer `name` compared an article, and what it found.

        What another comparer found in the article goes. Of a finding that is there already the more
        confident one is kept; each comes with its digest. What is found in an article that is gone
        is passed over.
        """
        ...

    def finish_file(
        self, folder: str, file: str, signature: str, problems: Iterable[Problem]
    ) -> None:
        """Note that a file was read, with its problems."""
        ...

    def forget_file(self, folder: str, file: str) -> None:
        """Forget a file and its problems; its articles are removed one by one."""
        ...

    def forget_folder(self, folder: str) -> None:
        """Forget a folder with all its files and articles."""
        ...

    def drop_unused_vectors(self) -> None:
        """Forget the vectors that no chunk has any more."""
        ...


class Store(Protocol):
    """The replaceable part that keeps articles, chunks, vectors and the full-text index."""

    def reading(self) -> AbstractContextManager[Snapshot]:
        """Open a snapshot. It never waits for a writer."""
        ...

    def writing(self) -> AbstractContextManager[Transaction]:
        """Open a transaction: kept when the block ends, undone when it raises."""
        ...

    def close(self) -> None:
        """Let go of the files."""
        ...

"""Changes to a store that are gathered, embedded together and made in one transaction."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial

from index.arrays import Vectors
from index.chunk import lines_above, split
from index.encode import Encoder
from index.models import Article, Chunk
from index.store import FileEntry, Store, Transaction

Step = Callable[[Transaction], None]


class Batch:
    """Steps that are not made yet. An article is always one step, so none is ever half there."""

    def __init__(self, store: Store, encoder: Encoder) -> None:
        self._store = store
        self._encoder = encoder
        self._steps: list[Step] = []
        self._texts: dict[bytes, str] = {}
        self._vectors: Mapping[bytes, Vectors] = {}
        self.chunks = 0
        self.any = False  # whether there was ever a step

    def put(self, article: Article, entry: FileEntry) -> None:
        """Add an article, or put it in the place of the one with its id."""
        chunks = split(article, fits=self._encoder.fits)
        digests = []
        for text in _embedded_texts(article, chunks, self._encoder):
            digests.append(_digest(text))
            self._texts[digests[-1]] = text
        self.chunks += len(chunks)
        self.then(
            lambda transaction: transaction.put(
                article, entry, chunks, [(digest, self._vectors[digest]) for digest in digests]
            )
        )

    def then(self, step: Step) -> None:
        """Make `step` after those before it."""
        self._steps.append(step)
        self.any = True

    def write(self) -> None:
        """Make all steps, in one transaction."""
        if not self._steps:
            return
        self._vectors = self._embedded()
        with self._store.writing() as transaction:
            for step in self._steps:
                step(transaction)
        self._steps, self._texts, self._vectors, self.chunks = [], {}, {}, 0

    def _embedded(self) -> dict[bytes, Vectors]:
        """Return the vectors of the chunks to put, embedding only what never was."""
        with self._store.reading() as snapshot:
            vectors = snapshot.known_vectors(self._texts)
        new = [digest for digest in self._texts if digest not in vectors]
        encoded = self._encoder.encode([self._texts[digest] for digest in new])
        return vectors | dict(zip(new, encoded, strict=True))


def _embedded_texts(article: Article, chunks: list[Chunk], encoder: Encoder) -> Iterator[str]:
    """Yield what the encoder reads of each chunk: its words, under the title and the heading."""
    above = cache(partial(lines_above, article.title, fits=encoder.fits))
    for chunk in chunks:
        yield above(chunk.heading) + chunk.text


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()[:16]

"""A question -> the passages that may answer it."""

from collections.abc import Iterator, Sequence
from datetime import date

from index.asked import Asked
from index.fuse import ConvexFusion, Fusion
from index.library import Library
from index.load.fields import storable
from index.models import Article, Passage
from index.publishers import Publishers
from index.rerank import PartsReranker, Ranked, Reranker
from index.store import Snapshot, Where
from index.words import MOST_WORDS, any_of, content_words

CANDIDATES = 100  # From each side; further down hardly anything was relevant on MultiHop-RAG.


class Retriever:
    """Finds passages by meaning (FAISS) and by words (SQLite FTS5, BM25), fused and reranked.

    It sees what others add to the library, at the next search. A question that names publishers,
    days, or several things at once is answered part by part; see `index.rerank`.
    """

    def __init__(
        self,
        library: Library,
        *,
        fusion: Fusion | None = None,
        reranker: Reranker | None = None,
        candidates: int = CANDIDATES,
    ) -> None:
        self.library = library
        self._fusion = fusion or ConvexFusion()
        self._reranker = reranker or PartsReranker()
        self._candidates = candidates
        self._publishers: tuple[tuple[str | None, int], Publishers] | None = None

    def search(
        self,
        query: str,
        k: int = 5,
        *,
        publishers: Sequence[str] | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> list[Passage]:
        """Return at most `k` passages, best first, spread over articles.

        Args:
            query: A question or some words.
            k: How many passages to return, at least 1.
            publishers: Only articles of one of these; case is ignored. None takes all.
            since: Only articles published on this day or later, which leaves undated ones out.
            until: Only articles published on this day or earlier, likewise.

        Raises:
            ValueError: k is less than 1.
        """
        if k < 1:
            raise ValueError(f"k is {k}; ask for at least 1 passage")
        if not query.strip():
            return []
        where = Where(publishers=tuple(publishers or ()), since=since, until=until)
        query = storable(query)  # What cannot be stored cannot be found, and the encoder chokes.
        vector = self.library.encoder.encode([query])[0]
        limit = max(self._candidates, 2 * k)
        wanted = any_of(content_words(query)[:MOST_WORDS])
        with self.library.store.reading() as snapshot:
            dense = self.library.vectors.search(snapshot, vector, limit, where)
            lexical = snapshot.match(wanted, limit=limit, where=where)
            scores = self._fusion.fuse(dense, lexical)
            best_first = sorted(scores, key=lambda key: (-scores[key], key))
            found = [(scores[chunk.key], chunk) for chunk in snapshot.chunks(best_first)]
            asked = Asked.of(query, self._known_publishers(snapshot))
            ranked = self._reranker.rerank(asked, found, snapshot.texts)
            return list(_passages(snapshot, ranked[:k]))

    def understand(self, query: str) -> Asked:
        """Return a question taken apart by the publishers of the index, and the days, it names."""
        with self.library.store.reading() as snapshot:
            return Asked.of(storable(query), self._known_publishers(snapshot))

    def _known_publishers(self, snapshot: Snapshot) -> Publishers:
        """Return the publishers of this state of the store, which are read once for each."""
        state = snapshot.fact("identity"), snapshot.generation
        if self._publishers is None or self._publishers[0] != state:
            self._publishers = state, Publishers(snapshot.publishers())
        return self._publishers[1]


def _passages(snapshot: Snapshot, ranked: Sequence[Ranked]) -> Iterator[Passage]:
    articles: dict[str, Article] = {}
    for rank, (score, chunk) in enumerate(ranked, start=1):
        if chunk.article_id not in articles:
            articles[chunk.article_id] = snapshot.article(chunk.article_id)
        article = articles[chunk.article_id]
        yield Passage(
            article=article,
            span=chunk.span,
            text=chunk.span.of(article.text),
            heading=chunk.heading,
            score=min(1.0, max(0.0, score)),
            rank=rank,
        )

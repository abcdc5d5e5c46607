"""A question -> the passages that may answer it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from index.fuse import ConvexFusion, Fusion
from index.library import Library
from index.load.fields import storable
from index.models import Article, Passage
from index.store import Snapshot, StoredChunk, Where
from index.words import any_of, content_words

CANDIDATES = 100  # From each side; further down hardly anything was relevant on MultiHop-RAG.
SPREAD = 0.85  # What each further passage of one article counts; see tests/benchmarks/README.md.
MOST_WORDS = 64  # Of a question; a pasted page would ask the full-text index for everything.


class Retriever:
    """Finds passages by meaning (FAISS) and by words (SQLite FTS5, BM25), fused.

    It sees what others add to the library, at the next search.
    """

    def __init__(
        self, library: Library, *, fusion: Fusion | None = None, candidates: int = CANDIDATES
    ) -> None:
        self.library = library
        self._fusion = fusion or ConvexFusion()
        self._candidates = candidates

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
            found = snapshot.chunks(sorted(scores, key=lambda key: (-scores[key], key)))
            return list(_passages(snapshot, spread(found, scores)[:k]))


def spread(
    found: Sequence[StoredChunk], scores: Mapping[int, float], *, share: float = SPREAD
) -> list[tuple[float, StoredChunk]]:
    """Put the passages of one article further apart, so that none crowds out the others.

    The n-th best passage of an article scores `share` to the power n - 1 times as much.
    """
    seen: dict[str, int] = {}
    ranked: list[tuple[float, StoredChunk]] = []
    for chunk in found:
        before = seen.get(chunk.article_id, 0)
        seen[chunk.article_id] = before + 1
        ranked.append((scores[chunk.key] * share**before, chunk))
    return sorted(ranked, key=lambda pair: (-pair[0], pair[1].key))


def _passages(snapshot: Snapshot, ranked: Sequence[tuple[float, StoredChunk]]) -> Iterator[Passage]:
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

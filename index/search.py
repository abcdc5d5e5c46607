"""A question -> the passages that may answer it."""

from collections.abc import Iterator, Sequence
from datetime import date

from index.asked import Asked
from index.filters import Filter, find_filters
from index.fuse import AdaptiveFusion, Fusion
from index.library import Library
from index.load.fields import storable
from index.models import Article, Passage
from index.publishers import Publishers
from index.rerank import PartsReranker, Ranked, Reranker
from index.spelling import compounds, respelled
from index.store import Snapshot, Where
from index.typed import plain, question_in
from index.words import MOST_WORDS, any_of, content_words

CANDIDATES = 100  # From each side; further down hardly anything was relevant on MultiHop-RAG.


class Retriever:
    r"""Finds passages by meaning (FAISS) and by words (SQLite FTS5, BM25), fused and reranked.

    It sees what others add to the library, at the next search. A question that names publishers,
    days, or several things at once is answered part by part; see `index.rerank`. Threads may share
    one.

    >>> from datetime import date
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> home = TemporaryDirectory()
    >>> news = Path(home.name, "news")
    >>> news.mkdir()
    >>> for name, publisher, day, text in [
    ...     ("ferry", "Harbour Times", "2026-03-04", "The Astrid ran aground. She sails Friday."),
    ...     ("rescue", "Coast Daily", "2026-03-06", "The Astrid was refloated. She sails Sunday."),
    ... ]:
    ...     front = f"---\npublisher: {publisher}\ndate: {day}\n---\n"
    ...     length = Path(news, f"{name}.md").write_text(front + text)
    >>> library = Library.open(Path(home.name, "index"))
    >>> library.sync(news).added
    ('ferry', 'rescue')

    At most `k` passages come back, best first, and each knows its place in its article:

    >>> retriever = Retriever(library)
    >>> (passage,) = retriever.search("Who refloated the Astrid?", k=1)
    >>> passage.rank, passage.article.id, passage.article.publisher
    (1, 'rescue', 'Coast Daily')
    >>> passage.text
    'The Astrid was refloated. She sails Sunday.'
    >>> start, end = passage.span.start, passage.span.end
    >>> passage.article.text[start:end] == passage.text
    True

    Filters leave the other articles out:

    >>> (passage,) = retriever.search("When does she sail?", publishers=["harbour times"])
    >>> passage.article.id
    'ferry'
    >>> (passage,) = retriever.search("When does she sail?", since=date(2026, 3, 5))
    >>> passage.article.id
    'rescue'
    >>> retriever.search("When does she sail?", until=date(2026, 3, 3))
    []

    >>> library.close()
    >>> home.cleanup()
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
        self._fusion = fusion or AdaptiveFusion()
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
            publishers: Only articles that one of these published, or published first; case is
                ignored. None takes all.
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
        typed = question_in(storable(query))  # What cannot be stored cannot be found or encoded.
        limit = max(self._candidates, 2 * k)
        with self.library.store.reading() as snapshot:
            query, dense = self._by_meaning(snapshot, plain(typed), limit, where)
            wanted = _wanted(query, typed, snapshot)
            lexical = snapshot.match(any_of(wanted), limit=limit, where=where)
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

    def filters(self, query: str) -> tuple[Filter, ...]:
        """Return what the query says of whose articles to search, and of which days.

        `search` does not heed it: see `index.filters.where`.
        """
        with self.library.store.reading() as snapshot:
            return find_filters(query, self._known_publishers(snapshot))

    def _by_meaning(
        self, snapshot: Snapshot, query: str, limit: int, where: Where
    ) -> tuple[str, dict[int, float]]:
        """Return the question as it is understood, and the chunks nearest to that."""
        found = self._nearest(snapshot, query, limit, where)
        meant = respelled(query, snapshot, found)
        return meant, found if meant == query else self._nearest(snapshot, meant, limit, where)

    def _nearest(
        self, snapshot: Snapshot, query: str, limit: int, where: Where
    ) -> dict[int, float]:
        vector = self.library.encoder.encode([query])[0]
        return self.library.vectors.search(snapshot, vector, limit, where)

    def _known_publishers(self, snapshot: Snapshot) -> Publishers:
        """Return the publishers of this state of the store, which are read once for each."""
        state = snapshot.fact("identity"), snapshot.generation
        if self._publishers is None or self._publishers[0] != state:
            self._publishers = state, Publishers(snapshot.publishers())
        return self._publishers[1]


def _wanted(query: str, typed: str, snapshot: Snapshot) -> list[str]:
    """Return the words to look for: those that were meant, and what an article may have instead."""
    some = [*content_words(query), *compounds(query, snapshot), *content_words(typed)]
    return list(dict.fromkeys(some))[:MOST_WORDS]


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

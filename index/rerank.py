"""The passages that both sides found, in a better order. What orders them is replaceable."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Protocol

from index.asked import Asked, Part
from index.overlap import overlaps
from index.store import StoredChunk, StoredText

READ = 100  # Passages that are looked at closely; more of them found no more on MultiHop-RAG.
SPREAD = 0.85  # What each further passage of one article counts; see tests/benchmarks/README.md.

# How much it counts how well a passage suits the whole question and its best clause, and whether it
# is by the publisher and of the day that a part of the question names. They sum to 1. Chosen on one
# half of the questions of MultiHop-RAG; each can be a third more or less. See tests/benchmarks.
WHOLE, CLAUSE, PUBLISHER, PERIOD = 0.3, 0.2, 0.3, 0.2

Ranked = tuple[float, StoredChunk]
"""A chunk with its score, from 0 to 1."""

Texts = Callable[[Sequence[int]], Mapping[int, StoredText]]
"""Returns what chunks say, and whose they are, by their keys."""

_Read = tuple[float, StoredChunk, StoredText]


class Reranker(Protocol):
    """The replaceable part that orders what was found by a closer look."""

    def rerank(self, asked: Asked, found: Sequence[Ranked], texts: Texts) -> list[Ranked]:
        """Return the chunks best first, with scores from 0 to 1 that nowhere rise.

        Args:
            asked: The question, taken apart.
            found: By the score of the fusion, best first.
            texts: What to read; it need not be called, and takes longer for more chunks.
        """
        ...


class PartsReranker:
    """Gives every part of a question its places, and prefers the sources and days it names.

    There is a ranking for each source that a part names; they take turns, the one with the best
    passage first. Where no source is named, passages are spread over articles. A question that is
    plain, or names no source or day of what was found, keeps its order but for that: a claim of
    several clauses is found best as a whole.
    """

    def __init__(self, *, share: float = SPREAD) -> None:
        self.share = share

    def rerank(self, asked: Asked, found: Sequence[Ranked], texts: Texts) -> list[Ranked]:
        """Return the chunks best first; a score is no higher than the one before it."""
        if asked.is_plain:
            return spread(found, share=self.share)
        known = texts([chunk.key for _, chunk in found[:READ]])
        read = [(score, chunk, known[chunk.key]) for score, chunk in found if chunk.key in known]
        if not any(_is_named(part, text) for part in asked.parts for *_, text in read):
            return spread(found, share=self.share)
        clauses = [clause for part in asked.parts for clause in part.clauses]
        said = overlaps(clauses, [text.text for *_, text in read])
        rankings = [
            ranking if part.publishers else spread(ranking, share=self.share)
            for part in asked.parts
            for ranking in _rankings(part, read, said)
        ]
        rankings.sort(key=lambda ranking: -ranking[0][0] if ranking else 0.0)
        unread = [(WHOLE * score, chunk) for score, chunk in found if chunk.key not in known]
        return list(_falling([*_in_turn(rankings), *unread]))


def spread(found: Sequence[Ranked], *, share: float = SPREAD) -> list[Ranked]:
    """Put the passages of one article further apart, so that none crowds out the others.

    The n-th best passage of an article scores `share` to the power n - 1 times as much.
    """
    seen: dict[str, int] = {}
    ranked: list[Ranked] = []
    for score, chunk in found:
        before = seen.get(chunk.article_id, 0)
        seen[chunk.article_id] = before + 1
        ranked.append((score * share**before, chunk))
    return _best_first(ranked)


def _is_named(part: Part, text: StoredText) -> bool:
    by_name = any(text.publisher in publishers for publishers in part.publishers)
    return by_name or any(period.holds(text.published) for period in part.periods)


def _rankings(
    part: Part, read: Sequence[_Read], said: Mapping[str, Sequence[float]]
) -> Iterator[list[Ranked]]:
    """Yield a ranking for each source that the part names, or one if it names none."""
    clauses = [max(shares) for shares in zip(*(said[one] for one in part.clauses), strict=True)]
    for publishers in part.publishers or (frozenset[str](),):
        yield _best_first(
            (
                WHOLE * score
                + CLAUSE * clause
                + PUBLISHER * (text.publisher in publishers)
                + PERIOD * any(period.holds(text.published) for period in part.periods),
                chunk,
            )
            for (score, chunk, text), clause in zip(read, clauses, strict=True)
        )


def _best_first(ranked: Iterable[Ranked]) -> list[Ranked]:
    return sorted(ranked, key=lambda pair: (-pair[0], pair[1].key))


def _in_turn(rankings: Sequence[Sequence[Ranked]]) -> Iterator[Ranked]:
    """Yield the first of each ranking, then the second, and so on; each chunk once."""
    seen = set()
    for row in zip_longest(*rankings):
        for one in row:
            if one is not None and one[1].key not in seen:
                seen.add(one[1].key)
                yield one


def _falling(ranked: Iterable[Ranked]) -> Iterator[Ranked]:
    """Yield them in their order, each with a score that is no higher than the one before."""
    least = 1.0
    for score, chunk in ranked:
        least = min(least, score)
        yield least, chunk

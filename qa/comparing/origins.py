"""Which articles are the same text printed again: a wire story, a copy."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from index.models import Article
from index.words import words
from qa.english.terms import overlap

SHINGLE = 5  # words; the usual length for near-duplicates of news
SAME = 0.5  # Jaccard similarity of shingles: a reprint with a new opening and a cut end has more.


def count_origins(articles: Sequence[Article]) -> int:
    """Return how many independent texts these articles are.

    Source: w-shingling, Broder 1997, doi:10.1109/SEQUEN.1997.666900.
    """
    groups: list[list[frozenset[str]]] = []
    for article in articles:
        shingles = _shingles(article.text)
        near = [group for group in groups if any(_is_same(shingles, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([shingles, *(other for group in near for other in group)])
    return len(groups)


def _is_same(a: frozenset[str], b: frozenset[str]) -> bool:
    return overlap(a, b) >= SAME


@lru_cache(maxsize=512)
def _shingles(text: str) -> frozenset[str]:
    return frozenset(_runs(words(text)))


def _runs(found: Sequence[str]) -> Iterable[str]:
    if len(found) < SHINGLE:
        return [" ".join(found)]
    return (" ".join(found[i : i + SHINGLE]) for i in range(len(found) - SHINGLE + 1))

"""What other retrieval frameworks are told about a passage besides its words."""

from index.models import Passage

Metadata = dict[str, str | int | float | None]
"""Plain values only, so that any store of such a framework can keep them."""


def metadata(passage: Passage) -> Metadata:
    """Return where a passage stands and who published it when.

    `article.text[start:end]` is the passage. `published` is a date ("2026-03-01") or None; `score`
    is between 0 and 1, and 1 is best.
    """
    article = passage.article
    return {
        "article_id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "url": str(article.url) if article.url else None,
        "start": passage.span.start,
        "end": passage.span.end,
        "score": passage.score,
        "rank": passage.rank,
    }


def passage_id(passage: Passage) -> str:
    """Return an id that no other passage of the library has: the article's, and the offsets."""
    return f"{passage.article.id}:{passage.span.start}-{passage.span.end}"

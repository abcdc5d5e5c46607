"""A span of an article -> Citation."""

from index.models import ARTICLES, Article, Span
from qa.models import Citation


def cite(article: Article, span: Span) -> Citation:
    """Return the citation of the characters of `article` in `span`.

    Raises:
        ValueError: the span reaches past the end of the article.
    """
    return Citation.model_validate(
        {
            "article_id": article.id,
            "title": article.title,
            "publisher": article.publisher,
            "published": article.published,
            "url": article.url,
            "quote": span.of(article.text),
            "start": span.start,
            "end": span.end,
        },
        context={ARTICLES: lambda _: article},
    )

"""Which articles a search looks at, as SQL."""

from index.store import Where

ORIGIN = "json_extract(articles.record, '$.origin')"
"""Who published an article first; NULL where nobody else did."""
_ORIGIN_FOLDED = f"casefold(coalesce({ORIGIN}, ''))"


def condition_of(where: Where) -> tuple[str, list[str]]:
    """Return SQL about `articles`, and its values. An undated article is in no range."""
    parts, values = ["1"], []
    if where.publishers:
        marks = ",".join("?" * len(where.publishers))
        parts.append(
            f"(casefold(articles.publisher) IN ({marks}) OR {_ORIGIN_FOLDED} IN ({marks}))"
        )
        values += 2 * [publisher.casefold() for publisher in where.publishers]
    if where.since:
        parts.append("articles.published >= ?")
        values.append(where.since.isoformat())
    if where.until:
        parts.append("articles.published <= ?")
        values.append(where.until.isoformat())
    return " AND ".join(parts), values

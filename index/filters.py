"""What a question says of whose articles to search, and of which days."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from pydantic import Field

from index.asked import LONGEST
from index.attribution import attributed
from index.models import Record
from index.publication import published
from index.publishers import Publishers
from index.store import Where

FilterKind = Literal["publisher", "since", "until"]
"""publisher: articles that it published, or published first. since, until: articles published on
this day or later, or on it or earlier, which leaves undated ones out."""

FilterState = Literal["applied", "unmatched", "removed"]
"""applied: only such articles were searched. unmatched: no such article answers, so others were
searched too. removed: the user asked to do without it."""


class Filter(Record):
    """A restriction of the articles to search, as some words of the question ask for it.

    Several may come of the same words: "in May 2024" is both `since` and `until`, and "the Post"
    may be two publishers. Of several publishers the articles of any are searched.
    """

    kind: FilterKind
    value: str = Field(description="The publisher as the index names it, or a day: 2023-10-01.")
    words: str = Field(min_length=1, description="Its exact words in the question.")
    state: FilterState = "applied"


def find_filters(text: str, publishers: Publishers) -> tuple[Filter, ...]:
    """Return the filters that a question names, publishers first.

    A name or a day that is part of what is asked is none; see `index.attribution` and
    `index.publication`.

    >>> known = Publishers(["Ferry Post"])
    >>> for found in find_filters("What has the Ferry Post said since May 2024?", known):
    ...     print(found.kind, found.value, "-", found.words)
    publisher Ferry Post - the Ferry Post
    since 2024-05-01 - since May 2024
    """
    text = text[:LONGEST]
    sources = attributed(text, publishers)
    named: dict[str, str] = {}
    for mention in (mention for group in sources for mention in group):
        for publisher in sorted(mention.publishers):
            named.setdefault(publisher, text[mention.start : mention.end])
    found = [Filter(kind="publisher", value=name, words=words) for name, words in named.items()]
    if window := published(text, sources):
        words = text[window.start : window.end]
        if window.since:
            found.append(Filter(kind="since", value=window.since.isoformat(), words=words))
        if window.until:
            found.append(Filter(kind="until", value=window.until.isoformat(), words=words))
    return tuple(found)


def where(filters: Sequence[Filter]) -> Where:
    """Return which articles the filters that are applied leave."""
    applied = [one for one in filters if one.state == "applied"]
    days = {one.kind: date.fromisoformat(one.value) for one in applied if one.kind != "publisher"}
    return Where(
        publishers=tuple(one.value for one in applied if one.kind == "publisher"),
        since=days.get("since"),
        until=days.get("until"),
    )

"""What the comparer of a library found -> conflicts that a person reads, ranked and grouped."""

import unicodedata
from collections.abc import Collection, Iterable
from contextlib import suppress
from functools import cache
from typing import NamedTuple

from pydantic import Field

from index.errors import UnknownArticle
from index.library import Library
from index.models import ArticleLookup, Finding, Record
from index.words import content_words
from qa.cite import cite
from qa.models import Conflict, Kind
from qa.unasked.sides import Joined, Opposed, Said, join

ALIKE = 0.5  # Of the names of two subjects, shared. One name in common may be in every article.


class Difference(Record):
    """How two places differ: what stands as JSON in `Finding.record`."""

    kind: Kind
    about: str = Field(min_length=1)
    subject: tuple[str, ...] = ()


def conflicts(library: Library, *, among: Collection[Finding] | None = None) -> list[Conflict]:
    """Return the conflicts between the articles of a library.

    Those that warn come before notes, the most confident first.

    Findings that say the same against the same, as with a reprint of either article, are one. What
    cannot be shown is left out: a finding that is gone by now, and one whose record another program
    wrote.

    Args:
        library: A library with a comparer; without one there is none.
        among: Return what these findings alone tell, for example those of a `SyncReport`: a reprint
            of what is known tells nothing. None takes all.
    """
    if library.comparer is None:
        return []
    ids = None if among is None else {s.article_id for finding in among for s in finding.sides}
    with library.store.reading() as snapshot:  # Findings and articles of one moment fit together.
        found = snapshot.findings(library.comparer.name, articles=ids)
        article = cache(snapshot.article)
        told = [one for finding in found if (one := _told(finding, article))]
    wanted = set(found if among is None else among)
    ranked = [
        _conflict(told[joined.members[0]], joined)
        for joined in join(one.opposed for one in told)
        if all(told[member].finding in wanted for member in joined.members)
    ]
    return sorted(ranked, key=lambda conflict: not conflict.warns)


def by_subject(ranked: Iterable[Conflict]) -> list[list[Conflict]]:
    """Group conflicts that speak of the same names, in the order of the first of each group.

    A conflict joins the first group whose first conflict shares half of its names or more. Those
    that name nothing stand together.
    """
    groups: list[tuple[frozenset[str], list[Conflict]]] = []
    for conflict in ranked:
        names = frozenset(name.casefold() for name in conflict.subject)
        group = next((group for others, group in groups if _are_alike(names, others)), None)
        if group is None:
            group = []
            groups.append((names, group))
        group.append(conflict)
    return [group for _, group in groups]


def matching(
    ranked: Iterable[Conflict], *, kinds: Collection[Kind] = (), about: str = ""
) -> list[Conflict]:
    """Return the conflicts of these kinds, if any are named, that hold every word of `about`.

    The words may stand in what either side says, in its title or in the name of its publisher.
    Case and accents do not matter.
    """
    wanted = content_words(_plain(about))
    return [
        conflict
        for conflict in ranked
        if (not kinds or conflict.kind in kinds)
        and all(word in _searched(conflict) for word in wanted)
    ]


class _Told(NamedTuple):
    """A finding, and what it tells."""

    finding: Finding
    difference: Difference
    opposed: Opposed


def _told(finding: Finding, article: ArticleLookup) -> _Told | None:
    with suppress(ValueError, UnknownArticle):  # pydantic's error is a ValueError.
        difference = Difference.model_validate_json(finding.record)
        one, other = (
            Said(article(side.article_id), cite(article(side.article_id), side.span))
            for side in finding.sides
        )
        return _Told(finding, difference, Opposed(difference.about, (one, other)))
    return None


def _conflict(first: _Told, joined: Joined) -> Conflict:
    support = joined.support
    return Conflict(
        kind=first.difference.kind,
        about=first.difference.about,
        subject=first.difference.subject,
        confidence=first.finding.confidence,
        sides=(support[0].citations[0], support[1].citations[0]),
        support=support,
    )


def _are_alike(names: frozenset[str], others: frozenset[str]) -> bool:
    return names == others or len(names & others) >= ALIKE * len(names | others)


def _searched(conflict: Conflict) -> str:
    sources = [text for one in conflict.citations for text in (one.quote, one.title, one.publisher)]
    return _plain(" ".join([conflict.about, *conflict.subject, *sources]))


def _plain(text: str) -> str:
    """Return a text without case and accents.

    >>> _plain("Citroën, GÖTEBORG")
    'citroen, goteborg'
    """
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))

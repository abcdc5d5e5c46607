"""Conflicts -> matters: what several sources say of one thing, and who stands alone with it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from textwrap import shorten
from typing import NamedTuple

from index.models import UNKNOWN_PUBLISHER
from index.words import content_words
from qa.english.terms import stem
from qa.models import Citation, Conflict, Kind, Support
from qa.telling.change import are_opposed, stance
from qa.unasked.stated import SAID_ANYWHERE
from qa.values import find_values
from ui.differing import differing, told_apart

MOST_WORDS = 4  # Of what a matter is about, beside its names; enough to tell it from its neighbour.
SHORT = 40  # characters of what one source says
SHORT_TITLE = 36  # characters; beside a row of the table it only has to tell articles apart
STANCES = {"change": "says it changed", "continuity": "says it stays"}
OTHERWISE = "says otherwise"


class Saying(NamedTuple):
    """What one source says: in short, and where."""

    short: str
    citation: Citation


class Matter(NamedTuple):
    """One thing that sources differ on: conflicts that have a quote in common."""

    subject: str
    about: str
    kind: Kind
    said: Mapping[str, Sequence[Saying]]
    """By the name of the source."""
    alone: str | None
    """The source that two or more others are at odds with, and none of them with another.

    Others that have one origin are no more than one.
    """


def source_name(citation: Citation) -> str:
    """Return what a source is called: by its publisher, or by its title where that is not known."""
    if citation.publisher != UNKNOWN_PUBLISHER:
        return citation.publisher
    return f"“{shorten(citation.title, SHORT_TITLE, placeholder='…')}”"


def link(ranked: Iterable[Conflict]) -> list[list[Conflict]]:
    """Put conflicts together that share a quote, directly or through others.

    What most sources speak of comes first, then the most confident.
    """
    groups: list[list[Conflict]] = []
    group_of: dict[Citation, list[Conflict]] = {}
    for conflict in ranked:
        met = [group_of[quote] for quote in conflict.citations if quote in group_of]
        group = met[0] if met else []
        if not met:
            groups.append(group)
        group.append(conflict)
        for other in {id(other): other for other in met if other is not group}.values():
            group += other
            groups.remove(other)
        group_of |= {quote: group for one in group for quote in one.citations}
    return sorted(groups, key=lambda group: -len(_sources(group)))


def _sources(linked: Iterable[Conflict]) -> set[str]:
    return {name for conflict in linked for side in conflict.support for name in _names(side)}


def _names(side: Support) -> set[str]:
    return {source_name(citation) for citation in side.citations}


def matter(linked: Sequence[Conflict]) -> Matter:
    """Return what the sources of linked conflicts say; the first of them says what it is about."""
    first = linked[0]
    said: dict[str, dict[Citation, Saying]] = {}
    for conflict in linked:
        for side, other in zip(conflict.support, conflict.sides[::-1], strict=True):
            for own in side.citations:
                sayings = said.setdefault(source_name(own), {})
                sayings.setdefault(own, Saying(_short(own, other, conflict.about), own))
    return Matter(
        subject=", ".join(first.subject),
        about=_about(first),
        kind=first.kind,
        said={name: tuple(sayings.values()) for name, sayings in said.items()},
        alone=_alone(linked),
    )


def _short(own: Citation, other: Citation, about: str) -> str:
    """Return what sets one side apart: its value, that it changed or stays, or its own words."""
    for value in find_values(own.quote, own.published):
        if " ".join(value.text.split()) in about and value.text not in other.quote:
            return value.text
    if told := told_apart(own.quote, other.quote, about):
        return told[0].of(own.quote)
    if are_opposed(own.quote, other.quote):
        return STANCES[str(stance(own.quote))]
    apart = (span.of(own.quote) for span in differing(own.quote, other.quote))
    return next((run for run in apart if len(run) <= SHORT), OTHERWISE)


def _about(conflict: Conflict) -> str:
    """Return the words, beside the names, that both sides have: the newest side's, in its order."""
    named = {stem(word) for name in conflict.subject for word in content_words(name)}
    first, second = (content_words(side.quote) for side in conflict.sides)
    shared = {stem(word) for word in second if not word[0].isdigit()} - named - SAID_ANYWHERE
    return " ".join([word for word in first if stem(word) in shared][:MOST_WORDS])


def _alone(linked: Iterable[Conflict]) -> str | None:
    """Return the source that all conflicts are with, where two origins or more are against it."""
    pairs: set[frozenset[str]] = set()
    against: Counter[str] = Counter()
    for conflict in linked:
        for side, other in (conflict.support, conflict.support[::-1]):
            against.update(dict.fromkeys(_names(side), other.origins))
            pairs |= {frozenset({own, its}) for own in _names(side) for its in _names(other)}
    between = [pair for pair in pairs if len(pair) == 2]
    found = next(iter(frozenset.intersection(*between)), None) if len(between) > 1 else None
    return found if found and against[found] > 1 else None

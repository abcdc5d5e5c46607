"""The records of the loader: what a format reads, and what becomes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from index.models import Article, Failure, Record

MAX_CHARACTERS = 2_000_000
"""The most one article may hold. The longest reports in newspapers stay below 200,000; a file ten
times that is a dump of many articles, and one citation into it would help nobody."""


class Found(Record):
    """What lies in a folder of articles, and below it."""

    files: tuple[Path, ...] = ()
    """The files to read, each as `folder / path below it`, sorted."""
    failures: tuple[Failure, ...] = ()
    """Folders that cannot be read, links that lead nowhere or loop, broken `sources.toml` files."""
    warnings: tuple[Failure, ...] = ()
    """What a `sources.toml` says that is not understood."""


class Loaded(Record):
    """What was read of one file: its articles, and a line for each thing that went wrong."""

    articles: tuple[Article, ...] = ()
    failures: tuple[Failure, ...] = ()
    """What was not read."""
    warnings: tuple[Failure, ...] = ()
    """What was read, but not as it stands: an unreadable date, an address that is none."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as a file states it: not checked yet. Every format makes these."""

    text: str
    said: Mapping[str, object] = field(default_factory=dict)
    """Values by the names in `fields.FIELDS`, as they stand in the file."""
    id: str | None = None
    """The record's own id."""
    place: str = ""
    """Where in the file: ":12" is line 12, "#3" the third record, "" the whole file."""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Flaw:
    """A record of a file that is no article."""

    place: str
    """As in `Draft`."""
    reason: str

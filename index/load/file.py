"""A file -> its articles."""

from collections.abc import Iterator
from pathlib import Path

from index.errors import LoadError
from index.load.build import build
from index.load.fields import storable
from index.load.formats import FORMATS, format_of
from index.load.raw import below, plainly
from index.load.records import Draft, Flaw, Loaded
from index.load.sources import known
from index.models import Failure

MOST_LINES = 100  # failures or warnings of one file; a broken dump would have millions


def read_file(path: Path, *, folder: Path) -> Loaded:
    """Read the articles of one file of a folder.

    Bad input never raises: it becomes a line in `failures` (not read) or `warnings` (read, but not
    as it stands). A file that was a dump gets at most `MOST_LINES` of each, and one that counts
    the rest.
    """
    parts = list(iter_file(path, folder=folder))
    return Loaded(
        articles=tuple(article for part in parts for article in part.articles),
        failures=tuple(failure for part in parts for failure in part.failures),
        warnings=tuple(warning for part in parts for warning in part.warnings),
    )


def iter_file(path: Path, *, folder: Path) -> Iterator[Loaded]:
    """Yield what `read_file` returns record by record, for files larger than the memory."""
    where = below(path, folder)
    failures, warnings = _Lines(where, "not read"), _Lines(where, "read with a flaw")
    for part in _parts(path, folder, where):
        yield Loaded(
            articles=part.articles,
            failures=failures.let_through(part.failures),
            warnings=warnings.let_through(part.warnings),
        )
    if failures.held_back or warnings.held_back:
        yield Loaded(failures=failures.rest(), warnings=warnings.rest())


class _Lines:
    """Lets the first `MOST_LINES` through and counts the others."""

    def __init__(self, where: str, what: str) -> None:
        self._where, self._what = where, what
        self._seen = 0

    @property
    def held_back(self) -> int:
        return max(0, self._seen - MOST_LINES)

    def let_through(self, lines: tuple[Failure, ...]) -> tuple[Failure, ...]:
        room = max(0, MOST_LINES - self._seen)
        self._seen += len(lines)
        return lines[:room]

    def rest(self) -> tuple[Failure, ...]:
        if not self.held_back:
            return ()
        reason = f"{self.held_back:,} more were {self._what}; mend those above first"
        return (Failure(where=self._where, reason=reason),)


def _parts(path: Path, folder: Path, where: str) -> Iterator[Loaded]:
    read = format_of(path.name)
    if read is None:
        yield _failed(where, f"has no known format; known are {', '.join(FORMATS)}")
        return
    seen: dict[str, str] = {}
    try:
        for item in read(path):
            yield _part(item, path, folder, seen)
    except LoadError as error:
        yield _failed(where, str(error))
    except OSError as error:
        yield _failed(where, plainly(error))
    except Exception as error:  # A fault in the parser of one file must not stop the others.
        told = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        yield _failed(where, f"cannot be read ({told}); save it in another format")


def _part(item: Draft | Flaw, path: Path, folder: Path, seen: dict[str, str]) -> Loaded:
    """Return what becomes of one record; `seen` holds the places of the ids so far."""
    name = below(path, folder)
    where = name + item.place
    if isinstance(item, Flaw):
        return _failed(where, item.reason)
    own_id = item.id or name.removesuffix(path.suffix) + item.place.replace(":", "#")
    if own_id in seen:
        taken = f"id {own_id!r} is taken by {name}{seen[own_id]}"
        return _failed(where, f"{taken}; ids must be unique: give this record another")
    part = build(item, id=own_id, where=where, known=known(path, folder, own_id))
    if part.articles:
        seen[own_id] = item.place
    return part


def _failed(where: str, reason: str) -> Loaded:
    return Loaded(failures=(Failure(where=where, reason=storable(reason)),))

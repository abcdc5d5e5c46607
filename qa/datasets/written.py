"""Files that are written to learn from or to measure with: how they are read, what is held out."""

import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from index.models import Span

HELD_OUT = 10  # per cent of what is in them, to measure on

T = TypeVar("T")


class LineError(ValueError):
    """A line of a file cannot be understood."""


def parsed(folder: Path, parse: Callable[[str], Iterable[T]]) -> list[T]:
    """Return what `parse` makes of the text of every file of a folder.

    Raises:
        LineError: a line of a file cannot be understood; the message names both.
    """
    found: list[T] = []
    for path in sorted(folder.glob("*.txt")):
        try:
            found += parse(path.read_text(encoding="utf-8"))
        except LineError as error:
            raise LineError(f"{path.name}: {error}") from error
    return found


def parts(text: str, *, begins: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the parts of a text, the first line of each and the others, without those left empty.

    Args:
        text: What is taken apart.
        begins: How the first line of a part begins; what stands before any is a part as well.
    """
    for part in re.split(rf"^(?={re.escape(begins)})", text, flags=re.MULTILINE):
        lines = [line.strip() for line in part.splitlines() if line.strip()]
        if lines:
            yield lines[0], lines[1:]


def is_held_out(name: str) -> bool:
    """Return whether what bears a name is kept for measuring, decided by its checksum."""
    return zlib.crc32(name.encode()) % 100 < HELD_OUT


def places(text: str, words: str) -> list[Span]:
    """Return where words stand in a text, not as part of longer ones.

    >>> [place.start for place in places("2 of 12, or 2", "2")]
    [0, 12]
    """
    found = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    return [Span(start=match.start(), end=match.end()) for match in found]

"""Folders of files that are written to learn from: how they are read, and what is held out."""

import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

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


def is_held_out(name: str) -> bool:
    """Return whether what bears a name is kept for measuring, decided by its checksum."""
    return zlib.crc32(name.encode()) % 100 < HELD_OUT

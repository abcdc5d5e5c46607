"""The claims of `statements`: what a sentence of news bears out, what it denies, and neither."""

import zlib
from collections.abc import Iterator
from pathlib import Path

from qa.datasets.pairs import LABELS, Pair

FOLDER = Path(__file__).parent / "statements"
HELD_OUT = 10  # per cent of the passages, to measure on
SOURCE = "statements"

_MARKS = {"= ": "entailment", "! ": "contradiction", "~ ": "neutral"}


class StatementError(ValueError):
    """A line of a file of claims cannot be understood."""


def pairs(folder: Path = FOLDER) -> tuple[list[Pair], list[Pair]]:
    """Read all files of a folder: what to learn from, and what is held out, by the headline.

    Raises:
        StatementError: a line of a file cannot be understood; the message names both.
    """
    found: list[Pair] = []
    for path in sorted(folder.glob("*.txt")):
        try:
            found += parse(path.read_text(encoding="utf-8"))
        except StatementError as error:
            raise StatementError(f"{path.name}: {error}") from error
    return [p for p in found if not _is_held_out(p)], [p for p in found if _is_held_out(p)]


def parse(text: str) -> Iterator[Pair]:
    """Yield the pairs of a file; `qa/training/statements/README.md` says how they are written."""
    title = sentence = ""
    for line in filter(None, map(str.strip, text.splitlines())):
        mark, rest = line[:2], line[2:].strip()
        if line.startswith("== "):
            title, sentence = line[3:], ""
        elif mark == "> " and title:
            sentence = rest
        elif mark in _MARKS and sentence:
            yield Pair(sentence, rest, LABELS.index(_MARKS[mark]), SOURCE, title)
        else:
            raise StatementError(f"not understood: {line!r}")


def _is_held_out(pair: Pair) -> bool:
    return zlib.crc32(pair.title.encode()) % 100 < HELD_OUT

"""The claims of `statements`: what a sentence of news bears out, what it denies, and neither."""

from collections.abc import Iterator
from pathlib import Path

from qa.datasets.pairs import LABELS, Pair
from qa.datasets.written import LineError, is_held_out, parsed

FOLDER = Path(__file__).parent / "statements"
SOURCE = "statements"

_MARKS = {"= ": "entailment", "! ": "contradiction", "~ ": "neutral"}


def pairs(folder: Path = FOLDER) -> tuple[list[Pair], list[Pair]]:
    """Read all files of a folder: what to learn from, and what is held out, by the headline.

    Raises:
        LineError: a line of a file cannot be understood; the message names both.
    """
    found = parsed(folder, parse)
    held = [pair for pair in found if is_held_out(pair.title)]
    return [pair for pair in found if not is_held_out(pair.title)], held


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
            raise LineError(f"not understood: {line!r}")

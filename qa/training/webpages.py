"""Questions on prose -> the same on what is left of a page of the web: menus, notes, tokens.

What is put in stands around sentences, never in an answer.
"""

import random
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from index.models import Span
from qa.training.examples import Asked

CLUTTER = Path(__file__).parent / "clutter.txt"
MOST = 4  # lines of clutter before a passage, and after it
BETWEEN = 0.12  # Of the ends of sentences, those that clutter follows.
NOTED = 0.25  # Of them, those with the number of a note.
TOKENS = 0.3  # Of passages, those whose words and marks stand apart, as a corpus has them.
FLAT = 0.5  # Of passages, those whose lines are run together.

_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_MARK = re.compile(r"(?<=\w)([,;:.!?)\]%]|'s\b|n't\b)(?=[\s.,;:!?)\]]|$)|([(\[])(?=\w)")


@lru_cache(maxsize=1)
def clutter() -> list[str]:
    """Return the lines that stand around the text of pages."""
    return CLUTTER.read_text(encoding="utf-8").splitlines()


def cluttered(asked: Asked, rng: random.Random) -> Asked:
    """Return a question on a passage with what a page of the web has around and in it."""
    first, last = (asked.answer.start, asked.answer.end) if asked.answer else (0, 0)
    parts = [asked.passage[:first], asked.passage[first:last], asked.passage[last:]]
    for change in _changes(rng):
        parts = [change(part) for part in parts]
    parts[0] = _strewn(parts[0], rng)
    parts[2] = _strewn(parts[2], rng)
    gap = rng.choice("\n ")
    before, after = (gap.join(rng.sample(clutter(), rng.randint(0, MOST))) for _ in range(2))
    parts[0] = f"{before}{gap}{parts[0]}" if before else parts[0]
    parts[2] = f"{parts[2]}{gap}{after}" if after else parts[2]
    start = len(parts[0])
    moved = Span(start=start, end=start + len(parts[1])) if asked.answer else None
    return asked._replace(passage="".join(parts), answer=moved)


def _changes(rng: random.Random) -> list[Callable[[str], str]]:
    changes: list[Callable[[str], str]] = []
    if rng.random() < TOKENS:
        changes.append(tokens)
    if rng.random() < FLAT:
        changes.append(lambda part: re.sub(r"\s*\n\s*", " ", part))
    return changes


def tokens(text: str) -> str:
    r"""Return a text with its words and marks apart.

    >>> tokens('He said (twice): "It\'s done."')
    "He said ( twice ): `` It 's done . ''"
    """
    text = re.sub(r'(^|[\s(\[])["“]', r"\1`` ", text)
    text = re.sub(r'["”]', " ''", text)
    return _MARK.sub(lambda found: f" {found[1]}" if found[1] else f"{found[2]} ", text)


def _strewn(text: str, rng: random.Random) -> str:
    """Put notes and lines of clutter at some ends of sentences."""

    def between(end: re.Match[str]) -> str:
        note = f"[{rng.randint(1, 60)}]" if rng.random() < NOTED else ""
        line = f" {rng.choice(clutter())}" if rng.random() < BETWEEN else ""
        return f"{note}{line}{end.group()}"

    return _END.sub(between, text)

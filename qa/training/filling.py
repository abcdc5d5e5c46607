"""A sentence of a story -> the sentence with its things filled in."""

import random
import re
from collections.abc import Mapping
from typing import NamedTuple

from index.models import Span
from qa.training.story import SLOT
from qa.training.things import Drawn, another, are_alike


class Sentence(NamedTuple):
    """A sentence with its things filled in, and where each of them stands."""

    text: str
    places: Mapping[str, Span]


def filled(
    template: str, values: Mapping[str, Drawn], rng: random.Random, *, row: bool = False
) -> Sentence:
    """Fill in the things; a sentence begins with a capital letter, and with no digit below 100.

    A row of a page does as it likes.

    >>> filled("{WHO.last} saw it.", {"WHO": ("Ann Ash",)}, random.Random(0)).text
    'Ash saw it.'
    """
    places: dict[str, Span] = {}
    text, done = "", 0
    for slot in SLOT.finditer(template):
        text += template[done : slot.start()]
        done = slot.end()
        begins = not row and re.search(r"(?:^|[.!?:]\s+|^\W+|[.!?]\W+)$", text) is not None
        value = _written(values[slot[1]], begins, rng)
        value = value.split()[-1] if slot[2] else value
        value = value[:1].upper() + value[1:] if begins else value
        places.setdefault(slot[1], Span(start=len(text), end=len(text) + len(value)))
        text += value
    text += template[done:]
    return Sentence(text if row else text[:1].upper() + text[1:], places)


def _written(value: Drawn, begins: bool, rng: random.Random) -> str:
    words = [way for way in value if not way[0].isdigit()] if begins else []
    return rng.choice(words or value)


def things_in(template: str) -> list[str]:
    """Return the names of the things that a sentence speaks of, in its order.

    >>> things_in("{WHO.last} saw it in {TOWN}.")
    ['WHO', 'TOWN']
    """
    return list(dict.fromkeys(slot[1] for slot in SLOT.finditer(template)))


def different(sort: str, old: Drawn, rng: random.Random) -> Drawn | None:
    """Return another value of a sort, if there is one."""
    for _ in range(50):
        new = another(sort, rng)
        if not are_alike(new, old):
            return new
    return None

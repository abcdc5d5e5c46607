"""Of each word of two sentences, what the other has of it: for the network that compares them.

The network is small. That 49 is less than 50 it cannot see, nor what a capital letter tells: it
reads no capitals.
"""

import re
from collections.abc import Iterator, Sequence

from qa.figures import Figure, against, figures
from qa.terms import stem

PLAIN, SHARED, MORE, LESS, ALONE, NAME = range(6)
"""A word that the other sentence has not; one that it has; a figure that is more or less than the
nearest one of the other; one that nothing there compares with; a name that is not there."""

KINDS = 6
SAME = 1e-9  # Figures that are no further apart are equal.

Offsets = Sequence[tuple[int, int]]

_WORD = re.compile(r"[^\W_]+")


def marks(one: str, other: str, pieces: tuple[Offsets, Offsets]) -> tuple[list[int], list[int]]:
    """Return a mark for each piece of either text, given where the pieces are.

    >>> pieces = [(0, 2), (3, 8)], [(0, 2), (3, 7), (8, 13)]
    >>> marks("50 ships", "49 more ships", pieces)
    ([2, 1], [3, 0, 1])
    """
    told = figures(one), figures(other)
    stems = [{stem(match.group().casefold()) for match in _WORD.finditer(t)} for t in (one, other)]
    mine = _marked(one, told[0], told[1], stems[1])
    others = _marked(other, told[1], told[0], stems[0])
    return _of_pieces(mine, pieces[0]), _of_pieces(others, pieces[1])


def _marked(text: str, mine: Sequence[Figure], others: Sequence[Figure], stems: set[str]) -> bytes:
    """Return the mark of each letter of a text."""
    letters = bytearray(len(text))
    for start, end, mark in [*_words(text, stems), *_figures(mine, others)]:
        letters[start:end] = bytes([mark]) * (end - start)
    return bytes(letters)


def _words(text: str, stems: set[str]) -> Iterator[tuple[int, int, int]]:
    for match in _WORD.finditer(text):
        word = match.group()
        if stem(word.casefold()) in stems:
            yield *match.span(), SHARED
        elif match.start() and word[0].isupper():
            yield *match.span(), NAME


def _figures(mine: Sequence[Figure], others: Sequence[Figure]) -> Iterator[tuple[int, int, int]]:
    for figure in mine:
        gap = against(figure, others)
        mark = ALONE if gap is None else SHARED if abs(gap) < SAME else MORE if gap > 0 else LESS
        yield figure.start, figure.end, mark


def _of_pieces(letters: bytes, pieces: Offsets) -> list[int]:
    return [letters[start] if start < end else PLAIN for start, end in pieces]

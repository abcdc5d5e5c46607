"""A question and a passage -> windows of word pieces."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.pieces import CLS, PAD, SEP, tokenizer

LONGEST = 384  # pieces of a window; a passage of 200 tokens and its question mostly fit in one
OVERLAP = 96  # pieces that a window shares with the one before it
LONGEST_QUESTION = 48  # pieces; of longer ones the beginning
LONGEST_TITLE = 16
LONGEST_PAIR = 160  # pieces of two sentences


class Window(NamedTuple):
    """Pieces of a question, a title and a stretch of a passage.

    `side` is where the title begins, `first` where the passage does. `offsets` are those of the
    passage's pieces, counted in the passage.
    """

    pieces: list[int]
    side: int
    first: int
    offsets: Sequence[tuple[int, int]]


class Padded(NamedTuple):
    """Windows of one length, as a network takes them."""

    pieces: NDArray[np.int32]
    sides: NDArray[np.int32]
    lengths: NDArray[np.int32]


def opening(question: Sequence[int], title: Sequence[int]) -> tuple[list[int], int]:
    """Return the pieces before a passage, and where the second side of the input begins."""
    head = [CLS, *question[:LONGEST_QUESTION], SEP]
    tail = [*title[:LONGEST_TITLE], SEP] if title else []
    return head + tail, len(head)


def paired(premise: Sequence[int], hypothesis: Sequence[int]) -> tuple[list[int], int]:
    """Return the pieces of two sentences, and where the second begins; long ones are cut."""
    tail = [*hypothesis[: LONGEST_PAIR // 2], SEP]
    head = [CLS, *premise[: LONGEST_PAIR - len(tail) - 2], SEP]
    return [*head, *tail], len(head)


def windows(question: str, title: str, passage: str) -> list[Window]:
    """Return the windows of a passage, the last as long as the others where there are several."""
    asked, titled, read = tokenizer().encode_batch(
        [question, title, passage], add_special_tokens=False
    )
    head, side = opening(asked.ids, titled.ids)
    room = LONGEST - len(head) - 1
    return [
        Window(
            pieces=[*head, *read.ids[start : start + room], SEP],
            side=side,
            first=len(head),
            offsets=read.offsets[start : start + room],
        )
        for start in _starts(len(read.ids), room)
    ]


def padded(rows: Sequence[tuple[Sequence[int], int]]) -> Padded:
    """Return rows of pieces, each with where its second side begins, filled up to the longest."""
    lengths = np.array([len(pieces) for pieces, _ in rows], dtype=np.int32)
    shape = (len(rows), int(lengths.max()))
    ids, sides = np.full(shape, PAD, dtype=np.int32), np.zeros(shape, dtype=np.int32)
    for row, (pieces, side) in enumerate(rows):
        ids[row, : len(pieces)] = pieces
        sides[row, side : len(pieces)] = 1
    return Padded(ids, sides, lengths)


def _starts(count: int, room: int) -> Iterator[int]:
    start = 0
    while start + room < count:
        yield start
        start += room - OVERLAP
    yield max(0, min(start, count - room))

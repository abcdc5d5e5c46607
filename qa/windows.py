"""A question and a passage -> windows of word pieces, and their scores -> spans of the passage."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.models import Span
from index.pieces import CLS, PAD, SEP, tokenizer

LONGEST = 384  # pieces of a window; a passage of 200 tokens and its question mostly fit in one
OVERLAP = 96  # pieces that a window shares with the one before it
LONGEST_QUESTION = 48  # pieces; of longer ones the beginning
LONGEST_TITLE = 16
LONGEST_ANSWER = 30  # pieces
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


class Found(NamedTuple):
    """The best span of a window and how far it is above "it does not say", in scores."""

    span: Span
    margin: float


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


def best_span(
    window: Window,
    starts: NDArray[np.float32],
    ends: NDArray[np.float32],
    within: Sequence[Span],
    *,
    text: str,
) -> Found | None:
    """Return the best span of a window that lies within one of some stretches of the passage.

    It has both brackets or none: of "Ash (born in Turin) sang", "Turin) sang" is none.

    Args:
        window: The window that was scored.
        starts: The score of each piece of the window as the start of the answer.
        ends: The same for its end; place 0 of both stands for "it does not say".
        within: Stretches of the passage, in order, such as its sentences.
        text: The passage.
    """
    count = len(window.offsets)
    home = _home(window.offsets, within)
    if not (home >= 0).any():
        return None
    opened, depth = _brackets(window, text)
    lowest = depth
    start = np.where(home >= 0, starts[window.first : window.first + count], -np.inf)
    end = ends[window.first : window.first + count]
    best, place = -np.inf, (0, 0)
    for longer in range(min(LONGEST_ANSWER, count)):
        lowest = np.minimum(lowest[: count - longer], depth[longer:])
        before = opened[: count - longer]
        whole = (depth[longer:] == before) & (lowest >= before)
        together = (home[: count - longer] == home[longer:]) & whole
        scores = np.where(together, start[: count - longer] + end[longer:], -np.inf)
        at = int(scores.argmax())
        if scores[at] > best:
            best, place = float(scores[at]), (at, at + longer)
    if best == -np.inf:
        return None
    span = Span(start=window.offsets[place[0]][0], end=window.offsets[place[1]][1])
    return Found(span, best - float(starts[0] + ends[0]))


def _brackets(window: Window, text: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return how many brackets are open before each piece of the passage, and after it."""
    change = [{"(": 1, ")": -1}.get(text[start:end], 0) for start, end in window.offsets]
    after = np.cumsum(np.array(change, dtype=np.int64))
    return after - change, after


def _starts(count: int, room: int) -> Iterator[int]:
    start = 0
    while start + room < count:
        yield start
        start += room - OVERLAP
    yield max(0, min(start, count - room))


def _home(offsets: Sequence[tuple[int, int]], within: Sequence[Span]) -> NDArray[np.int64]:
    """Return the place of the stretch that each piece lies in, -1 for none."""
    begins = np.array([start for start, _ in offsets])
    stops = np.array([end for _, end in offsets])
    home = np.full(len(offsets), -1)
    for place, span in enumerate(within):
        home[(begins >= span.start) & (stops <= span.end) & (stops > begins)] = place
    return home

"""Scores of the pieces of a window -> the spans of the passage that they point at."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.models import Span
from qa.reading.windows import Window

LONGEST_ANSWER = 30  # pieces

# What is not cut in two: a word or a figure ("79,570"). Chinese and the like, which come after
# U+2E7F, have no spaces between words.
_LETTERS = r"[^\W\u2e80-\U0010ffff]+"
_WORD = re.compile(rf"{_LETTERS}(?:(?<=[0-9])[.,](?=[0-9]){_LETTERS})*")
_LOGARITHMS = np.log(np.arange(1, LONGEST_ANSWER + 1))


class Found(NamedTuple):
    """The best span of a window and how far it is above "it does not say", in scores."""

    span: Span
    margin: float


def best_span(
    window: Window,
    starts: NDArray[np.float32],
    ends: NDArray[np.float32],
    within: Sequence[Span],
    *,
    text: str,
) -> Found | None:
    """Return the best of `best_spans`; None where there is none."""
    return next(iter(best_spans(window, starts, ends, within, text=text, most=1)), None)


def best_spans(
    window: Window,
    starts: NDArray[np.float32],
    ends: NDArray[np.float32],
    within: Sequence[Span],
    *,
    text: str,
    most: int,
    wordy: float = 0.0,
) -> list[Found]:
    """Return the best spans of a window that lie within one of some stretches of the passage.

    They cut no word and no figure in two, and have both brackets or none: of "Ash (born in Turin)
    sang", "Turin) sang" is none.

    Args:
        window: The window that was scored.
        starts: The score of each piece of the window as the start of the answer.
        ends: The same for its end; place 0 of both stands for "it does not say".
        within: Stretches of the passage, in order, such as its sentences.
        text: The passage.
        most: How many spans to return, best first.
        wordy: What a span's score loses for every factor of e by which it has more words.
    """
    count = len(window.offsets)
    home = _home(window.offsets, within)
    if not (home >= 0).any():
        return []
    begins, stops, words = _borders(window.offsets, text)
    opened, depth = _brackets(window, text)
    lowest = depth
    start = starts[window.first : window.first + count]
    end = ends[window.first : window.first + count]
    scores = np.full((min(LONGEST_ANSWER, count), count), -np.inf)
    for longer in range(len(scores)):
        here = slice(count - longer)
        lowest = np.minimum(lowest[here], depth[longer:])
        whole = (depth[longer:] == opened[here]) & (lowest >= opened[here])
        kept = whole & (home[here] == home[longer:]) & (home[here] >= 0)
        kept &= begins[here] & stops[longer:]
        length = _LOGARITHMS[words[longer:] - words[here]]
        scores[longer, here] = np.where(kept, start[here] + end[longer:] - wordy * length, -np.inf)
    none = float(starts[0] + ends[0])
    return [
        Found(
            Span(start=window.offsets[at][0], end=window.offsets[at + longer][1]),
            float(scores[longer, at]) - none,
        )
        for longer, at in _highest(scores, most)
    ]


def _highest(scores: NDArray[np.float64], most: int) -> Iterator[tuple[int, int]]:
    """Yield the places of the highest scores, best first, without those of minus infinity."""
    flat = scores.ravel()
    top = np.argpartition(-flat, most)[:most] if most < flat.size else np.arange(flat.size)
    for place in sorted(top.tolist(), key=lambda place: (-flat[place], place)):
        if flat[place] > -np.inf:
            yield place // scores.shape[1], place % scores.shape[1]


def _borders(
    offsets: Sequence[tuple[int, int]], text: str
) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.int64]]:
    """Return whether a span may begin with each piece, may end with it, and the word it is of."""
    inside = np.zeros(len(text) + 1, dtype=bool)
    for word in _WORD.finditer(text):
        inside[word.start() + 1 : word.end()] = True
    opens = np.array([text[start - 1 : start].isspace() for start, _ in offsets])
    begins, stops = (~inside[list(places)] for places in zip(*offsets, strict=True))
    return begins, stops, np.cumsum(opens, dtype=np.int64)


def _brackets(window: Window, text: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return how many brackets are open before each piece of the passage, and after it."""
    change = [{"(": 1, ")": -1}.get(text[start:end], 0) for start, end in window.offsets]
    after = np.cumsum(np.array(change, dtype=np.int64))
    return after - change, after


def _home(offsets: Sequence[tuple[int, int]], within: Sequence[Span]) -> NDArray[np.int64]:
    """Return the place of the stretch that each piece lies in, -1 for none."""
    begins = np.array([start for start, _ in offsets])
    stops = np.array([end for _, end in offsets])
    home = np.full(len(offsets), -1)
    for place, span in enumerate(within):
        home[(begins >= span.start) & (stops <= span.end) & (stops > begins)] = place
    return home

"""Spans that scores of word pieces point at."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.models import Span
from qa.reading.pointer import LONGEST_ANSWER, best_span, best_spans
from qa.reading.windows import Window, windows

# Two sentences of a passage, and the pieces of a window that begins with [CLS] [SEP].
TEXT = "Ann sang. Bo won."
SENTENCES = [Span(start=0, end=9), Span(start=10, end=17)]
WINDOW = Window([], 2, 2, [(0, 3), (4, 8), (8, 9), (10, 12), (13, 16), (16, 17)])


def scores(none: float, *passage: float) -> np.ndarray:
    return np.array([none, 0, *passage], dtype=np.float32)


def test_it_takes_the_highest_sum_of_a_start_and_an_end():
    starts = scores(0, 1, 5, 0, 0, 0, 0)
    found = best_span(WINDOW, starts, scores(0, 6, 2, 3, 0, 0, 0), SENTENCES, text=TEXT)
    assert (found.span.of(TEXT), found.margin) == ("sang.", pytest.approx(8))
    found = best_span(WINDOW, starts, scores(0, 9, 2, 3, 0, 0, 0), SENTENCES, text=TEXT)
    assert (found.span.of(TEXT), found.margin) == ("Ann", pytest.approx(10))


def test_the_margin_is_over_what_the_first_mark_scores():
    starts, ends = scores(1.5, 0, 4, 0, 0, 0, 0), scores(-0.25, 0, 3, 0, 0, 0, 0)
    found = best_span(WINDOW, starts, ends, SENTENCES, text=TEXT)
    assert found.span.of(TEXT) == "sang"
    assert found.margin == pytest.approx(4 + 3 - (1.5 - 0.25))


def test_it_never_crosses_two_stretches():
    starts, ends = scores(0, 9, 0, 0, 1, 0, 0), scores(0, 0, 1, 0, 0, 9, 0)
    found = best_span(WINDOW, starts, ends, SENTENCES, text=TEXT)
    assert (found.span.of(TEXT), found.margin) == ("Ann sang", pytest.approx(10))
    found = best_span(WINDOW, starts, ends, [Span(start=0, end=17)], text=TEXT)
    assert (found.span.of(TEXT), found.margin) == ("Ann sang. Bo won", pytest.approx(18))


def test_what_lies_outside_every_stretch_is_not_quoted():
    starts = ends = scores(0, 9, 9, 9, 1, 2, 1)
    found = best_span(WINDOW, starts, ends, SENTENCES[1:], text=TEXT)
    assert found.span.of(TEXT) == "won"
    assert best_span(WINDOW, starts, ends, [], text=TEXT) is None
    assert best_span(WINDOW, starts, ends, [Span(start=5, end=7)], text=TEXT) is None


def test_a_piece_without_a_character_is_no_answer():
    window = Window([], 2, 2, [(0, 0), (0, 3), (4, 8)])
    found = best_span(window, scores(0, 9, 0, 1), scores(0, 9, 0, 1), SENTENCES, text=TEXT)
    assert (found.span.of(TEXT), found.margin) == ("sang", pytest.approx(2))


def test_a_span_has_at_most_30_pieces():
    window = Window([], 1, 1, [(place, place + 1) for place in range(40)])
    starts, ends = np.zeros(41, dtype=np.float32), np.zeros(41, dtype=np.float32)
    starts[1], ends[1 + 29], ends[1 + 30] = 5, 2, 3
    found = best_span(window, starts, ends, [Span(start=0, end=40)], text="." * 40)
    assert (found.span, found.margin) == (Span(start=0, end=LONGEST_ANSWER), pytest.approx(7))


@pytest.mark.parametrize(
    ("text", "best", "found"),
    [
        ("In Turin) Ann sang", ("In", "Ann"), "Ann"),
        ("Ann (in Turin) sang", ("Ann", "Turin"), "Ann"),
        ("Ann (in Turin) sang", ("Ann", "sang"), "Ann (in Turin) sang"),
        ("Ann (in Turin) sang", ("in", "Turin"), "in Turin"),
        ("Ann) in (Turin sang", ("Ann", "Turin"), "Ann"),
    ],
)
def test_a_span_has_both_brackets_or_none(text, best, found):
    (window,) = windows("Who?", "", text)
    words = [text[start:end] for start, end in window.offsets]
    starts, ends = (np.zeros(len(window.pieces), dtype=np.float32) for _ in range(2))
    starts[window.first + words.index(best[0])] = 9
    ends[window.first + words.index(best[1])] = 8
    starts[window.first + words.index("Ann")] += 1
    ends[window.first + words.index("Ann")] += 1
    answer = best_span(window, starts, ends, [Span(start=0, end=len(text))], text=text)
    assert answer.span.of(text) == found


def test_a_stretch_of_a_bracket_alone_is_no_answer():
    (window,) = windows("Who?", "", ")")
    nothing = np.zeros(len(window.pieces), dtype=np.float32)
    assert best_span(window, nothing, nothing, [Span(start=0, end=1)], text=")") is None


@given(st.data())
def test_it_is_the_best_of_all_pairs_of_pieces(data):
    number = st.floats(-5, 5, width=32)
    starts, ends = (
        np.array(data.draw(st.lists(number, min_size=8, max_size=8)), dtype=np.float32)
        for _ in range(2)
    )
    found = best_span(WINDOW, starts, ends, SENTENCES, text=TEXT)
    assert found.margin == pytest.approx(
        max(
            starts[2 + i] + ends[2 + j] for i in range(6) for j in range(i, 6) if (i < 3) == (j < 3)
        )
        - (starts[0] + ends[0]),
        abs=1e-5,
    )


def test_a_passage_without_a_piece_has_no_span():
    (window,) = windows("Why?", "", " ")
    nothing = np.zeros(len(window.pieces), dtype=np.float32)
    assert best_span(window, nothing, nothing, [Span(start=0, end=1)], text=" ") is None


@pytest.mark.parametrize(
    ("text", "first", "last", "found"),
    [
        ("It has 79,570 homes", "570", "570", "79,570"),
        ("It has 79,570 homes", "79", "79", "79,570"),
        ("It has 79, 570 homes", "79", "79", "79"),
        ("It fell by 2.5 points", "5", "points", "points"),
        ("It lies in Almanzora", "Alma", "Alma", "Almanzora"),
        ("Title=Ann_Ash_album", "Ann", "Ann", "Ann_Ash_album"),
        ("A 12-year lease", "12", "12", "12"),
        ("It sank in 1940.", "1940", "1940", "1940"),
        ("安娜唱歌", "娜", "娜", "娜"),
    ],
)
def test_no_word_and_no_figure_is_cut_in_two(text, first, last, found):
    (window,) = windows("What?", "", text)
    pieces = [text[start:end] for start, end in window.offsets]
    starts, ends = (np.zeros(len(window.pieces), dtype=np.float32) for _ in range(2))
    starts[window.first + pieces.index(first)] = 9
    ends[window.first + pieces.index(last)] = 8
    answer = best_span(window, starts, ends, [Span(start=0, end=len(text))], text=text)
    assert answer.span.of(text) == found


def test_the_best_spans_come_best_first_as_many_as_asked_for():
    starts, ends = scores(0, 4, 2.5, 0, 0, 1, 0), scores(0, 2, 1, 0.5, 0, 2, 0)
    found = best_spans(WINDOW, starts, ends, SENTENCES, text=TEXT, most=3)
    assert [(one.span.of(TEXT), one.margin) for one in found] == [
        ("Ann", 6),
        ("Ann sang", 5),
        ("Ann sang.", 4.5),
    ]
    everything = best_spans(WINDOW, starts, ends, SENTENCES, text=TEXT, most=99)
    assert len(everything) == 12
    assert everything[:3] == found


def test_wordy_spans_lose_by_the_logarithm_of_their_words():
    starts, ends = scores(0, 4, 3, 0, 0, 0, 0), scores(0, 2, 2.5, 2.5, 0, 0, 0)
    found = best_spans(WINDOW, starts, ends, SENTENCES, text=TEXT, most=3, wordy=1)
    assert [(one.span.of(TEXT), one.margin) for one in found] == [
        ("Ann", 6),
        ("Ann sang", pytest.approx(6.5 - np.log(2))),
        ("Ann sang.", pytest.approx(6.5 - np.log(2))),
    ]

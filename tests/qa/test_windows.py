from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.models import Span
from index.pieces import CLS, PAD, SEP, tokenizer
from qa.windows import (
    LONGEST,
    LONGEST_ANSWER,
    LONGEST_PAIR,
    OVERLAP,
    Window,
    best_span,
    padded,
    paired,
    windows,
)

SHORT = "Café Müller’s owner paid $2.5 million – “twice the price” – in Łódź."
LONG = " ".join(f"On day {day} the river rose {day * 31} cm." for day in range(1, 120))

# Two sentences of a passage, and the pieces of a window that begins with [CLS] [SEP].
TEXT = "Ann sang. Bo won."
SENTENCES = [Span(start=0, end=9), Span(start=10, end=17)]
WINDOW = Window([], 2, 2, [(0, 3), (4, 8), (8, 9), (10, 12), (13, 16), (16, 17)])


def scores(none: float, *passage: float) -> np.ndarray:
    return np.array([none, 0, *passage], dtype=np.float32)


def ids(text: str) -> list[int]:
    return tokenizer().encode(text, add_special_tokens=False).ids


class TestWindows:
    def test_a_short_passage_is_one_window_of_question_title_and_passage(self):
        (window,) = windows("Who paid?", "A café", SHORT)
        opening = [CLS, *ids("Who paid?"), SEP, *ids("A café"), SEP]
        assert window.pieces == [*opening, *ids(SHORT), SEP]
        assert window.side == 1 + len(ids("Who paid?")) + 1
        assert window.first == len(opening)

    def test_without_a_title_the_passage_is_the_second_side(self):
        (window,) = windows("Who paid?", "", SHORT)
        assert window.side == window.first == len(ids("Who paid?")) + 2

    @pytest.mark.parametrize("text", [SHORT, LONG])
    def test_offsets_give_back_the_words_of_the_passage(self, text):
        for window in windows("Who paid?", "A café", text):
            body = window.pieces[window.first : -1]
            assert len(body) == len(window.offsets)
            for piece, (start, end) in zip(body, window.offsets, strict=True):
                assert word(piece) == plain(text[start:end])

    def test_the_windows_of_a_long_passage_overlap_and_cover_it(self):
        found = windows("How far did it rise?", "The river", LONG)
        assert len(found) == 4
        assert [len(window.pieces) for window in found] == [LONGEST] * 4
        whole = tokenizer().encode(LONG, add_special_tokens=False).offsets
        places = [(whole.index(w.offsets[0]), whole.index(w.offsets[-1])) for w in found]
        assert places[0][0] == 0
        assert places[-1][1] == len(whole) - 1
        for (_, end), (start, _) in pairwise(places):
            assert end - start + 1 >= OVERLAP

    def test_a_long_title_is_cut_after_16_pieces_and_a_long_question_after_48(self):
        (window,) = windows("ferry " * 60, "river " * 20, "It sank.")
        assert window.pieces.count(ids("ferry")[0]) == 48
        assert window.pieces.count(ids("river")[0]) == 16

    def test_a_passage_without_a_piece_is_a_window_without_one(self):
        (window,) = windows("Why?", "", " ")
        assert window.offsets == []
        nothing = np.zeros(len(window.pieces), dtype=np.float32)
        assert best_span(window, nothing, nothing, [Span(start=0, end=1)], text=" ") is None

    @pytest.mark.parametrize("more", [-1, 0, 1])
    def test_a_passage_that_just_fits_or_just_does_not(self, more):
        room = LONGEST - len([CLS, *ids("Why?"), SEP]) - 1
        found = windows("Why?", "", "ferry " * (room + more))
        assert len(found) == (2 if more > 0 else 1)
        assert found[-1].offsets[-1] == (6 * (room + more) - 6, 6 * (room + more) - 1)


class TestBestSpan:
    def test_it_takes_the_highest_sum_of_a_start_and_an_end(self):
        starts = scores(0, 1, 5, 0, 0, 0, 0)
        found = best_span(WINDOW, starts, scores(0, 6, 2, 3, 0, 0, 0), SENTENCES, text=TEXT)
        assert (found.span.of(TEXT), found.margin) == ("sang.", pytest.approx(8))
        found = best_span(WINDOW, starts, scores(0, 9, 2, 3, 0, 0, 0), SENTENCES, text=TEXT)
        assert (found.span.of(TEXT), found.margin) == ("Ann", pytest.approx(10))

    def test_the_margin_is_over_what_the_first_mark_scores(self):
        starts, ends = scores(1.5, 0, 4, 0, 0, 0, 0), scores(-0.25, 0, 3, 0, 0, 0, 0)
        found = best_span(WINDOW, starts, ends, SENTENCES, text=TEXT)
        assert found.span.of(TEXT) == "sang"
        assert found.margin == pytest.approx(4 + 3 - (1.5 - 0.25))

    def test_it_never_crosses_two_stretches(self):
        starts, ends = scores(0, 9, 0, 0, 1, 0, 0), scores(0, 0, 1, 0, 0, 9, 0)
        found = best_span(WINDOW, starts, ends, SENTENCES, text=TEXT)
        assert (found.span.of(TEXT), found.margin) == ("Ann sang", pytest.approx(10))
        found = best_span(WINDOW, starts, ends, [Span(start=0, end=17)], text=TEXT)
        assert (found.span.of(TEXT), found.margin) == ("Ann sang. Bo won", pytest.approx(18))

    def test_what_lies_outside_every_stretch_is_not_quoted(self):
        starts = ends = scores(0, 9, 9, 9, 1, 2, 1)
        found = best_span(WINDOW, starts, ends, SENTENCES[1:], text=TEXT)
        assert found.span.of(TEXT) == "won"
        assert best_span(WINDOW, starts, ends, [], text=TEXT) is None
        assert best_span(WINDOW, starts, ends, [Span(start=5, end=7)], text=TEXT) is None

    def test_a_piece_without_a_character_is_no_answer(self):
        window = Window([], 2, 2, [(0, 0), (0, 3), (4, 8)])
        found = best_span(window, scores(0, 9, 0, 1), scores(0, 9, 0, 1), SENTENCES, text=TEXT)
        assert (found.span.of(TEXT), found.margin) == ("sang", pytest.approx(2))

    def test_a_span_has_at_most_30_pieces(self):
        window = Window([], 1, 1, [(place, place + 1) for place in range(40)])
        starts, ends = np.zeros(41, dtype=np.float32), np.zeros(41, dtype=np.float32)
        starts[1], ends[1 + 29], ends[1 + 30] = 5, 2, 3
        found = best_span(window, starts, ends, [Span(start=0, end=40)], text="a" * 40)
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
    def test_a_span_has_both_brackets_or_none(self, text, best, found):
        (window,) = windows("Who?", "", text)
        words = [text[start:end] for start, end in window.offsets]
        starts, ends = (np.zeros(len(window.pieces), dtype=np.float32) for _ in range(2))
        starts[window.first + words.index(best[0])] = 9
        ends[window.first + words.index(best[1])] = 8
        starts[window.first + words.index("Ann")] += 1
        ends[window.first + words.index("Ann")] += 1
        answer = best_span(window, starts, ends, [Span(start=0, end=len(text))], text=text)
        assert answer.span.of(text) == found

    def test_a_stretch_of_a_bracket_alone_is_no_answer(self):
        (window,) = windows("Who?", "", ")")
        nothing = np.zeros(len(window.pieces), dtype=np.float32)
        assert best_span(window, nothing, nothing, [Span(start=0, end=1)], text=")") is None

    @given(st.data())
    def test_it_is_the_best_of_all_pairs_of_pieces(self, data):
        number = st.floats(-5, 5, width=32)
        starts, ends = (
            np.array(data.draw(st.lists(number, min_size=8, max_size=8)), dtype=np.float32)
            for _ in range(2)
        )
        found = best_span(WINDOW, starts, ends, SENTENCES, text=TEXT)
        assert found.margin == pytest.approx(
            max(
                starts[2 + i] + ends[2 + j]
                for i in range(6)
                for j in range(i, 6)
                if (i < 3) == (j < 3)
            )
            - (starts[0] + ends[0]),
            abs=1e-5,
        )


def test_rows_are_filled_up_to_the_longest():
    batch = padded([([CLS, 7, SEP, 8, SEP], 3), ([CLS, SEP], 1)])
    assert batch.pieces.tolist() == [[CLS, 7, SEP, 8, SEP], [CLS, SEP, PAD, PAD, PAD]]
    assert batch.sides.tolist() == [[0, 0, 0, 1, 1], [0, 1, 0, 0, 0]]
    assert batch.lengths.tolist() == [5, 2]


def test_a_pair_is_cut_to_its_length_the_hypothesis_to_half_of_it():
    assert paired([1, 2], [3]) == ([CLS, 1, 2, SEP, 3, SEP], 4)
    pieces, side = paired([1] * 500, [3] * 500)
    assert len(pieces) == LONGEST_PAIR
    assert (pieces.count(1), pieces.count(3), side) == (77, 80, 79)
    assert paired([1] * 500, [3])[0].count(1) == LONGEST_PAIR - 4


def word(piece: int) -> str:
    return tokenizer().id_to_token(piece).removeprefix("##")


def plain(text: str) -> str:
    return tokenizer().normalizer.normalize_str(text)

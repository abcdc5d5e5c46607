from itertools import pairwise

import pytest

from index.pieces import CLS, PAD, SEP, tokenizer
from qa.reading.windows import LONGEST, LONGEST_PAIR, OVERLAP, padded, paired, windows

SHORT = "Café Müller’s owner paid $2.5 million – “twice the price” – in Łódź."
LONG = " ".join(f"On day {day} the river rose {day * 31} cm." for day in range(1, 120))


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

    @pytest.mark.parametrize("more", [-1, 0, 1])
    def test_a_passage_that_just_fits_or_just_does_not(self, more):
        room = LONGEST - len([CLS, *ids("Why?"), SEP]) - 1
        found = windows("Why?", "", "ferry " * (room + more))
        assert len(found) == (2 if more > 0 else 1)
        assert found[-1].offsets[-1] == (6 * (room + more) - 6, 6 * (room + more) - 1)


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

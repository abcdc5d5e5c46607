"""Pairs of sentences as the network reads them."""

from index.pieces import CLS, SEP, tokenizer
from qa.marks import LESS, MORE, SHARED
from qa.pairing import LONGEST, SIDES, joined, rows


def test_the_sides_tell_the_sentence_and_the_mark():
    (row,) = rows([("It sold 71.", "It sold 50.")])
    words = [tokenizer().id_to_token(piece) for piece in row.pieces]
    assert words == ["[CLS]", "it", "sold", "71", ".", "[SEP]", "it", "sold", "50", ".", "[SEP]"]
    shared, more, less = 2 * SHARED, 2 * MORE, 2 * LESS
    assert row.sides == [0, shared, shared, more, 0, 0, shared + 1, shared + 1, less + 1, 1, 1]


def test_long_ones_are_cut_the_hypothesis_to_half():
    row = joined(([7] * 500, [0] * 500), ([8] * 500, [1] * 500))
    assert len(row.pieces) == len(row.sides) == LONGEST
    assert (row.pieces.count(7), row.pieces.count(8)) == (77, 80)
    assert row.sides == [0] * 79 + [3] * 80 + [1]
    assert joined(([7] * 500, [0] * 500), ([8], [0])).pieces.count(7) == LONGEST - 4


def test_no_side_is_beyond_what_the_network_has_room_for():
    (row,) = rows([("Acme sold 71 in 1999.", "Bob paid $5 in Rome, 3% more.")])
    assert max(row.sides) < SIDES
    assert (row.pieces[0], row.pieces.count(SEP)) == (CLS, 2)

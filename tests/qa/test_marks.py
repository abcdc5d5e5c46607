"""What each word of two sentences is told of the other."""

import re

import pytest

from qa.marks import ALONE, LESS, MORE, NAME, PLAIN, SHARED, marks


def of_words(one, other):
    words = [[match.span() for match in re.finditer(r"[\w,.%]*\w", text)] for text in (one, other)]
    mine, theirs = marks(one, other, (words[0], words[1]))
    return (
        {one[start:end]: mark for (start, end), mark in zip(words[0], mine, strict=True)},
        {other[start:end]: mark for (start, end), mark in zip(words[1], theirs, strict=True)},
    )


def test_a_figure_is_more_or_less_than_the_nearest_of_the_other():
    critics, reviews = of_words("a score of 53 from 71 critics", "fewer than 50 good reviews")
    assert (critics["53"], reviews["50"]) == (MORE, LESS)


def test_words_are_shared_whatever_their_ending():
    one, other = of_words("Sharing of revenue ends", "The revenue share ended")
    assert one == {"Sharing": SHARED, "of": PLAIN, "revenue": SHARED, "ends": SHARED}
    assert other == {"The": PLAIN, "revenue": SHARED, "share": SHARED, "ended": SHARED}


def test_a_name_that_the_other_lacks_is_told_from_a_word():
    one, _ = of_words("Acme hired Ann Lee", "Acme hired Bob")
    assert one == {"Acme": SHARED, "hired": SHARED, "Ann": NAME, "Lee": NAME}


def test_a_figure_with_nothing_beside_it_is_alone():
    one, other = of_words("It sank in 1912", "It sank with 70 aboard")
    assert (one["1912"], other["70"]) == (ALONE, ALONE)


def test_the_words_of_a_date_have_one_mark():
    one, _ = of_words("on 3 May 2019", "on 4 May 2019")
    assert one == {"on": SHARED, "3": LESS, "May": LESS, "2019": LESS}


@pytest.mark.parametrize("text", ["", " ", "."])
def test_empty_texts_have_no_marks(text):
    assert marks(text, "a", ([], [(0, 1)])) == ([], [PLAIN])


def test_pieces_without_letters_are_plain():
    assert marks("a b", "a", ([(0, 0), (0, 1)], [])) == ([PLAIN, SHARED], [])

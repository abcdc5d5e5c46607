from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.segment import segment

PAGE = """Dam holds after night of rain

The dam at Arden held. Nobody was hurt.
You may also like
What comes next
- Repairs begin on Monday.
- The ferry sails again
Nobody was hurt. Share your comments below.

Leave a Comment"""


def pieces(text):
    return [(kind, span.of(text)) for span, kind in segment(text)]


def test_a_page_is_its_headings_sentences_and_furniture_in_order():
    assert pieces(PAGE) == [
        ("heading", "Dam holds after night of rain"),
        ("sentence", "The dam at Arden held."),
        ("sentence", "Nobody was hurt."),
        ("furniture", "You may also like"),
        ("heading", "What comes next"),
        ("sentence", "- Repairs begin on Monday."),
        ("sentence", "- The ferry sails again"),
        ("sentence", "Nobody was hurt."),
        ("furniture", "Share your comments below."),
        ("furniture", "Leave a Comment"),
    ]


def test_a_sentence_that_stands_twice_has_its_own_place_each_time():
    spans = [span for span, _ in segment("It held. It held.\nIt held.")]
    assert [(span.start, span.end) for span in spans] == [(0, 8), (9, 17), (18, 26)]


def test_offsets_count_characters_not_bytes():
    text = "  🌊 Der Fluß stieg. 水位上昇。 It fell.  "
    assert [span.of(text) for span, _ in segment(text)] == [
        "🌊 Der Fluß stieg.",
        "水位上昇。",
        "It fell.",
    ]


def test_an_abbreviation_or_a_figure_does_not_end_a_sentence():
    text = "Mr. Reyes paid $1.5 million to the U.S. treasury. He left."
    assert [span.of(text) for span, _ in segment(text)][-1] == "He left."
    assert len(segment(text)) == 2


def test_a_line_is_a_heading_only_above_other_text():
    assert pieces("The last line") == [("sentence", "The last line")]
    assert pieces("Apples\nPears\nThe pears are ripe.")[0] == ("sentence", "Apples")
    assert pieces("It ends here.\nThe pears are ripe.")[0][0] == "sentence"
    assert pieces("1984\nThe pears are ripe.")[0][0] == "sentence"
    assert pieces(f"{'Long ' * 20}line\nThe pears are ripe.")[0][0] == "sentence"


@pytest.mark.parametrize("space", ["\u00a0", "\u3000", "\u2028", "\x85"])
def test_odd_white_space_before_a_stop_ends_no_sync(space):
    text = f"Plan A{space}. It held."
    assert [span.of(text) for span, _ in segment(text)] == [f"Plan A{space}.", "It held."]


def test_nothing_is_in_nothing():
    assert segment("") == segment(" \n\t\n ") == []


LINES = st.sampled_from(
    ["The dam held.", "Leave a Comment", "What next", "- x", "", " ", "Mr. A. 🌊"]
)
TEXTS = st.text() | st.lists(LINES).map("\n".join) | st.text(alphabet="Aa. \n?!。\u200b\u2028")


@given(TEXTS)
def test_segments_are_in_order_and_hold_every_character_but_white_space(text):
    found = segment(text)
    ends = [0]
    for span, _ in found:
        assert ends[-1] <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()
        ends.append(span.end)
    starts = [span.start for span, _ in found] + [len(text)]
    assert not any(text[end:start].strip() for end, start in zip(ends, starts, strict=True))


@given(TEXTS)
def test_a_heading_never_follows_a_heading(text):
    kinds = [kind for _, kind in segment(text)]
    assert ("heading", "heading") not in pairwise(kinds)


WRAPPED = """The council of the old town voted on Tuesday to end the bridge toll in
2027, two years earlier than it had planned. The mayor, who had asked for
the vote, called it a good day for everyone who has to cross the river to
get to work.

Others were less happy with it.
"""


def test_a_paragraph_wrapped_by_hand_is_cut_at_its_sentences_and_not_at_its_lines():
    sentences = [" ".join(piece.span.of(WRAPPED).split()) for piece in segment(WRAPPED)]
    assert sentences == [
        "The council of the old town voted on Tuesday to end the bridge toll in 2027, two years "
        "earlier than it had planned.",
        "The mayor, who had asked for the vote, called it a good day for everyone who has to cross "
        "the river to get to work.",
        "Others were less happy with it.",
    ]


def test_the_lines_of_a_list_or_a_table_are_not_a_paragraph():
    listed = (
        "- the council of the old town voted on Tuesday to end it\n"
        "- the mayor called it a good day for everyone who crosses\n"
        "Alphabet closed the day at its highest price of the year\n"
        "Microsoft closed the day at its lowest price of the year"
    )
    assert len(segment(listed)) == 4

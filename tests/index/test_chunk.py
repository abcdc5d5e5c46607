import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.chunk import MAX_TOKENS, lines_above, split
from index.models import Article
from index.pieces import tokenizer
from index.segment import segment
from index.tokens import count_tokens

PAGE = """Dam holds after night of rain

The dam at Arden held on Sunday. Nobody was hurt, the mayor said.
You may also like
What comes next
Repairs begin on Monday. The ferry sails again on Tuesday. The school opens on Friday.
Share your comments below.
Comments ( 0 )"""


def article(text: str, *, title: str = "Dam holds") -> Article:
    return Article(id="dam", title=title, text=text)


def few_words(text: str) -> int:
    return len(text.split())


def told(chunks):
    return [(chunk.heading, chunk.text) for chunk in chunks]


def test_a_heading_starts_a_chunk_and_furniture_is_in_none():
    assert told(split(article(PAGE))) == [
        (
            None,
            "Dam holds after night of rain\n\n"
            "The dam at Arden held on Sunday. Nobody was hurt, the mayor said.",
        ),
        (
            None,
            "What comes next\nRepairs begin on Monday. The ferry sails again on Tuesday. "
            "The school opens on Friday.",
        ),
    ]


def test_the_later_chunks_of_a_section_name_its_heading():
    chunks = split(article(PAGE), count_tokens=few_words, max_tokens=9)
    assert told(chunks)[3:] == [
        (None, "What comes next\nRepairs begin on Monday."),
        ("What comes next", "The ferry sails again on Tuesday."),
        ("What comes next", "The school opens on Friday."),
    ]
    assert [chunk.number for chunk in chunks] == [0, 1, 2, 3, 4, 5]


def test_a_later_chunk_that_begins_with_the_words_of_its_heading_names_it_too():
    text = "Microsoft\nThe deal is off. Microsoft shares fell today."
    chunks = split(article(text), count_tokens=few_words, max_tokens=5)
    assert told(chunks)[1] == ("Microsoft", "Microsoft shares fell today.")


def test_what_follows_furniture_is_a_chunk_of_the_same_section():
    text = "What next\nRepairs begin.\nAdvertisement\nThe ferry sails."
    assert told(split(article(text)))[1] == ("What next", "The ferry sails.")


def test_a_sentence_is_cut_only_when_it_is_too_long_by_itself_and_then_between_words():
    text = "One two three four five six seven eight. Nine ten."
    chunks = split(article(text), count_tokens=few_words, max_tokens=4)
    assert [chunk.text for chunk in chunks] == [
        "One two three four",
        "five six seven eight.",
        "Nine ten.",
    ]


def test_no_chunk_is_white_space():
    text = f"One{' ' * 50}two{' ' * 50}three."
    chunks = split(article(text), count_tokens=len, max_tokens=10)
    assert [chunk.text for chunk in chunks] == ["One", "two", "three."]


def test_an_article_of_furniture_alone_has_no_chunks():
    assert split(article("Leave a Comment\n\nYou may also like")) == []


PARTS = st.sampled_from(
    ["The dam held. ", "\n", "What next\n", "Leave a Comment\n", "x" * 30, " ", "水位上昇。", "🌊"]
)
TEXTS = (st.text() | st.lists(PARTS).map("".join)).filter(str.strip)


@settings(max_examples=200, deadline=None)
@given(text=TEXTS, max_tokens=st.integers(1, 20))
def test_chunks_are_exact_small_in_order_and_hold_all_but_furniture(text, max_tokens):
    chunks = split(article(text), count_tokens=few_words, max_tokens=max_tokens)
    held = set()
    for number, chunk in enumerate(chunks):
        assert chunk.number == number
        assert chunk.text == text[chunk.span.start : chunk.span.end]
        assert few_words(chunk.text) <= max_tokens
        held.update(range(chunk.span.start, chunk.span.end))
    starts = [chunk.span.start for chunk in chunks]
    assert starts == sorted(starts)
    for span, kind in segment(text):
        inside = {i for i in range(span.start, span.end) if not text[i].isspace()}
        assert inside <= held if kind != "furniture" else not inside & held


NASTY = {
    "equal signs": "=" * 5_000,
    "emoji": "🌊👩‍👩‍👧‍👦" * 600,
    "chinese": "水位在星期天上涨了三米。" * 300,
    "korean": "강물이 일요일에 크게 불어났다 " * 300,
    "one word": "a" * 50_000,
    "one word of letters": "".join(random.Random(0).choices("abcdefghij", k=50_000)),
    "figures": "3.14159,2.71828;" * 400,
    "accents": "áèîõü" * 600,
    "zero width": "a\u200b" * 2_000,
}


@pytest.mark.parametrize("title", ["Dam holds", "강물이 불어났다 " * 100, "=" * 5_000])
@pytest.mark.parametrize("kind", NASTY)
def test_no_chunk_of_any_text_exceeds_the_tokens_or_the_window_of_the_encoder(minilm, kind, title):
    nasty = article(f"강물이 불어났다 {'가나 ' * 20}\n- {NASTY[kind]}", title=title)
    chunks = split(nasty, fits=minilm.fits)
    for chunk in chunks:
        assert count_tokens(chunk.text) <= MAX_TOKENS
        above = lines_above(nasty.title, chunk.heading, fits=minilm.fits)
        assert len(tokenizer().encode(above + chunk.text)) <= 256
    letters = "".join(nasty.text.split())
    assert "".join("".join(chunk.text for chunk in chunks).split()) == letters
    assert len(chunks) < len(letters) / 15  # They are not cut to dust.


def test_a_title_of_common_length_is_embedded_whole(minilm):
    title = "Microsoft and OpenAI amend their partnership, and analysts ask what it means for Azure"
    assert lines_above(title, "What next", fits=minilm.fits) == f"{title}\nWhat next\n"


def test_title_and_heading_leave_half_of_the_window_to_the_words(minilm):
    long = "강물이 불어났다 " * 100
    above = lines_above(long, long, fits=minilm.fits)
    assert minilm.fits(above * 2)
    assert not minilm.fits(above * 5)


@pytest.mark.parametrize("line", ["word " * 9 + "ends. ", "0123456789"])
def test_two_million_characters_take_seconds(line, encoder):
    text = (line * 200_000)[:2_000_000]
    start = time.perf_counter()
    chunks = split(article(text), fits=lambda text: len(text) <= 1_000)
    assert time.perf_counter() - start < 20
    assert sum(len(chunk.text) for chunk in chunks) > 1_900_000

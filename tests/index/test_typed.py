import pytest

from index.typed import plain, question_in
from index.words import MOST_WORDS, content_words

PAGE = " ".join(f"Kite {number} flew over hill{number} and valley{number}." for number in range(40))
QUESTION = "When does the ferry to Birch sail?"


@pytest.mark.parametrize(
    "typed",
    ["„Dam“ or 'Mill'?", "«Dam» or ‚Mill‘?", "「Dam」 or ‹Mill›?", "”Dam” or ’Mill’？", "＂Dam＂ or ´Mill`?"],  # noqa: E501
)  # fmt: skip
def test_every_quotation_mark_is_a_straight_one(typed):
    assert plain(typed) == "\"Dam\" or 'Mill'?"


def test_letters_have_one_width_and_one_form():
    assert plain("Ｄａｍ　２０３０") == "Dam 2030"
    assert plain("A\u0308rger im Cafe\u0301") == "Ärger im Café"
    assert plain("the ﬁrst oﬃce\u00a0here…") == "the first office here..."


@pytest.mark.parametrize("kept", ["20 m²", "½ price", "OpenAI™", "Ärdener Bote", "水坝", "ascii"])
def test_what_means_something_else_is_kept(kept):
    assert plain(kept) == kept


@pytest.mark.parametrize(
    "text",
    [f"{PAGE} {QUESTION}", f"{QUESTION}\n\n{PAGE}", f"{PAGE}\n\n{QUESTION} Thank you.",
     f"Good morning. {QUESTION} {PAGE}"],
)  # fmt: skip
def test_a_pasted_page_asks_what_it_begins_or_ends_with(text):
    assert len(content_words(text)) > MOST_WORDS
    assert question_in(text) == QUESTION


def test_two_questions_are_both_asked():
    assert question_in(f"Who pays the dam? {PAGE} {QUESTION}") == f"Who pays the dam? {QUESTION}"


@pytest.mark.parametrize(
    "text",
    [PAGE, f"{PAGE} {QUESTION} {PAGE}", f"{PAGE} Why is that?", f"A storm came. {QUESTION}", ""],
    ids=["no question", "in the middle", "nothing to look for", "short", "empty"],
)
def test_another_text_is_looked_for_as_it_is(text):
    assert question_in(text) == text


def test_a_book_takes_no_time():
    assert question_in(f"{PAGE * 500} {QUESTION}") == QUESTION

"""Which words of a quote are marked against another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.differing import differing


def marked(quote: str, other: str) -> str:
    for span in reversed(differing(quote, other)):
        quote = f"{quote[: span.start]}[{span.of(quote)}]{quote[span.end :]}"
    return quote


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("The dam opened in 1931.", "The dam opened in 1934.", "The dam opened in [1931]."),
        ("Twelve were hurt.", "Nine were hurt.", "[Twelve] were hurt."),
        ("The fee will not rise.", "The fee will rise.", "The fee will [not] rise."),
        ("The fee will rise.", "The fee will not rise.", "The fee will rise."),
        ("It cost $4 million.", "It cost $4.5 million.", "It cost [$4] million."),
        ("Prices rose 3% in May.", "Prices rose 4% in June.", "Prices rose [3% in May]."),
    ],
)
def test_words_in_the_place_of_others_are_marked(one, other, shown):
    assert marked(one, other) == shown


def test_form_and_little_words_make_no_difference():
    said = "The company’s dam OPENED in winter."
    assert marked(said, "A company's dams will open in the winter") == said


def test_what_only_one_sentence_tells_at_length_is_not_marked_but_its_values_are():
    long = (
        "The dam opened in 1931 after a great deal of slow digging through stubborn grey "
        "granite rock, costing $9 million, the engineers recall."
    )
    assert marked(long, "The dam opened in 1931, engineers say.") == long.replace(
        "$9 million", "[$9 million]"
    ).replace("recall", "[recall]")


def test_of_sentences_with_little_in_common_only_values_and_words_of_change_are_marked():
    ended = "Payments to the city stop in 2030, the revised contract says."
    stays = "The arrangement with local government is unaffected."
    assert (
        marked(ended, stays)
        == "Payments to the city [stop] in [2030], the [revised] contract says."
    )
    assert marked(stays, ended) == "The arrangement with local government is [unaffected]."


def test_words_of_change_are_marked_only_where_the_other_says_that_it_stays():
    ended = "Payments to the city stop soon."
    assert marked(ended, "Nobody knows what the mayor of the village wants.") == ended


def test_marks_with_only_a_space_between_them_are_one():
    assert marked("The fee ends, paid until 2030.", "Taxes are unaffected here.") == (
        "The fee [ends], paid [until 2030]."
    )


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_give_runs_apart_and_inside_the_quote(one, other):
    ends = [0]
    for span in differing(one, other):
        assert ends[-1] <= span.start < span.end <= len(one)
        ends.append(span.end)


@given(st.text(max_size=80))
def test_a_quote_does_not_differ_from_itself(quote):
    assert differing(quote, quote) == []


def test_what_the_line_says_that_either_tells_is_marked_in_quotes_of_few_common_words():
    one = "The new hall in Aldmere is the work of the architect Ann Ash, who grew up there."
    other = "On Thursday Bo Birk took a bow beside the orchestra in the 1,650-seat house he drew."
    about = "Aldmere: Ann Ash, or Bo Birk"
    assert [span.of(one) for span in differing(one, other, about=about)] == ["Ann Ash"]
    assert [span.of(other) for span in differing(other, one, about=about)] == ["Bo Birk"]
    assert [span.of(other) for span in differing(other, one)] == ["Thursday", "1,650-seat"]
    assert differing(one, other, about="Aldmere: Ann Ash") == []

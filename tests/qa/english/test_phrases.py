"""The words of a thing beside a verb."""

import pytest

from qa.english.phrases import (
    LONGEST,
    Phrase,
    before,
    behind,
    subjects,
    tokens,
    without_insertions,
)


@pytest.mark.parametrize(
    ("sentence", "verb", "about", "head"),
    [
        ("The toll on the bridge ends.", "ends", {"toll", "bridg"}, "toll"),
        ("Ash said that the toll will not be removed.", "removed", {"toll"}, "toll"),
        ("Rain fell, and the toll ended.", "ended", {"toll"}, "toll"),
        ("The split between Ash and Birch ended.", "ended", {"split", "ash", "birch"}, "split"),
        ("On the south quay the rule ended.", "ended", {"south", "quay", "rule"}, "rule"),
        ("It ends.", "ends", set(), ""),
    ],
)
def test_what_stands_before_a_verb_ends_at_a_joint(sentence, verb, about, head):
    words = tokens(sentence)
    assert before(words, words.index(verb)) == Phrase(frozenset(about), head)


@pytest.mark.parametrize(
    ("sentence", "about", "head"),
    [
        ("It ends the toll on the bridge from May.", {"toll", "bridg"}, "toll"),
        ("It ends Ash's toll and the fee.", {"ash", "toll"}, "toll"),
        ("It ends the toll in Birch.", {"toll"}, "toll"),
        ("It ends the half of the toll.", {"half", "toll"}, "half"),
        ("It ends", set(), ""),
    ],
)
def test_what_stands_behind_a_verb_ends_where_the_verb_is_told_more_of(sentence, about, head):
    assert behind(tokens(sentence), 2) == Phrase(frozenset(about), head)


def test_a_word_may_be_named_that_belongs_to_the_verb():
    words = tokens("It swaps the toll for a fee.")
    assert behind(words, 2).about == {"toll", "fee"}
    assert behind(words, 2, without={"for"}).about == {"toll"}


def test_there_is_an_end_to_one_thing():
    words = tokens("Toll " * 20 + "birch " * LONGEST)
    assert before(words, len(words)).about == {"birch"}
    assert behind(tokens("birch " * LONGEST + "toll"), 0).about == {"birch"}


@pytest.mark.parametrize(
    ("sentence", "verb", "heads"),
    [
        ("The toll and the fee for boats remain.", "remain", ["fee", "toll"]),
        ("The toll and the fee are not affected.", "affected", ["fee", "toll"]),
        ("Ash built the mill and the toll remains.", "remains", ["toll"]),
        ("The toll remains.", "remains", ["toll"]),
    ],
)
def test_a_verb_of_several_things_has_both_that_and_joins(sentence, verb, heads):
    words = tokens(sentence)
    assert [thing.head for thing in subjects(words, words.index(verb))] == heads


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The toll (of 1990) ends.", "The toll  ends."),
        ("The toll – once a tax – ends.", "The toll  ends."),
        ("The toll, which Ash wanted, ends.", "The toll ends."),
        ("The toll – it ends.", "The toll – it ends."),
        ("The toll of 1990–95 ends – at last.", "The toll of 1990–95 ends – at last."),
    ],
)
def test_what_is_inserted_is_left_out(sentence, expected):
    assert without_insertions(sentence) == expected


def test_a_number_with_a_comma_is_one_word():
    assert tokens("It pays 4,000 crowns, or 3.5 percent.") == [
        "it", "pays", "4,000", "crowns", ",", "or", "3.5", "percent", ".",
    ]  # fmt: skip

"""The words of a thing beside a verb."""

import pytest

from qa.phrases import LONGEST, Phrase, before, behind, tokens


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

"""What speaks to a yes-or-no question outright, and says so by its words alone."""

import pytest

from qa.deciding.outright import named, permits_it, reverses_it, says_outright, turns_it
from qa.questions.question import understand
from qa.telling.sentences import Sentence, sentences_of
from tests.qa.newsroom import HERALD, passage


def sentence(text: str) -> Sentence:
    (found,) = sentences_of(passage(HERALD.model_copy(update={"text": text})))
    return found


@pytest.mark.parametrize(
    ("question", "text", "outright"),
    [
        ("Does the Vega truce hold?", "The Vega truce holds.", True),
        ("Does the Vega truce hold?", "The Vega truce collapsed.", True),
        ("Does the Vega truce hold?", "Vega collapsed.", False),
        ("Does the Vega truce hold?", "The truce holds.", False),
        ("May pilots in Vega dock ships?", "Pilots are to dock ships.", True),
        ("May pilots in Vega dock ships?", "Pilots dock boats.", False),
        ("Is the Vega right exclusive?", "Others may buy the Vega right.", True),
        ("Is the Vega right exclusive?", "Ash may buy the Vega right.", False),
        ("Is the Vega toll still in force?", "The toll was abolished in Vega.", True),
    ],
)
def test_what_has_most_of_the_words_or_their_reverse(question, text, outright):
    assert says_outright(understand(question), sentence(text)) is outright


@pytest.mark.parametrize(
    ("question", "text", "turned"),
    [
        ("Is the Vega toll still in force?", "The toll was abolished.", True),
        ("Does the Vega toll end in May?", "The toll is unaffected.", True),
        ("Is the Vega toll still in force?", "The toll remains in force.", False),
        ("Is the Vega toll high?", "The toll was abolished.", False),
        ("Is the Vega road toll capped?", "It no longer pays a road toll.", False),
        ("Is Ash the pilot of Vega?", "Ash is no longer the pilot.", True),
        ("Is Ash the pilot of Vega?", "Ash is no longer the cook.", False),
        ("Was Ash the pilot of Vega?", "Ash is no longer the pilot.", False),
        ("Who pays the Vega toll?", "The toll was abolished.", False),
    ],
)
def test_an_end_turns_what_is_asked_to_stay_and_the_reverse(question, text, turned):
    assert turns_it(understand(question), sentence(text)) is turned


@pytest.mark.parametrize(
    ("question", "text", "permits"),
    [
        ("Can Acme sell lamps?", "The deal leaves Acme free to sell lamps.", True),
        ("Can Acme sell lamps?", "Acme is not free to sell lamps.", False),
        ("Can Acme sell lamps?", "Acme sells lamps.", False),
        ("Does Acme sell lamps?", "Acme is free to sell lamps.", False),
        ("Can Acme sell lamps?", "Acme is free to go.", False),
    ],
)
def test_leave_is_what_is_asked_for_and_given(question, text, permits):
    assert permits_it(understand(question), sentence(text)) is permits


def test_the_reverse_is_of_a_word_that_is_missing():
    asked = understand("Will the fair stay in Vega?")
    assert reverses_it(asked, sentence("The fair leaves Vega."))
    assert not reverses_it(asked, sentence("The fair will stay in Vega and not leave."))
    assert not reverses_it(asked, sentence("The fair is in Vega."))


@pytest.mark.parametrize(
    ("text", "reversed_"),
    [
        ("The council refused the Vega plan.", True),
        ("The council refused to see the Vega plan.", False),
    ],
)
def test_who_refuses_to_do_something_refuses_nothing_else(text, reversed_):
    asked = understand("Was the Vega plan approved by the council?")
    assert reverses_it(asked, sentence(text)) is reversed_


def test_figures_are_no_names():
    assert named(understand("Did Acme open in 2019?")) == {"acm"}

"""What a sentence says ends or is altered, and what it says stays."""

import pytest

from qa.telling.alteration import are_at_odds, bears_out
from qa.telling.turning import told


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The council removes the toll.", [("ends", "toll")]),
        ("The toll was removed.", [("ends", "toll")]),
        ("The toll has ended.", [("ends", "toll")]),
        ("The council will replace the toll with a fee.", [("ends", "toll")]),
        ("The council amended the toll.", [("alters", "toll")]),
        ("The toll will not be removed.", [("goes on", "toll")]),
        ("There is no change to the toll.", [("unchanged", "toll")]),
        ("The toll is not affected by it.", [("unchanged", "toll")]),
        ("The toll is unaffected.", [("unchanged", "toll")]),
        ("The toll remains unchanged.", [("unchanged", "toll")]),
        ("The toll stays as it was.", [("unchanged", "toll")]),
        ("The toll remains in force.", [("goes on", "toll")]),
        ("The toll is still in force.", [("goes on", "toll")]),
        ("The town keeps the toll.", [("goes on", "toll")]),
        ("The ferry no longer stops.", [("ends", "stop"), ("ends", "ferri")]),
        ("Ash no longer sells lamps.", [("ends", "sell"), ("alters", "ash")]),
        ("The ferry continues to stop.", [("goes on", "stop"), ("goes on", "ferri")]),
        (
            "The ferry continues to sell tea.",
            [("goes on", "sell"), ("goes on", "tea"), ("goes on", "ferri")],
        ),
        ("The ferry continues its work.", [("goes on", "ferri")]),
        ("Ash remains the only pilot.", [("goes on", "pilot")]),
        ("Ash is no longer the only pilot.", [("ends", "pilot"), ("alters", "ash")]),
        ("The ferry still stops.", [("goes on", "stop"), ("goes on", "ferri")]),
    ],
)
def test_what_becomes_of_a_thing(sentence, expected):
    assert [(one.turn, one.thing.head) for one in told(sentence)] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The council plans to remove the toll.",
        "The council could end the toll.",
        "The toll is five euros.",
        "It ended.",
        "The end of the road is near.",
        "There is a change in the weather.",
        "The price drops.",
        "The toll is in force.",
        "The toll continues to rise.",
        "Clubs want to keep the toll.",
    ],
)
def test_plans_nouns_and_pronouns_tell_nothing(sentence):
    assert told(sentence) == ()


@pytest.mark.parametrize(
    ("change", "continuity", "at_odds"),
    [
        ("The law removes the toll.", "The toll is untouched.", True),
        ("The law removes the toll on the bridge.", "The toll remains in place.", True),
        ("The law revises the toll.", "The toll is untouched.", True),
        ("The law revises the toll.", "The toll remains in place.", False),
        ("The law removes the weekly toll.", "The daily toll is untouched.", False),
        ("The law removes the toll.", "The price under the toll is untouched.", False),
        ("The law removes the toll.", "The law is untouched.", False),
        ("Ash no longer sells lamps.", "Ash continues to sell lamps.", True),
        ("Ash no longer sells lamps.", "Ash continues to sell boats.", False),
        ("The toll is no longer charged.", "The toll remains in force.", True),
        ("Ash no longer sells lamps.", "Ash remains in place.", False),
        ("The toll is removed.", "The toll has ended.", False),
    ],
)
def test_change_and_continuity_are_at_odds_over_one_thing(change, continuity, at_odds):
    assert are_at_odds(change, continuity) is at_odds
    assert are_at_odds(continuity, change) is at_odds


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The law does away with the toll.", [("ends", "toll")]),
        ("The court struck down the toll.", [("ends", "toll")]),
        ("Ash has struck the toll from the list.", [("ends", "toll")]),
        ("Gone is the toll that Ash hated.", [("ends", "toll")]),
        ("The toll is gone.", [("ends", "toll")]),
        ("The town will stop charging its toll.", [("ends", "toll")]),
        ("The town will no longer charge its toll.", [("ends", "toll")]),
        ("Ash sold its entire stake.", [("ends", "stake")]),
        ("The toll, which Ash wanted, has been dropped.", [("ends", "toll")]),
        ("The town left the toll untouched.", [("goes on", "toll")]),
        ("The law leaves the toll in place.", [("goes on", "toll")]),
        ("The toll was left untouched.", [("unchanged", "toll")]),
        ("The toll stays in the law untouched.", [("unchanged", "toll")]),
        ("The toll survives.", [("goes on", "toll")]),
        ("The toll was kept.", [("goes on", "toll")]),
        ("The toll of 4,000 crowns after five years is kept.", [("goes on", "toll")]),
        ("The toll stays, after all.", [("goes on", "toll")]),
        ("Drivers go on paying the toll.", [("goes on", "toll")]),
        ("Ash is holding on to its stake.", [("goes on", "stake")]),
        ("Ash struck a deal.", []),
        ("The toll and the fee remain in force.", [("goes on", "fee"), ("goes on", "toll")]),
    ],
)
def test_what_is_told_in_several_words(sentence, expected):
    assert [(one.turn, one.thing.head) for one in told(sentence)] == expected


@pytest.mark.parametrize(
    ("change", "continuity", "asked", "at_odds"),
    [
        ("It scraps the night toll.", "The night charge remains in place.", "", True),
        ("It scraps the night toll.", "The day charge remains in place.", "", False),
        ("It scraps the toll.", "The charge remains in place.", "", False),
        ("It scraps the toll.", "The charge remains in place.", "vega toll", True),
        ("It scraps the toll.", "The charge remains in place.", "vega bridg", False),
        ("It scraps the toll at Vega.", "The team at Vega remains in place.", "vega toll", False),
    ],
)
def test_two_words_are_for_one_thing_where_it_is_said_of_what(change, continuity, asked, at_odds):
    assert are_at_odds(change, continuity, frozenset(asked.split())) is at_odds
    assert are_at_odds(continuity, change, frozenset(asked.split())) is at_odds


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("It scraps the night toll.", "The night charge is abolished.", True),
        ("The toll remains in place.", "The toll is untouched.", True),
        ("It scraps the toll.", "The toll is untouched.", False),
        ("It scraps the toll.", "It scraps the ferry.", False),
        ("It revises the toll.", "It revises the toll.", False),
    ],
)
def test_one_sentence_bears_out_what_another_tells_of_one_thing(one, other, expected):
    assert bears_out(one, other) is expected

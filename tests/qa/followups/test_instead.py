"""The question before is asked about something else."""

import pytest

from qa.followups.followup import stand_alone
from tests.qa.followups.turns import turn


@pytest.mark.parametrize(
    ("before", "followup", "alone"),
    [
        ("How much did Acme pay Bolt?", "And Coil?", "How much did Coil pay Bolt?"),
        ("Can Acme sell mills to Bolt?", "And Coil?", "Can Acme sell mills to Coil?"),
        ("Why does the EU fight Acme?", "what about the UK", "Why does the UK fight Acme?"),
        (
            "Which record did Ash’s song break?",
            "And Birk’s?",
            "Which record did Birk’s song break?",
        ),
        (
            "How high is the toll on the Weser Bridge?",
            "How about the Rhine Bridge?",
            "How high is the toll on the Rhine Bridge?",
        ),
        ("How much would Acme pay for Bolt?", "And for Coil?", "How much would Acme pay for Coil?"),
        (
            "Is Bolt exclusive for mills?",
            "For new barges too?",
            "Is Bolt exclusive for new barges too?",
        ),
        ("When does the toll end?", "And the licence?", "When does the licence end?"),
        ("Is Acme’s stake 27 percent?", "Or 49 percent?", "Is Acme’s stake 49 percent?"),
        ("Does Acme pay Bolt?", "And the other way round?", "Does Bolt pay Acme?"),
        ("When was Barge 95 built?", "And Barge 98?", "When was Barge 98 built?"),
        ("What is the Barge 8 worth?", "And the Barge 8 Pro?", "What is the Barge 8 Pro worth?"),
        ("Did Acme and Bolt sign?", "And Coil?", "Did Coil sign?"),
        ("How did Acme shares do?", "I mean Bolt’s shares", "How did Bolt’s shares do?"),
        ("Who made the lamp at Acme?", "And the laser?", "Who made the laser at Acme?"),
        ("Is it open?", "And vice versa?", "And vice versa?"),
    ],
)
def test_another_thing_takes_the_place_of_the_one_most_like_it(before, followup, alone):
    assert stand_alone(followup, [turn(before)]) == alone


@pytest.mark.parametrize(
    ("before", "followup", "alone"),
    [
        ("Which app led in 2023?", "And in 2022?", "Which app led in 2022?"),
        ("What was Bolt worth?", "And in May 2020?", "What was Bolt worth in May 2020?"),
        (
            "What was Bolt worth on Monday?",
            "what about last year",
            "What was Bolt worth last year?",
        ),
        ("What did Bolt say on Monday?", "And Tuesday?", "What did Bolt say on Tuesday?"),
        ("What was Bolt worth?", "and 2020?", "What was Bolt worth in 2020?"),
        ("How much was Bolt worth in 2020?", "Since 2019?", "How much was Bolt worth since 2019?"),
    ],
)
def test_another_time_takes_the_place_of_the_time(before, followup, alone):
    assert stand_alone(followup, [turn(before)]) == alone


@pytest.mark.parametrize(
    ("before", "followup", "alone"),
    [
        ("How much did Acme pay?", "Sorry, I meant Bolt.", "How much did Bolt pay?"),
        ("Did Acme pay Bolt?", "I mean Coil, not Acme", "Did Coil pay Bolt?"),
        ("Did Acme pay Bolt?", "not Acme but Coil", "Did Coil pay Bolt?"),
        ("Did Acme pay Bolt?", "Coil instead of Acme", "Coil instead of Acme"),
        ("When does the toll end?", "no, the licence", "When does the licence end?"),
        ("How much revenue did Bolt report?", "I meant profit", "How much profit did Bolt report?"),
        ("How much revenue did Bolt report?", "No, thanks", "No, thanks"),
    ],
)
def test_a_correction_is_put_in(before, followup, alone):
    assert stand_alone(followup, [turn(before)]) == alone


@pytest.mark.parametrize(
    "question",
    ["And thanks!", "And Acme refused?", "And what about Bolt, will it sail?", "So what?"],
)
def test_a_sentence_of_its_own_is_no_other_thing(question):
    assert stand_alone(question, [turn("When does Acme’s licence end?")]) == question

"""Follow-ups are made to stand alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.followups.followup import stand_alone
from tests.qa.followups.turns import turn


@pytest.mark.parametrize(
    ("before", "followup", "alone"),
    [
        ("When does the bridge toll end?", "And who pays it?", "Who pays the bridge toll?"),
        ("When does the bridge toll end?", "Why?", "Why does the bridge toll end?"),
        (
            "How much has the council spent on the Weser Bridge?",
            "Since when?",
            "Since when has the council spent on the Weser Bridge?",
        ),
        ("Is the Weser Bridge open?", "Since when?", "Since when is the Weser Bridge open?"),
        ("Who pays the bridge toll?", "Until when?", "Until when? Who pays the bridge toll?"),
        (
            "How much did the toll on the Weser Bridge raise?",
            "What about the Rhine Bridge?",
            "How much did the toll on the Rhine Bridge raise?",
        ),
        ("When did the Weser Bridge open?", "And Bonn?", "When did Bonn open?"),
        ("When does the bridge toll end?", "Is it high?", "Is the bridge toll high?"),
        (
            "When does the bridge toll end?",
            "What is its amount?",
            "What is the bridge toll’s amount?",
        ),
    ],
)
def test_what_is_left_out_comes_from_the_turn_before(before, followup, alone):
    assert stand_alone(followup, [turn(before)]) == alone


def test_a_person_answered_with_is_meant_by_she():
    before = turn("Who opened the Weser Bridge?", headline="Anna Lindt")
    assert stand_alone("When did she resign?", [before]) == "When did Anna Lindt resign?"


def test_the_last_turn_counts():
    turns = [turn("When does the bridge toll end?"), turn("Is the Weser Bridge open?")]
    assert stand_alone("Why?", turns) == "Why is the Weser Bridge open?"


@pytest.mark.parametrize(
    "question",
    [
        "When does the bridge toll end?",
        "Who opened the Weser Bridge in 2019?",
        "Wann endet die Maut?",
        "橋の通行料は?",
        "And who pays it? " * 2000,
        "Thank you, that helps.",
        "ok, and who is Anna Lindt?",
        "microsoft share price after the deal",
    ],
)
def test_a_question_that_stands_alone_is_left_alone(question):
    assert stand_alone(question, [turn("Is the dam safe?")]) == question
    assert stand_alone(question, []) == question


def test_without_a_turn_before_nothing_is_filled_in():
    assert stand_alone("And who pays it?", []) == "And who pays it?"


TYPED_WORDS = """
who what when is did it its they she that the and in of Acme Bolt’s 2024 meant not said ? ’
"""
TYPED = st.lists(st.sampled_from(TYPED_WORDS.split()), min_size=1, max_size=8).map(" ".join)


@given(before=TYPED, followup=TYPED)
def test_no_order_of_words_breaks_it(before, followup):
    assert stand_alone(followup, [turn(before, "Ann Ash")]).strip()

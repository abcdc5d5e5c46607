"""The question before is asked another way."""

import pytest

from qa.followups.followup import stand_alone
from tests.qa.followups.turns import turn


@pytest.mark.parametrize(
    ("before", "headline", "followup", "alone"),
    [
        ("Who is suing Bolt?", "Ann Ash", "Why?", "Why is Ann Ash suing Bolt?"),
        ("Who is suing Bolt?", None, "Why?", "Why? Who is suing Bolt?"),
        ("Who bought Bolt?", "Ann Ash", "when", "When did Ann Ash buy Bolt?"),
        ("Who owns Bolt?", "Ann Ash", "Since when?", "Since when does Ann Ash own Bolt?"),
        ("Which paper first printed it?", "Acme", "Where?", "Where did the paper first print it?"),
        ("How many people died at sea?", "31", "Where?", "Where did people die at sea?"),
        ("What stake does Acme hold?", "5", "Since when?", "Since when does Acme hold the stake?"),
        ("How much of Bolt did Acme buy?", "5", "When?", "When did Acme buy Bolt?"),
        (
            "How much cash did Bolt raise in May?",
            "5",
            "From whom?",
            "From whom did Bolt raise cash in May?",
        ),
        (
            "How many goals did Ash score last year?",
            "5",
            "For whom?",
            "For whom did Ash score goals last year?",
        ),
        ("Since when is Bolt open?", "2019", "How come?", "Why is Bolt open?"),
        ("Is Ash still CEO?", "no", "Why not?", "Why is Ash not still CEO?"),
        ("Is Ash ill?", "no", "Who?", "Who? Is Ash ill?"),
        (
            "How many seats has the hall?",
            "5",
            "And how many doors?",
            "How many doors has the hall?",
        ),
        (
            "Whose patents did Bolt infringe?",
            "Acme",
            "How many of them?",
            "How many patents did Bolt infringe?",
        ),
    ],
)
def test_another_question_word_asks_the_same(before, headline, followup, alone):
    assert stand_alone(followup, [turn(before, headline)]) == alone


@pytest.mark.parametrize(
    ("before", "headline", "followup", "alone"),
    [
        ("Will Bolt’s mills pay?", None, "Who said that?", "Who said that Bolt’s mills will pay?"),
        ("Is the mill open?", "yes", "says who?", "Who says that the mill is open?"),
        ("Who owns Bolt?", "Ann Ash", "According to whom?", "Who says that Ann Ash owns Bolt?"),
        ("What is Bolt worth?", None, "Who says so?", "Who says so? What is Bolt worth?"),
        ("How many died?", "31", "Who says so?", "Who says so? How many died?"),
    ],
)
def test_who_said_so_is_asked_of_the_answer(before, headline, followup, alone):
    assert stand_alone(followup, [turn(before, headline)]) == alone


@pytest.mark.parametrize(
    ("before", "followup", "alone"),
    [
        (
            "How much did Ash give to Bolt?",
            "And how much did Birk?",
            "How much did Birk give to Bolt?",
        ),
        ("Does Ash sail?", "Does Birk?", "Does Birk sail?"),
        ("Has Ash sailed?", "Did Birk?", "Has Birk sailed?"),
        ("Will the barge sail first?", "Always?", "Will the barge always sail first?"),
        ("Who won?", "Always?", "Always?"),
    ],
)
def test_what_is_said_is_filled_in(before, followup, alone):
    assert stand_alone(followup, [turn(before)]) == alone

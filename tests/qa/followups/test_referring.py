"""What a follow-up only points at is called by its name."""

import pytest

from qa.followups.followup import stand_alone
from tests.qa.followups.turns import turn


@pytest.mark.parametrize(
    ("before", "followup", "alone"),
    [
        ("When does the ferry licence end?", "Is it free?", "Is the ferry licence free?"),
        ("Is the mill by the river open?", "Who owns it?", "Who owns the mill by the river?"),
        ("What stake does Acme hold?", "What is it worth?", "What is the stake Acme holds worth?"),
        ("What stake does Acme hold?", "Who is its owner?", "Who is Acme’s owner?"),
        ("How much of Bolt did Acme buy?", "Where is it?", "Where is Bolt?"),
        ("Who founded Bolt?", "Is it open?", "Is Bolt open?"),
        ("Did Acme sail?", "How much did that cost Bolt?", "How much did that cost Bolt?"),
        ("Is Acme open?", "Does it own Acme’s mill?", "Does it own Acme’s mill?"),
        (
            "When was the Stag project announced?",
            "tell me about it",
            "Tell me about the Stag project.",
        ),
    ],
)
def test_it_is_the_thing_that_the_turn_before_was_about(before, followup, alone):
    assert stand_alone(followup, [turn(before)]) == alone


def test_what_was_answered_is_meant_where_a_thing_was_asked_for():
    before = turn("Which club did Ann Ash chair?", "Elmton")
    assert stand_alone("Who owns it?", [before]) == "Who owns Elmton?"
    undecided = turn("Which club did Ann Ash chair?", "in the north")
    assert stand_alone("Who owns it?", [undecided]) == "Who owns the club Ann Ash chaired?"


@pytest.mark.parametrize(
    ("before", "followup", "alone"),
    [
        ("Are Acme and Bolt rivals?", "Do they agree?", "Do Acme and Bolt agree?"),
        ("How did Acme’s shares react?", "Did they fall?", "Did Acme’s shares fall?"),
        ("Who are the founders of Bolt?", "Who paid them?", "Who paid the founders of Bolt?"),
        ("Is Acme open?", "When did they open?", "When did Acme open?"),
        ("Is Acme open?", "How many of them?", "How many of them?"),
    ],
)
def test_they_are_several_things_or_a_company(before, followup, alone):
    assert stand_alone(followup, [turn(before)]) == alone


def test_they_are_the_several_that_did_it():
    before = turn("Which firms sued Bolt?", "Acme and Coil")
    assert stand_alone("Why did they sue it?", [before]) == "Why did Acme and Coil sue Bolt?"
    undecided = turn("Which firms sued Bolt?", "in May")
    assert stand_alone("Did they win?", [undecided]) == "Did they win?"


def test_both_are_those_that_the_same_was_asked_about():
    turns = [turn("Is Acme open?"), turn("Is Bolt open?")]
    assert stand_alone("Do they agree?", turns) == "Do Acme and Bolt agree?"
    assert stand_alone("Which of the two is older?", turns) == "Which of Acme and Bolt is older?"


@pytest.mark.parametrize(
    ("before", "followup", "alone"),
    [
        ("Does Acme own Bolt?", "When did it open?", "When did Acme open?"),
        ("Does Acme own Bolt?", "Who else bought it?", "Who else bought Bolt?"),
        ("Does Acme own Bolt?", "When was it sold?", "When was Bolt sold?"),
        ("Will Acme fight the ban?", "Does that hurt Bolt?", "Does the ban hurt Bolt?"),
        ("Will Acme sail?", "Does that hurt Bolt?", "Does that hurt Bolt?"),
        ("Why does Acme fight the sale of Bolt?", "Is Acme in it?", "Is Acme in the sale of Bolt?"),
        ("Is Acme liable for the crash?", "Who died in it?", "Who died in the crash?"),
        ("Where is Acme’s rival?", "Who owns it?", "Who owns Acme’s rival?"),
        ("Whose car did Ash buy?", "When was it sold?", "When was the car sold?"),
        ("Will Acme sail?", "why is that?", "Why will Acme sail?"),
    ],
)
def test_what_is_acted_on_is_what_was_acted_on_before(before, followup, alone):
    assert stand_alone(followup, [turn(before)]) == alone


@pytest.mark.parametrize(
    ("before", "headline", "followup", "alone"),
    [
        ("Where is the Sphere?", "Hull", "Who played there?", "Who played in Hull?"),
        ("What is the largest city?", "Oslo", "Who lives there?", "Who lives in Oslo?"),
        ("When did Acme open in Bonn?", "2019", "Who works there?", "Who works in Bonn?"),
        ("When did Acme open?", "2019", "Who works there?", "Who works there?"),
        ("Where is the Sphere?", "Hull", "How did he get there?", "How did he get there?"),
    ],
)
def test_there_is_a_place_that_was_named(before, headline, followup, alone):
    assert stand_alone(followup, [turn(before, headline)]) == alone


@pytest.mark.parametrize(
    ("before", "headline", "followup", "alone"),
    [
        ("Who runs Bolt?", "CEO Ann Ash", "When did she join?", "When did Ann Ash join?"),
        ("Which CEO was fired?", "Ann Ash", "Was she angry?", "Was Ann Ash angry?"),
        ("When did Ann Ash resign?", "2020", "What is her age?", "What is Ann Ash’s age?"),
        ("What did Bolt’s boss say?", None, "Is he ill?", "Is Bolt’s boss ill?"),
        (
            "What did Ann Ash give to Ben Birk?",
            None,
            "Did she like Ann Ash?",
            "Did Ben Birk like Ann Ash?",
        ),
    ],
)
def test_she_is_who_was_answered_with_or_named(before, headline, followup, alone):
    assert stand_alone(followup, [turn(before, headline)]) == alone


def test_nobody_is_made_up_for_she():
    unanswered = turn("Who replaced Ann Ash?")
    assert stand_alone("Where was she before?", [unanswered]) == "Where was she before?"
    company = turn("Is Acme open?", text="Acme is open.")
    assert stand_alone("Is he ill?", [company]) == "Is he ill?"
    person = turn("Is Ash ill?", text="He is ill, said Ash.")
    assert stand_alone("Where is he?", [person]) == "Where is Ash?"


@pytest.mark.parametrize(
    ("before", "followup", "alone"),
    [
        (
            "Does the deal between Acme and Bolt end?",
            "Is that deal old?",
            "Is the deal between Acme and Bolt old?",
        ),
        ("Where is Bolt?", "Who founded the company?", "Who founded Bolt?"),
        ("Where is Bolt?", "Does the startup supply Bolt?", "Does the startup supply Bolt?"),
        ("When does the toll share end?", "What is the share price?", "What is the share price?"),
        ("Where is Bolt?", "Who is the company that won?", "Who is the company that won?"),
    ],
)
def test_a_short_phrase_is_the_longer_one_before_it(before, followup, alone):
    assert stand_alone(followup, [turn(before)]) == alone


@pytest.mark.parametrize(
    "question",
    [
        "Did Acme say that it would sail?",
        "When Acme sank the barge, why did it flee?",
        "Does Acme tell what it pays for its mill?",
        "Do the players think their coach should go?",
        "Did investors say how they felt?",
        "Is it true that Acme sank?",
        "Was it Ann Ash who sank Bolt?",
        "Was it a wolf or a lynx that got out of Bolt?",
        "Is it legal to sail there?",
        "How long does it take to sail?",
        "Does it matter to Acme whether Bolt wins?",
    ],
)
def test_what_the_question_itself_explains_is_left(question):
    assert stand_alone(question, [turn("When does the ferry licence end?")]) == question

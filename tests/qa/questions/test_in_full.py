"""What people type, and what is asked in full."""

import pytest

from qa.deciding.alternatives import to_ask
from qa.questions.in_full import in_full


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Price of a day ticket?", "What is the price of a day ticket?"),
        ("current mayor of Vega Sur", "Who is the current mayor of Vega Sur?"),
        ("Arden number of schools right now?", "What is the Arden number of schools right now?"),
        ("Name of the tallest tower in Arden", "What is the name of the tallest tower in Arden?"),
        ("Name Arden's captain", "Who is Arden's captain?"),
        ("Last year's winner?", "Who is last year's winner?"),
        ("Most recent winner of the cup.", "Who is the most recent winner of the cup?"),
        ("latest film by Ann Ash", "What is the latest film by Ann Ash?"),
        ("Vega's latest model", "What is Vega's latest model?"),
        ("Vega rent share end date", "What is the Vega rent share end date?"),
        ("The deadline", "What is the deadline?"),
        ("Number of shops of Vega", "What is the number of shops of Vega?"),
    ],
)
def test_a_phrase_without_a_verb_asks_for_what_it_names(typed, asked):
    assert in_full(typed) == asked


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Could you tell me the rent of the mill?", "What is the rent of the mill?"),
        ("I need the name of the mayor of Arden", "What is the name of the mayor of Arden?"),
        ("Hi, can you please tell me who won?", "Who won?"),
        ("I want to know what a day ticket costs", "How much does a day ticket cost?"),
        ("I'd like to know whether the lease is over.", "Is the lease over?"),
        ("I wonder if the mill shut in May", "Did the mill shut in May?"),
        ("Do you know if the mill shuts early?", "Does the mill shut early?"),
        ("I wonder whether the cut hurts", "Does the cut hurt?"),
        ("Can you tell me about the mill?", "Tell me about the mill."),
        ("When does the lease end, please?", "When does the lease end?"),
    ],
)
def test_courtesies_ask_nothing(typed, asked):
    assert in_full(typed) == asked


@pytest.mark.parametrize(
    "asked",
    [
        "When does the lease end?",
        "Is the lease over?",
        "Could the lease end?",
        "Tell me about the mill",
        "Do you know a mill?",
        "Fire in Arden",
        "On what may members vote as they please?",
        "Price we paid for the mill",
        "What is the total cost?",
        "What did it cost?",
        "If the deal fails, who pays?",
        "If the mill is sold, will it shut?",
        "If it rains?",
        "Please, if it fails, who pays?",
        "Mayor of Arden resigns",
        "Director of Vega sells shares",
        "Thanks, that helps",
        "The last paragraph",
        "Does anyone know if?",
        "Please",
        "?",
    ],
)
def test_what_says_all_or_is_no_phrase_of_a_kind_that_is_known_is_left(asked):
    assert in_full(asked) == asked


def test_what_is_read_for_is_the_question_in_full():
    assert to_ask("Ann Ash runs a mill. Price of a day ticket?") == (
        "Ann Ash runs a mill. Price of a day ticket?"
    )
    assert to_ask("Rent of the mill in Arden?") == "What is the rent of the mill in Arden?"

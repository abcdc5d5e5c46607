"""What a yes-or-no question asks to be confirmed, and what an article is asked instead."""

from datetime import date

import pytest

from index.models import Article
from qa.deciding.focus import asked_of, foci, has_focus

MILL = Article(
    id="mill",
    title="Mill sold",
    publisher="Post",
    published=date(2019, 6, 2),
    text="Ann Ash has bought the mill in Aldwick for $3 million. It opened on 5 May 1932.",
)


def article(text: str) -> Article:
    return Article(id="other", title="Note", publisher="Herald", text=text)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Did the Aldwick mill open in 1932?", ["Did the Aldwick mill open when?"]),
        ("Was Bo Birk jailed for six years?", ["Was Bo Birk jailed for how long?"]),
        ("Were 212 passengers aboard the Vega?", ["Were how many passengers aboard the Vega?"]),
        ("Did 164 houses burn in Aldwick?", ["Did how many houses burn in Aldwick?"]),
        ("Was Bo Birk born on the 1st of May?", ["Was Bo Birk born when?"]),
        ("Did it lose 12% in May 2019?", ["Did it lose what percentage in May 2019?"]),
        (
            "Were 9 hikers and 12 guides hurt on Arrend?",
            [
                "Were how many hikers and 12 guides hurt on Arrend?",
                "Were 9 hikers and how many guides hurt on Arrend?",
            ],
        ),
        (
            "Is Lokar building the trams for Marrow?",
            ["Is who building the trams for Marrow?", "Is Lokar building the trams for who?"],
        ),
        ("Did Ann Ash play for the Aldwick club?", ["Did who play for the Aldwick club?"]),
    ],
)
def test_it_is_a_figure_or_a_day_or_else_each_name(question, asked):
    assert [focus.question for focus in foci(question)][: len(asked)] == asked


@pytest.mark.parametrize(
    "question",
    [
        "When did the mill open?",
        "Did the fire destroy more than 200 homes?",
        "Was Bo Birk or Ann Ash the buyer?",
        "Is the licence exclusive?",
        "Is Ann Ash's licence exclusive?",
    ],
)
def test_other_questions_ask_nothing_to_be_confirmed(question):
    assert foci(question) == ()


def test_a_year_that_a_thing_is_called_by_is_not_asked_for():
    asked = [focus.text for focus in foci("Will the 2029 Harvest Games be held in Pradol?")]
    assert asked == ["Harvest Games", "Pradol"]


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Did Ann Ash buy the mill for $4 million?", ["$4 million"]),
        ("Did Ann Ash buy the mill for $3 million?", ["$3 million"]),
        ("Did Bo Birk buy the mill in Aldwick?", ["Bo Birk"]),
        ("Did Ash buy the mill in Aldwick?", ["Ash", "Aldwick"]),
        ("Did Bo Birk buy the mill in Carrow?", []),
        ("Did Bo Birk buy the mill?", []),
        ("Did Bo Birk buy the ferry for $4 million?", []),
        ("Did the mill cost $4 million?", ["$4 million"]),
        ("Did the ferry and its crew cost $4 million?", []),
    ],
)
def test_an_article_is_asked_for_the_one_thing_that_it_lacks_or_for_all(question, asked):
    assert [focus.text for focus in asked_of(question, MILL)] == asked


def test_of_two_figures_it_is_asked_for_the_one_that_it_lacks():
    question = "Were 9 hikers and 12 guides hurt on Arrend?"
    for text, lacks in (
        ("Some 9 hikers and 14 guides were hurt on Arrend.", "12 guides"),
        ("Some 7 hikers and 12 guides were hurt on Arrend.", "9 hikers"),
    ):
        assert [focus.text for focus in asked_of(question, article(text))] == [lacks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ash sold it.", True),
        ("Carl Castle Foods was sold.", False),
        ("Ann Ash Foods was sold to Birk.", True),
        ("Nobody sold it.", False),
    ],
)
def test_a_part_of_a_name_stands_for_it(text, expected):
    focus, *_ = foci("Has Ann Ash bought it?")
    assert has_focus(article(text), focus) is expected


def test_a_figure_is_told_however_it_is_hedged():
    focus, *_ = foci("Did Ann Ash pay $3 million for it?")
    assert has_focus(article("She paid more than $3 million for it."), focus)
    assert not has_focus(article("She paid $3.4 million for it."), focus)

"""Yes-or-no questions that a sentence answers by its words alone."""

import pytest

from qa.deciding.yes_no import decided
from qa.questions.question import understand
from tests.qa.deciding.test_yes_no import NOTHING, TableEntailment
from tests.qa.newsroom import HERALD, passage


@pytest.mark.parametrize(
    ("asked", "no", "said"),
    [
        ("Does the Vega truce hold?", "The Vega truce collapsed.", True),
        ("Does the Vega truce hold?", "The Vega truce is old.", False),
        ("Does the Vega truce hold?", "Vega collapsed.", False),
        ("May landlords in Vega raise rents?", "Landlords are not to raise rents.", True),
        ("May landlords in Vega raise rents?", "Landlords are not to see rents.", False),
        ("May people in Vega fish?", "People are not to fish.", False),
        ("Is the use of the Vega quay exclusive?", "Other lines may use the Vega quay.", True),
    ],
)
def test_outright_is_what_says_the_reverse_or_all_but_the_name(asked, no, said):
    article = HERALD.model_copy(update={"title": "In Vega", "text": no})
    table = TableEntailment(supports=NOTHING, denies={no: 0.6})
    found = decided(understand(asked), (), [passage(article)], table)
    assert [one.answer for one in found] == ["no"] * said


@pytest.mark.parametrize(
    ("asked", "said", "answer"),
    [
        ("Can Acme sell lamps?", "The deal leaves Acme free to sell lamps.", "yes"),
        ("Does Acme sell lamps?", "The deal leaves Acme free to sell lamps.", None),
        ("Will the fair stay in Vega?", "The fair leaves Vega.", "no"),
        ("Will the fair stay in Vega?", "The fair loves Vega.", None),
    ],
)
def test_leave_and_the_reverse_are_told_by_words_where_the_model_is_not_sure(asked, said, answer):
    article = HERALD.model_copy(update={"text": said})
    model = TableEntailment(supports=NOTHING, denies={said: 0.6})
    found = decided(understand(asked), [], [passage(article)], model)
    assert [one.answer for one in found] == [answer] * (answer is not None)


@pytest.mark.parametrize(
    ("said", "answers"),
    [
        ("Bo Birk, who stepped down as chief executive of Acme, spoke.", [("no", 0.83)]),
        ("Bo Birk, who spoke down to the chief executive of Acme, left.", []),
    ],
)
def test_who_gave_up_a_role_holds_it_no_more(said, answers):
    asked = understand("Is Bo Birk still the chief executive of Acme?")
    article = HERALD.model_copy(update={"text": said})
    nothing = TableEntailment(supports=NOTHING, denies=NOTHING)
    found = decided(asked, [], [passage(article)], nothing)
    assert [(one.answer, round(one.probability, 2)) for one in found] == answers


def test_what_ends_or_stays_is_told_by_other_words_for_it():
    asked = understand("Is the night toll at Vega still in force?")
    nothing = TableEntailment(supports=NOTHING, denies=NOTHING)
    said = {
        "The night charge continues to apply.": "yes",
        "Vega did away with the night charge.": "no",
        "The day charge continues to apply.": None,
    }
    for text, expected in said.items():
        article = HERALD.model_copy(update={"title": "Vega", "text": text})
        found = decided(asked, [], [passage(article)], nothing)
        assert [one.answer for one in found] == ([expected] if expected else [])

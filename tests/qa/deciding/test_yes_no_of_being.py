"""Is a thing something? A no has to speak of that, and the reverse of a word answers for it."""

import pytest

from qa.deciding.yes_no import decided
from qa.questions.question import understand
from tests.qa.deciding.test_yes_no import NOTHING, TableEntailment, pointed
from tests.qa.newsroom import HERALD, passage

CAPPED = understand("Is the ferry fare capped?")


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("The ferry fare has no cap.", ["no"]),
        ("The ferry fare keeps the village alive.", []),
    ],
)
def test_the_model_alone_denies_what_a_thing_is_only_where_that_is_spoken_of(text, heard):
    article = HERALD.model_copy(update={"text": text})
    table = TableEntailment(supports=NOTHING, denies={text: 0.99})
    read = pointed(passage(article), text, probability=0.9)
    assert [one.answer for one in decided(CAPPED, [read], [read.passage], table)] == heard


def test_the_reverse_of_a_denied_word_is_asked_where_the_articles_have_it():
    text = "The ferry is safe."
    article = HERALD.model_copy(update={"text": text})
    table = TableEntailment(supports={text: 0.99}, denies=NOTHING)
    read = pointed(passage(article), text, probability=0.9)
    found = decided(understand("Is the ferry unsafe?"), [read], [read.passage], table)
    assert [one.answer for one in found] == ["no"]
    assert table.judged[0] == (text, text)


def test_a_name_that_is_asked_for_last_is_denied_by_another():
    text = "The Vega ferry was built in Birch."
    article = HERALD.model_copy(update={"text": text})
    table = TableEntailment(supports=NOTHING, denies={text: 0.99})
    asked = understand("Was the Vega ferry built in Turin?")
    read = pointed(passage(article), text, probability=0.9)
    assert [one.answer for one in decided(asked, [read], [read.passage], table)] == ["no"]

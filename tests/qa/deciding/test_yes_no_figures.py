"""Yes-or-no questions with a threshold: the figures that were read answer them."""

import pytest

from index.models import Span
from qa.deciding.yes_no import decided
from qa.questions.question import understand
from qa.read import Reading
from tests.qa.deciding.test_yes_no import NOTHING, TableEntailment, pointed
from tests.qa.newsroom import HERALD, passage, reading

LENGTH = understand("Is the Vega pier longer than 300 metres?")


def pier(text: str, answer: str, *, by: str, probability: float = 0.9) -> Reading:
    article = HERALD.model_copy(update={"id": by, "text": text})
    return reading(article, text, answer, probability=probability)


def test_a_figure_that_was_read_answers_a_question_with_a_threshold():
    found = decided(
        LENGTH,
        [
            pier("The pier measures 320 metres.", "320 metres", by="a"),
            pier("The pier has a length of 280 metres.", "280 metres", by="b", probability=0.7),
            pier("The pier is about 310 metres long.", "310 metres", by="c"),
            pier("The pier is long.", "long", by="d"),
        ],
        [],
        TableEntailment(supports=NOTHING, denies=NOTHING),
    )
    assert [(one.passage.article.id, one.answer, one.probability) for one in found] == [
        ("a", "yes", 0.9),
        ("b", "no", 0.7),
    ]
    assert [one.span.of(one.passage.article.text) for one in found] == ["320 metres", "280 metres"]


def test_where_no_figure_was_read_the_sentences_are_judged():
    long = "The Vega pier is longer than 300 metres."
    article = HERALD.model_copy(update={"id": "e", "text": long})
    model = TableEntailment(supports={long: 0.99}, denies=NOTHING)
    whole = pointed(passage(article), long, probability=0.9)
    read = whole.model_copy(update={"answer": "The Vega pier", "span": Span(start=0, end=13)})
    (found,) = decided(LENGTH, [read], [read.passage], model)
    assert (found.answer, found.words) == ("yes", long)


def test_a_figure_of_something_else_says_nothing_to_a_threshold():
    asked = understand("Did Ash invest more than $100 million in the Vega?")
    readings = [
        pier("Ash invested $13 million in it.", "$13 million", by="a"),
        pier("The Vega is valued at $850 million.", "$850 million", by="b"),
    ]
    nothing = TableEntailment(supports=NOTHING, denies=NOTHING)
    found = decided(asked, readings, [], nothing)
    assert [(one.passage.article.id, one.answer) for one in found] == [("a", "no")]


@pytest.mark.parametrize(("probability", "expected"), [(0.94, []), (0.95, ["no"])])
def test_a_figure_without_what_is_asked_needs_a_reader_that_is_sure(probability, expected):
    asked = understand("Did Ash receive more than 10 years in prison?")
    weeks = pier("Ash was ill for seven weeks.", "seven weeks", by="a", probability=probability)
    nothing = TableEntailment(supports=NOTHING, denies=NOTHING)
    assert [one.answer for one in decided(asked, [weeks], [], nothing)] == expected

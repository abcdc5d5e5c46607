"""The reader that needs no trained weights, with the real encoder."""

import pytest

from index.models import Article
from qa.read import Reading
from qa.sentence_reader import SentenceReader
from tests.qa.newsroom import passage

STORY = Article(
    id="ferry",
    title="Ferry runs aground off Lund",
    text=(
        "The ferry Astrid ran aground off Lund on 3 March 2026. Owner Nordlinie paid a fine of "
        "$2.5 million, while its shares fell 4 percent. Twelve passengers were hurt. Captain Ida "
        "Holm left the bridge early, investigators said. Nordlinie, Baltica and Weserbank fund the "
        "repair. The ferry is not seaworthy. Will the line survive?"
    ),
)


@pytest.fixture(scope="module")
def reader(encoder):
    return SentenceReader(encoder)


def read(reader: SentenceReader, question: str) -> Reading:
    (reading,) = reader.read(question, [passage(STORY)])
    return reading


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When did the ferry run aground?", "3 March 2026"),
        ("How much was the fine that Nordlinie paid?", "$2.5 million"),
        ("By what percentage did shares of Nordlinie fall?", "4 percent"),
        ("How many passengers were hurt?", "Twelve passengers"),
        ("Who left the bridge early?", "Ida Holm"),
        ("Who funds the repair?", "Nordlinie, Baltica and Weserbank"),
        ("Is the ferry seaworthy?", "no"),
        ("Why was there an investigation of the captain?", "Ida Holm left the bridge early"),
    ],
)
def test_it_finds_the_sentence_and_picks_the_value_out_of_it(reader, question, answer):
    reading = read(reader, question)
    assert answer in reading.answer
    assert reading.probability >= reader.threshold


def test_offsets_count_in_the_article(reader):
    reading = read(reader, "When did the ferry run aground?")
    assert reading.span.of(STORY.text) == "3 March 2026"
    assert reading.words == "The ferry Astrid ran aground off Lund on 3 March 2026."


@pytest.mark.parametrize(
    "question",
    [
        "Who won the 2022 World Cup?",
        "How much did the captain earn?",
        "When was the bridge over the Rhine built?",
        "Will the line survive?",
    ],
)
def test_what_the_passage_does_not_say_stays_below_the_threshold(reader, question):
    assert read(reader, question).probability < reader.threshold


def test_a_passage_of_furniture_alone_gives_no_reading(reader):
    only = Article(id="a", title="t", text="Leave a Comment")
    assert reader.read("Who commented?", [passage(only)]) == []
    assert reader.read("Who commented?", []) == []


def test_a_question_without_a_word_gets_no_reading(reader):
    assert reader.read("?!", [passage(STORY)]) == []


def test_a_name_in_a_list_with_the_one_asked_about_is_not_the_answer(reader):
    suit = Article(
        id="a",
        title="A suit over a ferry",
        text="Holm, who owned a share, is suing Nordlinie and Weser over the ferry. Mr Holm lost.",
    )
    (reading,) = reader.read("Who is suing Nordlinie?", [passage(suit)])
    assert reading.answer == "Holm"


def test_readings_come_in_the_order_of_the_passages(reader):
    other = Article(id="b", title="Weather", text="It rained in Bonn on 5 May 2026.")
    readings = reader.read("When did it rain?", [passage(STORY), passage(other)])
    assert [reading.passage.article.id for reading in readings] == ["ferry", "b"]
    assert readings[1].probability > readings[0].probability


def test_a_question_that_is_only_repeated_is_no_answer(reader):
    asks = Article(id="a", title="t", text="When does the toll end?")
    tells = Article(id="b", title="t", text="The toll ends in 2027.")
    first, second = reader.read("When does the toll end?", [passage(asks), passage(tells)])
    assert first.probability < reader.threshold <= second.probability

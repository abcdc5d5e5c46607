"""Answers become positions, and reprints count once."""

from datetime import date

import pytest

from index.models import Article
from qa.answers.answer_values import value_of
from qa.comparing.origins import count_origins
from qa.comparing.positions import best_by_article, hold, on_attribute
from qa.questions.question import understand
from tests.qa.newsroom import COURIER, DEATHS, GAZETTE, HERALD, TOLL, reading

AGENCY = Article(id="agency", title="Flood", publisher="Agency", text=HERALD.text + " (Agency)")


def test_equal_values_are_one_position_and_the_most_supported_leads():
    held = hold(TOLL, [DEATHS[1], DEATHS[0], DEATHS[2]])
    assert [(h.position.answer, h.position.origins) for h in held] == [("12", 2), ("31", 1)]
    assert [c.article_id for c in held[0].position.citations] == ["herald", "gazette"]
    assert held[1].position.text == "The flood killed 31 people, the governor said on Tuesday."


def test_a_reprint_is_cited_but_is_no_second_origin():
    again = reading(AGENCY, "Officials said 12 people died.", "12")
    position = hold(TOLL, [DEATHS[0], again])[0].position
    assert (len(position.citations), position.origins) == (2, 1)
    assert count_origins([HERALD, AGENCY, COURIER, GAZETTE]) == 3


def test_a_vague_figure_gives_way_to_a_named_one():
    vague = Article(id="post", title="Flood", text="Dozens of people died in the flood.")
    dozens = reading(vague, "Dozens of people died in the flood.", "Dozens of people")
    assert [h.position.answer for h in hold(TOLL, [dozens, DEATHS[0]])] == ["12"]
    assert [h.position.answer for h in hold(TOLL, [dozens])] == ["Dozens of people"]


def test_a_name_and_a_part_of_it_are_one():
    who = understand("Who spoke?")
    long = Article(id="a", title="t", text="Governor Anna Lindt spoke.")
    short = Article(id="b", title="t", text="Later Lindt spoke again.")
    other = Article(id="c", title="t", text="Only Karl Weser spoke.")
    held = hold(
        who,
        [
            reading(long, long.text, "Anna Lindt"),
            reading(short, short.text, "Lindt"),
            reading(other, other.text, "Karl Weser"),
        ],
    )
    assert [(h.position.answer, len(h.readings)) for h in held] == [
        ("Anna Lindt", 2),
        ("Karl Weser", 1),
    ]


def test_a_place_and_what_it_lies_in_are_one_where_a_place_is_asked_for():
    texts = (
        "The fair was in Munich.",
        "The fair took place in Germany.",
        "It was a fair in Turin.",
    )
    articles = [Article(id=text, title="t", text=text) for text in texts]
    places = [
        reading(article, article.text, name)
        for article, name in zip(articles, ("Munich", "Germany", "Turin"), strict=True)
    ]

    def answers(question):
        held = hold(understand(question), places)
        return [(h.position.answer, len(h.readings)) for h in held]

    assert answers("Where was the fair?") == [("Munich", 2), ("Turin", 1)]
    assert [count for _, count in answers("Who won the fair?")] == [1, 1, 1]


@pytest.mark.parametrize(
    ("asked", "answers", "expected"),
    [
        ("When did it open?", ["June 1973", "12 June 1973"], [("12 June 1973", 2)]),
        (
            "When did it open?",
            ["1973", "May 1973", "June 1973"],
            [("May 1973", 2), ("June 1973", 1)],
        ),
        (
            "When was it?",
            ["6 June 1973", "5-7 June 1973"],
            [("6 June 1973", 1), ("5-7 June 1973", 1)],
        ),
        ("When was it?", ["June 1973", "before 1973"], [("June 1973", 1), ("1973", 1)]),
        ("How much was it?", ["about $240", "$240"], [("$240", 2)]),
        ("How much was it?", ["over $240", "$240"], [("$240", 1), ("$240", 1)]),
        ("How much was it?", ["about $31m", "$31.2m"], [("$31.2m", 2)]),
        ("How much was it?", ["$31m", "$31.4m"], [("$31.4m", 2)]),
        ("How many came?", ["about 140 people", "137 people"], [("137 people", 2)]),
        ("How many came?", ["140 people", "137 people"], [("140 people", 1), ("137 people", 1)]),
        ("How much was it?", ["$31.5m", "$31m"], [("$31.5m", 1), ("$31m", 1)]),
    ],
)
def test_what_tells_the_same_more_finely_is_one_position_and_stands_for_it(
    asked, answers, expected
):
    told = [f"It was {answer}." for answer in answers]
    articles = [Article(id=str(n), title="t", text=text) for n, text in enumerate(told)]
    pointed = [
        answer.removeprefix("about ").removeprefix("over ").removeprefix("before ")
        for answer in answers
    ]
    read = [reading(a, a.text, one) for a, one in zip(articles, pointed, strict=True)]
    held = hold(understand(asked), read)
    assert [(h.position.answer, len(h.readings)) for h in held] == expected


def test_sentences_that_say_the_same_are_one_position():
    why = understand("Why did the river burst its banks?")
    one = Article(id="a", title="t", text="Heavy rain filled the river.")
    two = Article(id="b", title="t", text="Heavy rains filled the river again.")
    other = Article(id="c", title="t", text="The dam above the river was opened.")
    readings = [reading(a, a.text, a.text) for a in (one, two, other)]
    assert [len(h.readings) for h in hold(why, readings)] == [2, 1]


@pytest.mark.parametrize(("sure", "kept"), [(0.65, ["yes"]), (0.75, ["yes", "no"])])
def test_a_sure_no_may_be_told_in_other_words_than_a_yes(sure, kept):
    said = {"yes": "Ann Ash will stay at the Vega mill.", "no": "She leaves in May."}
    read = [
        reading(Article(id=answer, title="t", text=text), text, text, probability=sure).model_copy(
            update={"answer": answer}
        )
        for answer, text in said.items()
    ]
    asked = understand("Will Ann Ash stay at the Vega mill?")
    assert [one.answer for one in on_attribute(asked, read)] == kept


def test_each_article_answers_once_with_its_most_probable_reading():
    weak = reading(HERALD, "Schools are shut.", "Schools", probability=0.6)
    strong = reading(HERALD, "Officials said 12 people died.", "12", probability=0.8)
    below = reading(COURIER, "The bridge toll is unaffected.", "unaffected", probability=0.4)
    assert best_by_article([weak, below, strong], threshold=0.5) == [strong]


def test_of_two_dates_in_one_answer_none_is_known():
    said = "It began on 2 May 1973 and ended on 9 June 1973."
    article = Article(id="a", title="t", text=said)
    both = reading(article, said, "2 May 1973 and ended on 9 June 1973")
    value = value_of(both, understand("When did it end?"))
    assert value is not None
    assert (value.kind, value.low, value.high) == ("date", None, None)


@pytest.mark.parametrize("day", ["Friday 31 January", "Friday, 31 January", "31 January"])
def test_the_day_of_the_week_before_a_date_is_part_of_it(day):
    article = Article(id="a", title="t", text=f"It began on {day}.")
    value = value_of(reading(article, article.text, day), understand("When did it begin?"))
    assert value is not None
    assert (value.kind, value.unit) == ("date", "--01-31")


def test_the_value_of_a_reading_is_the_one_its_span_points_at():
    text = Article(id="a", title="t", text="In 2019 it cost $3 million, in 2020 $5 million.")
    value = value_of(reading(text, text.text, "$5 million"))
    assert value is not None
    assert (value.kind, value.low) == ("money", 5_000_000)


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ("When was Ann Ash born?", (date(1875, 5, 3), date(1875, 5, 3))),
        ("When did Ann Ash die?", (date(1946, 1, 1), date(1946, 12, 31))),
        ("When was Ann Ash mayor?", (date(1875, 5, 3), date(1946, 12, 31))),
    ],
)
def test_of_a_life_the_end_that_is_asked_for_is_the_value(asked, days):
    text = Article(id="a", title="t", text="Ann Ash (3 May 1875 – 1946) built mills.")
    value = value_of(reading(text, text.text, "3 May 1875 – 1946"), understand(asked))
    assert value is not None
    assert (value.low, value.high) == days


@pytest.mark.parametrize(
    ("asked", "told", "answer", "low"),
    [
        ("When was the mill built?", "The mill was built about 1870.", "1870", date(1870, 1, 1)),
        ("When was the mill built?", "Turin Built: 1885 Area 3", "1885", date(1885, 1, 1)),
        ("How many people live there?", "Turin Population 16,337 inhabitants", "16,337", 16_337),
        ("How many mills are there?", "There are about 1870 mills.", "1870", 1870),
        ("When was the mill built?", "The mill was built long ago.", "long ago", None),
    ],
)
def test_a_bare_number_is_what_is_asked_for(asked, told, answer, low):
    text = Article(id="a", title="t", text=told)
    value = value_of(reading(text, told, answer), understand(asked))
    assert (value and value.low) == low

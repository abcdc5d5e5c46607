"""Times of day, as they are told and asked for."""

from decimal import Decimal

import pytest

from qa.answers.answer_values import relation, value_of
from qa.answers.fitting import of_the_kind
from qa.deciding.focus import foci
from qa.questions.question import understand
from qa.read import SpanReader
from qa.reading.choice import UNFIT, aptness
from qa.telling.clock import OF_DAY, OF_HALF, find_times, of_one_clock, tells_time_of_day
from tests.qa.newsroom import passage, reading_in
from tests.qa.test_disagree import kinds, told

WHEN = understand("What time did the Vega sail?")


@pytest.mark.parametrize(
    ("text", "minutes", "unit"),
    [
        ("at 5.40 p.m. on Monday", 1060, OF_DAY),
        ("It sailed at 5pm.", 1020, OF_DAY),
        ("at 5:40", 340, OF_HALF),
        ("at 17.40", 1060, OF_DAY),
        ("at 12.30 a.m.", 30, OF_DAY),
        ("at 12:15pm", 735, OF_DAY),
        ("at noon", 720, OF_DAY),
        ("shortly before midnight", 0, OF_DAY),
        ("at half past five", 330, OF_HALF),
        ("a quarter to six on Monday evening", 1065, OF_DAY),
        ("at a quarter to six", 345, OF_HALF),
        ("at ten to one in the afternoon", 770, OF_DAY),
        ("seven o'clock", 420, OF_HALF),
        ("at seven o’clock in the evening", 1140, OF_DAY),
        ("at 8 on Tuesday evening", 1200, OF_DAY),
        ("six in the morning", 360, OF_DAY),
        ("Half Past seven", 450, OF_HALF),
    ],
)
def test_a_time_is_read_however_it_is_told(text, minutes, unit):
    (found,) = find_times(text)
    assert (found.low, found.unit) == (minutes, unit)
    assert found.span.of(text) == found.text


@pytest.mark.parametrize(
    "text",
    [
        "It cost 5.40.",
        "up 2.15 percent",
        "five to ten people",
        "at 8 on Tuesday",
        "at 25:10",
        "1.5",
    ],
)
def test_other_figures_are_no_times(text):
    assert list(find_times(text)) == []


@pytest.mark.parametrize(
    ("one", "other", "related"),
    [
        ("at 5.40 p.m.", "at 17:40", "equal"),
        ("at 5 p.m.", "at 5.04 p.m.", "compatible"),
        ("at 5 p.m.", "at 5.40 p.m.", "different"),
        ("at 5.40", "at 5.40 p.m.", "equal"),
        ("at 5.40", "at ten past seven in the evening", "different"),
        ("at 5.40 a.m.", "at 5.40 p.m.", "different"),
        ("about 5.40 p.m.", "at 5.47 p.m.", "compatible"),
    ],
)
def test_two_times_are_compared_by_the_clock(one, other, related):
    (first,), (second,) = find_times(one), find_times(other)
    assert relation(first, second) == related


def test_a_time_of_half_a_day_is_compared_with_a_half():
    (five,), (evening,) = find_times("at 5 o'clock"), find_times("at 5.20 pm")
    assert [time.low for time in of_one_clock(five, evening)] == [Decimal(300), Decimal(320)]
    assert of_one_clock(evening, evening) == (evening, evening)


def test_where_the_time_of_day_is_asked_for_a_day_is_no_answer():
    day, time = reading_in("It sailed on Monday.", "Monday"), reading_in("It sailed at 5pm.", "5pm")
    dawn = reading_in("It sailed at dawn.", "at dawn")
    assert of_the_kind(WHEN, [day, time, dawn]) == [time, dawn]
    assert of_the_kind(understand("When did the Vega sail?"), [day, time]) == [day, time]
    assert value_of(day, WHEN) is None
    assert value_of(time, WHEN).low == 1020
    assert [tells_time_of_day(text) for text in ("5.40 p.m", "Monday, 5 May")] == [True, False]


def test_a_span_without_a_time_is_unfit_where_one_is_asked_for():
    text = "On Monday at 5pm it sailed."
    whole = understand("x")  # Only to have a question that asks for no time.
    home = reading_in(text, "5pm").sentence
    spans = [reading_in(text, words).span for words in ("Monday", "at 5pm")]
    assert [aptness(WHEN, text, home, span) for span in spans] == [UNFIT, 0.0]
    assert [aptness(whole, text, home, span) for span in spans] == [0.0, 0.0]


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("At what time did it sail?", True),
        ("What hour was it?", True),
        ("What time of year is it?", False),
        ("When did it sail?", False),
    ],
)
def test_which_questions_ask_for_the_time_of_day(question, wanted):
    assert understand(question).wants_time_of_day is wanted


def test_articles_that_tell_two_times_are_set_against_each_other():
    five = told("The Vega sailed at 5 p.m. on Monday.", by="a")
    seven = told("The Vega sailed at ten past seven in the evening.", by="b")
    same = told("The Vega sailed at 17:00.", by="b")
    asked = WHEN.text
    seven_told = (seven, "ten past seven in the evening")
    assert kinds(asked, (five, "5 p.m."), seven_told) == ["contradiction"]
    assert kinds(asked, (five, "5 p.m."), (same, "17:00")) == []


@pytest.mark.parametrize(
    ("question", "asked", "kind"),
    [
        ("Did it sail at 5.40 p.m. on Monday?", "Did it sail at what time on Monday?", "date"),
        ("Is Ann Ash 34 years old?", "Is Ann Ash how old?", "count"),
        ("Was a man aged 34 hurt?", "Was a man how old hurt?", "count"),
    ],
)
def test_a_time_and_an_age_that_are_named_are_asked_for(question, asked, kind):
    (found,) = foci(question)
    assert (found.question, found.asked.kinds) == (asked, (kind,))


def test_the_reader_finds_the_time_of_day_beside_the_day():
    text = (
        "A pilot has died when her small plane came down near Birch on Monday, police said. "
        "The crash happened at 5.40 p.m. as she tried to land."
    )
    article = told(text, by="a")
    (found,) = SpanReader().read("At what time did the plane come down?", [passage(article)])
    assert found.answer == "5.40 p.m"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("shortly after 6.40 p.m.", "at 6.15 p.m.", "different"),
        ("shortly after 6.40 p.m.", "at 6.50 p.m.", "compatible"),
        ("at about six p.m.", "at 6.20 p.m.", "compatible"),
        ("at six p.m.", "at 6.40 p.m.", "different"),
        ("at about 6 p.m.", "at about 9 p.m.", "different"),
    ],
)
def test_about_a_time_is_some_minutes_off_whatever_the_hour(one, other, expected):
    assert relation(*(next(find_times(said)) for said in (one, other))) == expected

"""What is asked for chooses among the spans that a network likes, and ends them."""

import pytest

from index.models import Span
from qa.questions.question import understand
from qa.reading.choice import UNFIT, aptness, completed, end_asked_for, ends_of

TOWN = (
    "Elm, at 41.41, -80.07, one of sixteen townships, had 8,930 people in 2000, 3,456 households, "
    "2,481 families; 3.2 million visit it, 12 % of them twice."
)


def place(words: str, text: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def whole(text: str) -> Span:
    return Span(start=0, end=len(text))


@pytest.mark.parametrize(
    ("words", "gain"),
    [
        ("8,930", 0.0),
        ("8,930 people", 0.0),
        ("3.2 million", 0.0),
        ("41.41", UNFIT),
        ("41.41, -80.07", UNFIT),
        ("sixteen", UNFIT),
        ("2000", UNFIT),
        ("3,456", UNFIT),
        ("3,456 households, 2,481", UNFIT),
        ("12 %", UNFIT),
        ("Elm", UNFIT),
    ],
)
def test_a_population_is_a_whole_number_of_nothing_but_people(words, gain):
    asked = understand("What is the population of Elm?")
    assert aptness(asked, TOWN, whole(TOWN), place(words, TOWN)) == gain


@pytest.mark.parametrize(
    "question",
    ["How many households has Elm?", "Where is Elm?", "What is the population density of Elm?"],
)
def test_of_other_questions_every_kind_of_answer_is_apt(question):
    spans = [place(words, TOWN) for words in ("41.41", "3,456", "Elm")]
    assert [aptness(understand(question), TOWN, whole(TOWN), span) for span in spans] == [0, 0, 0]


def test_the_values_are_those_of_the_sentence():
    text = "It has 300 people. Households: 120."
    asked = understand("How many people live there?")
    first, second = Span(start=0, end=18), Span(start=19, end=len(text))
    assert aptness(asked, text, first, place("300", text)) == 0
    assert aptness(asked, text, second, place("Households", text)) == UNFIT


ASH = (
    "Bo left. Ann Ash (2 July 1829 – 3 May 1913) was mayor from 1870 to 1874, since 24 March 1870."
)


@pytest.mark.parametrize(
    ("question", "pointed", "found"),
    [
        ("When was Ann Ash born?", "2 July 1829 – 3 May 1913", "2 July 1829"),
        ("When was Ann Ash born?", "1829 – 3 May 1913", "2 July 1829"),
        ("When did Ann Ash die?", "1829", "3 May 1913"),
        ("When was Ann Ash mayor?", "1829", "2 July 1829 – 3 May 1913"),
        ("When did she become mayor?", "1870 to 1874", "1870"),
        ("When did she become mayor?", "March 1870", "24 March 1870"),
        ("In what year did she become mayor?", "24 March 1870"[-4:], "1870"),
        ("In what year was she born?", "1829 – 3 May 1913", "1829"),
        ("Who was born then?", "July 1829", "July 1829"),
    ],
)
def test_a_date_is_whole_and_of_a_stretch_of_time_the_end_asked_for(question, pointed, found):
    sentence = Span(start=9, end=len(ASH))
    span = Span(start=ASH.rindex(pointed), end=ASH.rindex(pointed) + len(pointed))
    assert completed(understand(question), ASH, sentence, span).of(ASH) == found


def test_what_only_sounds_like_a_stretch_of_time_stays_whole():
    text = "It was built prior to 1900."
    asked, span = understand("When was it built?"), place("prior to 1900", text)
    assert completed(asked, text, whole(text), span).of(text) == "prior to 1900"


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("1875–1946", ["1875", "1946"]),
        ("May 1875 until 3 June 1946", ["May 1875", "3 June 1946"]),
        ("12 May", []),
        ("1875 – 1880 – 1946", []),
        ("– 1946", []),
    ],
)
def test_the_ends_of_a_stretch_of_time(words, ends):
    assert [end.of(words) for end in ends_of(words)] == ends


def test_without_an_end_asked_for_there_is_none():
    assert end_asked_for(understand("When was she mayor?"), "1870 to 1874") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is on Monday, May 3, in Ash.", "Monday, May 3"),
        ("It is on Monday May 3.", "Monday May 3"),
        ("It is on Monday at the mill, not May 3.", "Monday"),
        ("It is on Monday.", "Monday"),
    ],
)
def test_a_day_of_the_week_is_part_of_the_date_it_stands_before(text, expected):
    asked = understand("When is the fair?")
    assert completed(asked, text, whole(text), place("Monday", text)).of(text) == expected

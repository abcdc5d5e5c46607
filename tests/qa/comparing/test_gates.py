"""What two positions must share to be set against each other."""

import pytest

from index.models import Article, Passage, Span
from qa.comparing.gates import (
    names_all,
    names_its_subject,
    of_one_time,
    of_the_year_asked,
    speak_of_the_same_attribute,
    tell_of_the_same,
)
from qa.comparing.positions import Held, hold
from qa.questions.question import understand
from qa.read import Reading
from qa.values import find_values

ASKED = understand("How many people died when the dam at Vega Sur broke?")


def told(text: str, title: str = "", after: str = "") -> Held:
    """A position that is the whole passage of an article, which may go on after it."""
    whole = Span(start=0, end=len(text))
    article = Article(id=text, title=title or text, text=f"{text} {after}".strip())
    found = Reading(
        passage=Passage(article=article, span=whole, text=text, score=1, rank=1),
        answer=text,
        span=whole,
        sentence=whole,
        probability=0.9,
    )
    (held,) = hold(ASKED, [found])
    return held


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("In the valley, Rio Bajo and Campo Alto lost nobody, say Ruiz and Mora.", True),
        ("In the valley, Oslo and Bergen and Moss and Horten lost twelve.", False),
        ("In the valley, nobody is lost.", True),
    ],
)
def test_passages_tell_of_the_same_when_they_share_names_or_one_has_none(other, expected):
    one = told("In the valley, Rio Bajo and Campo Alto lost twelve.")
    assert tell_of_the_same(one, told(other)) == expected


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("Later Ruiz met Mora in Campo Alto.", True),
        ("Later Ruiz met Mora in Campo.", False),
    ],
)
def test_passages_tell_of_the_same_where_their_articles_share_four_names(rest, expected):
    sides = (
        told("In the valley, Oslo and Bergen lost twelve.", "News", rest),
        told(
            "In the valley, Moss and Horten lost nine.", "News", "Ruiz called Mora to Campo Alto."
        ),
    )
    assert tell_of_the_same(*sides) == expected


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("At Vega Sur twelve died.", "News", True),
        ("Twelve died.", "Vega Sur, a day later", True),
        ("At Vega Norte twelve died.", "News", True),
        ("Twelve died.", "News", False),
    ],
)
def test_half_of_the_names_asked_about_stand_in_the_sentence_or_above_it(text, title, expected):
    assert names_its_subject(ASKED, told(text, title)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("In 1985 it was allowed.", "Since 2012 it has been banned.", False),
        ("Until 2015 it was closed.", "Since 2021 it has been open.", False),
        ("Before 1830 it was one firm's.", "It has not been one firm's since 1830.", False),
        ("It is exclusive until 2032.", "It has not been exclusive since 2026.", True),
        ("It was banned in 2012.", "Since 2010 it has been allowed.", True),
        ("In 1985 and 2012 it was allowed.", "In 2012 it was banned.", True),
        ("On 1 May 1985 it was allowed.", "In June 1985 it was banned.", True),
        ("In 1985 it was allowed.", "It is banned.", True),
        ("On Monday it was allowed.", "On Friday it was banned.", True),
    ],
)
def test_sentences_that_name_years_are_of_one_time_where_these_meet(one, other, expected):
    assert of_one_time(one, other) is expected
    assert of_one_time(other, one) is expected


def at(sentence: str, *, after: str = "", asked: str, title: str = "News") -> Held:
    """A position whose sentence stands after another."""
    text = f"{after} {sentence}".strip()
    article = Article(id=text, title=title, text=text)
    whole = Span(start=0, end=len(text))
    said = Span(start=len(text) - len(sentence), end=len(text))
    value = find_values(sentence)[0]
    span = Span(start=said.start + value.span.start, end=said.start + value.span.end)
    passage = Passage(article=article, span=whole, text=text, score=1, rank=1)
    found = Reading(
        passage=passage, answer=value.text, span=span, sentence=said, probability=0.9
    )  # fmt: skip
    (held,) = hold(understand(asked), [found])
    return held


def test_names_may_stand_in_the_text_before_the_sentence():
    asked = "How many homes at Vega Sur burned?"
    near = at("About 40 homes burned.", after="Vega Sur counts its losses.", asked=asked)
    assert names_its_subject(understand(asked), near)
    long = 70 * "ash " + "."
    far = at("About 40 homes burned.", after=f"{long} {long} Vega Sur wept. {long}", asked=asked)
    assert not names_its_subject(understand(asked), far)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("About 40 homes burned.", True),
        ("About 40 homes in Birk burned.", False),
        ("About 40 homes burned, Ann Ash said.", True),
        ("About 40 homes at Vega Sur burned.", True),
    ],
)
def test_half_of_the_names_are_enough_where_nothing_is_placed_elsewhere(sentence, names):
    asked = "How many homes at Vega Sur in Arden burned?"
    near = at(sentence, after="Vega Sur counts its losses.", asked=asked)
    assert names_its_subject(understand(asked), near) is names


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Birk, an early investor who put in $4 million, sues Vega.", False),
        ("Birk, an early investor, saw Arden put $4 million into Vega.", True),
        ("Yesterday, the firm put $4 million into Vega.", True),
    ],
)
def test_an_amount_of_somebody_else_is_not_of_whom_the_question_names(sentence, expected):
    asked = "How much did Arden invest in Vega?"
    near = at(sentence, after="Arden and Vega met. They met Birk.", asked=asked)
    assert names_its_subject(understand(asked), near) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Vega Museum paid $4 million.", True),
        ("The Vega State Museum paid $4 million.", True),
        ("The Arden Museum got $4 million of the town of Vega.", False),
    ],
)
def test_the_words_of_a_name_stand_together(text, expected):
    asked = "How much did the Vega Museum pay?"
    assert names_all(understand(asked), at(text, asked=asked)) is expected


@pytest.mark.parametrize(
    ("asked", "text", "expected"),
    [
        ("What is the hottest year on record?", "2024 is the hottest year on record.", True),
        ("What is the hottest year on record?", "2024 was a hot year.", False),
        ("Which year was hot on record?", "2024 is a hot year on record.", False),
        ("What is the hottest year in Arden?", "In Arden 2024 was hot.", True),
        ("What is the hottest year in Arden?", "2024 is the hottest year.", False),
    ],
)
def test_what_is_the_most_of_all_is_named_by_its_words(asked, text, expected):
    question = understand(asked)
    assert names_all(question, at(text, asked=asked)) is expected


def test_what_names_nothing_else_is_of_what_the_article_begins_with():
    asked, long = "How many homes at Vega Sur burned?", 70 * "ash " + "."
    alone = at("About 40 homes burned.", after=f"Vega Sur wept. {long}", asked=asked)
    assert names_its_subject(understand(asked), alone)
    named = at("About 40 homes at Ash Hill burned.", after=f"Vega Sur wept. {long}", asked=asked)
    assert not names_its_subject(understand(asked), named)


KILLED = "How many people did the crash at Vega kill?"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The crash killed 12 people.", "The crash killed 9 people.", True),
        ("The crash killed 12 people.", "In the crash 9 people were injured.", False),
        ("Some 12 people were in the crash.", "In the crash 9 people were injured.", True),
    ],
)
def test_what_one_sentence_has_of_what_is_asked_the_other_has_too(one, other, expected):
    sides = [at(text, asked=KILLED) for text in (one, other)]
    assert speak_of_the_same_attribute(understand(KILLED), *sides) is expected
    assert speak_of_the_same_attribute(understand(KILLED), *reversed(sides)) is expected


def test_what_is_asked_may_be_said_before_or_in_another_word():
    asked = "How much is the bridge toll at Vega?"
    one = at("The bridge toll is 5 euros.", asked=asked)
    other = at("It is 9 euros.", after="Vega has a charge on its bridge.", asked=asked)
    assert speak_of_the_same_attribute(understand(asked), one, other)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In 2023 it earned $3 million.", False),
        ("In 2024 it earned $3 million, after $2 million in 2023.", True),
        ("It earned $3 million.", True),
    ],
)
def test_a_sentence_of_another_year_is_not_of_the_year_that_is_asked(sentence, expected):
    asked = "How much did Vega earn in 2024?"
    assert of_the_year_asked(understand(asked), at(sentence, asked=asked)) is expected
    open_ = "How much did Vega earn?"
    assert of_the_year_asked(understand(open_), at(sentence, asked=open_))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Vega mill in Arden has 40 looms.", True),
        ("The Vega mill in Horten has 40 looms.", False),
    ],
)
def test_an_article_that_never_names_the_place_asked_about_is_of_another(text, expected):
    asked = "How many looms has the Vega mill in Arden?"
    assert names_its_subject(understand(asked), at(text, asked=asked)) is expected


def test_of_three_names_one_may_stand_nowhere():
    asked = "How many looms has the Vega mill of Ash in Arden?"
    one = at("The Vega mill in Arden has 40 looms.", asked=asked)
    assert names_its_subject(understand(asked), one)

"""What two positions must share to be set against each other."""

import pytest

from index.models import Article, Passage, Span
from qa.gates import names_its_subject, of_one_time, tell_of_the_same
from qa.positions import Held, hold
from qa.question import understand
from qa.read import Reading

ASKED = understand("How many people died when the dam at Vega Sur broke?")


def told(text: str, title: str = "") -> Held:
    whole = Span(start=0, end=len(text))
    article = Article(id=text, title=title or text, text=text)
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

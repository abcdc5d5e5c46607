"""What is said of somebody else is no answer where a passage speaks of whom the question names."""

from datetime import date

import pytest

from index.models import Article, Passage, Span
from qa.answers.subject import of_the_names, share_of_names, speaks_of
from qa.questions.question import understand
from qa.read import Reading

BOLT = "In May, Bolt let 600 people go."
ACME = "In June, Acme let 830 people go."


def passage(text: str, title: str = "Jobs") -> Passage:
    article = Article(id=text, title=title, publisher="Post", published=None, text=text)
    return Passage(article=article, span=Span(start=0, end=len(text)), text=text, score=1.0, rank=1)


def reading(text: str, answer: str, *, title: str = "Jobs", probability: float = 0.8) -> Reading:
    whole, start = Span(start=0, end=len(text)), text.index(answer)
    span = Span(start=start, end=start + len(answer))
    return Reading(
        passage=passage(text, title),
        answer=answer,
        span=span,
        sentence=whole,
        probability=probability,
    )


def kept(question: str, *readings: Reading) -> list[str]:
    return [one.answer for one in of_the_names(understand(question), readings)]


def test_what_another_did_is_no_answer_where_a_passage_names_who_is_asked_about():
    question = "How many people did Bolt let go?"
    assert kept(question, reading(BOLT, "600"), reading(ACME, "830")) == ["600"]
    assert kept(question, reading(BOLT, "600"), reading(ACME, "830", title="Bolt")) == [
        "600",
        "830",
    ]


def test_half_of_the_names_are_enough():
    question = "How many people did Bolt of Bonn let go in Arden?"
    all_three = reading("Bolt of Bonn let 600 go in Arden.", "600")
    two = reading("Bolt of Bonn let 700 go.", "700")
    one = reading("Bolt let 800 go.", "800")
    assert kept(question, all_three, two, one) == ["600", "700"]


def test_an_answer_is_less_probable_where_fewer_are_named_than_elsewhere():
    question = "How many people did Bolt let go in Arden?"
    both, one = reading("Bolt let 600 go in Arden.", "600"), reading("Bolt let 700 go.", "700")
    told = of_the_names(understand(question), [both, one])
    assert [round(answer.probability, 2) for answer in told] == [0.8, 0.65]


@pytest.mark.parametrize(
    ("told", "known", "expected"),
    [
        ("Ash let 600 go in 2031.", {}, 0.65),
        ("Ash let 600 go in 2031.", {"text": "Ash let 600 go in 2031. He planned it."}, 0.65),
        ("Ash let 600 go in 2031.", {"text": "Ash let 600 go in 2031. Ann wept."}, 0.71),
        ("Ash of Bonn let 600 go.", {"published": date(2030, 1, 2)}, 0.65),
        ("Ann Ash let 600 go.", {}, 0.6),
        ("Ann Ash let 600 go.", {"published": date(2031, 1, 2)}, 0.71),
        ("Ann Ash let 600 go.", {"published": date(2031, 1, 2), "publisher": "Bonn Post"}, 0.8),
    ],
)
def test_a_surname_stands_for_a_name_and_a_publisher_for_its_town(told, known, expected):
    question = understand("How many did Ann Ash let go in Bonn in 2031?")
    whole = reading("Ann Ash of Bonn let 700 go in 2031.", "700")
    part = reading(told, "600")
    article = part.passage.article.model_copy(update=known)
    part = part.model_copy(update={"passage": part.passage.model_copy(update={"article": article})})
    _, weighed = of_the_names(question, [whole, part])
    assert round(weighed.probability, 2) == expected


def test_what_says_yes_or_no_is_weighed_by_names_elsewhere():
    both, one = reading("Bolt let 600 go in Arden.", "600"), reading("Bolt let 700 go.", "700")
    told = of_the_names(understand("Did Bolt let people go in Arden?"), [both, one])
    assert [answer.probability for answer in told] == [0.8, 0.8]


def test_where_only_unlikely_readings_name_it_all_stay():
    question = "How many people did Bolt let go?"
    unlikely = reading(BOLT, "600", probability=0.2)
    assert kept(question, unlikely, reading(ACME, "830")) == ["600", "830"]


def test_without_names_a_word_of_the_question_is_enough_and_none_is_not():
    led = reading("It was a study led by Ann Ash.", "Ann Ash")
    won = reading("The race was won by Bo Birk.", "Bo Birk")
    assert kept("Who led the study?", led, won) == ["Ann Ash"]
    assert kept("Who led the race?", led, won) == ["Ann Ash", "Bo Birk"]


@pytest.mark.parametrize(
    ("question", "share"),
    [("how many went?", 1.0), ("Did Bolt go?", 1.0), ("Is it Bolt or Acme?", 0.5)],
)
def test_the_share_of_names_is_of_those_in_the_question(question, share):
    assert share_of_names(understand(question), passage(BOLT)) == share


@pytest.mark.parametrize(
    ("question", "text", "title", "expected"),
    [
        ("Who runs Bolt?", "In May, Bolt let people go.", "Jobs", True),
        ("Who runs Bolt?", "In May, people left.", "Bolt", True),
        ("Who runs Bolt?", "In May, Acme let people go.", "Jobs", False),
        ("Who runs Bolt in Bonn?", "In May, Bolt let people go.", "Jobs", True),
        ("Who runs the harbour ferry?", "The ferry left the harbour.", "Sea", True),
        ("Who runs the harbour ferry?", "The mill burned.", "Fire", False),
    ],
)
def test_a_passage_speaks_of_half_of_the_names_or_where_there_are_none_of_the_words(
    question, text, title, expected
):
    assert speaks_of(understand(question), passage(text, title)) is expected

"""The answer as HTML: what a reader sees, and what an article cannot do to the page."""

import re

import pytest

from index.models import Article, Passage, Span
from qa.models import Answer, Disagreement, Position, Statement
from tests.ui import stories
from tests.ui.reading_html import Reading
from ui.quotes import SHOWN
from ui.render import render_answer


def read(answer: Answer, **kwargs) -> Reading:
    return Reading(render_answer(answer, asked=kwargs.pop("asked", answer.question), **kwargs))


def test_an_answer_shows_its_headline_its_quote_and_who_said_it_when():
    text = read(stories.agreed()).text
    assert text.startswith(
        "Friday The ferry sails again on Friday. [1] Harbour Times, 4 March 2026"
    )


def test_a_source_without_a_date_is_called_undated():
    assert "[3] Coast Daily, undated" in read(stories.disputed()).text


def test_a_quote_is_a_button_that_knows_its_exact_place():
    payloads = [v for _, name, v in read(stories.agreed()).attributes if name == "data-payload"]
    start = stories.HARBOUR.text.index("The ferry sails")
    end = start + len("The ferry sails again on Friday.")
    assert payloads == [f'{{"article_id": "harbour", "start": {start}, "end": {end}}}']


def test_a_disagreement_warns_and_shows_the_sides_with_quotes_and_origins():
    html = render_answer(stories.disputed(), asked="How many passengers were injured?")
    warning = html[html.index("cc-warn") :]
    text = Reading(f'<section class="{warning}').text
    assert "Sources disagree How many were injured 12 Twelve passengers" in text
    assert "2 sources, 1 origin 9 Nine passengers were injured" in text
    assert "1 source, 1 origin These cannot both hold." in text


def test_a_sentence_that_a_side_of_the_warning_shows_is_not_repeated():
    assert read(stories.disputed()).text.count("Nine passengers were injured") == 1


def test_a_statement_that_says_more_than_the_sides_stays():
    both = Statement(
        text="Counts differ.", citations=(*stories.TWELVE.citations, *stories.NINE.citations)
    )
    answer = stories.answer(
        stories.TWELVE,
        stories.NINE,
        disagreements=(stories.disagreement(),),
        statements=(both,),
    )
    assert "Counts differ." in read(answer).text


@pytest.mark.parametrize("kind", ["contradiction", "superseded"])
def test_what_cannot_both_hold_is_a_warning_before_the_sentences(kind):
    html = render_answer(stories.disputed(kind), asked="?")
    assert "cc-card cc-warn" in html
    assert 'd="M10 2 1 18h18' in html  # The triangle: colour alone must not carry it.


@pytest.mark.parametrize("kind", ["estimate", "scope", "opinion"])
def test_what_can_both_hold_is_a_note_after_the_sentences(kind):
    html = render_answer(stories.disputed(kind), asked="?")
    assert "cc-warn" not in html
    assert html.index("cc-statements") < html.index("cc-card cc-note")
    assert Reading(html).text.count("Nine passengers were injured") == 1
    assert Reading(html).text.count("[3] Coast Daily, undated") == 2


def test_one_answering_article_is_not_called_agreement():
    assert "Only one article answers" in read(stories.agreed()).text


def test_sentences_that_were_gathered_are_not_said_to_differ_or_to_answer():
    answer = stories.answer(stories.TWELVE, stories.NINE).model_copy(update={"gathered": True})
    said = read(answer).text
    assert "What the articles say" in said
    assert "The sentences nearest to what is asked. No disagreement found among them." in said
    assert "different answers" not in said


def test_one_sentence_that_was_gathered_is_said_to_be_near():
    one = stories.answer(
        stories.TWELVE.model_copy(update={"citations": stories.TWELVE.citations[:1]})
    )
    said = read(one.model_copy(update={"gathered": True})).text
    assert "The sentence nearest to what is asked. No short answer was found." in said


def test_agreeing_articles_are_counted_where_disagreements_would_stand():
    answer = stories.answer(stories.TWELVE, headline="12")
    assert "No disagreement found among the 2 articles that answer." in read(answer).text


def test_words_that_another_source_used_are_not_repeated_but_it_stays_a_button():
    page = read(stories.answer(stories.TWELVE, headline="12"))
    assert page.text.count("Twelve passengers were injured") == 1
    assert "the same words [2] Northern Wire, undated" in page.text
    assert page.tags.count("button") == 2


def test_no_leading_answer_says_that_they_differ():
    answer = stories.answer(stories.TWELVE, stories.NINE)
    assert read(answer).text.startswith("The articles give different answers")


def test_articles_that_do_not_say_are_folded_and_can_be_opened():
    page = read(stories.disputed(), silent=[stories.WEATHER])
    assert "1 article was read and does not say A calm week ahead" in page.text
    assert ("button", "data-payload", '{"article_id": "weather"}') in page.attributes
    assert not any(tag == "details" and name == "open" for tag, name, _ in page.attributes)


def test_declining_says_so_and_calls_the_passages_nearest_not_answers():
    page = read(stories.declined())
    assert page.text.startswith("The articles do not say Nearest passages.")
    assert "they do not answer it" in page.text
    assert "[1]" not in page.text
    assert "h3" in page.tags


def test_declining_without_passages_promises_none():
    answer = Answer(question="Who?", answered=False)
    assert read(answer).text == "The articles do not say"


def test_a_long_nearest_passage_is_cut_between_words():
    text = "word " * 200
    article = Article(id="long", title="Long", text=text.strip())
    passage = Passage(
        article=article,
        span=Span(start=0, end=len(article.text)),
        text=article.text,
        score=0.1,
        rank=1,
    )
    answer = Answer(question="Who?", answered=False, nearest=(passage,))
    words = read(answer).text
    assert "word word …" in words
    assert len(words) < 500


def test_a_heading_does_not_run_into_the_sentence_under_it():
    article = Article(id="a", title="A", text="Costs\nThe dam cost 4 million.")
    span = Span(start=0, end=len(article.text))
    passage = Passage(article=article, span=span, text=article.text, score=0.1, rank=1)
    answer = Answer(question="Who?", answered=False, nearest=(passage,))
    assert "Costs · The dam cost 4 million." in read(answer).text


def test_the_question_as_understood_is_shown_only_when_it_was_rewritten():
    assert "Understood as" not in read(stories.agreed()).text
    follow_up = read(stories.agreed(), asked="And when does it sail?").text
    assert follow_up.startswith("Understood as: When does the ferry sail again?")


def test_many_sources_of_one_position_are_folded_after_the_first():
    articles = [
        Article(id=f"a{n}", title=f"Paper {n}", publisher=f"Paper {n}", text=f"It was {n} o'clock.")
        for n in range(6)
    ]
    position = stories.position("6", *(stories.quote(a, a.text) for a in articles))
    html = render_answer(stories.answer(position, headline="6"), asked="?")
    shown, folded = html.split("<details>", 1)
    assert shown.count("data-event") == SHOWN
    assert folded.count("data-event") == 6 - SHOWN
    assert "3 more sources" in folded


HOSTILE = "</script><img src=x onerror=alert(1)>\"'{{value}}${value}&lt;"


def hostile() -> Answer:
    article = Article(id=HOSTILE, title=HOSTILE, publisher=HOSTILE, text=HOSTILE)
    said = Position(
        answer=HOSTILE,
        text=HOSTILE,
        citations=(stories.quote(article, HOSTILE),),
        origins=1,
    )
    sides = (said, stories.NINE)
    about = Disagreement(kind="contradiction", about=HOSTILE, sides=sides)
    return stories.answer(
        *sides, question=HOSTILE, headline=HOSTILE, disagreements=(about,), silent=()
    )


def test_text_from_an_article_stays_text():
    article = Article(id="x", title=HOSTILE, publisher=HOSTILE, text=HOSTILE)
    for answer in (hostile(), hostile().model_copy(update={"question": "other"})):
        html = render_answer(answer, asked=HOSTILE, silent=[article])
        page = Reading(html)
        assert set(page.tags) <= ALLOWED
        assert not [name for _, name, _ in page.attributes if name.startswith("on")]
        assert HOSTILE in "".join(page.words)


# What render.py itself writes; an article brings no tag of its own.
ALLOWED = {"p", "h3", "h4", "q", "span", "button", "section", "div", "ul", "li"}
ALLOWED |= {"details", "summary", "svg", "path", "mark"}


def test_nothing_escapes_from_a_payload():
    html = render_answer(hostile(), asked="?")
    assert re.findall(r'data-payload="[^"]*"', html)
    assert not re.search(r'data-payload="[^"]*<', html)

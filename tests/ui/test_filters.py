"""Filters in words and as chips."""

import json

import pytest

from index.filters import Filter
from qa.models import Answer
from tests.ui import stories
from tests.ui.reading_html import Reading
from ui.filters import render_filters, searched
from ui.markdown import answer_markdown
from ui.render import render_answer


def payloads(answer: Answer) -> list[list[str]]:
    found = Reading(render_filters(answer)).attributes
    loads = [json.loads(value) for _, name, value in found if name == "data-payload"]
    assert {load["question"] for load in loads} <= {answer.question}
    return [load["without"] for load in loads]


def days(*kinds_and_days: tuple[str, str]) -> str:
    filters = [Filter(kind=kind, value=day, words="then") for kind, day in kinds_and_days]
    (line,) = searched(Answer(question="Who then?", answered=False, filters=filters))
    return line


def test_without_filters_nothing_is_said():
    assert render_filters(stories.agreed()) == ""
    assert searched(stories.agreed()) == []


def test_each_filter_is_a_chip_above_the_answer_that_asks_without_it():
    answer = stories.filtered("applied", "applied")
    page = Reading(render_answer(answer, asked=answer.question))
    assert page.text.startswith(
        "Only Ask again without the filter: Harbour Times "
        "Ask again without the filter: since 1 March 2026 Friday"
    )
    assert payloads(answer) == [["the Harbour Times"], ["since March 2026"]]


def test_a_filter_that_was_taken_away_can_be_put_back_and_the_other_taken_too():
    answer = stories.filtered("removed", "applied")
    assert payloads(answer) == [["the Harbour Times", "since March 2026"], []]
    text = Reading(render_filters(answer)).text
    assert "Asked without Ask again with the filter: Harbour Times" in text
    assert searched(answer) == ["Only since 1 March 2026", "Asked without Harbour Times"]


def test_what_was_given_up_is_said_and_has_no_chip():
    answer = stories.filtered("unmatched", "unmatched")
    said = (
        "No article from Harbour Times since 1 March 2026 answers this, so all articles were "
        "searched."
    )
    assert Reading(render_filters(answer)).text == said
    assert payloads(answer) == []
    assert said in answer_markdown(answer, asked=answer.question)


def test_days_are_given_up_alone():
    assert searched(stories.filtered("applied", "unmatched")) == [
        "Only Harbour Times",
        "No article from Harbour Times since 1 March 2026 answers this, so those of any date "
        "were searched.",
    ]


def test_a_name_of_several_publishers_is_one_chip():
    filters = [
        Filter(kind="publisher", value=f"The Post - {part}", words="the Post")
        for part in ("Art", "News", "Sports")
    ]
    answer = Answer(question="What does the Post say?", answered=False, filters=filters)
    assert searched(answer) == ["Only The Post - Art, The Post - News or The Post - Sports"]
    assert payloads(answer) == [["the Post"]]


@pytest.mark.parametrize(
    ("kinds_and_days", "line"),
    [
        ([("since", "2024-05-01")], "Only since 1 May 2024"),
        ([("until", "2024-05-31")], "Only until 31 May 2024"),
        ([("since", "2024-05-01"), ("until", "2024-05-01")], "Only on 1 May 2024"),
        (
            [("since", "2024-05-01"), ("until", "2024-05-31")],
            "Only from 1 May 2024 to 31 May 2024",
        ),
    ],
)
def test_days_are_written_as_a_person_does(kinds_and_days, line):
    assert days(*kinds_and_days) == line


def test_what_a_filter_says_stays_text():
    name = "<img src=x onerror=alert(1)>\"'"
    found = Filter(kind="publisher", value=name, words=name)
    answer = Answer(question=f"What does {name} say?", answered=False, filters=[found])
    page = Reading(render_filters(answer))
    assert "img" not in page.tags
    assert payloads(answer) == [[name]]

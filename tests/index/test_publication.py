"""When a day in a question says when something was reported, and when it does not."""

import pytest

from index.attribution import attributed
from index.publication import published
from index.publishers import Publishers

KNOWN = Publishers(["Bloomberg", "Ferry News"])


def window(text: str) -> tuple[str, str, str] | None:
    found = published(text, attributed(text, KNOWN))
    return found and (text[found.start : found.end], str(found.since), str(found.until))


@pytest.mark.parametrize(
    ("question", "words", "since", "until"),
    [
        ("What has changed hands since October 2023?", "since October 2023", "2023-10-01", "None"),
        ("Since 3 March 2024, who runs it?", "Since 3 March 2024", "2024-03-03", "None"),
        ("What do articles since 2023 say?", "since 2023", "2023-01-01", "None"),
        ("What is the news after 5 May 2024?", "after 5 May 2024", "2024-05-06", "None"),
        ("What was reported after March 2024?", "after March 2024", "2024-04-01", "None"),
        ("What do stories before May 2024 say?", "before May 2024", "None", "2024-04-30"),
        ("What do stories until May 2024 say?", "until May 2024", "None", "2024-05-31"),
        ("What is in articles from May 2024?", "from May 2024", "2024-05-01", "2024-05-31"),
        ("Do articles from May 2024 on say so?", "from May 2024 on", "2024-05-01", "None"),
        (
            "Which articles about the old dam published in 2023 name Holm?",
            "in 2023", "2023-01-01", "2023-12-31",
        ),
        (
            "What do articles between 1 May 2024 and 3 June 2024 say?",
            "between 1 May 2024 and 3 June 2024", "2024-05-01", "2024-06-03",
        ),
        (
            "What did Bloomberg report on 5 May 2024 about the dam?",
            "on 5 May 2024", "2024-05-05", "2024-05-05",
        ),
        (
            "What does Bloomberg's article of 5 May 2024 say?",
            "of 5 May 2024", "2024-05-05", "2024-05-05",
        ),
        ("Who won, according to Bloomberg in 2023?", "in 2023", "2023-01-01", "2023-12-31"),
    ],
)  # fmt: skip
def test_a_day_of_reporting_is_one_of_publication(question, words, since, until):
    assert window(question) == (words, since, until)


@pytest.mark.parametrize(
    "question",
    [
        "Who was president in 2019?",
        "What happened on 3 March 2024?",
        "Who led the council before May 2024?",
        "Who has been mayor since 2019?",
        "What did Musk say on 3 March 2024?",
        "How many cases were reported in March 2020?",
        "Which book was published in 2019?",
        "Was it the worst flood since May 1953?",
        "What was the toll before the deal?",
        "What does Bloomberg say before Microsoft's deal?",
        "What does Bloomberg say of the flood on 3 March 2024?",
        "What do articles since the deal say?",
        "What do articles since 4/5/2024 say?",  # May or April.
        "Articles?",
    ],
)
def test_a_day_that_is_part_of_what_is_asked_is_none(question):
    assert window(question) is None


@pytest.mark.parametrize(
    "question",
    [
        "What do articles from May 2024 and articles from June 2023 say?",
        "Is the report from Bloomberg on 5 May 2024 consistent with what was said then?",
        "Has the toll remained the same since the article published on 5 May 2024?",
        "Did the Bloomberg article of 5 May 2024 say more than Ferry News reported?",
        "Between the report from Bloomberg on 5 May 2024 and that from Ferry News, who is right?",
    ],
)
def test_days_of_several_reports_are_none(question):
    assert window(question) is None

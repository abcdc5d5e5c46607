"""Who gave up a role does not hold it still."""

import pytest

from index.models import Article, Passage, Span
from qa.answers.leaving import gave_up
from qa.questions.question import understand
from qa.telling.sentences import Sentence

STILL = "Is Bo Birk still chief executive of Ash Lines?"


def said(text: str) -> Sentence:
    whole = Span(start=0, end=len(text))
    article = Article(id="a", title="News", text=text)
    passage = Passage(article=article, span=whole, text=text, score=1.0, rank=1)
    return Sentence(passage=passage, span=whole, is_heading=False)


@pytest.mark.parametrize(
    "text",
    [
        "Bo Birk, who stepped down as head of Ash Lines on Monday, said so.",
        "On Monday Birk resigned.",
        "Last week Bo Birk was ousted by the board of Ash Lines.",
        "The founder, Bo Birk, has left after ten years.",
    ],
)
def test_what_tells_that_somebody_left_denies_that_they_hold_a_role(text):
    assert gave_up(understand(STILL), said(text))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (STILL, "Bo Birk, chief executive of Ash Lines, spoke."),
        (STILL, "Bo Birk did not resign."),
        (STILL, "Bo Birk is to be replaced."),
        (STILL, "Bo Birk will have resigned by May."),
        (STILL, "Bo Birk met Cy Coil, who resigned."),
        (STILL, "Bo Birk, who stepped down as chairman of Coil Foods, spoke."),
        (STILL, "Then he resigned."),
        ("Was Bo Birk chief executive of Ash Lines?", "Bo Birk resigned on Monday."),
        ("Is Bo Birk married?", "Bo Birk resigned on Monday."),
    ],
)
def test_nothing_else_does(question, text):
    assert not gave_up(understand(question), said(text))

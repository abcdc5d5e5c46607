"""Questions on prose -> the same on what is left of a page of the web."""

import random
from dataclasses import dataclass

from index.models import Span
from qa.training.examples import Asked
from qa.training.webpages import clutter, cluttered

PASSAGE = (
    'He "left" in May (2019).\n\nAnn Ash won the race in 2020. It rained. Bo Birk\'s boat sank.'
)
ANSWER = PASSAGE.index("Ann Ash")
ASKED = Asked("Who won?", "Race", PASSAGE, Span(start=ANSWER, end=ANSWER + 7), "asked")


@dataclass
class Seen:
    """What was found in a number of drawn pages."""

    tokens: int = 0
    flat: int = 0
    before: int = 0
    after: int = 0
    between: int = 0


def pages(number: int = 200) -> list[Asked]:
    return [cluttered(ASKED, random.Random(seed)) for seed in range(number)]


def test_the_answer_is_found_again_on_every_page() -> None:
    for page in pages():
        assert page.answer
        assert page.answer.of(page.passage) == "Ann Ash"
        assert page.passage[page.answer.end :].startswith(" won the race in 2020")


def test_a_question_that_is_not_answered_stays_one() -> None:
    silent = ASKED._replace(answer=None)
    for seed in range(30):
        page = cluttered(silent, random.Random(seed))
        assert page.answer is None
        assert "won the race in 2020" in page.passage


def test_pages_have_clutter_around_and_in_them_and_some_have_their_words_apart() -> None:
    seen, lines = Seen(), clutter()
    for page in pages():
        seen.tokens += "`` left ''" in page.passage
        seen.flat += "\n" not in page.passage
        seen.before += any(page.passage.startswith(line) for line in lines)
        seen.after += any(page.passage.endswith(line) for line in lines)
        seen.between += "won the race in 2020. It rained" not in page.passage
    assert 30 < seen.tokens < 90
    assert 40 < seen.flat < 140
    assert 120 < seen.before < 190
    assert 120 < seen.after < 190
    assert 60 < seen.between < 140


def test_clutter_is_many_lines_none_of_them_empty() -> None:
    assert len(clutter()) > 300
    assert all(line.strip() for line in clutter())
    assert len(set(clutter())) == len(clutter())

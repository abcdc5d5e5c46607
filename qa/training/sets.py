"""The sets of `qa/training/sets`: pages that a search finds on one topic, and which answer what.

Most of what is found for a question is on its topic, and most of that does not answer it.
"""

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from qa.datasets.topics import Page, Question, Topic, parse
from qa.datasets.written import parsed, places
from qa.training.examples import Asked
from qa.training.lessons import TITLED, typed

FOLDER = Path(__file__).parent / "sets"
VERSIONS = Path(__file__).parent / "versions"
"""Two articles that tell of one thing, and a third: only the comparing network learns from them."""

COVERAGE = Path(__file__).parent / "coverage"
"""Passages of four reports of one story, as long as those that a search finds in news."""

SILENT = 2  # Pages that do not answer, for each question of a round.
ANSWERING = 2  # Pages that answer, at most, likewise.


def topics(folder: Path = FOLDER) -> list[Topic]:
    """Read all files of a folder.

    Raises:
        LineError: a line of a file cannot be understood; the message names both.
    """
    return parsed(folder, parse)


def one_round(found: Iterable[Topic], rng: random.Random) -> list[Asked]:
    """Ask every question of some pages that answer it, and of some that do not."""
    return [
        asked
        for topic in found
        for question in topic.questions
        for asked in _asked(topic, question, rng)
    ]


def whole(found: Iterable[Topic]) -> list[Asked]:
    """Ask every question of all pages, under their titles."""
    return [
        _of_page(question.text, page, question.answers.get(number), title=page.title)
        for topic in found
        for question in topic.questions
        for number, page in topic.pages.items()
    ]


def _asked(topic: Topic, question: Question, rng: random.Random) -> Iterator[Asked]:
    others = [number for number in topic.pages if number not in question.answers]
    drawn = [
        *rng.sample(sorted(question.answers), min(ANSWERING, len(question.answers))),
        *rng.sample(others, min(SILENT, len(others))),
    ]
    for number in drawn:
        page = topic.pages[number]
        title = page.title if rng.random() < TITLED else ""
        words = question.answers.get(number)
        yield typed(_of_page(question.text, page, words, title=title), rng)


def _of_page(question: str, page: Page, words: str | None, *, title: str) -> Asked:
    place = places(page.text, words)[0] if words else None
    return Asked(question, title, page.text, place, "sets")

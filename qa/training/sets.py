"""The sets of `qa/training/sets`: pages that a search finds on one topic, and which answer what.

Most of what is found for a question is on its topic, and most of that does not answer it.
"""

import random
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from qa.training.examples import Asked, places
from qa.training.files import LineError, is_held_out, parsed, parts
from qa.training.lessons import TITLED, typed

FOLDER = Path(__file__).parent / "sets"
SILENT = 2  # Pages that do not answer, for each question of a round.
ANSWERING = 2  # Pages that answer, at most, likewise.

_PAGE = re.compile(r"([0-9]+) (.*?) ?\|\| (.+)")
_ANSWER = re.compile(r"([0-9]+): (.+)")
_SIDES = "sides: "

Relation = Literal["same", "both", "differ"]


class Page(NamedTuple):
    """A passage with the title of its page."""

    title: str
    text: str


class Question(NamedTuple):
    """What is asked of all pages of a topic.

    Attributes:
        answers: The words of each page that answers, by its number.
        sides: The numbers of the pages that say the same, in groups; empty where nobody said so.
        signs: How each side stands to the next: "/" where they say otherwise, so that a reader is
            to be told, "~" where both are right together.
    """

    text: str
    answers: Mapping[int, str]
    sides: tuple[tuple[int, ...], ...] = ()
    signs: str = ""

    @property
    def differs(self) -> bool:
        """Whether a reader is to be told that pages say otherwise."""
        return "/" in self.signs

    def relation(self, one: int, other: int) -> Relation | None:
        """Return how the answers of two pages stand to each other; None where it is not known."""
        places = [at for page in (one, other) for at, side in enumerate(self.sides) if page in side]
        if len(places) < 2:
            return None
        signs = set(self.signs[min(places) : max(places)])
        if not signs:
            return "same"
        if len(signs) > 1:
            return None
        return "differ" if signs == {"/"} else "both"


@dataclass
class Topic:
    """Pages by their number, and questions."""

    name: str
    pages: dict[int, Page] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)

    @property
    def held_out(self) -> bool:
        """Whether it is kept for measuring, decided by its name."""
        return is_held_out(self.name)


def topics(folder: Path = FOLDER) -> list[Topic]:
    """Read all files of a folder.

    Raises:
        LineError: a line of a file cannot be understood; the message names both.
    """
    return parsed(folder, parse)


def parse(text: str) -> Iterator[Topic]:
    """Yield the topics of a file; `qa/training/sets/README.md` says how they are written."""
    for heading, lines in parts(text, begins="== "):
        if not heading.startswith("== "):
            raise LineError(f"not understood: {heading!r}")
        topic = Topic(heading[3:])
        for line in lines:
            _add(topic, line)
        yield topic


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


def _add(topic: Topic, line: str) -> None:
    if page := _PAGE.fullmatch(line):
        topic.pages[int(page[1])] = Page(page[2], page[3])
        return
    asked, *said = line.removeprefix("? ").split(" || ")
    sides = said.pop().removeprefix(_SIDES) if said and said[-1].startswith(_SIDES) else ""
    answers = [_ANSWER.fullmatch(one.strip()) for one in said if one.strip() != "none"]
    if not line.startswith("? ") or not said or not all(answers):
        raise LineError(f"not understood: {line!r}")
    given = {int(one[1]): one[2].strip() for one in answers if one}
    for number, words in given.items():
        if number not in topic.pages or not places(topic.pages[number].text, words):
            raise LineError(f"not in page {number}: {words!r}")
    topic.questions.append(_with_sides(Question(asked.strip(), given), sides))


def _with_sides(question: Question, sides: str) -> Question:
    """Add who says the same: "2 7 / 5"."""
    groups, signs = re.split("[/~]", sides), "".join(re.findall("[/~]", sides))
    numbers = tuple(tuple(map(int, group.split())) for group in groups if group.strip())
    if sides and sorted(sum(numbers, ())) != sorted(question.answers):
        raise LineError(f"not the pages that answer: {sides!r}")
    return question._replace(sides=numbers, signs=signs)


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

"""Pages that a search finds on one topic, as `qa/training/sets/README.md` says they are written.

Most of what is found for a question is on its topic, and most of that does not answer it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from qa.datasets.written import LineError, is_held_out, parts, places

_PAGE = re.compile(r"([0-9]+) (.*?) ?\|\| (.+)")
_ANSWER = re.compile(r"([0-9]+): (.+)")
_SIDES = "sides: "

Relation = Literal["same", "both", "differ"]
"""How two answers stand to each other: both are right together, though they are not the same."""


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
        found = [at for page in (one, other) for at, side in enumerate(self.sides) if page in side]
        if len(found) < 2:
            return None
        signs = set(self.signs[min(found) : max(found)])
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


def read_topics(path: Path) -> list[Topic]:
    """Read a file.

    Raises:
        LineError: a line cannot be understood; the message names it.
    """
    return list(parse(path.read_text(encoding="utf-8")))


def parse(text: str) -> Iterator[Topic]:
    """Yield the topics of a file.

    Raises:
        LineError: a line cannot be understood; the message names it.
    """
    for heading, lines in parts(text, begins="== "):
        if not heading.startswith("== "):
            raise LineError(f"not understood: {heading!r}")
        topic = Topic(heading[3:])
        for line in lines:
            _add(topic, line)
        yield topic


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

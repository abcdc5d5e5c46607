"""The stories of `qa/training/stories` and the pages of `pages` -> facts, told in several ways."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from qa.datasets.written import LineError, is_held_out, parsed

FOLDER = Path(__file__).parent / "stories"
PAGES = Path(__file__).parent / "pages"

YES = "yes"
"""The answer of a question that the tellings say yes to."""

_THING = re.compile(r"([A-Z][A-Z0-9_]*): (.+)")
SLOT = re.compile(r"\{([A-Z][A-Z0-9_]*)(\.last)?\}")


@dataclass
class Fact:
    """One thing that happened, and what is written around it; `{NAME}` stands for a thing."""

    tellings: list[str] = field(default_factory=list)
    questions: list[tuple[str, str]] = field(default_factory=list)  # with the thing, or YES
    denials: list[str] = field(default_factory=list)
    near: list[str] = field(default_factory=list)


@dataclass
class Story:
    """An invented event, or a page of rows on an invented person, place or thing."""

    name: str
    page: bool = False  # Its tellings are rows and items rather than sentences.
    things: dict[str, str] = field(default_factory=dict)
    titles: list[str] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    background: list[str] = field(default_factory=list)

    @property
    def source(self) -> str:
        """What examples made of it say that they are from."""
        return "pages" if self.page else "stories"

    @property
    def held_out(self) -> bool:
        """Whether it is kept for measuring, decided by its name."""
        return is_held_out(self.name)


def stories(folder: Path = FOLDER) -> list[Story]:
    """Read all stories of a folder; those of the folder `pages` are pages of rows.

    Raises:
        LineError: a line of a file cannot be understood; the message names both.
    """
    return parsed(folder, partial(parse, page=folder.name == PAGES.name))


def parse(text: str, *, page: bool = False) -> Iterator[Story]:
    """Yield the stories of a file; `qa/training/stories/README.md` says how they are written."""
    for block in re.split(r"^(?=# )", text, flags=re.M):
        if block.strip():
            yield _story(block, page=page)


def _story(block: str, *, page: bool) -> Story:
    heading, *lines = block.splitlines()
    if not heading.startswith("# "):
        raise LineError(f"a story begins with '# ': {heading!r}")
    story = Story(heading[2:].strip(), page)
    fact: Fact | None = None
    for line in map(str.strip, lines):
        if not line:
            fact = None
        elif thing := _THING.fullmatch(line):
            story.things[thing[1]] = thing[2]
        elif line.startswith("title: "):
            story.titles.append(line.removeprefix("title: "))
        elif line.startswith("+ "):
            story.background.append(line[2:])
        else:
            if fact is None:
                fact = Fact()
                story.facts.append(fact)
            _add(fact, line)
    _check(story)
    return story


def _add(fact: Fact, line: str) -> None:
    mark, rest = line[:2], line[2:]
    if mark == "? " and " = " in rest:
        question, _, thing = rest.rpartition(" = ")
        fact.questions.append((question.strip(), thing.strip()))
        return
    places = {"- ": fact.tellings, "! ": fact.denials, "~ ": fact.near}
    if mark not in places:
        raise LineError(f"not understood: {line!r}")
    places[mark].append(rest)


def _check(story: Story) -> None:
    """Raise LineError where a thing is named that the story does not have."""
    told = [*story.titles, *story.background]
    for fact in story.facts:
        if not fact.tellings:
            raise LineError(f"{story.name}: a fact without a telling")
        told += [*fact.tellings, *fact.denials, *fact.near]
        told += [question for question, _ in fact.questions]
        told += [f"{{{thing}}}" for _, thing in fact.questions if thing != YES]
    for text in told:
        for slot in SLOT.finditer(text):
            if slot[1] not in story.things:
                raise LineError(f"{story.name}: no such thing: {slot[1]}")

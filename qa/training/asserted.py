"""Yes-or-no questions on pages that are written already -> pairs, as such a question is answered.

The sentence of a page that decides one bears out what is asked, or denies it; a page that does not
decide it says nothing of it, although it is on the topic.
"""

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from qa.datasets.pairs import LABELS, Pair
from qa.datasets.topics import Page, Topic
from qa.datasets.written import LineError, parsed, parts, places
from qa.questions.statement import statement
from qa.training.crossed import near, sentence_with

FOLDER = Path(__file__).parent / "asserted"
SOURCE = "asserted"
SILENT = 2  # Pages that do not decide, for each question of a round.

_VERDICTS = {"yes": "entailment", "no": "contradiction"}
_VERDICT = re.compile(r"([0-9]+): (yes|no): (.+)")


class Verdict(NamedTuple):
    """What a page says, by one of LABELS, and the words of it that say so."""

    label: str
    words: str


class Asserted(NamedTuple):
    """A yes-or-no question on the pages of a topic; `verdicts` by the number of the page."""

    topic: Topic
    text: str
    verdicts: Mapping[int, Verdict]


def asserted(topics: Sequence[Topic], folder: Path = FOLDER) -> list[Asserted]:
    """Read all files of a folder: the questions on these topics, those on others are left out.

    Raises:
        LineError: a line of a file cannot be understood; the message names both.
    """
    return parsed(folder, partial(parse, topics={topic.name: topic for topic in topics}))


def parse(text: str, *, topics: Mapping[str, Topic]) -> Iterator[Asserted]:
    """Yield the questions of a file.

    Raises:
        LineError: a line cannot be understood; the message names it.
    """
    for heading, lines in parts(text, begins="== "):
        if not heading.startswith("== "):
            raise LineError(f"not understood: {heading!r}")
        if topic := topics.get(heading[3:]):
            yield from (_question(topic, line) for line in lines)


def _question(topic: Topic, line: str) -> Asserted:
    asked, *said = line.removeprefix("? ").split(" || ")
    found = [_VERDICT.fullmatch(one) for one in said if one != "none"]
    if not line.startswith("? ") or not said or not all(found) or statement(asked) is None:
        raise LineError(f"not understood: {line!r}")
    verdicts = {int(one[1]): Verdict(_VERDICTS[one[2]], one[3]) for one in found if one}
    for number, verdict in verdicts.items():
        if number not in topic.pages or not places(topic.pages[number].text, verdict.words):
            raise LineError(f"not in page {number}: {verdict.words!r}")
    return Asserted(topic, asked, verdicts)


def pairs(found: Iterable[Asserted], rng: random.Random) -> list[Pair]:
    """Set every question, as a statement, beside what decides it and some that does not."""
    return [pair for one in found for pair in _of(one, rng)]


def _of(one: Asserted, rng: random.Random) -> Iterator[Pair]:
    hypothesis = statement(one.text)
    assert hypothesis is not None  # Else it was not read.

    def pair(page: Page, premise: str, label: str) -> Pair:
        return Pair(premise, hypothesis, LABELS.index(label), SOURCE, page.title)

    for number, verdict in one.verdicts.items():
        page = one.topic.pages[number]
        yield pair(page, sentence_with(page, verdict.words), verdict.label)
    others = [page for number, page in one.topic.pages.items() if number not in one.verdicts]
    for page in rng.sample(others, min(SILENT, len(others))):
        yield pair(page, rng.choice(near(page, one.text)), "neutral")

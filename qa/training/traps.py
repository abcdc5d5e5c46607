"""The questions of `qa/training/traps` -> what tells an answer from what only looks like one.

Some are asked of passages that stand beside them, some of paragraphs of the data, which are named
by the beginning of their checksums.
"""

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from index.models import Span
from index.segment import segment
from qa.datasets.squad import Paragraph
from qa.datasets.written import LineError, is_held_out, parsed, parts, places
from qa.english.terms import stems
from qa.training.examples import Asked
from qa.training.lessons import TITLED, cut, typed

FOLDER = Path(__file__).parent / "traps"
DIGITS = 10  # of a checksum
SOURCE = "traps"


class Question(NamedTuple):
    """A question with the words of its passage that answer it, or that only seem to."""

    text: str
    words: str
    answered: bool


@dataclass
class Block:
    """A passage, or the checksum of a paragraph of the data, and what is asked of it."""

    title: str = ""
    text: str = ""
    checksum: str = ""
    questions: list[Question] = field(default_factory=list)

    @property
    def held_out(self) -> bool:
        """Whether it is kept for measuring, decided by its name."""
        return is_held_out(self.title or self.checksum)


class Trap(NamedTuple):
    """A question of a passage."""

    passage: Paragraph
    question: Question
    place: Span
    """Where its words stand, which answer it or only seem to."""


def blocks(folder: Path = FOLDER) -> list[Block]:
    """Read all files of a folder.

    Raises:
        LineError: a line of a file cannot be understood; the message names both.
    """
    return parsed(folder, parse)


def parse(text: str) -> Iterator[Block]:
    """Yield the blocks of a file; `qa/training/traps/README.md` says how they are written."""
    for heading, lines in parts(text, begins="="):
        if heading.startswith("== ") and lines:
            block = Block(title=heading[3:], text=lines.pop(0))
        elif heading.startswith("= "):
            block = Block(checksum=heading[2:])
        else:
            raise LineError(f"not understood: {heading!r}")
        block.questions.extend(map(_question, lines))
        yield block


def traps(found: Iterable[Block], paragraphs: Iterable[Paragraph]) -> list[Trap]:
    """Return the questions with their passages; paragraphs that are not there are left out."""
    known = {sha256(p.text.encode()).hexdigest()[:DIGITS]: p for p in paragraphs}
    return [
        Trap(passage, question, place)
        for block in found
        if (passage := _passage(block, known))
        for question in block.questions
        if (place := _place(passage, question))
    ]


def one_round(drawn: Iterable[Trap], rng: random.Random) -> list[Asked]:
    """Ask every question once; all passages lose sentences alike, and none what looks right."""
    return [_asked(trap, rng) for trap in drawn]


def _question(line: str) -> Question:
    mark, rest = line[:2], line[2:]
    asked, separator, words = rest.rpartition(" | ")
    if mark not in {"+ ", "- "} or not separator:
        raise LineError(f"not understood: {line!r}")
    return Question(asked.strip(), words.strip(), mark == "+ ")


def _passage(block: Block, known: Mapping[str, Paragraph]) -> Paragraph | None:
    if block.checksum:
        return known.get(block.checksum)
    sentences = tuple(part.span for part in segment(block.text))
    return Paragraph(SOURCE, block.title, block.text, (), sentences)


def _place(passage: Paragraph, question: Question) -> Span | None:
    """Return where the words of a question stand: in the sentence that is most like it."""
    terms = set(stems(question.text))
    found = places(passage.text, question.words)
    return max(found, key=lambda place: _shared(terms, passage, place), default=None)


def _shared(terms: set[str], passage: Paragraph, place: Span) -> int:
    said = (s.of(passage.text) for s in passage.sentences if s.meets(place))
    return len(terms & set(stems(" ".join(said))))


def _asked(trap: Trap, rng: random.Random) -> Asked:
    passage, question = trap.passage, trap.question
    title = passage.title if rng.random() < TITLED else ""
    asked = Asked(question.text, title, passage.text, trap.place, "trap")
    short = typed(cut(asked, passage.sentences, rng), rng)
    return short if question.answered else short._replace(answer=None)

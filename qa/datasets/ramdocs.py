"""RAMDocs: ambiguous questions with documents, and what each document answers.

Source: Wang et al., Retrieval-augmented generation with conflicting evidence, arXiv 2504.13079.
"""

from pathlib import Path
from typing import Literal

from pydantic import Field

from index.models import Record
from qa.datasets.lines import read_lines

UNKNOWN = "unknown"  # What stands for the answer of a document that gives none.


class Document(Record):
    """A text that was found for a question, and what it answers."""

    text: str
    type: Literal["correct", "misinfo", "noise"]
    answer: str = Field(description=f'In its words or in others; "{UNKNOWN}" where it gives none.')

    @property
    def expected(self) -> tuple[str, ...]:
        """What counts as its answer; empty where it gives none."""
        return () if self.answer == UNKNOWN else (self.answer,)


class Ambiguous(Record):
    """A question that means several things, with a right answer for each."""

    question: str
    documents: tuple[Document, ...]
    disambig_entity: tuple[str, ...] = Field(default=(), description="What it can be about.")
    gold_answers: tuple[str, ...] = ()
    wrong_answers: tuple[str, ...] = ()


def read_ramdocs(path: Path) -> list[Ambiguous]:
    """Read a .jsonl file.

    Raises:
        ValueError: a line is no such question; the message names it.
    """
    return read_lines(path, Ambiguous)

"""Conversations with follow-ups, and the stand-alone questions that are meant.

Source: tests/benchmarks/followups.jsonl, written for this project.
"""

from pathlib import Path
from typing import Literal

from pydantic import Field

from index.models import Record
from qa.datasets.lines import read_lines

COMPLETE = "complete"
"""The kind of a turn that leans on nothing and must stay as it is."""


class Turn(Record):
    """A question of a chat, and what it means."""

    question: str = Field(min_length=1, description="As a user types it.")
    kind: str = Field(description="What it leans on, such as a pronoun, or `complete`.")
    alone: tuple[str, ...] = Field(
        min_length=1, description="The stand-alone questions that are right, the plainest first."
    )


class Conversation(Record):
    """A question that stands alone, and one or more turns after it."""

    id: str
    half: Literal["development", "held"] = Field(description="Rules are made with the first.")
    about: tuple[str, ...] = Field(description="Titles of the articles that it is about.")
    opening: str = Field(min_length=1)
    turns: tuple[Turn, ...] = Field(min_length=1)


def read_followups(path: Path) -> list[Conversation]:
    """Read a .jsonl file.

    Raises:
        ValueError: a line is no conversation; the message names it.
    """
    return read_lines(path, Conversation)

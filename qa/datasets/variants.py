"""Questions written in other ways: misspelt, in capitals, behind a pasted page."""

from pathlib import Path

from pydantic import Field

from index.models import Record
from qa.datasets.lines import read_lines


class Variant(Record):
    """A question, and another way to write it."""

    kind: str = Field(min_length=1, description="What is different, for example typos.")
    question: str = Field(min_length=1)
    variant: str = Field(min_length=1)


def read_variants(path: Path) -> list[Variant]:
    """Read a .jsonl file.

    Raises:
        ValueError: a line is no such record; the message names it.
    """
    return read_lines(path, Variant)

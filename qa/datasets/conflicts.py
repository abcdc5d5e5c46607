"""CONFLICTS: questions with dated pages from the web, and whether these are in conflict.

Source: Cattan et al., DRAGged into CONFLICTS, arXiv 2506.08500.
"""

from pathlib import Path
from typing import Literal

from pydantic import Field

from qa.datasets.documents import Documented
from qa.datasets.lines import read_lines

Label = Literal["no_conflict", "temporal", "source_reliability"]
"""temporal: some pages are outdated. source_reliability: some are wrong."""


class Conflicting(Documented):
    """A question with its pages, whose `source` is the set that the question is from."""

    conflict_type: Label
    reference_answers: tuple[str, ...] = Field(description="What is right today.")


def read_conflicts(path: Path) -> list[Conflicting]:
    """Read a .jsonl file.

    Raises:
        ValueError: a line is no such question; the message names it.
    """
    return read_lines(path, Conflicting)

"""WikiContradict: two passages of Wikipedia that contradict each other about a question.

Source: Hou et al., WikiContradict, NeurIPS 2024, arXiv 2406.13805.
"""

from pathlib import Path
from typing import Literal

from pydantic import Field

from qa.datasets.documents import Document, Documented
from qa.datasets.lines import read_lines


class Contradicted(Documented):
    """A question, what the first document answers, and what the second does."""

    conflict_type: Literal["conflict"]
    reference_answers: tuple[str, str]
    documents: tuple[Document, Document] = Field(description="In the order of the answers.")


def read_wikicontradict(path: Path) -> list[Contradicted]:
    """Read a .jsonl file.

    Raises:
        ValueError: a line is no such question; the message names it.
    """
    return read_lines(path, Contradicted)

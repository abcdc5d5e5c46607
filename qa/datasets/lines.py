"""A .jsonl file -> records, or the line that is none."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from index.models import Record

R = TypeVar("R", bound=Record)


def read_lines(path: Path, kind: type[R]) -> list[R]:
    """Read the record of each line that is not blank.

    Raises:
        ValueError: a line is no such record; the message names it.
    """
    return list(_records(path, kind))


def _records(path: Path, kind: type[R]) -> Iterator[R]:
    lines = path.read_text(encoding="utf-8").split("\n")  # A text may hold other ends of lines.
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield kind.model_validate_json(line)
        except ValidationError as error:
            wrong = error.errors()[0]
            place = ".".join(str(part) for part in wrong["loc"]) or "it"
            raise ValueError(f"line {number}: {place}: {wrong['msg']}") from error

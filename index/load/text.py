""".txt -> draft: the text as it is, but for line ends and front matter."""

from collections.abc import Iterator
from pathlib import Path

from index.load.decode import decode
from index.load.frontmatter import split
from index.load.raw import read_bytes
from index.load.records import MAX_CHARACTERS, Draft

MAX_BYTES = 4 * MAX_CHARACTERS  # No encoding needs more than 4 bytes a character.
REMEDY = "split it, or save its articles as a .jsonl file, one a line"


def read(path: Path) -> Iterator[Draft]:
    """Yield the one article of a text file."""
    said, text = read_text(path)
    yield Draft(text=text, said=said)


def read_text(path: Path) -> tuple[dict[str, object], str]:
    r"""Return the facts in the front matter of a file, and its text with \n as its line ends.

    Raises:
        LoadError: it is no text, too large, or its encoding cannot be told.
        OSError: it cannot be read.
    """
    content = decode(read_bytes(path, limit=MAX_BYTES, remedy=REMEDY))
    return split(content.replace("\r\n", "\n").replace("\r", "\n"))

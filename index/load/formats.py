"""The formats of files that are read. To add one, write a module and add a line here."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from index.load import html, jsons, markdown, text
from index.load.records import Draft, Flaw

Format = Callable[[Path], Iterator[Draft | Flaw]]
"""Yields the articles of one file as they stand in it.

Raises LoadError (whose message goes on after the name of the file) or OSError when the file cannot
be read as a whole.
"""

FORMATS: Mapping[str, Format] = {
    ".txt": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".json": jsons.read_json,
    ".jsonl": jsons.read_jsonl,
}


def format_of(name: str) -> Format | None:
    """Return the reader for files of this name, or None when there is none."""
    return FORMATS.get(Path(name).suffix.lower())

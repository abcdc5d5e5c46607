""".md -> draft: Markdown as plain text, so that its quotes read well."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from index.load.records import Draft
from index.load.tags import strip_tags
from index.load.text import read_text

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_VERBATIM = ("text", "code_inline")


def read(path: Path) -> Iterator[Draft]:
    """Yield the one article of a Markdown file; its first heading is its title unless stated."""
    said, source = read_text(path)
    tokens = _PARSER.parse(source)
    heading = next((b for a, b in pairwise(tokens) if a.type == "heading_open"), None)
    title = {"title": _inline(heading)} if heading else {}
    yield Draft(text=plain(tokens), said={**title, **said})


def plain(tokens: Sequence[Token]) -> str:
    """Return the text of a document: blank lines between blocks, list items on lines of their own.

    Links keep their words, code stays as it is; addresses, images, tags and emphasis marks go.
    """
    return _Writer().write(tokens)


def _inline(token: Token) -> str:
    """Return the words of a paragraph, heading or cell."""
    words = []
    for child in token.children or ():
        if child.type in _VERBATIM:
            words.append(child.content)
        elif child.type == "softbreak":
            words.append(" ")
        elif child.type == "hardbreak":
            words.append("\n")
    return "".join(words).strip()


class _Writer:
    """Walks the tokens of one document and keeps the lines."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._lists: list[int | None] = []  # The number of the next item; None in a bulleted list.
        self._mark = ""  # What the next line of a list item begins with.
        self._row: list[str] | None = None

    def write(self, tokens: Sequence[Token]) -> str:
        for token in tokens:
            self._take(token)
        return "\n".join(self._lines).strip("\n")

    def _take(self, token: Token) -> None:
        kind = token.type
        if kind == "inline":
            self._cell_or_block(_inline(token))
        elif kind in ("fence", "code_block"):
            self._block(token.content.rstrip("\n"))
        elif kind == "html_block":
            self._block(strip_tags(token.content))
        elif kind == "tr_open":
            self._row = []
        elif kind == "tr_close" and self._row is not None:
            self._lines.append(" | ".join(self._row))
            self._row = None
        elif kind == "table_close":
            self._gap()
        else:
            self._list(token)

    def _list(self, token: Token) -> None:
        kind = token.type
        if kind == "ordered_list_open":
            self._lists.append(int(token.attrGet("start") or 1))
        elif kind == "bullet_list_open":
            self._lists.append(None)
        elif kind in ("ordered_list_close", "bullet_list_close"):
            self._lists.pop()
            self._gap()
        elif kind == "list_item_open":
            number = self._lists[-1]
            self._mark = "  " * (len(self._lists) - 1) + ("- " if number is None else f"{number}. ")
            if number is not None:
                self._lists[-1] = number + 1

    def _cell_or_block(self, words: str) -> None:
        if self._row is not None:
            self._row.append(words)
        else:
            self._block(words)

    def _block(self, words: str) -> None:
        if not words:
            return
        self._lines.append(self._mark + words)
        self._mark = ""
        if not self._lists:
            self._gap()

    def _gap(self) -> None:
        """Leave one blank line, but none inside a list."""
        if not self._lists and self._lines and self._lines[-1]:
            self._lines.append("")

""".json and .jsonl -> drafts: one object an article."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from index.errors import LoadError
from index.load.decode import REMEDY, decode
from index.load.fields import pick, tidy
from index.load.raw import check, megabytes, read_bytes
from index.load.records import MAX_CHARACTERS, Draft, Flaw
from index.load.tags import is_html, strip_tags

TEXT_KEYS = ("text", "body", "content")
FORMAT_KEY, PLAIN = "format", "text"
"""A record that says {"format": "text"} is not looked at for HTML: its text is as it is."""

MAX_JSON_BYTES = 200_000_000  # A .json file is held in memory whole, at about 5 times its size.
MAX_LINE_BYTES = 6 * MAX_CHARACTERS + 1_000_000
"""A character may be written in 6 bytes (\\u00e9); the rest is for the other keys."""

_BLANK = b" \t\r\n\x0b\x0c"


def read_json(path: Path) -> Iterator[Draft | Flaw]:
    """Yield the articles of a file that holds one object, or a list of them."""
    remedy = "save it as a .jsonl file, one article a line; such a file may be of any size"
    data = read_bytes(path, limit=MAX_JSON_BYTES, remedy=remedy)
    content = _parse(decode(data))
    if not isinstance(content, list):
        yield _record(content, place="")
        return
    if not content:
        raise LoadError("holds an empty list; write the articles into it, or remove it")
    for number, item in enumerate(content, start=1):
        yield _record(item, place=f"#{number}")


def read_jsonl(path: Path) -> Iterator[Draft | Flaw]:
    """Yield the article of each line; the file is never in memory as a whole."""
    check(path, limit=None)
    empty = True
    with path.open("rb") as file:
        for number, line in enumerate(_lines(file), start=1):
            if line is None or line.strip(_BLANK):
                empty = False
                yield _line(line, place=f":{number}")
    if empty:
        raise LoadError("holds no text; write an article a line into it, or remove it")


def _lines(file: IO[bytes]) -> Iterator[bytes | None]:
    """Yield the lines of a file, None for one that is too long to hold."""
    while line := file.readline(MAX_LINE_BYTES):
        whole = line.endswith(b"\n") or len(line) < MAX_LINE_BYTES
        while not whole and (rest := file.readline(MAX_LINE_BYTES)):
            whole = rest.endswith(b"\n")
            line = b""
        yield line or None


def _line(line: bytes | None, *, place: str) -> Draft | Flaw:
    if line is None:
        limit = megabytes(MAX_LINE_BYTES)
        return Flaw(place, f"is a line of more than {limit}; put one article on each line")
    try:
        content = line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Flaw(place, f"is not UTF-8, which JSON is written in; {REMEDY}")
    try:
        return _record(_parse(content.strip()), place=place)
    except LoadError as error:
        return Flaw(place, str(error))


def _parse(content: str) -> Any:
    """Return the JSON in a text.

    Raises:
        LoadError: it is broken, or nested too deeply.
    """
    if not content.strip():
        raise LoadError("holds no text; write an article into it, or remove it")
    try:
        return json.loads(content)
    except json.JSONDecodeError as error:
        at = f"line {error.lineno}, column {error.colno}"
        remedy = (
            "if it holds one object a line, name it .jsonl"
            if "Extra" in error.msg
            else ("mend it there")
        )
        raise LoadError(
            f"is broken JSON ({error.msg.removesuffix(' at')}, {at}); {remedy}"
        ) from None
    except RecursionError:
        raise LoadError("is JSON nested too deeply to be read; give its articles flat") from None
    except ValueError:  # A whole number of more than 4300 digits.
        raise LoadError("is JSON with a number too long to be read; write it as text") from None


def _record(item: object, *, place: str) -> Draft | Flaw:
    if not isinstance(item, dict):
        return Flaw(place, f'is {_kind(item)}, not an object; write {{"title": …, "text": …}}')
    key = next((key for key in TEXT_KEYS if not _is_blank(item.get(key))), None)
    if key is None:
        return Flaw(place, f"has no text; give it under one of {', '.join(TEXT_KEYS)}")
    text = item[key]
    if not isinstance(text, str):
        return Flaw(place, f"{key} is {_kind(text)}, not a text; write it between quotes")
    if item.get(FORMAT_KEY) != PLAIN and is_html(text):
        text = strip_tags(text)
    own_id, warnings = _own_id(item.get("id"))
    return Draft(text=text, said=pick(item), id=own_id, place=place, warnings=warnings)


def _is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _own_id(value: object) -> tuple[str | None, tuple[str, ...]]:
    """Return a record's own id as text, and a warning when it is none."""
    if _is_blank(value):
        return None, ()
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        place = "its place in the file stands in for it"
        return None, (f"id is {_kind(value)}, not a text or a number; {place}",)
    return tidy(value), ()


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a text", bool: "true or false"}
    return "null" if value is None else names.get(type(value), "a number")

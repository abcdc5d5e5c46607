"""An article or an uploaded file -> a new file in the folder of articles."""

import errno
import json
import os
import re
import secrets
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count
from pathlib import Path

from index.errors import LoadError
from index.load.build import build
from index.load.fields import storable
from index.load.file import iter_file
from index.load.formats import FORMATS, format_of
from index.load.jsons import FORMAT_KEY, PLAIN
from index.load.records import Draft

_LONGEST_SLUG = 60  # characters; of up to 4 bytes, and file systems stop at 255 bytes
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS, errno.EXDEV}
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)  # on Windows


def save_article(
    folder: Path,
    *,
    title: str,
    text: str,
    publisher: str | None = None,
    author: str | None = None,
    published: date | str | None = None,
    url: object = None,
) -> Path:
    r"""Write an article to a new .json file in `folder`, named by its title, and return its path.

    `read_file` reads back exactly `text`, with \n as its line ends. Nothing is overwritten, and the
    file is there whole or not at all.

    Raises:
        LoadError: there is no text, the date or address is none, or the folder cannot be written.
    """
    said: dict[str, object] = {"title": title, "publisher": publisher, "author": author}
    said |= {"published": published, "url": None if url is None else str(url)}
    stated = {name: value for name, value in said.items() if value not in (None, "")}
    loaded = build(Draft(text=text, said=stated), id="new", where="the article", known={})
    for problem in loaded.failures + loaded.warnings:
        raise LoadError(f"the article was not saved: {problem.reason}")
    article = loaded.articles[0]
    record = article.model_dump(mode="json", exclude={"id"}, exclude_none=True)
    content = json.dumps({**record, FORMAT_KEY: PLAIN}, ensure_ascii=False, indent=2) + "\n"
    return _add(folder, _slug(article.title), ".json", lambda path: _write(path, content))


def save_upload(folder: Path, source: Path, *, name: str) -> Path:
    """Copy an uploaded file into `folder` under a safe name that is not in use; return its path.

    `name` is what the sender calls it: its folders are dropped, its suffix is kept.

    Raises:
        LoadError: its format is not one we read, no article in it can be read, or the folder cannot
            be written.
    """
    base = storable(name).replace("\\", "/").rsplit("/", 1)[-1].strip()
    if format_of(base) is None:
        raise LoadError(f"{base!r} has no known format; known are {', '.join(FORMATS)}")
    stem, suffix = Path(base).stem, Path(base).suffix.lower()

    def copy(path: Path) -> None:
        shutil.copyfile(source, path)
        _check_readable(path, base)

    return _add(folder, _slug(stem), suffix, copy)


def _check_readable(path: Path, name: str) -> None:
    """Raise LoadError when no article in a file can be read; stops at the first that can."""
    reasons: list[str] = []
    for part in iter_file(path, folder=path.parent):
        if part.articles:
            return
        reasons += [failure.reason for failure in part.failures]
    raise LoadError(f"{name} was not added: it {reasons[0]}")


def _slug(title: str) -> str:
    """Return a title as the stem of a file name: words and hyphens.

    >>> _slug("../Dam holds: 40 families return!")
    'dam-holds-40-families-return'
    """
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", title).lower())
    slug = "-".join(words)[:_LONGEST_SLUG].strip("-") or "article"
    return f"{slug}-article" if _RESERVED.fullmatch(slug) else slug


def _add(folder: Path, stem: str, suffix: str, fill: Callable[[Path], None]) -> Path:
    """Fill a hidden file in `folder`, then give it the first free name, all at once."""
    try:
        with _hidden(folder, suffix) as hidden:
            fill(hidden)
            for path in _names(folder, stem, suffix):
                if _take_name(hidden, path):
                    return path
    except OSError as error:
        remedy = "check that the folder exists and can be written"
        raise LoadError(f"nothing was added to {folder} ({error.strerror}); {remedy}") from None
    raise AssertionError("the names never end")


@contextmanager
def _hidden(folder: Path, suffix: str) -> Iterator[Path]:
    """A new file that no sync looks at, gone afterwards."""
    path = folder / f".adding-{secrets.token_hex(8)}{suffix}"
    with path.open("x"):
        pass
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def _names(folder: Path, stem: str, suffix: str) -> Iterator[Path]:
    yield folder / f"{stem}{suffix}"
    for number in count(2):
        yield folder / f"{stem}-{number}{suffix}"


def _take_name(hidden: Path, path: Path) -> bool:
    """Give a file its name; False when another has it."""
    try:
        os.link(hidden, path)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        return _replace_reserved(hidden, path)
    return True


def _replace_reserved(hidden: Path, path: Path) -> bool:
    """Do the same where the file system has no links: reserve the name, then replace it."""
    try:
        with path.open("x"):
            pass
    except FileExistsError:
        return False
    hidden.replace(path)
    return True


def _write(path: Path, content: str) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())

"""`sources.toml`: what a person wrote down about the files of a folder.

One table an article, named by its file (with or without the suffix, relative to the
`sources.toml`) or by the id of the article. Those in the folders above, up to the folder of
articles, count as well; the nearest one wins.

    ["000_796e7c62ba0c0842"]
    publisher = "The Ferry Post"
    published = 2024-03-04

Above the tables, `examples = ["Who owns the ferry?"]` may name questions to begin with.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from index.errors import LoadError
from index.load.decode import REMEDY
from index.load.fields import FIELDS, tidy
from index.load.raw import below, plainly, read_bytes

FILE_NAME = "sources.toml"

EXAMPLES = "examples"

_LIMIT = 50_000_000  # bytes: some 200,000 tables
_KEPT = 64  # parsed files; a sync reads each article with the few of its own folders


@dataclass(frozen=True, slots=True)
class Sources:
    """The tables of one `sources.toml`, and what is wrong with it."""

    tables: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    flaw: str | None = None
    """Why it could not be read at all."""
    warnings: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    """Questions to offer to who does not know the articles yet."""


def example_questions(folder: Path) -> tuple[str, ...]:
    """Return the questions that the `sources.toml` of a folder offers to begin with."""
    return read_sources(folder / FILE_NAME).examples


def above(path: Path, folder: Path) -> tuple[Path, ...]:
    """Return where a `sources.toml` for `path` may be: in `folder`, and so on down to its own."""
    if not path.is_relative_to(folder):
        return (path.parent / FILE_NAME,)
    folders = [parent for parent in path.parents if parent.is_relative_to(folder)]
    return tuple(parent / FILE_NAME for parent in reversed(folders))


def known(path: Path, folder: Path, article_id: str) -> dict[str, str]:
    """Return what is written down about an article of `path`; a broken file says nothing."""
    said: dict[str, str] = {}
    for file in above(path, folder):
        tables = read_sources(file).tables
        name = below(path, file.parent)
        for key in (name, name.removesuffix(path.suffix), article_id):
            said |= tables.get(key, {})
    return said


def read_sources(file: Path) -> Sources:
    """Read a `sources.toml`; one that is not there says nothing."""
    try:
        status = file.stat()
    except FileNotFoundError:
        return Sources()
    except OSError as error:
        return Sources(flaw=plainly(error))
    return _read(file, (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino))


@lru_cache(maxsize=_KEPT)
def _read(file: Path, _version: tuple[int, ...]) -> Sources:
    try:
        data = read_bytes(file, limit=_LIMIT, remedy="split it over the folders below")
        content = tomllib.loads(data.decode("utf-8-sig"))
    except OSError as error:
        return Sources(flaw=plainly(error))
    except LoadError as error:
        return Sources(flaw=str(error))
    except UnicodeDecodeError:
        return Sources(flaw=f"is not UTF-8; {REMEDY}")
    except (ValueError, RecursionError) as error:  # ValueError: also a date that does not exist
        reason = " ".join(str(error).split())
        return Sources(flaw=f"is not TOML ({reason}); mend it, its articles are read without it")
    examples = content.pop(EXAMPLES, [])
    questions = examples if isinstance(examples, list) else []
    return Sources(
        examples=tuple(" ".join(q.split()) for q in questions if isinstance(q, str) and q.strip()),
        tables={name: dict(_facts(table)) for name, table in content.items()},
        warnings=tuple(line for name, table in content.items() for line in _odd(name, table)),
    )


def _facts(table: object) -> Iterator[tuple[str, str]]:
    for name, value in table.items() if isinstance(table, dict) else ():
        stated = tidy(value if isinstance(value, list) else str(value))
        if name in FIELDS and not isinstance(value, dict | bool) and stated:
            yield name, stated


def _odd(name: str, table: object) -> Iterator[str]:
    """Yield a line for what is not understood in one table."""
    if not isinstance(table, dict):
        yield f'{name!r} stands outside a table; put it under the ["name"] of an article'
        return
    if unknown := [key for key in table if key not in FIELDS]:
        listed = ", ".join(map(repr, unknown))
        yield (
            f'["{name}"] has the unknown {listed}; allowed are {", ".join(FIELDS)}, '
            "and a name with a dot in it needs quotes"
        )
    silent = set(table) & set(FIELDS) - dict(_facts(table)).keys()
    for key in sorted(silent):
        yield f'["{name}"] {key} says nothing; give it a text between quotes'

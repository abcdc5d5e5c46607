"""The block of facts at the top of a .md or .txt file -> values; the rest is the text."""

import re
import tomllib
from collections.abc import Mapping
from typing import Any

import yaml

from index.load.fields import pick

_LONGEST = 20_000  # characters; what is longer is an article between two rules
_BLOCK = re.compile(r"\s*^(---|\+\+\+)[ \t]*\n(.*?)^(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.M | re.S)
_LINE = re.compile(r"([A-Za-z_][\w -]*):(?:[ \t]+(.*))?")


def split(text: str) -> tuple[dict[str, object], str]:
    r"""Return the facts a text begins with (YAML between ---, TOML between +++) and its rest.

    A block of which nothing is a fact about an article is no front matter: an article may well
    begin with a rule. The text is then returned as it is.

    >>> split("---\ntitle: Flood: day two\ndate: 2024-03-04\n---\nThe river fell.")
    ({'title': 'Flood: day two', 'published': '2024-03-04'}, 'The river fell.')
    """
    found = _BLOCK.match(text, 0, _LONGEST)
    if found is None:
        return {}, text
    said = pick(_toml(found[2]) if found[1] == "+++" else _yaml(found[2]))
    if not said:
        return {}, text
    return said, text[found.end() :].lstrip("\n")


def _toml(block: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(block)
    except (ValueError, RecursionError):  # ValueError: also a date that does not exist
        return {}


def _yaml(block: str) -> Mapping[Any, Any]:
    """Read YAML with every value left as text, so that no date or yes/no is interpreted twice."""
    try:
        said = yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return _lines(block)
    return said if isinstance(said, dict) else {}


def _lines(block: str) -> Mapping[str, str]:
    """Read `key: value` lines; a title with a colon in it is broken YAML, and common."""
    found = [_LINE.fullmatch(line.rstrip()) for line in block.split("\n") if line.strip()]
    pairs = [match for match in found if match]
    if len(pairs) < len(found):
        return {}
    return {match[1]: (match[2] or "").strip().strip("\"'") for match in pairs}

"""The fields of an article: the names files give them, and values -> clean text."""

import re
from collections.abc import Mapping

ALIASES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "source"),
    "author": ("author", "authors"),
    "published": ("published", "published_at", "date"),
    "url": ("url",),
    "origin": ("origin",),
}
"""Our names, and the names files use for them; the first that says something is taken."""

FIELDS = tuple(ALIASES)

REPLACEMENT = "\ufffd"  # �, of the same length as what it stands for

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""NUL and lone halves of surrogate pairs: they end a C string, or have no UTF-8 at all."""


def pick(said: Mapping[str, object]) -> dict[str, object]:
    """Return the values of `said` under our names; what is empty or unknown is left out.

    >>> pick({"Source": {"name": "Reuters"}, "date": "", "published_at": 1701074759, "tags": []})
    {'publisher': {'name': 'Reuters'}, 'published': 1701074759}
    """
    lowered = {str(key).strip().lower(): value for key, value in said.items()}
    picked = {}
    for name, aliases in ALIASES.items():
        values = (lowered.get(alias) for alias in aliases)
        stated = next((value for value in values if value not in (None, "", [], {})), None)
        if stated is not None:
            picked[name] = stated
    return picked


def tidy(value: object) -> str | None:
    """Return a value as one line of text, or None when it says nothing.

    >>> tidy([{"name": "Ada  Reyes"}, "Tom Okafor"])
    'Ada Reyes, Tom Okafor'
    """
    if isinstance(value, dict):
        return tidy(value.get("name"))
    if isinstance(value, list | tuple):
        names = [name for name in map(tidy, value) if name]
        return ", ".join(dict.fromkeys(names)) or None
    if value is None or isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return " ".join(storable(str(value)).split()) or None


def storable(text: str) -> str:
    r"""Return `text` of the same length, with � for each character that UTF-8 cannot store.

    >>> storable("a\ud800b")
    'a�b'
    """
    return _UNSTORABLE.sub(REPLACEMENT, text)

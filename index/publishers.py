"""The publishers that a question names, as it may call them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from index.models import UNKNOWN_PUBLISHER

_WORD = re.compile(r"\w+")
_SECTION = re.compile(
    r"\s[-–—|]\s|:\s"
)  # "Post - Travel", "Post | News of the World", "Post: News"
_DOMAIN = re.compile(r"^www\.|\.(?:com|org|net|info|co\.[a-z]{2}|[a-z]{2})$", re.IGNORECASE)
_THE = "the"


class Mention(NamedTuple):
    """Where a text names a publisher: text[start:end], with an article "the" before it."""

    start: int
    end: int
    publishers: frozenset[str]
    """All that go by this name: "the Post" may be "The Post - Travel" and "The Post - Sports"."""


class _Name(NamedTuple):
    words: tuple[str, ...]
    needs_the: bool
    publisher: str


class Publishers:
    """The publishers of an index, found in texts by any name they go by.

    A publisher goes by its whole name, without a section behind it ("Post - Travel"), without
    "the", and without the ending of a web address. A name must be written like one, with capital
    letters, and one word that the publisher itself writes with "the" is a name only with it: "age"
    and "Age" are not "The Age".
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names: dict[tuple[str, ...], list[_Name]] = {}
        for publisher in sorted(set(names) - {"", UNKNOWN_PUBLISHER}):
            for name in _names(publisher):
                folded = tuple(word.casefold() for word in name.words)
                self._names.setdefault(folded, []).append(name)
        self._longest = max(map(len, self._names), default=0)

    def find(self, text: str) -> list[Mention]:
        """Return where the text names publishers, in order; the longest name at each place.

        >>> Publishers(["The Post - Travel", "Ferry News"]).find("Did the Post report it?")
        [Mention(start=4, end=12, publishers=frozenset({'The Post - Travel'}))]
        """
        found = list(_WORD.finditer(text)) if self._names else []
        mentions: list[Mention] = []
        place = 0
        while place < len(found):
            for length in range(min(self._longest, len(found) - place), 0, -1):
                publishers = self._named(found, place, place + length)
                if publishers:
                    first = place - 1 if _is_the(found, place - 1) else place
                    start, end = found[first].start(), found[place + length - 1].end()
                    mentions.append(Mention(start, end, publishers))
                    place += length
                    break
            else:
                place += 1
        return mentions

    def _named(self, found: Sequence[re.Match[str]], first: int, last: int) -> frozenset[str]:
        said = [match.group() for match in found[first:last]]
        names = self._names.get(tuple(word.casefold() for word in said), ())
        with_the = _is_the(found, first - 1)
        return frozenset(
            name.publisher
            for name in names
            if (with_the or not name.needs_the) and all(map(_is_written_alike, said, name.words))
        )


def _names(publisher: str) -> Iterator[_Name]:
    seen = set()
    for part in (publisher, _SECTION.split(publisher)[0]):
        for name in (part, _DOMAIN.sub("", part)):
            words = tuple(_WORD.findall(name))
            has_the = len(words) > 1 and words[0].casefold() == _THE
            if has_the:
                words = words[1:]
            if words and words not in seen:
                seen.add(words)
                yield _Name(words, has_the and len(words) == 1, publisher)


def _is_the(found: Sequence[re.Match[str]], place: int) -> bool:
    return place >= 0 and found[place].group().casefold() == _THE


def _is_written_alike(said: str, written: str) -> bool:
    """Return whether a word has the capital letter that the publisher gives it."""
    return said == written or said[0].isupper() or not written[0].isupper()

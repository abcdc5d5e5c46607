"""What two articles say against each other, and what others say with them -> two sides."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from index.models import Article
from index.words import words
from qa.comparing.origins import count_origins
from qa.models import Citation, Support


class Said(NamedTuple):
    """What one article says."""

    article: Article
    quote: Citation

    @property
    def wording(self) -> str:
        """Its words, whatever their case and the lines they stand on."""
        return " ".join(self.quote.quote.split()).casefold()


class Opposed(NamedTuple):
    """What two articles say against each other."""

    about: str
    sides: tuple[Said, Said]


@dataclass(frozen=True)
class Joined:
    """What articles say against each other, all of one side with those who say the same."""

    about: frozenset[str]
    """The words of what it is about."""
    sides: tuple[list[Said], list[Said]]
    """One for each article, the first of either side from the first that was joined."""
    members: list[int]
    """The places of what was joined."""

    @property
    def support(self) -> tuple[Support, Support]:
        """Who is on either side."""
        first, second = map(_support, self.sides)
        return first, second

    def takes(self, opposed: Opposed, *, met: int) -> bool:
        """Return whether it says the same, given that its first side is in the words of `met`.

        The other sides say the same in the same words, or where an article and its reprint differ
        in them, by what both are found to be about.
        """
        own, other = opposed.sides
        here, there = self.sides[met], self.sides[1 - met]
        if _is_among(own, there) or _is_among(other, here):
            return False
        return any(other.wording == said.wording for said in there) or (
            frozenset(words(opposed.about)) == self.about
            and count_origins([other.article, there[0].article]) == 1
        )

    def add(self, opposed: Opposed, place: int, *, met: int) -> None:
        """Put each of the two to its side, once for an article."""
        self.members.append(place)
        for side, said in (
            (self.sides[met], opposed.sides[0]),
            (self.sides[1 - met], opposed.sides[1]),
        ):
            if not _is_among(said, side):
                side.append(said)


def join(ranked: Iterable[Opposed]) -> list[Joined]:
    """Put together what says the same against the same, in the order of the first of each.

    Only what has the words of one side in common is held against each other, so the effort grows
    with what was found and not with its square.
    """
    groups: list[Joined] = []
    by_wording: dict[str, list[tuple[Joined, int]]] = {}
    for place, opposed in enumerate(ranked):
        either = (opposed, opposed._replace(sides=opposed.sides[::-1]))
        found = next(
            (
                (group, one, met)
                for one in either
                for group, met in by_wording.get(one.sides[0].wording, ())
                if group.takes(one, met=met)
            ),
            None,
        )
        if found is None:
            found = Joined(frozenset(words(opposed.about)), ([], []), []), opposed, 0
            groups.append(found[0])
        group, one, met = found
        group.add(one, place, met=met)
        for said, side in ((one.sides[0], met), (one.sides[1], 1 - met)):
            known = by_wording.setdefault(said.wording, [])
            if not any(other is group and at == side for other, at in known):
                known.append((group, side))
    return groups


def _is_among(said: Said, side: Iterable[Said]) -> bool:
    return any(one.article.id == said.article.id for one in side)


def _support(side: list[Said]) -> Support:
    origins = count_origins([said.article for said in side]) if len(side) > 1 else 1
    return Support(citations=tuple(said.quote for said in side), origins=origins)

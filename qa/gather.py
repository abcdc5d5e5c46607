"""What each source says to its part of a question that asks several, or several things."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.asked import Asked, Part
from index.models import Passage
from index.overlap import overlaps
from qa.cite import cite
from qa.models import Position
from qa.origins import count_origins
from qa.read import shortened
from qa.sentences import Sentence, sentences_of
from qa.terms import stems

FOUND = 0.6  # How much its passage's place counts beside the words; from 0.3 to 1 is much the same.

_Scored = tuple[float, Sentence]


class _Told(NamedTuple):
    """The sentences that may speak to a question, and how much of each clause each of them says."""

    sentences: list[Sentence]
    shares: dict[str, list[float]]


def can_gather(asked: Asked) -> bool:
    """Return whether a question names sources, or asks several things."""
    return any(part.publishers or len(part.clauses) > 1 for part in asked.parts)


def gather(asked: Asked, passages: Sequence[Passage]) -> list[Position]:
    """Return for each source that a part names, or for a part that names none, its best sentence.

    That is the sentence that says most of a clause, of a passage that was found early; of the
    articles of the days that the part names, where there are any. Of MultiHop-RAG's evidence it
    is 45 % of what is quoted, and 56 % is from a passage that holds evidence.
    """
    told = _told(asked, passages)
    best = [one for part in asked.parts for one in _of_sources(part, told)]
    return _positions(best)


def _told(asked: Asked, passages: Sequence[Passage]) -> _Told:
    sentences = [s for p in passages for s in sentences_of(p) if not s.is_heading]
    clauses = [clause for part in asked.parts for clause in part.clauses]
    return _Told(sentences, overlaps(clauses, [sentence.text for sentence in sentences]))


def _of_sources(part: Part, told: _Told) -> Iterator[Sentence]:
    scored = [
        (max(told.shares[clause][place] for clause in part.clauses), sentence)
        for place, sentence in enumerate(told.sentences)
    ]
    for publishers in part.publishers or (frozenset[str](),):
        named = [one for one in scored if _is_of(publishers, one) or not publishers]
        of_the_day = [one for one in named if _is_of_day(part, one)]
        if some := [one for one in of_the_day or named if one[0] > 0]:
            yield max(some, key=_suits)[1]


def _suits(scored: _Scored) -> float:
    share, sentence = scored
    return share + FOUND * sentence.passage.score


def _is_of(publishers: frozenset[str], scored: _Scored) -> bool:
    return scored[1].passage.article.publisher in publishers


def _is_of_day(part: Part, scored: _Scored) -> bool:
    return any(period.holds(scored[1].passage.article.published) for period in part.periods)


def _positions(sentences: Sequence[Sentence]) -> list[Position]:
    """Return a position for each sentence; the same words of several articles are one."""
    alike: dict[tuple[str, ...], dict[str, Sentence]] = {}
    for sentence in sentences:
        alike.setdefault(tuple(stems(sentence.text)), {}).setdefault(
            sentence.passage.article.id, sentence
        )
    return [_position(list(same.values())) for same in alike.values()]


def _position(same: Sequence[Sentence]) -> Position:
    first = same[0]
    return Position(
        answer=shortened(first.text),
        text=" ".join(first.text.split()),
        citations=tuple(cite(sentence.passage.article, sentence.span) for sentence in same),
        origins=count_origins([sentence.passage.article for sentence in same]),
    )

"""Positions -> what they disagree on, the gravest kind first."""

import re
from collections.abc import Collection, Sequence
from itertools import combinations

from qa.comparing.gates import tell_both
from qa.comparing.kinds import kind_of, kind_of_rivals
from qa.comparing.positions import Held
from qa.models import KINDS, Disagreement, Kind
from qa.questions.question import Question
from qa.read import shortened
from qa.telling.scope import are_of_two_rates

_CHANGES = re.compile(
    r"\b(?:from|up|down|now|earlier|previously|instead|rose|fell|raised|cut|increased|revised)\b",
    re.IGNORECASE,
)
BRIEF = 80  # Characters: an answer as long as that is told in one line with the others.


def disagreements(
    question: Question,
    held: Sequence[Held],
    rivals: Collection[tuple[int, int]] = frozenset(),
    *,
    said: str = "",
) -> tuple[Disagreement, ...]:
    """Return what the positions disagree on, the gravest kind first.

    Positions that are linked by differences of one kind stand in one disagreement.

    Args:
        question: What was asked.
        held: The positions.
        rivals: Places of two positions that differ by several signs; see `qa.comparing.rivals`.
        said: How the reader put it, where the question is compared without some of its words.
    """
    title = said or question.text
    pairs: dict[Kind, list[tuple[int, int]]] = {}
    for a, b in combinations(range(len(held)), 2):
        kind = kind_of(question, held[a], held[b])
        if kind is None and (a, b) in rivals:
            kind = kind_of_rivals(question, held[a], held[b])
        if kind in {"contradiction", "superseded"}:
            kind = _as_told(kind, held[a], held[b])
        if kind:
            pairs.setdefault(kind, []).append((a, b))
    return tuple(
        _raised(title, kind, [held[place] for place in sides])
        for kind in KINDS
        for sides in _linked(pairs.get(kind, []))
    )


def _as_told(kind: Kind, a: Held, b: Held) -> Kind | None:
    """Return how two sides differ that seem to be at odds, as their sentences put it.

    Nothing differs where one has the other's value too, but for "from $4 to $5", which supersedes
    "$4". What is per day is of another scope than what is in all.
    """
    if a.value is None or b.value is None:
        return kind
    if tell_both(a, b):
        changes = any(_CHANGES.search(side.sentence) for side in (a, b))
        return kind if kind == "superseded" and changes else None
    told = [(a.value, a.sentence), (b.value, b.sentence)]
    here = all(value.span.of(sentence) == value.text for value, sentence in told)
    rates = here and are_of_two_rates(a.sentence, a.value, b.sentence, b.value)
    return "scope" if rates else kind


def _linked(pairs: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Return the groups that pairs connect, each in order.

    >>> _linked([(0, 1), (2, 3), (1, 4)])
    [[0, 1, 4], [2, 3]]
    """
    groups: list[set[int]] = []
    for pair in pairs:
        touched = [group for group in groups if group.intersection(pair)]
        groups = [group for group in groups if group not in touched]
        groups.append(set(pair).union(*touched))
    return sorted(sorted(group) for group in groups)


def _raised(title: str, kind: Kind, sides: Sequence[Held]) -> Disagreement:
    answers = [_said(side) for side in sides]
    told = ", or ".join(answers) if all(len(answer) <= BRIEF for answer in answers) else ""
    about = f"{title} {told}".strip()
    return Disagreement(kind=kind, about=about, sides=tuple(side.position for side in sides))


def _said(side: Held) -> str:
    """Return an answer, and of a yes or a no the words that say so, where it is not a sentence."""
    reading = side.readings[0]
    if side.position.answer not in {"yes", "no"} or reading.span == reading.sentence:
        return side.position.answer
    return f"{side.position.answer} ({shortened(reading.span.of(reading.passage.article.text))})"

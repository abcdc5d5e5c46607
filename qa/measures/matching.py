"""Are answers those that were expected? How near they come is measured by `qa.measures`."""

import re
import string
from collections.abc import Iterable, Sequence, Set
from itertools import permutations

from qa.models import Answer, Disagreement
from qa.values import Value, find_values

_ARTICLES = re.compile(r"\b(?:a|an|the)\b")


def normalised(answer: str) -> str:
    """Return an answer without case, punctuation, articles and extra white space.

    Source: the official SQuAD script, Rajpurkar et al. 2016, doi:10.18653/v1/D16-1264.

    >>> normalised("The  U.S. dollar")
    'us dollar'
    """
    plain = "".join(c for c in answer.casefold() if c not in string.punctuation)
    return " ".join(_ARTICLES.sub(" ", plain).split())


def gives(answer: Answer, expected: Sequence[str]) -> bool:
    """Return whether some position's short answer or its sentence holds each expected answer."""
    given = [
        f"{normalised(p.answer)} | {' '.join(normalised(c.quote) for c in p.citations)}"
        for p in answer.positions
    ]
    return all(any(normalised(one) in text for text in given) for one in expected)


def holds(text: str, expected: Sequence[str]) -> bool:
    """Return whether a text has one of the expected answers in it.

    >>> holds("Nine months.", ["cut", "nine months"]), holds("", ["cut"])
    (True, False)
    """
    return any(normalised(one) in normalised(text) for one in expected)


def separates(disagreement: Disagreement, one: Set[str], other: Set[str]) -> bool:
    """Return whether a disagreement sets articles of `one` against articles of `other`.

    A side counts for a set when it cites at least one article of it and none of the other.
    """
    sides = [{c.article_id for c in side.citations} for side in disagreement.sides]
    return any(side & one and not side & other for side in sides) and any(
        side & other and not side & one for side in sides
    )


def same_answer(one: str, other: str) -> bool:
    """Return whether two short answers may be taken for one.

    They are when all words of one are in the other, as in "Altman" and "Sam Altman", or when both
    name the same value first, as in "$13 billion" and "13bn dollars". "Football" is so taken for
    "American football", and "36" for "less than 36".

    >>> same_answer("3,559 people", "3559"), same_answer("1 July 2030", "July 2, 2030")
    (True, False)
    >>> same_answer("$13 billion", "13bn dollars"), same_answer("no", "not known")
    (True, False)
    """
    left, right = (set(normalised(answer).split()) for answer in (one, other))
    if not left or not right:
        return left == right
    if left <= right or right <= left:
        return True
    values = find_values(one), find_values(other)
    return all(values) and _is_same_value(values[0][0], values[1][0])


def distinct(answers: Iterable[str]) -> list[str]:
    """Return the answers that differ from all before them.

    >>> distinct(["3,559", "10,000", "3,559 people"])
    ['3,559', '10,000']
    """
    found: list[str] = []
    for answer in answers:
        if not any(same_answer(answer, one) for one in found):
            found.append(answer)
    return found


def sets_apart(disagreement: Disagreement, one: str, other: str) -> bool:
    """Return whether two different sides of a disagreement give these two answers."""
    return any(
        same_answer(side.answer, one) and same_answer(against.answer, other)
        for side, against in permutations(disagreement.sides, 2)
    )


def _is_same_value(a: Value, b: Value) -> bool:
    """Return whether two values are the same, whatever hedges them; "3" may count anything."""
    counted = a.kind == "count" and None in {a.unit, b.unit}
    alike = a.kind == b.kind and (a.unit == b.unit or counted)
    return alike and (a.low, a.high) == (b.low, b.high)

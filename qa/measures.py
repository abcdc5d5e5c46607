"""How good answers are, as numbers. Each measure has its source, or says what it counts."""

import re
import string
from collections.abc import Sequence, Set

from qa.models import Answer, Disagreement

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


def separates(disagreement: Disagreement, one: Set[str], other: Set[str]) -> bool:
    """Return whether a disagreement sets articles of `one` against articles of `other`.

    A side counts for a set when it cites at least one article of it and none of the other.
    """
    sides = [{c.article_id for c in side.citations} for side in disagreement.sides]
    return any(side & one and not side & other for side in sides) and any(
        side & other and not side & one for side in sides
    )

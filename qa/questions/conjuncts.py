"""The words on both sides of an "or" that a question offers: "rise or fall", "a fire or a flood".

English tells which they are by meaning. Here go by: words that lead to them, what LemmInflect knows
to be a verb, and that there are as many on both sides.
"""

import re
from collections.abc import Sequence

from qa.english.grammar import BE, PREPOSITIONS
from qa.english.verbs import is_base, is_participle
from qa.values.numbers import ONES

DETERMINERS = frozenset(["the", "a", "an", "its", "his", "her", "their"])
_LEADS = PREPOSITIONS | DETERMINERS | {"because"}
_PARTICLES = frozenset(["off", "down", "up", "out", "back", "away"])
_COUNT = rf"[0-9](?:[0-9,.]*[0-9])?|{'|'.join(ONES)}"
_NUMBERS = re.compile(
    rf"(?<!\w)(?P<first>{_COUNT})(?P<rest>(?: [^\s,?0-9]+){{2,}}?),? or (?P<last>{_COUNT})"
    r"(?=[ ?]*$)",
    re.IGNORECASE,
)


def side_by_side(question: str) -> str:
    """Return a question with the number behind its last word where the other one is.

    >>> side_by_side("Did five people die in Birch, or six?")
    'Did five or six people die in Birch?'
    """
    return _NUMBERS.sub(_beside, question)


def _beside(numbers: re.Match[str]) -> str:
    first, last = numbers["first"], numbers["last"]
    if last.casefold() == "one":  # Not "two or one people".
        first, last = last, first
    return f"{first} or {last}{numbers['rest']}"


def conjuncts(auxiliary: str, left: Sequence[str], right: Sequence[str]) -> tuple[int, int] | None:
    """Return how many words before "or", and after it, are offered; None where it cannot be told.

    Args:
        auxiliary: What the question begins with.
        left: The words between that and "or".
        right: The words behind "or".

    >>> conjuncts("did", "the firm raise prices".split(), "cut jobs in May".split())
    (2, 2)
    >>> conjuncts("was", "it found by a farmer".split(), "by a retired postman".split())
    (3, 4)
    >>> conjuncts("is", "it an exclusive".split(), "non-exclusive licence".split())
    (1, 1)
    >>> conjuncts("will", "it be sold off".split(), "shut down".split())
    (2, 2)
    """
    left, right = [one.casefold() for one in left], [one.casefold() for one in right]
    if not left or not right:
        return None
    if right[0] in _LEADS:
        return _led(auxiliary.casefold() in BE, left, right)
    if left[-1] in _LEADS:
        return None
    if left[-1] in _PARTICLES and right[0] not in _PARTICLES and len(left) > 1:
        return 2, 1 + (len(right) > 1 and right[1] in _PARTICLES)
    if len(left) > 1 and _ends(right) == 2 and not right[1].endswith("ly"):
        for are_verbs in (is_base, is_participle):
            if are_verbs(left[-2]) and are_verbs(right[0]):
                return 2, 2
    return 1, 1


def _led(is_of_being: bool, left: Sequence[str], right: Sequence[str]) -> tuple[int, int] | None:
    """Return the same of words that a preposition or an article leads to, on both sides alike."""
    of_one_sort = DETERMINERS if right[0] in DETERMINERS else {right[0]}
    back = next((at for at, word in enumerate(reversed(left), start=1) if word in of_one_sort), 0)
    ends = _ends(right)
    if not back or ends == len(right) == 1:
        return None
    whole = ends == len(right) and (is_of_being or right[0] not in DETERMINERS)
    return back, ends if whole else min(back, ends)


def _ends(words: Sequence[str]) -> int:
    """Return how many words come before the next thing said: "by a farmer | in May"."""
    first = next((at for at, word in enumerate(words) if word not in _LEADS), len(words))
    return next((at for at in range(first, len(words)) if words[at] in _LEADS), len(words))

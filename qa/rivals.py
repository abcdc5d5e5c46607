"""Answers in words, such as names: do two articles give different ones to the same question?

Values are compared by rule. Of other answers it is weighed how sure the reader is of both, whether
either article denies what the other answers, and whether both speak of whom the question names.
"""

import re
from collections.abc import Sequence
from itertools import combinations

from qa.entail import Entailment
from qa.positions import Held, relation
from qa.question import Question
from qa.statement import stated
from qa.terms import stems

MOST = 5  # Positions to compare with each other, of those that most origins give: 20 pairs.
RIVAL = 1.85  # The weight from which two answers are set against each other.
"""At 1.7, 9 of CONFLICTS' 42 development questions whose sources agree raised a warning, at 1.85
three, as many as without rivals; of RAMDocs' 218 whose documents differ, 93 and 78 rather than 49.
"""

_LISTS = re.compile(
    r"^(?:who (?:are|were|else)\b|what are\b|name\b"
    r"|(?:which|what) (?:\w+ ){0,2}?(?!(?:news|series|business)\b)\w+[^s\W]s\b"
    r"|who (?:invested|attended|signed|joined|funded|sued|supported|starred)\b)",
    re.IGNORECASE,
)


def rivals(
    question: Question, held: Sequence[Held], entailment: Entailment | None
) -> frozenset[tuple[int, int]]:
    """Return the places of positions, in pairs, that answer the question differently.

    A list of names may go on in another article, so what asks for a list has no rivals, and
    neither has what is answered with yes or no: those are opposed by rule.
    """
    if entailment is None or question.wants_value or question.kinds[0] == "yes_no":
        return frozenset()
    if _LISTS.match(question.text):
        return frozenset()
    pairs = [
        (a, b)
        for a, b in combinations(range(min(MOST, len(held))), 2)
        if not _share_words(held[a], held[b])
    ]
    judged = entailment.judge(
        [
            (_told(held[there]), stated(question.text, held[here].position.answer))
            for a, b in pairs
            for here, there in ((a, b), (b, a))
        ]
    )
    found = set()
    for (a, b), one, other in zip(pairs, judged[::2], judged[1::2], strict=True):
        sides = (held[a], held[b])
        weight = min(side.probability for side in sides) + 0.5 * (
            min(one.contradiction, other.contradiction)
            - max(one.entailment, other.entailment)
            + min(_named(question, side) for side in sides)
            + _differ_in_value(*sides)
        )
        if weight >= RIVAL:
            found.add((a, b))
    return frozenset(found)


def _differ_in_value(a: Held, b: Held) -> float:
    if a.value is None or b.value is None:
        return 0.0
    return {"different": 1.0, "incomparable": -0.5}.get(relation(a.value, b.value), -1.0)


def _told(held: Held) -> str:
    """Return a sentence under the title of its article, which often says what it is about."""
    title = held.readings[0].passage.article.title
    return held.sentence if title in held.sentence else f"{title}. {held.sentence}"


def _named(question: Question, held: Held) -> float:
    """Return the share of the question's names that stand in the sentence, or above it."""
    said = set(stems(_told(held)))
    return len(question.names & said) / len(question.names) if question.names else 1.0


def _share_words(a: Held, b: Held) -> bool:
    """Return whether one answer has words of the other: "Kazan", "Elia Kazan and others"."""
    left, right = set(stems(a.position.answer)), set(stems(b.position.answer))
    return not left or not right or bool(left & right and a.value is None)

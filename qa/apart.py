"""Are the answers of two positions different ones? What gates and rivals both go by."""

import re

from qa.positions import Held
from qa.question import Question
from qa.terms import stems

_LISTS = re.compile(
    r"^(?:who (?:are|were|else)\b|what are\b|name\b"
    r"|(?:which|what) (?:\w+ ){0,2}?(?!(?:news|series|business)\b)\w+[^s\W]s\b"
    r"|who (?:invested|attended|signed|joined|funded|sued|supported|starred)\b)",
    re.IGNORECASE,
)


def asks_for_list(question: Question) -> bool:
    """Return whether an article may go on with a list that another began."""
    return bool(_LISTS.match(question.text))


def told(held: Held) -> str:
    """Return a sentence under the title of its article, which often says what it is about."""
    title = held.readings[0].passage.article.title
    return held.sentence if title in held.sentence else f"{title}. {held.sentence}"


def probability(held: Held) -> float:
    """Return how probable the surest reading is."""
    return max(reading.probability for reading in held.readings)


def named(question: Question, held: Held) -> float:
    """Return the share of the question's names that stand in the sentence, or above it."""
    said = set(stems(told(held)))
    return len(question.names & said) / len(question.names) if question.names else 1.0


def share_words(a: Held, b: Held) -> bool:
    """Return whether one answer has words of the other: "Kazan", "Elia Kazan and others"."""
    left, right = set(stems(a.position.answer)), set(stems(b.position.answer))
    return not left or not right or bool(left & right and a.value is None)

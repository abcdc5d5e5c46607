"""Does a sentence say what may be, rather than what is?"""

import re

from index.models import Span
from qa.english.borders import clause_at

_FORECAST = re.compile(
    r"\b(?:expect(?:s|ed)?|forecasts?|predict(?:s|ed)?|project(?:s|ed)|estimates? that|believes?"
    r"|thinks?|argue[sd]?|could|might|(?-i:may)|should|likely|reportedly|rumou?red)\b",
    re.IGNORECASE,
)
_UNCONFIRMED = re.compile(
    r"\b(?:reportedly|allegedly|supposedly|rumou?rs?|rumou?red|unconfirmed|speculation"
    r"|(?:is|are|was|were|be|been) (?:(?:widely|now|still|also) )?"
    r"(?:expected|likely|tipped|thought|believed|said|predicted|projected|forecast) to"
    r"|(?:expects?|predicts?|forecasts?|hopes?|hoped) (?:to|for|that|a|an|the|some|its?)"
    r"|(?:aims?|aimed|wants?|wanted) (?:to|at|for))\b",
    re.IGNORECASE,
)
_WHETHER_IT_MAY = re.compile(r"\b(?:rumou?r\w*|expect\w*|predict\w*|forecasts?|hope[ds]?)\b", re.I)


def are_forecasts(*sentences: str) -> bool:
    """Return whether every one of these sentences says what may be.

    >>> are_forecasts("It could fail.", "It may hold."), are_forecasts("It could fail.", "It held.")
    (True, False)
    >>> are_forecasts("It fell on 3 May 2011.", "It fell on 9 May 2011.")
    False
    """
    return all(_FORECAST.search(sentence) for sentence in sentences)


def is_unconfirmed(sentence: str, answer: str) -> bool:
    """Return whether an answer is only reported, expected or hoped for, by the words of its clause.

    >>> is_unconfirmed("It reportedly paid $3m, and closed.", "$3m")
    True
    >>> is_unconfirmed("The deal, which was expected to fail, is worth $3m.", "$3m")
    False
    """
    start = sentence.find(answer)
    if start < 0:
        return False
    clause = clause_at(sentence, Span(start=start, end=start + len(answer)))
    return bool(_UNCONFIRMED.search(clause.of(sentence)))


def asks_what_may_be(question: str) -> bool:
    """Return whether a question asks itself what is expected, hoped for or rumoured."""
    return bool(_WHETHER_IT_MAY.search(question))

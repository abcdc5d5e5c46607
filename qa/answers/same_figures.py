"""Does a sentence have the figures of a question? Without them it says something else."""

import re
from itertools import product

from qa.questions.question import Question
from qa.telling.sentences import Sentence
from qa.values import compare, find_values

_COMPARES = re.compile(
    r"\b(?:than|over|under|above|below|before|after|since|until|by|at (?:least|most)|exceed\w*)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b(?:[A-Z][\w-]+|flight|route|highway) \d+\b(?![.,]\d)")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def has_the_figures(question: Question, sentence: Sentence) -> bool:
    """Return whether every figure of a question stands in a sentence, or one that bears it out.

    "Fifty" bears out 50. A year may also be that of the article. A question that compares figures
    ("more than 48") has others than its answer; `qa.telling.comparisons` tells what bears those
    out.
    """
    return bool(_COMPARES.search(question.text)) or has_figures(question, sentence)


def has_figures(question: Question, sentence: Sentence) -> bool:
    """Return the same, whatever a question compares.

    What belongs to a name ("flight 408") may stand anywhere in the article.
    """
    article = sentence.passage.article
    said = f"{article.title}. {sentence.text}"
    held = set(_DIGITS.findall(f"{said} {article.published or ''}"))
    named = [one for one in _NAMED.finditer(question.text) if one[0] in article.text]
    missing = [
        one
        for one in _DIGITS.finditer(question.text)
        if one.group() not in held and not any(n.start() <= one.start() < n.end() for n in named)
    ]
    if not missing:
        return True
    values = find_values(question.text)
    borne_out = [
        value.span
        for value, other in product(values, find_values(said, article.published))
        if compare(value, other) in {"equal", "compatible"}
    ]
    return all(
        any(span.start <= one.start() and one.end() <= span.end for span in borne_out)
        for one in missing
    )

"""Do the articles say? One decision, from what was found and what was read in it."""

from collections.abc import Sequence
from typing import NamedTuple

from index.asked import Asked
from index.models import Passage
from qa.answers.subject import held_in, share
from qa.questions.question import understand
from qa.questions.strangers import strangers
from qa.read import Reading
from qa.reading.odds import log_odds, weighed

STRICTNESS = 0.5
"""The probability that the articles say from which they are taken to.

On the half of the questions that the weights were not fitted on, of those that the articles do not
answer .93 (MultiHop-RAG) and .91 (RAMDocs) stay below it, and of the others .04 and .05. From .4 to
.6 these shares change little. See tests/benchmarks/README.md.
"""

# Logistic regression on one half, by a hash, of MultiHop-RAG's questions over its 609 articles and
# of RAMDocs' over all its documents, with and without their own; the four kinds weigh the same.
# `python -m tests.benchmarks.declining` fits them.
INTERCEPT = -10.26
WEIGHTS = (1.86, 0.83, 3.82, 7.19, -6.13, 1.27, 12.98)


class Signs(NamedTuple):
    """What speaks for it that the articles answer a question; all but `read` are from 0 to 1."""

    read: float
    """Log-odds of the most probable reading, less those of the reader's own threshold."""
    names_there: float
    """Share of the names in the question that stand in the passage of that reading."""
    names_found: float
    """Share of them that stand in any passage."""
    words: float
    """The greatest share of the question's words in one passage and its title."""
    strangers: float
    """Share of the sources it names whose articles are not in the index."""
    compound: float
    """1 for a question that names sources or days, or asks several things; else 0."""
    compound_words: float
    """`words` of such a question, else 0: its words are many, and rarely stand together."""


def signs(
    asked: Asked,
    passages: Sequence[Passage],
    readings: Sequence[Reading],
    *,
    threshold: float,
    topic: str | None = None,
) -> Signs:
    """Return what speaks for it that the articles answer a question.

    Args:
        asked: The question, taken apart.
        passages: All that was read.
        readings: What was found in them.
        threshold: The reader's own.
        topic: What was read for, where it is not the question without its sources.
    """
    about = understand(topic or asked.topic)
    held = [held_in(about, passage) for passage in passages]
    best = max(readings, key=lambda reading: reading.probability, default=None)
    there = held_in(about, best.passage) if best else frozenset[str]()
    words = max((share(about.terms, terms) for terms in held), default=0.0)
    compound = not asked.is_plain
    return Signs(
        read=log_odds(best.probability if best else 0.0) - log_odds(threshold),
        names_there=share(about.names, there),
        names_found=share(about.names, frozenset[str]().union(*held)),
        words=words,
        strangers=_strange(asked),
        compound=float(compound),
        compound_words=words if compound else 0.0,
    )


def probability(signs: Signs) -> float:
    """Return how probable it is that the articles answer a question with these signs."""
    return weighed(WEIGHTS, signs, constant=INTERCEPT)


def _strange(asked: Asked) -> float:
    unknown = len(strangers(asked.text, asked.mentions))
    named = unknown + len(asked.mentions)
    return unknown / named if named else 0.0

"""How probably a sentence bears out what a yes-or-no question asks, or denies it."""

from typing import NamedTuple

from qa.answers.polarity import Polarity
from qa.comparing.titled import Titled
from qa.reading.odds import log_odds, weighed
from qa.telling.sentences import Sentence

BORNE_OUT = (0.38, 0.36, 0.28, 0.75)
DENIED = (0.17, 0.58, 0.44, 1.44)
IN_GENERAL = (-1.19, -1.71)
"""Of the log-odds of the network, for the sentence as it is and under the title of its article, of
those of the reader, and of the share of words; and the constant of either.

Two logistic regressions, which `tests/benchmarks/verdicts.py` fits, on the 7,780 sentences of the
held-out pages of `qa/training/asserted`, which neither network has learnt from (513 pages decide
one of 325 questions). With LEAST as it is now they come out within .03 of these, fitted with .001.
Of the 200 pages they are surest of, with each tenth of the questions left out in turn, 156 are
right; by the network alone 148. What does not help: whether a sentence names all that is asked
about, whether it says it outright.
"""
LEAST = 0.005  # No probability counts for less, and none for more than the rest of one.


class Near(NamedTuple):
    """A sentence that may decide a question.

    Attributes:
        read: How probably it answers, where the reader points at it; else 0.
        held: Share of the words of the question that it has.
    """

    sentence: Sentence
    read: float
    held: float

    @property
    def relevance(self) -> float:
        """How much it has to do with the question."""
        return max(self.read, self.held)


class Verdict(NamedTuple):
    """What a sentence says, and how probably."""

    answer: Polarity
    probability: float


def verdicts(near: Near, judged: Titled) -> tuple[Verdict, Verdict]:
    """Return how probably a sentence says yes, and no."""
    alone, under = judged.alone, judged.under
    of_yes = signs(near, alone.entailment, under.entailment)
    of_no = signs(near, alone.contradiction, under.contradiction)
    yes = weighed(BORNE_OUT, of_yes, constant=IN_GENERAL[0])
    no = weighed(DENIED, of_no, constant=IN_GENERAL[1])
    return Verdict("yes", yes), Verdict("no", no)


def signs(near: Near, alone: float, under: float) -> tuple[float, ...]:
    """Return what BORNE_OUT and DENIED are of."""
    sure = (log_odds(one, least=LEAST) for one in (alone, under, near.read))
    return (*sure, near.held)

"""How probably a sentence bears out what a yes-or-no question asks, or denies it."""

from typing import NamedTuple

from qa.answers.polarity import Polarity
from qa.comparing.titled import Titled
from qa.reading.odds import log_odds, weighed
from qa.telling.sentences import Sentence

BORNE_OUT = (0.15, 0.58, 0.52, -0.16, 1.94)
DENIED = (-0.08, 0.79, 0.87, 0.97, 1.19)
IN_GENERAL = (-2.64, -2.90)
"""Of the log-odds of the network, for the sentence as it is and under the title of its article, of
those of the reader, of the share of words and of that of names; and the constant of either.

Two logistic regressions, which `tests/benchmarks/verdicts.py` fits: on the sentences of the
held-out pages of `qa/training/asserted`, which neither network has learnt from (513 pages decide
one of 325 questions), and on 11,700 that a search finds for the same questions, and for them with
another name, in 609 articles of news that do not answer them. Most of what is found in a large body
is of that kind; without it "Mazda planned to discontinue the EV" was a no to "Is Tesla planning an
EV?". The constants are .6 higher than they come out, so that SURE of `yes_no` is .45 of the fit:
266 of the pages are heard, 199 rightly, and 17 of 650 questions to the news; with the network and
the weights before, fitted without that news and without the names, 236, 181 and 65. With .5 rather
than .6 of contradict one less is warned of, with .8 one more wrongly. What does not help: how the
network judges the other sentences, whether the last word of the question is there, how long a
sentence is.
"""
LEAST = 0.005  # No probability counts for less, and none for more than the rest of one.


class Near(NamedTuple):
    """A sentence that may decide a question.

    Attributes:
        read: How probably it answers, where the reader points at it; else 0.
        held: Share of the words of the question that it has.
        named: Share of the names of the question that its passage has, or the title of its article.
    """

    sentence: Sentence
    read: float
    held: float
    named: float

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
    return (*sure, near.held, near.named)

"""Probabilities as log-odds, and back: what a logistic regression weighs."""

from collections.abc import Sequence
from math import exp, log

LEAST = 0.001  # What no model is surer than, either way.


def log_odds(probability: float, *, least: float = LEAST) -> float:
    """Return the logarithm of the odds of a probability, which counts as `least` at least.

    >>> round(log_odds(0.9), 2), log_odds(1.0) == log_odds(0.999), log_odds(0.5)
    (2.2, True, 0.0)
    """
    bounded = min(max(probability, least), 1 - least)
    return log(bounded / (1 - bounded))


def weighed(weights: Sequence[float], signs: Sequence[float], *, constant: float) -> float:
    """Return the probability that a logistic regression gives, from as many weights as signs.

    >>> round(weighed((1.0, 2.0), (0.2, 1.0), constant=0.0), 2)
    0.9
    """
    score = sum(weight * sign for weight, sign in zip(weights, signs, strict=True))
    return 1 / (1 + exp(-score - constant))

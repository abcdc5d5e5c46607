"""What a sentence compares a figure with, and what another says of it: "more than 50" of 49.

The network that compares sentences is small, and no judge of numbers. So figures are compared by
rule, and what each outcome tells is counted in the pairs of sentences that the network learnt from.
"""

import re
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from qa.telling.figures import Figure, against, figures

REACH = 30  # Characters before a figure in which it is compared.
SAME = 1e-9  # Figures that are no further apart are equal.

Table = Mapping[str, Sequence[float]]
"""For each outcome, what it adds to the scores of entailment, neutral and contradiction."""

_OF_SIZE = (
    (
        "more than",
        r"(?:more|higher|greater|larger|longer|bigger|better) than|over|above|at least|exceed\w*"
        r"|surpass\w*|(?:a )?minimum of|upwards of|beyond",
    ),
    (
        "less than",
        r"(?:less|fewer|lower|smaller|shorter) than|under|below|at most|up to|(?:a )?maximum of"
        r"|nearly|almost|close to",
    ),
)
_OF_TIME = (("before", r"before|prior to|until|till|by"), ("after", r"after|since|from|following"))
_COMPARED = {
    of_time: [
        (name, re.compile(rf"\b(?:{words})(?: (?:about|around|the|mid|early|late))?[ -]$", re.I))
        for name, words in table
    ]
    for of_time, table in ((False, _OF_SIZE), (True, _OF_TIME))
}


def comparisons(premise: str, hypothesis: str) -> list[str]:
    """Return what the hypothesis compares, each with how its figure lies to the premise's.

    That is the nearest of the premise's figures of one sort; "alone" is where there is none.

    >>> comparisons("It sold 71 by May 2019.", "More than 50 were sold before 2018, and 70 came.")
    ['more than: less', 'before: less']
    """
    told = figures(premise)
    return [
        f"{word}: {_relation(figure, told)}"
        for figure in figures(hypothesis)
        if (word := _comparison(hypothesis, figure))
    ]


def added(outcomes: Sequence[str], table: Table) -> NDArray[np.float64]:
    """Return what outcomes together add to the three scores."""
    rows = [table[one] for one in outcomes if one in table]
    total: NDArray[np.float64] = np.array(rows or [[0.0] * 3]).sum(axis=0)
    return total


def _comparison(text: str, figure: Figure) -> str | None:
    before = text[max(0, figure.start - REACH) : figure.start]
    words = _COMPARED[figure.sort == "date"]
    return next((name for name, pattern in words if pattern.search(before)), None)


def _relation(figure: Figure, told: Sequence[Figure]) -> str:
    gap = against(figure, told)
    if gap is None:
        return "alone"
    return "same" if abs(gap) < SAME else "more" if gap > 0 else "less"

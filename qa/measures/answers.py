"""How near answers come to those that were expected."""

from collections import Counter
from collections.abc import Sequence

from qa.measures.matching import normalised, same_answer


def exact_match(given: str, expected: Sequence[str]) -> float:
    """Return 1 if an answer is, but for case and the like, one of those expected, and 0 if not.

    Source: the official SQuAD script, Rajpurkar et al. 2016, doi:10.18653/v1/D16-1264.

    >>> exact_match("The U.S. dollar.", ["euro", "US Dollar"])
    1.0
    """
    return float(any(normalised(given) == normalised(one) for one in expected))


def token_f1(given: str, expected: Sequence[str]) -> float:
    """Return 2 P R / (P + R) of the words of an answer, at best over the answers expected.

    P is the share of its words that are expected, R the share of the expected words it has; a word
    counts as often as it stands in both. Two answers without a word are alike.

    Source: the official SQuAD script, Rajpurkar et al. 2016, doi:10.18653/v1/D16-1264.

    >>> token_f1("in June 2030", ["2030", "30 June 2030"])  # P 2/3, R 2/3 of the second
    0.6666666666666666
    """
    return max((_f1(normalised(given).split(), normalised(e).split()) for e in expected), default=0)


def answers_f1(given: Sequence[str], expected: Sequence[str]) -> float:
    """Return 2 P R / (P + R) of the answers given; where none is expected, 1 if none is given.

    Answers are paired by `same_answer`, each with one other at most, so that as many pairs come
    about as can. P is the share of those given that have a partner, R that of those expected.

    Source: F of van Rijsbergen, Information Retrieval, 1979, chapter 7; the pairs are a maximum
    matching, Kuhn 1955, doi:10.1002/nav.3800020109.

    >>> answers_f1(["2030", "Paris"], ["June 2030", "Rome", "Oslo"])  # P 1/2, R 1/3
    0.4
    """
    from scipy.optimize import linear_sum_assignment

    if not given or not expected:
        return float(len(given) == len(expected))
    same = [[same_answer(one, other) for other in expected] for one in given]
    pairs = zip(*linear_sum_assignment(same, maximize=True), strict=True)
    paired = sum(bool(same[row][column]) for row, column in pairs)
    return 2 * paired / (len(given) + len(expected))  # 2 P R / (P + R), simplified


def _f1(given: Sequence[str], expected: Sequence[str]) -> float:
    if not given or not expected:
        return float(given == expected)
    shared = (Counter(given) & Counter(expected)).total()
    return 2 * shared / (len(given) + len(expected))  # 2 P R / (P + R), simplified

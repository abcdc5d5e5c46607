"""Whether what says no to a question contradicts what says yes to it, or only seems to say no."""

from collections.abc import Sequence

from qa.comparing.titled import judge_titled
from qa.entail import Entailment
from qa.read import Reading

MOST = 3  # Sentences of either side, the surest, that are held against each other.
AGAINST = 0.3  # Contradiction of one sentence by another, as it is or under its title.
"""Of 43 yes-or-no questions to real news whose sources agree (`tests/benchmarks/natural.py`) 10
were warned of without this and 2 are with it, and 35 rather than 29 have the right answer alone; of
30 others, written afterwards, 3 and 1. Contradict has 55, 9 either way, the shipped articles 4 of
their 5; `asserted` 66, 4 either way, its blind half 57, 5 and 56, 4, `either` 40, 4 and 41, 3,
`worded` 19, 1 and 17, 0. With .4, .5 and .6 contradict has 54, 54 and 52, `asserted_blind` 55, 3,
and no fewer are warned of. Sentence by sentence, rather than all that says no, the shipped articles
have 3 of 5.
"""


def against_each_other(said: Sequence[Reading], entailment: Entailment) -> list[Reading]:
    """Leave out all that says no where none of it contradicts what says yes.

    What bears a statement out and what denies it contradict each other. "She had pleaded guilty
    herself" is judged to deny that he was found guilty, and does not contradict that he was.
    """
    yes, no = (_surest(said, answer) for answer in ("yes", "no"))
    pairs = [pair for one in yes for other in no for pair in ((one, other), (other, one))]
    judged = judge_titled(
        entailment,
        [(first.words, second.words) for first, second in pairs],
        [first.passage.article.title for first, _ in pairs],
    )
    if not pairs or any(one.most.contradiction >= AGAINST for one in judged):
        return list(said)
    return [one for one in said if one.answer != "no"]


def _surest(said: Sequence[Reading], answer: str) -> list[Reading]:
    ranked = sorted(said, key=lambda one: -one.probability)
    return [one for one in ranked if one.answer == answer][:MOST]

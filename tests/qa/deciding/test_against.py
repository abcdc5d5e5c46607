"""What says no is set against what says yes only where the sentences contradict each other."""

from collections.abc import Sequence

import pytest

from qa.deciding.against import AGAINST, against_each_other
from qa.entail import Judgement
from qa.read import Reading
from tests.qa.newsroom import reading_in

FREE = reading_in("Admission to the museum is free.", "yes", probability=0.9)
PAID = reading_in("Visitors pay 4 pounds to go in.", "no", probability=0.9)
SHUT = reading_in("The museum is shut on Mondays.", "no", probability=0.8)


class Contradicting:
    """Knows which two texts contradict each other, one way round, and how probably."""

    def __init__(self, first: str, second: str, probability: float) -> None:
        self._pair, self._probability = (first, second), probability
        self.judged: list[tuple[str, str]] = []

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Judgement]:
        self.judged += pairs
        return [
            Judgement(entailment=0.0, neutral=1 - found, contradiction=found)
            for found in (self._probability if pair == self._pair else 0.0 for pair in pairs)
        ]


def left(said: list[Reading], first: str, second: str, probability: float) -> list[str]:
    entailment = Contradicting(first, second, probability)
    return [one.answer for one in against_each_other(said, entailment)]


@pytest.mark.parametrize(("first", "second"), [(FREE.words, PAID.words), (PAID.words, FREE.words)])
def test_all_that_says_no_stays_where_some_of_it_contradicts_a_yes_either_way(first, second):
    said = [FREE, SHUT, PAID]
    assert left(said, first, second, AGAINST) == ["yes", "no", "no"]
    assert left(said, first, second, AGAINST - 0.01) == ["yes"]


def test_the_title_may_tell_that_a_sentence_contradicts_another():
    assert left([FREE, PAID], f"Note: {PAID.words}", FREE.words, 0.9) == ["yes", "no"]


@pytest.mark.parametrize("said", [[FREE], [PAID, SHUT], []])
def test_where_all_say_the_same_nothing_is_compared(said):
    entailment = Contradicting("", "", 0.0)
    assert against_each_other(said, entailment) == said
    assert entailment.judged == []


def test_only_the_surest_of_either_side_are_compared():
    many = [reading_in(f"Room {n} is free.", "yes", probability=n / 10) for n in range(1, 6)]
    entailment = Contradicting("", "", 0.0)
    against_each_other([*many, PAID], entailment)
    asked = {pair[0] for pair in entailment.judged if "Room" in pair[0] and ":" not in pair[0]}
    assert asked == {"Room 3 is free.", "Room 4 is free.", "Room 5 is free."}

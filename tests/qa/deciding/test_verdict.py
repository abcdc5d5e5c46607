"""How probably a sentence says yes or no, by five signs."""

import pytest

from qa.comparing.titled import Titled
from qa.deciding.verdict import LEAST, Near, verdicts
from qa.entail import Judgement
from qa.telling.sentences import sentences_of
from tests.qa.newsroom import HERALD, passage

SENTENCE = next(iter(sentences_of(passage(HERALD))))


def judged(*, yes: tuple[float, float] = (0.5, 0.5), no: tuple[float, float] = (0, 0)) -> Titled:
    """Return judgements of a sentence as it is and under its title."""
    one, other = (
        Judgement(entailment=entails, neutral=1 - entails - denies, contradiction=denies)
        for entails, denies in zip(yes, no, strict=True)
    )
    return Titled(one, other)


# The log-odds of .5 are 0, of .9 2.2, of what is no more than LEAST -5.3.
@pytest.mark.parametrize(
    ("near", "found", "answer", "probability"),
    [
        (Near(SENTENCE, 0.5, 0.0, 1.0), judged(), 0, 0.24),  # 1 / (1 + e^1.13)
        (Near(SENTENCE, 0.5, 0.0, 0.0), judged(), 0, 0.05),  # 1.81 less
        (Near(SENTENCE, 0.5, 1.0, 1.0), judged(), 0, 0.31),  # 0.34 more
        (Near(SENTENCE, 0.0, 0.0, 1.0), judged(), 0, 0.02),  # 0.53 * 5.3 less
        (Near(SENTENCE, 0.5, 0.0, 1.0), judged(yes=(0.9, 0.5)), 0, 0.31),  # 0.16 * 2.2 more
        (Near(SENTENCE, 0.5, 0.0, 1.0), judged(yes=(0.5, 0.9)), 0, 0.51),  # 0.54 * 2.2 more
        (Near(SENTENCE, 0.5, 0.0, 1.0), judged(no=(0.5, 0.5)), 1, 0.15),  # 1 / (1 + e^1.75)
        (Near(SENTENCE, 0.5, 0.0, 0.0), judged(no=(0.5, 0.5)), 1, 0.04),  # 1.37 less
        (Near(SENTENCE, 0.5, 1.0, 1.0), judged(no=(0.5, 0.5)), 1, 0.31),  # 0.96 more
        (
            Near(SENTENCE, 0.5, 0.0, 1.0),
            judged(yes=(0.5, 0.1), no=(0.5, 0.9)),
            1,
            0.55,
        ),  # 0.88 * 2.2 more
        (Near(SENTENCE, 0.9, 0.0, 1.0), judged(no=(0.5, 0.5)), 1, 0.54),  # 0.87 * 2.2 more
    ],
)
def test_each_sign_has_its_weight(near, found, answer, probability):
    said = verdicts(near, found)[answer]
    assert said.answer == ("yes", "no")[answer]
    assert said.probability == pytest.approx(probability, abs=0.006)


def test_nothing_is_surer_than_the_least_allows():
    near = Near(SENTENCE, 1.0, 1.0, 1.0)
    assert verdicts(near, judged(yes=(1.0, 1.0))) == verdicts(
        near, judged(yes=(1 - LEAST, 1 - LEAST), no=(LEAST, LEAST))
    )

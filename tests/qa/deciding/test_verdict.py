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
        (Near(SENTENCE, 0.5, 0.0, 1.0), judged(), 0, 0.33),  # 1 / (1 + e^0.70)
        (Near(SENTENCE, 0.5, 0.0, 0.0), judged(), 0, 0.07),  # 1.94 less
        (Near(SENTENCE, 0.5, 1.0, 1.0), judged(), 0, 0.3),  # 0.16 less
        (Near(SENTENCE, 0.0, 0.0, 1.0), judged(), 0, 0.03),  # 0.52 * 5.3 less
        (Near(SENTENCE, 0.5, 0.0, 1.0), judged(yes=(0.9, 0.5)), 0, 0.41),  # 0.15 * 2.2 more
        (Near(SENTENCE, 0.5, 0.0, 1.0), judged(yes=(0.5, 0.9)), 0, 0.64),  # 0.58 * 2.2 more
        (Near(SENTENCE, 0.5, 0.0, 1.0), judged(no=(0.5, 0.5)), 1, 0.15),  # 1 / (1 + e^1.71)
        (Near(SENTENCE, 0.5, 0.0, 0.0), judged(no=(0.5, 0.5)), 1, 0.05),  # 1.19 less
        (Near(SENTENCE, 0.5, 1.0, 1.0), judged(no=(0.5, 0.5)), 1, 0.32),  # 0.97 more
        (
            Near(SENTENCE, 0.5, 0.0, 1.0),
            judged(yes=(0.5, 0.1), no=(0.5, 0.9)),
            1,
            0.51,
        ),  # 0.79 * 2.2 more
        (Near(SENTENCE, 0.9, 0.0, 1.0), judged(no=(0.5, 0.5)), 1, 0.55),  # 0.87 * 2.2 more
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

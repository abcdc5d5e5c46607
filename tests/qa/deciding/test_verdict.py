"""How probably a sentence says yes or no, by four signs."""

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
        (Near(SENTENCE, 0.5, 0.0), judged(), 0, 0.23),  # 1 / (1 + e^1.19)
        (Near(SENTENCE, 0.5, 1.0), judged(), 0, 0.39),  # .75 more
        (Near(SENTENCE, 0.0, 0.0), judged(), 0, 0.06),  # .28 * 5.3 less
        (Near(SENTENCE, 0.5, 0.0), judged(yes=(0.9, 0.5)), 0, 0.41),  # .38 * 2.2 more
        (Near(SENTENCE, 0.5, 0.0), judged(yes=(0.5, 0.9)), 0, 0.40),  # .36 * 2.2 more
        (Near(SENTENCE, 0.5, 0.0), judged(no=(0.5, 0.5)), 1, 0.15),  # 1 / (1 + e^1.71)
        (Near(SENTENCE, 0.5, 1.0), judged(no=(0.5, 0.5)), 1, 0.43),  # 1.44 more
        (Near(SENTENCE, 0.5, 0.0), judged(no=(0.5, 0.1)), 1, 0.05),  # .58 * 2.2 less
    ],
)
def test_each_sign_has_its_weight(near, found, answer, probability):
    said = verdicts(near, found)[answer]
    assert said.answer == ("yes", "no")[answer]
    assert said.probability == pytest.approx(probability, abs=0.006)


def test_nothing_is_surer_than_the_least_allows():
    near = Near(SENTENCE, 1.0, 1.0)
    assert verdicts(near, judged(yes=(1.0, 1.0))) == verdicts(
        near, judged(yes=(1 - LEAST, 1 - LEAST), no=(LEAST, LEAST))
    )

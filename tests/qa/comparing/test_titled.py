"""What a sentence says is judged under the title of its article as well."""

import pytest

from qa.comparing.titled import judge_titled
from qa.entail import Judgement


class Reading:
    """Is half sure of what it is not told the subject of, and sure of the rest."""

    name = "reading"

    def judge(self, pairs):
        sure = [1.0 if "Wilson" in premise else 0.5 for premise, _ in pairs]
        return [Judgement(entailment=p, neutral=1 - p, contradiction=0) for p in sure]


class Denying(Reading):
    """Takes a title for a denial."""

    def judge(self, pairs):
        denied = [0.9 if ": " in premise else 0.1 for premise, _ in pairs]
        return [Judgement(entailment=0.9 - p, neutral=0.1, contradiction=p) for p in denied]


def test_a_title_may_make_a_sentence_say_what_is_asked():
    pairs = [("He won.", "Wilson won."), ("Wilson won.", "Wilson won."), ("He won.", "Ash won.")]
    judged = judge_titled(Reading(), pairs, ["Woodrow Wilson", "", "Ann Ash"])
    assert [one.best.entailment for one in judged] == [1.0, 1.0, 0.5]
    assert [one.alone.entailment for one in judged] == [0.5, 1.0, 0.5]


def test_a_title_denies_nothing():
    (judged,) = judge_titled(Denying(), [("He won.", "Wilson won.")], ["Woodrow Wilson"])
    assert judged.best.contradiction == pytest.approx(0.1)

"""What a sentence says is judged under the title of its article as well."""

import pytest

from qa.entail import Judgement
from qa.titled import judge_titled


class Reading:
    """Is half sure of what it is not told the subject of, and sure of the rest."""

    name = "reading"

    def judge(self, pairs):
        sure = [1.0 if "Wilson" in premise else 0.5 for premise, _ in pairs]
        return [Judgement(entailment=p, neutral=1 - p, contradiction=0) for p in sure]


def test_a_judgement_is_the_mean_of_the_sentence_with_and_without_its_title():
    pairs = [("He won.", "Wilson won."), ("Wilson won.", "Wilson won."), ("He won.", "Ash won.")]
    judged = judge_titled(Reading(), pairs, ["Woodrow Wilson", "", ""])
    assert [one.entailment for one in judged] == pytest.approx([0.75, 1.0, 0.5])
    assert [one.neutral for one in judged] == pytest.approx([0.25, 0.0, 0.5])

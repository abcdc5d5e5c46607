"""Claims with their evidence -> questions."""

import random

import pytest

from qa.datasets.pairs import LABELS, Pair
from qa.training.cloze import questions
from qa.training.examples import Asked

EVIDENCE = "Rondo played for Dallas until 3 May 2015, when 120 fans left. He earned 12 percent."


def pair(claim: str, label: str = "entailment", source: str = "vitaminc_real") -> Pair:
    return Pair(EVIDENCE, claim, LABELS.index(label), source, title="Rondo")


def asked(*pairs: Pair) -> set[Asked]:
    return {one for seed in range(30) for one in questions(pairs, random.Random(seed))}


@pytest.mark.parametrize(
    ("claim", "made"),
    [
        (
            "He left the team on 3 May 2015.",
            {
                ("He left the team when?", "3 May 2015"),
                ("He left the team on what date?", "3 May 2015"),
            },
        ),
        (
            "The season ended in 2015.",
            {("The season ended when?", "2015"), ("The season ended in what year?", "2015")},
        ),
        ("More than 120 fans went home.", {("More than how many fans went home?", "120")}),
        (
            "His share was about 12 percent of it.",
            {("His share was about what percent of it?", "12")},
        ),
        (
            "The player was under contract with Dallas.",
            {
                ("The player was under contract with what?", "Dallas"),
                ("The player was under contract with whom?", "Dallas"),
                ("The player was under contract with which?", "Dallas"),
            },
        ),
    ],
)
def test_the_value_of_a_claim_becomes_what_is_asked_for(claim, made):
    found = asked(pair(claim))
    assert {(one.question, one.answer.of(one.passage)) for one in found} == made
    assert {(one.passage, one.title, one.kind) for one in found} == {(EVIDENCE, "Rondo", "claim")}


@pytest.mark.parametrize("label", ["neutral", "contradiction"])
def test_a_claim_that_is_not_supported_is_not_answered(label):
    found = asked(pair("More than 120 fans went home.", label))
    assert {(one.answer, one.kind) for one in found} == {(None, f"claim, {label}")}


@pytest.mark.parametrize(
    "claim",
    [
        "The fans went home.",  # It has no value.
        "More than 130 fans went home.",  # The evidence has another.
        "More than 20 fans went home.",  # "20" stands inside "120" only.
        "In Dallas.",  # Hardly anything would be left to ask.
    ],
)
def test_a_claim_without_a_value_of_the_evidence_makes_no_question(claim):
    assert asked(pair(claim)) == set()


def test_only_pairs_of_facts_make_questions():
    assert asked(pair("More than 120 fans went home.", source="mnli_train")) == set()
    assert asked(pair("More than 120 fans went home.", source="healthver")) != set()

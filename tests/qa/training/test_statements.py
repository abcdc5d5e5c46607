"""Claims that a sentence bears out, denies, or neither."""

from pathlib import Path

import pytest

from qa.datasets.pairs import LABELS, Pair
from qa.datasets.written import LineError
from qa.training import traps
from qa.training.statements import FOLDER, pairs, parse

TOLD = """== Ferry arm sold
> Ash sold 24 boats to Birk.
= Birk bought more than 20 boats.
! Birk sold its boats to Ash.
~ Birk paid in cash.
"""


def test_claims_are_read_with_their_sentence() -> None:
    bought, sold, paid = parse(TOLD)
    premise, title = "Ash sold 24 boats to Birk.", "Ferry arm sold"
    assert bought == Pair(premise, "Birk bought more than 20 boats.", 0, "statements", title)
    assert [LABELS[pair.label] for pair in (bought, sold, paid)] == [
        *("entailment", "contradiction", "neutral")
    ]
    assert {pair.premise for pair in (sold, paid)} == {premise}


@pytest.mark.parametrize(
    "wrong", ["> A sentence.", "== Title\n= A claim.", "== Title\n> A sentence.\n* A claim."]
)
def test_what_is_not_understood_is_named(wrong: str, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text(wrong, encoding="utf-8")
    with pytest.raises(LineError, match=r"^bad\.txt: not understood: '[>=*] "):
        pairs(tmp_path)


def test_the_files_that_are_shipped() -> None:
    learnt, held = pairs(FOLDER)
    passages = {block.title: block for block in traps.blocks() if block.text}
    for pair in [*learnt, *held]:
        assert pair.premise in passages[pair.title].text
    assert all(passages[pair.title].held_out for pair in held)
    assert not any(passages[pair.title].held_out for pair in learnt)
    assert 0.05 < len(held) / len([*learnt, *held]) < 0.15
    for label in range(3):
        share = sum(pair.label == label for pair in learnt) / len(learnt)
        assert share == pytest.approx(1 / 3, abs=0.01)

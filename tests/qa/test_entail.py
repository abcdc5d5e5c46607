"""The shipped kind of network, with relation heads made by hand."""

from math import log

import numpy as np
import pytest
from pydantic import ValidationError

from index.pieces import tokenizer
from qa.entail import BATCH, Judgement, TrainedEntailment
from qa.reading.network import network
from qa.reading.windows import padded, paired
from tests.qa.networks import WIDTH, relating

FLOOD = ("The flood killed 12 people.", "Twelve people died.")
LONG = ("The river rose, and the ferry lay still. " * 3, "The ferry did not sail.")


@pytest.fixture(scope="module")
def by_chance(tmp_path_factory) -> TrainedEntailment:
    """Judges every pair otherwise, and without sense."""
    weight = np.random.default_rng(1).normal(size=(3, WIDTH)) * 0.3
    path = tmp_path_factory.mktemp("weights") / "chance.safetensors"
    return TrainedEntailment(relating(path, weight=weight, bias=[0, 0, 0]), exact=True)


def test_the_scores_become_probabilities_in_the_order_of_the_labels(tmp_path):
    path = tmp_path / "fixed.safetensors"
    relating(path, weight=np.zeros((3, WIDTH)), bias=[log(1) + 9, log(2) + 9, log(5) + 9])
    (judged,) = TrainedEntailment(path).judge([FLOOD])
    assert judged.model_dump() == pytest.approx(
        {"entailment": 1 / 8, "neutral": 2 / 8, "contradiction": 5 / 8}, abs=2e-3
    )


def test_scores_far_apart_do_not_overflow(tmp_path):
    path = tmp_path / "sure.safetensors"
    relating(path, weight=np.zeros((3, WIDTH)), bias=[-30000, 0, 30000])
    (judged,) = TrainedEntailment(path).judge([FLOOD])
    assert judged == Judgement(entailment=0, neutral=0, contradiction=1)


def test_the_order_of_the_pairs_is_kept_though_batches_are_sorted_by_length(by_chance):
    shortest = [(f"Day {n}.", "It rained.") for n in range(BATCH)]
    pairs = [LONG, FLOOD, *shortest, FLOOD[::-1], LONG]
    alone = [by_chance.judge([pair])[0] for pair in pairs]
    together = by_chance.judge(pairs)
    assert len(together) == len(pairs) > BATCH
    for one, other in zip(together, alone, strict=True):
        assert one.model_dump() == pytest.approx(other.model_dump(), abs=1e-3)
    assert len({round(judgement.neutral, 3) for judgement in alone}) > BATCH / 2


def test_the_head_looks_at_the_first_mark(by_chance):
    encoded = [tokenizer().encode(text, add_special_tokens=False).ids for text in FLOOD]
    bert = network(by_chance._path, exact=True).bert
    powers = np.exp(bert.run(*padded([paired(*encoded)]))["relation"][0, 0])
    (judged,) = by_chance.judge([FLOOD])
    assert list(judged.model_dump().values()) == pytest.approx(
        list(powers / powers.sum()), abs=1e-5
    )


def test_the_premise_is_told_from_the_hypothesis(by_chance):
    one, other = by_chance.judge([FLOOD, FLOOD[::-1]])
    assert one.model_dump() != pytest.approx(other.model_dump(), abs=2e-3)


def test_no_pairs_are_no_judgements(by_chance):
    assert by_chance.judge([]) == []


def test_texts_longer_than_the_window_are_cut(by_chance):
    (judged,) = by_chance.judge([("The river rose. " * 200, "It rained. " * 200)])
    assert judged.entailment + judged.neutral + judged.contradiction == pytest.approx(1)


def test_a_judgement_holds_probabilities_only():
    with pytest.raises(ValidationError):
        Judgement(entailment=1.2, neutral=0, contradiction=0)

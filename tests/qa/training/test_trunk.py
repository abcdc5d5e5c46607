"""The trunk as it is trained, beside transformers' own."""

import ctypes
from types import SimpleNamespace

import pytest
import torch
from transformers import BertConfig, BertModel

from qa.training import trunk as module
from qa.training.network import Network
from qa.training.trunk import keep_memory, states, thinned

SMALL = BertConfig(
    vocab_size=50,
    hidden_size=32,
    num_hidden_layers=2,
    num_attention_heads=4,
    intermediate_size=48,
    hidden_dropout_prob=0.0,
    attention_probs_dropout_prob=0.0,
)
PIECES = torch.tensor([[2, 7, 9, 3, 11, 3], [2, 5, 3, 8, 0, 0]])
SIDES = torch.tensor([[0, 0, 0, 0, 1, 1], [0, 0, 0, 1, 0, 0]])
MASK = torch.tensor([[1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 0, 0]])
REAL = MASK.bool()


@pytest.fixture
def trunk() -> BertModel:
    torch.manual_seed(0)
    trunk = BertModel(SMALL, add_pooling_layer=False)
    for parameter in trunk.parameters():
        torch.nn.init.normal_(parameter, std=0.3)
    return trunk


def theirs(trunk: BertModel) -> torch.Tensor:
    given = {"input_ids": PIECES, "token_type_ids": SIDES, "attention_mask": MASK}
    return trunk(**given).last_hidden_state[REAL]


def ours(trunk: BertModel, **how) -> torch.Tensor:
    return states(trunk, PIECES, SIDES, MASK, **how)[REAL]


def test_the_states_are_those_of_transformers(trunk):
    assert torch.allclose(ours(trunk), theirs(trunk), atol=1e-5)


def test_the_slopes_are_those_of_transformers(trunk):
    slopes = []
    for run in (ours, theirs):
        trunk.zero_grad()
        run(trunk).pow(3).sum().backward()
        slopes.append({name: p.grad.clone() for name, p in trunk.named_parameters()})
    assert len(slopes[0]) == 5 + 2 * 16
    for name, slope in slopes[0].items():
        assert torch.allclose(slope, slopes[1][name], atol=1e-3), name


def test_in_16_bits_they_are_nearly_the_same(trunk):
    found = ours(trunk, kind=torch.bfloat16)
    assert found.dtype == torch.bfloat16
    assert torch.cosine_similarity(found.float(), theirs(trunk)).min() > 0.99


def test_a_part_of_states_or_of_attention_is_dropped(trunk):
    whole = ours(trunk)
    for how in ({"dropped": 0.5}, {"unattended": 0.5}):
        torch.manual_seed(1)
        one, other = ours(trunk, **how), ours(trunk, **how)
        assert not torch.allclose(one, whole, atol=0.1)
        assert not torch.allclose(one, other, atol=0.1)
        torch.manual_seed(1)
        assert torch.equal(ours(trunk, **how), one)


def test_nothing_is_dropped_but_in_training():
    torch.manual_seed(0)
    network = Network(SMALL).eval()
    before = network.states(PIECES, SIDES, MASK)
    network.dropped = network.unattended = 0.5
    assert torch.equal(network.states(PIECES, SIDES, MASK), before)
    assert not torch.allclose(network.train().states(PIECES, SIDES, MASK), before, atol=0.1)


def test_under_autocast_the_states_are_in_16_bits():
    network = Network(SMALL).eval()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        assert network.states(PIECES, SIDES, MASK).dtype == torch.bfloat16
    assert network.states(PIECES, SIDES, MASK).dtype == torch.float32


@pytest.mark.parametrize("drawn", [module.DRAWN, 1000])
def test_a_share_is_dropped_and_the_mean_stays(drawn, monkeypatch):
    monkeypatch.setattr(module, "DRAWN", drawn)  # Or more is asked for than is drawn.
    torch.manual_seed(0)
    found = thinned(torch.ones(400, 500), 0.2)
    assert (found == 0).float().mean().item() == pytest.approx(0.2, abs=0.01)
    assert set(found.unique().tolist()) == {0, 1.25}
    assert not torch.equal(found, thinned(torch.ones(400, 500), 0.2))


def test_without_a_share_nothing_is_dropped():
    given = torch.ones(3)
    assert thinned(given, 0) is given


def test_freed_memory_is_kept_where_the_system_can(monkeypatch):
    told = []
    library = SimpleNamespace(mallopt=lambda *given: told.append(given))
    monkeypatch.setattr(ctypes, "CDLL", lambda _: library)
    keep_memory()
    assert told == [(-4, 0), (-1, 2**31 - 1)]


@pytest.mark.parametrize("error", [AttributeError, OSError, TypeError])
def test_elsewhere_it_is_left_to_the_system(monkeypatch, error):
    def missing(_):
        raise error

    monkeypatch.setattr(ctypes, "CDLL", missing)
    keep_memory()

"""The steps of training, on a small network and a small town."""

import random
from pathlib import Path

import pytest
import torch
from transformers import BertConfig

from qa.training import loop
from qa.training.features import padded, question_examples
from qa.training.lessons import one_round, prepare
from qa.training.loop import Material, Stage, train
from qa.training.network import Network
from qa.training.stages import BOTH
from tests.qa.training.town import PAIRS, PARAGRAPHS

SMALL = BertConfig(
    hidden_size=16,
    num_hidden_layers=1,
    num_attention_heads=2,
    intermediate_size=16,
)


@pytest.fixture(scope="module")
def material() -> Material:
    return Material(prepare(PARAGRAPHS, random.Random(0)), PAIRS)


@pytest.fixture(scope="module", autouse=True)
def _one_core():
    """Small products are slower on several."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(autouse=True)
def _small(monkeypatch):
    monkeypatch.setattr(loop, "SAVE_EVERY", 2)
    monkeypatch.setattr(loop, "WARM_UP", 1)


def stage(steps: int, falling: int) -> Stage:
    tasks = {name: task._replace(pieces=400) for name, task in BOTH.tasks.items()}
    return Stage(tasks, steps, falling, peak=0.01, dropout=0.1, unattended=0.1)


def trained(material: Material, plan: Stage, folder: Path, seed: int = 0) -> Network:
    torch.manual_seed(seed)
    return train(Network(SMALL), material, plan, folder, device="cpu", seed=seed)


class Stopped(Exception):
    pass


def stop_after(monkeypatch, *, saves: int) -> None:
    """End the training after it has saved so often, as a killed process does."""
    save, done = loop._save, []

    def saving(state, path):
        save(state, path)
        done.append(path)
        if len(done) == saves:
            raise Stopped

    monkeypatch.setattr(loop, "_save", saving)


def bits(network: Network) -> dict[str, bytes]:
    return {name: value.numpy().tobytes() for name, value in network.state_dict().items()}


@pytest.mark.parametrize("saves", [1, 2, 3])
def test_a_training_that_was_stopped_goes_on_to_the_same_network_bit_for_bit(
    material, tmp_path, monkeypatch, saves
):
    plan = stage(steps=6, falling=3)  # It saves after steps 2, 3 (the last before the fall), 4, 6.
    whole = trained(material, plan, tmp_path / "whole")
    with monkeypatch.context() as patch:
        stop_after(patch, saves=saves)
        with pytest.raises(Stopped):
            trained(material, plan, tmp_path / "stopped")
    assert bits(trained(material, plan, tmp_path / "stopped")) == bits(whole)


def test_a_longer_plan_goes_on_from_before_the_rate_fell(material, tmp_path):
    first = trained(material, stage(steps=5, falling=2), tmp_path)
    state = torch.load(tmp_path / "steady.pt", weights_only=True)
    assert (state["step"], state["steady"]) == (3, 3)
    longer = trained(material, stage(steps=8, falling=2), tmp_path)
    whole = trained(material, stage(steps=8, falling=2), tmp_path / "whole")
    assert bits(longer) == bits(whole) != bits(first)


def test_what_is_done_is_not_done_again(material, tmp_path, monkeypatch):
    plan = stage(steps=3, falling=1)
    done = trained(material, plan, tmp_path)
    monkeypatch.setattr(loop, "_loss", lambda *_, **__: pytest.fail("it was trained again"))
    assert bits(trained(material, plan, tmp_path)) == bits(done)


def test_another_seed_is_another_network(material, tmp_path):
    one, other = (trained(material, stage(2, 1), tmp_path / str(seed), seed) for seed in (0, 1))
    assert bits(one) != bits(other)


@pytest.mark.parametrize("without", [{"dropout": 0.0}, {"unattended": 0.0}])
def test_a_stage_drops_states_and_attention(material, tmp_path, without):
    plan = stage(2, 1)
    one, other = (
        trained(material, one, tmp_path / str(one.dropout + one.unattended))
        for one in (plan, plan._replace(**without))
    )
    assert bits(one) != bits(other)


def test_it_learns(material, tmp_path):
    plan = stage(steps=60, falling=10)
    batch = padded(question_examples(one_round(material.course, random.Random("held"))))
    torch.manual_seed(0)
    before = loop._loss(Network(SMALL), batch).item()
    after = trained(material, plan, tmp_path)
    assert not after.training
    assert loop._loss(after, batch).item() < 0.7 * before


def test_no_half_written_checkpoint_is_left(material, tmp_path):
    trained(material, stage(steps=4, falling=2), tmp_path)
    names = sorted(path.name for path in Path(tmp_path).iterdir())
    assert names == ["falling.pt", "steady.pt"]

"""The steps of training: three batches each, one of questions, one of claims and one of pairs."""

import logging
import random
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from qa.datasets.pairs import Pair
from qa.training.cloze import questions
from qa.training.features import (
    Batch,
    Example,
    batches,
    pair_examples,
    question_examples,
)
from qa.training.lessons import Course, one_round
from qa.training.network import Network, untrained

logger = logging.getLogger(__name__)

PIECES = {"asked": 4800, "claims": 1100, "pairs": 2400}  # of a batch, padding included
WEIGHTS = {"asked": 1.0, "claims": 0.4, "pairs": 0.6}  # of the three losses
SAYS = 0.5  # Weight of "does it say?" beside that of the span.
PEAK = 2e-4  # learning rate
DECAY = 0.01  # of weights
WARM_UP = 120  # steps
LARGEST_GRADIENT = 1.0
SAVE_EVERY, TELL_EVERY = 100, 20  # steps


class Plan(NamedTuple):
    """How long to train: the rate stays at its peak, and falls to zero in the last steps."""

    steps: int = 4000
    falling: int = 600
    seed: int = 0


class Material(NamedTuple):
    """What there is to learn from."""

    course: Course
    pairs: Sequence[Pair]


def train(
    material: Material, plan: Plan, folder: Path, *, device: str, resume: bool = True
) -> Network:
    """Train, saving to `folder` as it goes, and go on from what is there.

    The last checkpoint before the rate falls is kept as well: a longer plan goes on from it.
    """
    torch.manual_seed(plan.seed)
    network = untrained().to(device).train()
    learnt = [p for p in network.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(learnt, lr=PEAK, weight_decay=DECAY, betas=(0.9, 0.98))
    steady = plan.steps - plan.falling
    done = _resumed(network, optimizer, folder, steady) if resume else 0
    streams = {name: _stream(name, material, plan.seed, done) for name in PIECES}
    losses: dict[str, float] = {}
    began, pieces = time.monotonic(), 0
    for step in range(done, plan.steps):
        for group in optimizer.param_groups:
            group["lr"] = PEAK * min(1.0, (step + 1) / WARM_UP, (plan.steps - step) / plan.falling)
        for name, stream in streams.items():
            batch = Batch(*(tensor.to(device) for tensor in next(stream)))
            pieces += batch.pieces.numel()
            with torch.autocast(device, dtype=torch.bfloat16):
                loss = _loss(network, batch, pairs=name == "pairs")
            torch.autograd.backward(WEIGHTS[name] * loss)
            losses[name] = 0.98 * losses.get(name, loss.item()) + 0.02 * loss.item()
        torch.nn.utils.clip_grad_norm_(learnt, LARGEST_GRADIENT)
        optimizer.step()
        optimizer.zero_grad()
        if (step + 1) % TELL_EVERY == 0:
            told = ", ".join(f"{name} {value:.3f}" for name, value in losses.items())
            rate = pieces / (time.monotonic() - began)
            logger.info("step %d of %d: %s; %.0f pieces/s", step + 1, plan.steps, told, rate)
        if (step + 1) % SAVE_EVERY == 0 or step + 1 in {steady, plan.steps}:
            falls = step + 1 > steady
            name = "falling.pt" if falls else "steady.pt"
            state = {"step": step + 1, "steady": steady, "network": network.state_dict()}
            _save({**state, "optimizer": optimizer.state_dict()}, folder / name)
    return network.eval()


def _loss(network: Network, batch: Batch, *, pairs: bool) -> Tensor:
    if pairs:
        return cross_entropy(network.relate(batch.pieces, batch.sides, batch.mask), batch.label)
    starts, ends, says = network.read(batch.pieces, batch.sides, batch.mask)
    outside = ~batch.passage
    spans = [
        cross_entropy(scores.masked_fill(outside, -1e4), place)
        for scores, place in ((starts, batch.start), (ends, batch.end))
    ]
    answered = (batch.start > 0).float()
    return sum(spans) / 2 + SAYS * binary_cross_entropy_with_logits(says, answered)


def _stream(name: str, material: Material, seed: int, done: int) -> Iterator[Batch]:
    """Yield batches of one task without end, after the first `done`."""
    return islice(_rounds(name, material, seed), done, None)


def _rounds(name: str, material: Material, seed: int) -> Iterator[Batch]:
    draw: dict[str, Callable[[random.Random], list[Example]]] = {
        "asked": lambda rng: question_examples(one_round(material.course, rng)),
        "claims": lambda rng: question_examples(questions(material.pairs, rng)),
        "pairs": lambda _: pair_examples(material.pairs),
    }
    for number in count():
        rng = random.Random(f"{seed} {name} {number}")
        yield from batches(draw[name](rng), pieces=PIECES[name], rng=rng)


def _save(state: dict[str, object], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.replace(path)


def _resumed(network: Network, optimizer: torch.optim.Optimizer, folder: Path, steady: int) -> int:
    """Take up the furthest checkpoint that fits the plan; return how many steps it is from."""
    for path in (folder / "falling.pt", folder / "steady.pt"):
        if not path.exists():
            continue
        state = torch.load(path, weights_only=True, map_location="cpu")
        if path.stem == "falling" and state.get("steady") != steady:
            continue
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        return int(state["step"])
    return 0

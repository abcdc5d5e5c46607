"""The steps of training: a batch of every task each, and checkpoints in between."""

import logging
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from qa.datasets.pairs import Pair
from qa.datasets.topics import Topic
from qa.training.asserted import Asserted
from qa.training.features import IGNORED, Batch, Example, batches
from qa.training.lessons import Course
from qa.training.network import Network
from qa.training.story import Story
from qa.training.traps import Trap

logger = logging.getLogger(__name__)

SAYS = 0.5  # Weight of "does it say?" beside that of the span.
DECAY = 0.01  # of weights
WARM_UP = 120  # steps
LARGEST_GRADIENT = 1.0
SAVE_EVERY, TELL_EVERY = 100, 20  # steps

Draw = Callable[["Material", random.Random], list[Example]]


class Task(NamedTuple):
    """One of the things that a stage teaches: `draw` gives the examples of a round."""

    draw: Draw
    pieces: int  # of a batch, padding included
    weight: float  # of its loss


class Stage(NamedTuple):
    """A stretch of training; the rate stays at its peak, and falls to zero in the last steps."""

    tasks: Mapping[str, Task]
    steps: int
    falling: int
    peak: float
    dropout: float = 0.0  # Where everything is seen so often that it is learnt by heart.
    unattended: float = 0.0  # The same, of attention.


class Material(NamedTuple):
    """What there is to learn from."""

    course: Course
    pairs: Sequence[Pair]
    stories: Sequence[Story] = ()
    pages: Sequence[Story] = ()
    traps: Sequence[Trap] = ()
    topics: Sequence[Topic] = ()
    statements: Sequence[Pair] = ()
    versions: Sequence[Topic] = ()
    asserted: Sequence[Asserted] = ()
    coverage: Sequence[Topic] = ()


def train(
    network: Network, material: Material, stage: Stage, folder: Path, *, device: str, seed: int = 0
) -> Network:
    """Train a network, saving to `folder` as it goes, and go on from what is there.

    The last checkpoint before the rate falls is kept as well: a longer stage goes on from it.
    """
    network = network.to(device).train()
    network.dropped, network.unattended = stage.dropout, stage.unattended
    learnt = [p for p in network.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(learnt, lr=stage.peak, weight_decay=DECAY, betas=(0.9, 0.98))
    steady = stage.steps - stage.falling
    done = _resumed(network, optimizer, folder, steady)
    streams = {
        name: islice(_batches(name, task, material, seed), done, None)
        for name, task in stage.tasks.items()
    }
    losses: dict[str, float] = {}
    began, pieces = time.monotonic(), 0
    for step in range(done, stage.steps):
        for group in optimizer.param_groups:
            group["lr"] = stage.peak * _height(step, stage)
        for name, stream in streams.items():
            batch = Batch(*(tensor.to(device) for tensor in next(stream)))
            pieces += batch.pieces.numel()
            with torch.autocast(device, dtype=torch.bfloat16):
                loss = _loss(network, batch)
            torch.autograd.backward(stage.tasks[name].weight * loss)
            losses[name] = 0.98 * losses.get(name, loss.item()) + 0.02 * loss.item()
        torch.nn.utils.clip_grad_norm_(learnt, LARGEST_GRADIENT)
        optimizer.step()
        optimizer.zero_grad()
        if (step + 1) % TELL_EVERY == 0:
            told = ", ".join(f"{name} {value:.3f}" for name, value in losses.items())
            rate = pieces / (time.monotonic() - began)
            logger.info("step %d of %d: %s; %.0f pieces/s", step + 1, stage.steps, told, rate)
        if (step + 1) % SAVE_EVERY == 0 or step + 1 in {steady, stage.steps}:
            falls = step + 1 > steady
            name = "falling.pt" if falls else "steady.pt"
            state = {"step": step + 1, "steady": steady, "network": network.state_dict()}
            state |= {"optimizer": optimizer.state_dict(), "random": torch.get_rng_state()}
            _save(state, folder / name)
    return network.eval()


def _height(step: int, stage: Stage) -> float:
    """Return the share of the peak that the rate has."""
    return min(1.0, (step + 1) / WARM_UP, (stage.steps - step) / stage.falling)


def _loss(network: Network, batch: Batch) -> Tensor:
    if batch.label[0] != IGNORED:
        return cross_entropy(network.relate(batch.pieces, batch.sides, batch.mask), batch.label)
    starts, ends, says = network.read(batch.pieces, batch.sides, batch.mask)
    outside = ~batch.passage
    spans = [
        cross_entropy(scores.masked_fill(outside, -1e4), place)
        for scores, place in ((starts, batch.start), (ends, batch.end))
    ]
    answered = (batch.start > 0).float()
    return sum(spans) / 2 + SAYS * binary_cross_entropy_with_logits(says, answered)


def _batches(name: str, task: Task, material: Material, seed: int) -> Iterator[Batch]:
    """Yield batches of one task without end, every round drawn anew."""
    for number in count():
        rng = random.Random(f"{seed} {name} {number}")
        yield from batches(task.draw(material, rng), pieces=task.pieces, rng=rng)


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
        torch.set_rng_state(state["random"])
        return int(state["step"])
    return 0

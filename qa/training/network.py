"""The network that is trained: the encoder's trunk with three heads, in PyTorch.

`qa.weights` writes it to a file, and `index.bert` runs it from there.
"""

from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from index.bert import SCALE
from index.pieces import encoder_folder
from qa.reading.network import HEADS
from qa.training.trunk import states
from qa.weights import TRUNK, encoder_arrays, load, save


class Network(nn.Module):
    """The trunk with a head for spans, one for "does it say?" and one for pairs of sentences."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.trunk = BertModel(config, add_pooling_layer=False)
        self.trunk.embeddings.word_embeddings.requires_grad_(False)
        width = config.hidden_size
        self.span = nn.Linear(width, 2)
        self.says = nn.Linear(width, 1)
        self.relation = nn.Linear(width, 3)
        self.dropped = self.unattended = 0.0  # Shares of states and of attention, in training.

    def states(self, pieces: Tensor, sides: Tensor, mask: Tensor) -> Tensor:
        """Return the last states, shape (batch, length, width), in 16 bits under autocast."""
        device = pieces.device.type
        cast = torch.is_autocast_enabled(device)
        shares = (self.dropped, self.unattended) if self.training else (0.0, 0.0)
        with torch.autocast(device, enabled=False):
            return states(
                self.trunk,
                pieces,
                sides,
                mask,
                kind=torch.get_autocast_dtype(device) if cast else torch.float32,
                dropped=shares[0],
                unattended=shares[1],
            )

    def read(self, pieces: Tensor, sides: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return the scores of starts and ends, (batch, length), and of "it says", (batch,)."""
        states = self.states(pieces, sides, mask)
        ends = self.span(states).float()
        return ends[..., 0], ends[..., 1], self.says(states[:, 0]).float().squeeze(-1)

    def relate(self, pieces: Tensor, sides: Tensor, mask: Tensor) -> Tensor:
        """Return the scores of entailment, neutral and contradiction, shape (batch, 3)."""
        scores: Tensor = self.relation(self.states(pieces, sides, mask)[:, 0]).float()
        return scores


def installed() -> BertConfig:
    """Return the sizes of the encoder that is installed."""
    return BertConfig.from_pretrained(encoder_folder())


def untrained(seed: int = 0) -> Network:
    """Return the trunk as the encoder has it, with heads drawn by chance."""
    torch.manual_seed(seed)
    network = Network(installed())
    arrays = encoder_arrays()
    state = {name: torch.from_numpy(arrays[name].copy()) for name in network.trunk.state_dict()}
    network.trunk.load_state_dict(state)
    return network


def averaged(one: Network, other: Network, *, share: float) -> Network:
    """Return the network between two that began as one, `share` of the way from `other`."""
    found, theirs = deepcopy(one), other.state_dict()
    found.load_state_dict(
        {
            name: share * value + (1 - share) * theirs[name] if value.is_floating_point() else value
            for name, value in one.state_dict().items()
        }
    )
    return found


def write(
    network: Network, path: Path, *, about: dict[str, Any], heads: Sequence[str] = HEADS
) -> None:
    """Save the trunk and these heads as `qa.weights` keeps them."""
    arrays = {
        name: value.cpu().float().numpy()
        for name, value in network.state_dict().items()
        if name.startswith((TRUNK, *(f"{head}." for head in heads)))
    }
    save(arrays, path, about=about)


def read(path: Path) -> Network:
    """Return the network that a file of weights holds, as it is run: from 8 bits."""
    weights = load(path)
    state = {f"{TRUNK}{name}": array for name, array in weights.trunk.items()} | dict(weights.heads)
    network = Network(installed())
    network.load_state_dict(
        {
            name: torch.from_numpy(_restored(name, state).astype(np.float32))
            for name in network.state_dict()
            if name in state or name + SCALE in state
        },
        strict=False,  # Of the heads, a file has those that its trunk was trained for.
    )
    return network.eval()


def _restored(name: str, state: dict[str, NDArray[Any]]) -> NDArray[Any]:
    scale = state.get(name + SCALE)
    return state[name] if scale is None else state[name] * scale.astype(np.float32)

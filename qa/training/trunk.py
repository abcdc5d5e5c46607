"""The trunk's layers as they are trained: all in 16 bits, with dropout that is cheap to draw.

On 2 cores it takes two fifths to two thirds of the time of the same layers of transformers under
autocast, which draws every number of dropout anew and computes much in 32 bits.
"""

import ctypes
import math
from functools import lru_cache
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import dropout, gelu, layer_norm, linear, softmax
from transformers import BertModel

DRAWN = 1 << 25  # Numbers of dropout that are drawn once; each use begins at another of them.
ALIGNED = 64  # Where a use may begin: at multiples of this.
MASKED = -1e4  # Added to the scores of padding.
M_TRIM_THRESHOLD, M_MMAP_MAX = -1, -4  # Of mallopt(3).


def states(
    trunk: BertModel,
    pieces: Tensor,
    sides: Tensor,
    mask: Tensor,
    *,
    kind: torch.dtype = torch.float32,
    dropped: float = 0.0,
    unattended: float = 0.0,
) -> Tensor:
    """Return the last states of a trunk.

    Args:
        trunk: Whose weights, as transformers keeps them.
        pieces: Word pieces, shape (batch, length).
        sides: 0 for the first part, 1 for the second, same shape.
        mask: 1 where there is a piece, 0 for padding, same shape.
        kind: The type to compute in.
        dropped: The share of states that is dropped, of embeddings and behind each layer.
        unattended: The share of attention that is dropped.

    Returns:
        Shape (batch, length, width), of that kind.
    """
    embeddings: Any = trunk.embeddings
    encoder: Any = trunk.encoder
    config = trunk.config
    heads, width = config.num_attention_heads, config.hidden_size

    def through(module: nn.Linear, given: Tensor) -> Tensor:
        return linear(given, module.weight.to(kind), module.bias.to(kind))

    def normal(module: nn.LayerNorm, given: Tensor) -> Tensor:
        weight, bias = module.weight.to(kind), module.bias.to(kind)
        return layer_norm(given, (width,), weight, bias, config.layer_norm_eps)

    def by_head(module: nn.Linear, given: Tensor) -> Tensor:
        parts = through(module, given).view(*given.shape[:2], heads, width // heads)
        return parts.transpose(1, 2)

    begun = embeddings.word_embeddings(pieces) + embeddings.token_type_embeddings(sides)
    begun = begun + embeddings.position_embeddings.weight[: pieces.shape[1]]
    found = thinned(normal(embeddings.LayerNorm, begun.to(kind)), dropped)
    padding = ((1 - mask) * MASKED).to(kind)[:, None, None]
    for layer in encoder.layer:
        own, output = layer.attention.self, layer.attention.output
        queries, keys, values = (by_head(m, found) for m in (own.query, own.key, own.value))
        scores = queries * (1 / math.sqrt(width // heads)) @ keys.transpose(-1, -2) + padding
        heard = thinned(softmax(scores, -1), unattended) @ values
        heard = through(output.dense, heard.transpose(1, 2).reshape(found.shape))
        found = normal(output.LayerNorm, thinned(heard, dropped) + found)
        inner = through(layer.output.dense, gelu(through(layer.intermediate.dense, found)))
        found = normal(layer.output.LayerNorm, thinned(inner, dropped) + found)
    return found


def thinned(given: Tensor, share: float) -> Tensor:
    """Drop a share of the numbers, and raise the others so that the mean stays."""
    if not share:
        return given
    if given.numel() > DRAWN - ALIGNED:
        return dropout(given, share)
    drawn = _drawn(share, given.dtype, given.device)
    begin = ALIGNED * int(torch.randint((DRAWN - given.numel()) // ALIGNED, ()))
    return given * drawn[begin : begin + given.numel()].view(given.shape)


@lru_cache(maxsize=4)
def _drawn(share: float, kind: torch.dtype, device: torch.device) -> Tensor:
    drawn = torch.rand(DRAWN, generator=torch.Generator().manual_seed(0)) >= share
    return (drawn / (1 - share)).to(device, kind)


def keep_memory() -> None:
    """Keep memory that is freed for the next step, where the system's library can be told so.

    To have it given back and cleared again takes a tenth of a step, and a quarter where passages
    are long. The process then holds some 10 GB.
    """
    try:
        told = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError, TypeError):  # Of another system.
        return
    told(M_MMAP_MAX, 0)
    told(M_TRIM_THRESHOLD, 2**31 - 1)

"""Files of weights that are made by hand."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.bert import WORDS
from index.pieces import tokenizer
from qa.weights import TRUNK, encoder_arrays, save

WIDTH = 384
ABOUT = {"threshold": 0.5, "calibration": [1.0, 0.0, 0.0]}
"""The probability is of the margin alone."""


def pointing(path: Path, *, start: str, end: str, says: float = 0.0, about: Any = ABOUT) -> Path:
    """Save a network that points from one word to another; return where.

    Its layers change nothing, and it knows no order: a word's score is `likeness` to the one that
    is looked for, which is 1 for the word itself.
    """
    trunk = encoder_arrays()
    for name, array in trunk.items():
        if "LayerNorm" in name:
            trunk[name] = np.full_like(array, name.endswith("weight"))
        elif name != WORDS:
            trunk[name] = np.zeros_like(array)
    weight = np.stack([direction(start), direction(end)]) / WIDTH
    heads = linear("span", weight, [0, 0]) | linear("says", np.zeros((1, WIDTH)), [says])
    heads |= linear("relation", np.zeros((3, WIDTH)), [0, 0, 0])
    save({f"{TRUNK}{name}": array for name, array in trunk.items()} | heads, path, about=about)
    return path


def relating(path: Path, *, weight: NDArray[Any], bias: Sequence[float]) -> Path:
    """Save the encoder's own trunk with this head for pairs; return where."""
    trunk = {f"{TRUNK}{name}": array for name, array in encoder_arrays().items()}
    heads = linear("span", np.zeros((2, WIDTH)), [0, 0]) | linear("says", np.zeros((1, WIDTH)), [0])
    save(trunk | heads | linear("relation", weight, bias), path, about=ABOUT)
    return path


def linear(name: str, weight: NDArray[Any], bias: Sequence[float]) -> dict[str, NDArray[Any]]:
    return {f"{name}.weight": np.asarray(weight), f"{name}.bias": np.asarray(bias, dtype=float)}


def likeness(word: str, other: str) -> float:
    """How a pointing network scores a word when it looks for the other."""
    return float(direction(word) @ direction(other) / WIDTH)


def direction(word: str) -> NDArray[np.float32]:
    """The normalised embedding of a word of one piece."""
    row: NDArray[np.float32] = encoder_arrays()[WORDS][tokenizer().token_to_id(word)]
    return (row - row.mean()) / row.std()

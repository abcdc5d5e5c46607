"""The files of weights that are shipped: matrices in 8 bits, the rest in 16.

The word embeddings are those of the installed encoder, and are in no file of ours.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.bert import SCALE, WORDS
from index.errors import CrosscheckError
from index.pieces import encoder_folder

FOLDER = Path(__file__).parent / "weights"
FORMAT = "1"
DIGITS = 16  # of a checksum: enough to tell files apart, and to read aloud
LEVELS = 127  # of 8 bits, on either side of zero
TRUNK = "trunk."  # What the names of the trunk's arrays begin with.


class WeightsError(CrosscheckError):
    """A file of weights is not there, or is not one of ours."""


@dataclass(frozen=True)
class Weights:
    """What a file of weights holds.

    `trunk` has the names that transformers gives a BERT, with the word embeddings; `heads` those
    of the linear layers on it; `about` says what was measured of it.
    """

    trunk: Mapping[str, NDArray[Any]]
    heads: Mapping[str, NDArray[Any]]
    about: Mapping[str, Any]

    def __contains__(self, head: str) -> bool:
        """Return whether it has this head."""
        return f"{head}.weight" in self.heads

    def head(self, name: str) -> tuple[str, NDArray[Any], NDArray[Any]]:
        """Return a linear layer: its name, weight and bias."""
        return name, self.heads[f"{name}.weight"], self.heads[f"{name}.bias"]


def load(path: Path) -> Weights:
    """Read a file that `save` wrote.

    Raises:
        WeightsError: there is no such file, or it is none of ours.
    """
    from safetensors import SafetensorError, safe_open

    if not path.is_file():
        raise WeightsError(f"there are no weights at {path}; `python -m qa.training` makes them")
    try:
        with safe_open(path, framework="numpy") as file:
            metadata = file.metadata() or {}
            arrays = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    except (OSError, SafetensorError) as error:
        raise WeightsError(
            f"the weights in {path} cannot be read: {error}; `python -m qa.training` makes new ones"
        ) from error
    if metadata.get("format") != FORMAT:
        raise WeightsError(
            f"{path} holds weights of format {metadata.get('format')!r}, not {FORMAT!r}; "
            "`python -m qa.training` makes new ones"
        )
    trunk = {n.removeprefix(TRUNK): a for n, a in arrays.items() if n.startswith(TRUNK)}
    trunk[WORDS] = encoder_arrays()[WORDS]
    heads = {n: a for n, a in arrays.items() if not n.startswith(TRUNK)}
    return Weights(trunk, heads, json.loads(metadata.get("about", "{}")))


def save(arrays: Mapping[str, NDArray[Any]], path: Path, *, about: Mapping[str, Any]) -> None:
    """Write weights in 8 and 16 bits; the word embeddings are left out."""
    from safetensors.numpy import save_file

    kept: dict[str, NDArray[Any]] = {}
    for name, array in arrays.items():
        if name.endswith(WORDS):
            continue
        if array.ndim == 2 and "encoder.layer" in name:
            kept[name], kept[name + SCALE] = quantised(array)
        else:
            kept[name] = array.astype(np.float16)
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(kept, path, metadata={"format": FORMAT, "about": json.dumps(about)})


def quantised(matrix: NDArray[Any]) -> tuple[NDArray[np.int8], NDArray[np.float16]]:
    """Return a matrix in 8 bits and the scale of each row; it is close to their product.

    >>> eight, scale = quantised(np.array([[0.5, -1.0], [0.0, 0.0]]))
    >>> (eight * scale).round(2).tolist()
    [[0.5, -1.0], [0.0, 0.0]]
    """
    exact = np.abs(matrix).max(axis=1, keepdims=True) / LEVELS
    near = exact.astype(np.float16)
    above = np.nextafter(near, np.float16(np.inf))  # So that the greatest number has a level.
    scale = np.maximum(np.where(near < exact, above, near), np.float16(1e-7))
    return np.round(matrix / scale.astype(np.float32)).astype(np.int8), scale


def sha256(path: Path) -> str:
    """Return the first digits of a file's checksum."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:DIGITS]


def encoder_arrays() -> dict[str, NDArray[Any]]:
    """Return the arrays of the encoder that is installed with Crosscheck."""
    from safetensors.numpy import load_file

    return load_file(encoder_folder() / "model.safetensors")

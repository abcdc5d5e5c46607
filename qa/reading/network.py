"""The networks that are shipped: one reads passages, one compares sentences."""

from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from index.bert import Bert
from qa import weights

READER = weights.FOLDER / "reader.safetensors"
ENTAILMENT = weights.FOLDER / "entailment.safetensors"
HEADS = ("span", "says", "relation")
"""Starts and ends of answers; does the passage say; how two sentences are related.

A file holds those that its trunk was trained for.
"""


class Network(NamedTuple):
    """A network that is loaded, with what was measured of it."""

    bert: Bert
    about: dict[str, Any]


def network(path: Path, *, exact: bool = False) -> Network:
    """Load a file of weights, once.

    Args:
        path: Where it is.
        exact: Compute in 32 bits, to compare with the network that was trained.

    Raises:
        WeightsError: there is no such file, or it is none of ours.
    """
    return _loaded(path, exact)  # However it is called: it is loaded once.


@lru_cache(maxsize=4)
def _loaded(path: Path, exact: bool) -> Network:
    loaded = weights.load(path)
    bert = Bert(loaded.trunk, [loaded.head(name) for name in HEADS if name in loaded], exact=exact)
    return Network(bert, dict(loaded.about))

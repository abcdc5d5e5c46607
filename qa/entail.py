"""Does one text contradict another? The replaceable part that compares sentences."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from index.models import Record
from index.pieces import tokenizer
from qa.reading.network import ENTAILMENT, network
from qa.reading.windows import padded, paired
from qa.telling.comparisons import added, comparisons
from qa.weights import sha256

BATCH = 32  # pairs: 16 and 40 took as long


class Judgement(Record):
    """What a premise says of a hypothesis: three probabilities that add up to 1."""

    entailment: float = Field(ge=0, le=1)
    neutral: float = Field(ge=0, le=1)
    contradiction: float = Field(ge=0, le=1)


class Entailment(Protocol):
    """The replaceable part that compares two short, aligned sentences."""

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Judgement]:
        """Return one judgement for each (premise, hypothesis), in their order."""
        ...


class TrainedEntailment:
    """The network that is shipped, loaded at first use; figures are compared by rule besides.

    Raises:
        WeightsError: its weights are not there; when they are first used.
    """

    def __init__(self, path: Path = ENTAILMENT, *, exact: bool = False) -> None:
        self._path = path
        self._exact = exact

    @property
    def name(self) -> str:
        """The name of its file."""
        return self._path.name

    @property
    def checksum(self) -> str:
        """The first digits of the checksum of its file."""
        return sha256(self._path)

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Judgement]:
        """Return one judgement for each (premise, hypothesis), in their order."""
        texts = [text for pair in pairs for text in pair]
        encoded = tokenizer().encode_batch(texts, add_special_tokens=False)
        rows = [paired(p.ids, h.ids) for p, h in zip(encoded[::2], encoded[1::2], strict=True)]
        bert, about = network(self._path, exact=self._exact)
        table = about.get("comparisons", {})
        order = sorted(range(len(rows)), key=lambda place: len(rows[place][0]))
        found: dict[int, Judgement] = {}
        for first in range(0, len(order), BATCH):
            places = order[first : first + BATCH]
            scores = bert.run(*padded([rows[place] for place in places]))["relation"]
            for place, row in zip(places, scores[:, 0], strict=True):
                found[place] = _judgement(row + added(comparisons(*pairs[place]), table))
        return [found[place] for place in range(len(pairs))]


def _judgement(scores: NDArray[np.float64]) -> Judgement:
    powers = np.exp(scores - scores.max())
    entailment, neutral, contradiction = (powers / powers.sum()).tolist()
    return Judgement(entailment=entailment, neutral=neutral, contradiction=contradiction)

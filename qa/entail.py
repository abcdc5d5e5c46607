"""Does one text contradict another? The replaceable part that compares sentences."""

from collections.abc import Sequence
from typing import Protocol

from pydantic import Field

from index.models import Record


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

"""Positions -> the statements a person reads. The replaceable part that writes."""

from collections.abc import Sequence
from typing import Protocol

from qa.models import Position, Statement


class Writer(Protocol):
    """The replaceable part that words an answer. Whatever it writes carries its citations."""

    def write(self, question: str, positions: Sequence[Position]) -> tuple[Statement, ...]:
        """Return the statements to show, best first."""
        ...


class QuoteWriter:
    """Lets the sources speak: one sentence a position, as the source has it."""

    def write(self, question: str, positions: Sequence[Position]) -> tuple[Statement, ...]:  # noqa: ARG002
        """Return one statement a position, in their order."""
        return tuple(Statement(text=p.text, citations=p.citations) for p in positions)

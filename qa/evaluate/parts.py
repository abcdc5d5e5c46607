"""What is measured: the replaceable parts."""

from collections.abc import Callable
from dataclasses import dataclass, field

from index import Retriever
from qa.ask import Assistant
from qa.entail import Entailment, TrainedEntailment
from qa.reading.spans import SpanFinder, TrainedSpans

Progress = Callable[[int, int], None]
"""Called with how many examples are done, and how many there are."""


@dataclass(frozen=True)
class Parts:
    """The parts a suite may measure; it takes those it needs, and nothing is loaded before.

    Attributes:
        spans: Points at answers.
        entailment: Compares sentences.
        assistant: Over the articles that questions are about; most suites need none.
        retriever: Over an index of the corpus that questions are about; likewise.
        encoder: The name of the model that the assistant searches with.
        corpus: The checksum of the articles that the assistant answers from.
    """

    spans: SpanFinder = field(default_factory=TrainedSpans)
    entailment: Entailment = field(default_factory=TrainedEntailment)
    assistant: Assistant | None = None
    retriever: Retriever | None = None
    encoder: str = ""
    corpus: str = ""

"""Question and passages -> where each passage answers it. The replaceable part that reads."""

from collections.abc import Sequence
from typing import Protocol, Self

from pydantic import Field, model_validator

from index.models import Passage, Record, Span


class Reading(Record):
    """What one passage says to a question, at best. Offsets count in its article's text."""

    passage: Passage
    answer: str = Field(min_length=1, description='Short: "2030", "yes"; words of the sentence.')
    span: Span = Field(description="The words the answer was taken from, inside the sentence.")
    sentence: Span = Field(description="The sentence that says so, inside the passage.")
    probability: float = Field(ge=0, le=1, description="That this passage answers the question.")

    @model_validator(mode="after")
    def _lies_inside(self) -> Self:
        passage, sentence, span = self.passage.span, self.sentence, self.span
        if not passage.start <= sentence.start <= span.start < span.end <= sentence.end:
            raise ValueError(f"answer {span} is not inside sentence {sentence}")
        if sentence.end > passage.end:
            raise ValueError(f"sentence {sentence} is not inside passage {passage}")
        return self

    @property
    def words(self) -> str:
        """The sentence as the article has it."""
        return self.sentence.of(self.passage.article.text)


class Reader(Protocol):
    """The replaceable part that finds answers in passages."""

    def read(self, question: str, passages: Sequence[Passage]) -> list[Reading]:
        """Return at most one reading a passage, in the order of the passages.

        A passage without a single sentence is left out. Whether a reading is an answer hangs on
        its probability; `threshold` is where this reader would draw the line.
        """
        ...

    @property
    def threshold(self) -> float:
        """The probability from which a reading counts as an answer, from 0 to 1."""
        ...

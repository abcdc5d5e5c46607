"""What the reader learns from: a question and a passage."""

from typing import NamedTuple

from index.models import Span


class Asked(NamedTuple):
    """A question and a passage; `answer` counts in the passage, None where it does not say.

    `kind` names where it is from, or what was changed so that it has no answer.
    """

    question: str
    title: str
    passage: str
    answer: Span | None
    kind: str

"""What the reader learns from: a question and a passage."""

import re
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


def places(text: str, words: str) -> list[Span]:
    """Return where words stand in a text, not as part of longer ones.

    >>> [place.start for place in places("2 of 12, or 2", "2")]
    [0, 12]
    """
    found = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    return [Span(start=match.start(), end=match.end()) for match in found]

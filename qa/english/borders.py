"""The clause of a sentence that some words stand in, by its punctuation."""

import re

from index.models import Span

_BORDER = re.compile(r"[,;:.!?](?=\s|$)|[·|–—()“”\"]")  # Not the comma of "1,200".


def clause_at(text: str, place: Span) -> Span:
    """Return the clause around a place, without the marks at its ends.

    >>> text = "It opened, late, with 1,200 seats; nobody came."
    >>> clause_at(text, Span(start=22, end=33)).of(text)
    ' with 1,200 seats'
    """
    begins = max((mark.end() for mark in _BORDER.finditer(text, 0, place.start)), default=0)
    ends = _BORDER.search(text, place.end)
    return Span(start=begins, end=ends.start() if ends else len(text))

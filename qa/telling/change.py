"""Does a sentence say that something changed, or that it stays as it was?

With publication dates unknown, this is how a superseded statement is told from a contradiction.
"""

import re
from typing import Literal

from index.models import Span

Stance = Literal["change", "continuity"]

_CHANGE = re.compile(
    r"\b(?:no longer|ends?|ended|ending|until|amend(?:s|ed|ing|ment)|revis(?:es|ed|ing|ion)"
    r"|remov(?:es|ed|ing)|terminat(?:es|ed|ing|ion)|phas(?:es|ed|ing) out|scrap(?:s|ped|ping)"
    r"|abolish\w*|cancel\w*|drop(?:s|ped)|replac(?:es|ed|ing)"
    r"|renegotiat\w+|overhaul\w*|eliminat\w+|expir(?:es|ed|ing|y)"
    r"|ceas(?:es|ed|ing)|stop(?:s|ped|ping)?|withdr[ae]w\w*|revok\w+|non-\w+|change[sd]?|changing"
    r"|instead of|new (?:agreement|terms?|deal|rules?|law))\b",
    re.IGNORECASE,
)
_CONTINUITY = re.compile(
    r"\b(?:un(?:affected|changed|altered|touched)"
    r"|(?:not|\w+n['’]t) (?:been )?(?:affected|changed?|altered|ended?)"
    r"|no changes?|remain(?:s|ed|ing)? (?:in (?:place|force|effect)|intact|the same"
    r"|valid|as (?:it|they) (?:is|was|are|were))|stay(?:s|ed)? the same"
    r"|as before|remains the|maintain(?:s|ed|ing)?"
    r"|still (?:holds?|has|have|in force|applies|apply))\b",
    re.IGNORECASE,
)


def stance(sentence: str) -> Stance | None:
    """Return what a sentence says of change; None when it says nothing, or both.

    >>> stance("The fee is no longer paid."), stance("The fee remains in place."), stance("A fee.")
    ('change', 'continuity', None)
    >>> stance("The fee hasn't changed.")
    'continuity'
    """
    changes = _CHANGE.search(_CONTINUITY.sub("", sentence)) is not None
    stays = _CONTINUITY.search(sentence) is not None
    if changes == stays:
        return None
    return "change" if changes else "continuity"


def are_opposed(one: str, other: str) -> bool:
    """Return whether one sentence says that something changed, and the other that it stays.

    >>> are_opposed("The fee is no longer paid.", "The fee remains in place.")
    True
    """
    return {stance(one), stance(other)} == {"change", "continuity"}


def continuity_words(sentence: str) -> Span | None:
    """Return where a sentence says that something stays as it was.

    >>> continuity_words("The fee is unaffected by the deal.")
    Span(start=11, end=21)
    """
    match = _CONTINUITY.search(sentence)
    return Span(start=match.start(), end=match.end()) if match else None


def without_change(question: str) -> str:
    """Return a question without its words of change: what is left says what it is about.

    >>> without_change("When does the fee end?")
    'When does the fee ?'
    """
    return _CHANGE.sub("", question)


def presumes_change(question: str) -> bool:
    """Return whether a question takes for granted that something changed or will.

    >>> presumes_change("When does the fee end?"), presumes_change("Who pays the fee?")
    (True, False)
    """
    return bool(_CHANGE.search(question) or re.search(r"\bhappen(?:s|ed)?\b", question, re.I))

"""Does a sentence say yes or no to a question? By its words of denial, not by entailment.

It serves the reader that needs no trained weights, so it prefers to say nothing.
"""

import re
from typing import Literal

from qa.question import Question
from qa.terms import stem

REACH = 5  # Words between a denial and what it denies: "will no longer have any exclusive access".
ENOUGH = 0.6  # Share of the question's words a sentence must hold to be about the same thing.

_TOKEN = re.compile(r"[\w’']+(?:-[\w’']+)*")
_DENIALS = frozenset(
    {
        *("no", "not", "never", "neither", "nor", "without", "cannot", "none", "nobody", "nothing"),
        *("non", "un", "ends", "ended", "ending", "end", "denied", "denies", "deny", "refused"),
        *("refuses", "rejected", "rejects", "lacks", "lacked", "failed", "fails", "removes"),
        *("removed", "removing", "dropped", "drops", "scrapped", "scraps", "cancelled", "canceled"),
        *("terminated", "terminates", "terminating", "termination", "dismantling", "dismantles"),
        *("relinquishing", "relinquished", "loses", "lost", "unable", "unlikely", "former"),
        *("formerly", "previously", "previous", "false", "untrue", "ruled"),
    }
)
_PREFIXES = ("non-", "non", "un", "in")
SHORTEST_DENIED = 5  # Letters after a prefix: "unaffected" denies, "uncle" and "income" do not.

Polarity = Literal["yes", "no"]


def polarity(question: Question, sentence: str) -> Polarity | None:
    """Return what `sentence` says to a yes-or-no question; None when it does not clearly say.

    >>> from qa.question import understand
    >>> exclusive = understand("Is the licence exclusive?")
    >>> polarity(exclusive, "The licence will become non-exclusive.")
    'no'
    >>> polarity(exclusive, "It keeps an exclusive licence."), polarity(exclusive, "It is dear.")
    ('yes', None)
    """
    predicate = (question.terms - question.names) or question.terms
    tokens = _tokens(sentence)
    held = [place for place, token in enumerate(tokens) if _means(token) & predicate]
    matched = {term for place in held for term in _means(tokens[place])} & predicate
    if len(matched) < ENOUGH * len(predicate):
        return None
    denied = any(_is_denied(tokens, place, predicate) for place in held)
    asks_for_no = any(word in {"not", "never", "no"} for word in _tokens(question.text))
    return "no" if denied != asks_for_no else "yes"


def _tokens(text: str) -> list[str]:
    found: list[str] = []
    for match in _TOKEN.finditer(text.casefold().replace("’", "'")):
        word = match.group()
        if word.endswith("n't"):
            found += [word[:-3], "not"]
        else:
            found.append(word)
    return found


def _means(token: str) -> set[str]:
    """Return the stems a word stands for: its own, those of its parts, and what a prefix denies."""
    return {stem(part) for part in (token, *token.split("-"), _without_prefix(token)) if part}


def _without_prefix(token: str) -> str:
    for prefix in _PREFIXES:
        if token.startswith(prefix) and len(token) >= len(prefix) + SHORTEST_DENIED:
            return token[len(prefix) :]
    return ""


def _is_denied(tokens: list[str], place: int, predicate: frozenset[str]) -> bool:
    token = tokens[place]
    by_prefix = stem(token) not in predicate and stem(_without_prefix(token)) in predicate
    before = tokens[max(0, place - REACH) : place]
    return by_prefix or any(word in _DENIALS for word in before)

"""The words around a value that say how it is meant."""

import re

from qa.values.models import Hedge

REACH = (
    32  # Characters looked at before a value; the longest hedge, "a little more than the", fits.
)

_FILLER = r"(?:(?:the|a|an|their|its|in|on|early|late|mid|another|us)[ -]){0,2}"


def _ends_with(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’-])(?:{words})[ \u00a0]{_FILLER}$", re.IGNORECASE)


_NUMBER: tuple[tuple[re.Pattern[str], Hedge], ...] = (
    (
        _ends_with(
            "(?:just|slightly|a little|a bit|marginally) (?:over|above|more than|higher than)"
        ),
        "just_over",
    ),
    (
        _ends_with(
            "nearly|almost|close to|approaching|"
            "(?:just|slightly|a little|a bit) (?:under|below|less than|shy of|short of)"
        ),
        "nearly",
    ),
    (
        _ends_with(
            "at most|up to|as many as|as much as|as high as|no more than|not more than|"
            "fewer than|less than|under|below|a maximum of|maximum of"
        ),
        "at_most",
    ),
    (
        _ends_with(
            "over|(?:more|greater|higher|larger|better) than|at least|exceed(?:s|ed|ing)?|above|"
            "upwards? of|north of|no (?:fewer|less) than|not less than|a minimum of|minimum of|"
            "in excess of|topp(?:ed|ing)|tops|surpass(?:ed|es|ing)?|as (?:few|little|low) as|"
            "starting (?:at|from)|starts (?:at|from)"
        ),
        "at_least",
    ),
    (
        _ends_with(
            "about|around|roughly|approximately|approx\\.?|some|an? estimated|estimated|circa|"
            "or so|somewhere around|in the region of|more or less|an average of|on average"
        ),
        "about",
    ),
)
_DATE: tuple[tuple[re.Pattern[str], Hedge], ...] = (
    (
        _ends_with("(?:until|till|through|through to|up to|up until|thru)(?: at least)?(?: the)?"),
        "until",
    ),
    (
        _ends_with("(?:ever )?since|(?:starting|beginning|effective|as)? ?from|starting|beginning"),
        "since",
    ),
    (_ends_with("by|no later than|not later than|at the latest by"), "by"),
    (_ends_with("before|prior to|ahead of|earlier than|pre"), "before"),
    (_ends_with("after|following|later than|post|at least"), "after"),
    (_ends_with("about|around|circa|roughly|approximately|sometime around|c\\."), "about"),
)
_AFTER: tuple[tuple[re.Pattern[str], Hedge], ...] = (
    (re.compile(r"(?:\+|-plus\b| plus\b(?! \w)| or (?:more|above|higher|over)\b)"), "at_least"),
    (re.compile(r" or (?:less|fewer|below|under)\b| at most\b"), "at_most"),
    (re.compile(r"(?:-odd\b|-ish\b|ish\b| or so\b)"), "about"),
)


def hedge_of_number(text: str, start: int, end: int) -> Hedge:
    """Return how the number at text[start:end] is meant.

    >>> text = "It was valued at over $135 billion."
    >>> hedge_of_number(text, text.index("$"), len(text) - 1)
    'at_least'
    """
    for pattern, hedge in _AFTER:
        if pattern.match(text, end):
            return hedge
    return _before(_NUMBER, text, start)


def hedge_of_date(text: str, start: int) -> Hedge:
    """Return how the date that begins at `start` is meant.

    >>> hedge_of_date("payments continue until 2030", 24)
    'until'
    """
    return _before(_DATE, text, start)


def _before(rules: tuple[tuple[re.Pattern[str], Hedge], ...], text: str, start: int) -> Hedge:
    words = text[max(0, start - REACH) : start]
    if not words or words[-1] not in " \u00a0-~":
        return "exact"
    if words[-1] == "~":
        return "about"
    for pattern, hedge in rules:
        if pattern.search(words):
            return hedge
    return "exact"

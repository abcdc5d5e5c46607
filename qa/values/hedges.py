"""The words around a value that say how it is meant."""

import re

from qa.values.models import Hedge

REACH = 32  # Characters looked at before a value: "slightly more than an estimated " fits.

# "Over the last three years" and "over their two children" are no hedges, "over a 10 %" is one.
_NUMBER_FILLER = r"(?:(?:an?|another|a total of|an estimated) )?"
_DATE_FILLER = r"(?:(?:the|at least|in|on|early|mid|late|[MTWFS][a-z]{2,5}day,?)[ -]){0,2}"


_SPANS = re.compile(r"(?P<before>\b\w+|^)\W+over(?: an?| the)? $", re.IGNORECASE)
_LASTING = (
    "took take takes taken taking last lasts lasted lasting for in spent spend spending is "
    "are was were be been after of well just by waited served serves lived stayed at than and "
    "with to or need needs needed requires required worked ran sat stood slept been now "
    "already"
)
_LASTS = frozenset(_LASTING.split())
"""Before "over three years" that is how long something lasts; else it is told when it is done."""

_BARRED = re.compile(
    r"\b(?:(?:may|must|can|could|shall|should|will|would|need) (?:not|never)"
    r"|cannot|(?:ca|wo|must|should|could|would|sha|need)n['’]t"
    r"|(?:not|n['’]t) (?:allowed|permitted|supposed) to"
    r"|no(?:body|ne| \w+)?\b[^.,;:]{0,40}\b(?:may|can|must|shall|should|will|could|is to|are to))\b"
    r"[^.,;:]{0,24}$",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?P<less>less|fewer|under|below)\b|\b(?:more|over|above|exceed)\b", re.I)
CLAUSE = 80  # Characters before a value in which stands who may not: "no one may be paid less".

# One of these stands just before a hedged value: a quick way out for all others.
_LAST = (
    "over above than least under below of to at nearly almost approaching most as many much "
    "high few low little about around roughly approximately approx approx. some estimated circa "
    "so average less until till thru through since from starting beginning effective by before "
    "after following maximum minimum exceed exceeds exceeded exceeding excess topped topping "
    "tops surpassed surpasses surpassing c. "
)
_LAST_WORDS = frozenset(_LAST.split())


def _number(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’-])(?:{words})[ \u00a0]{_NUMBER_FILLER}$", re.IGNORECASE)


def _date(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’-])(?:{words})[ \u00a0]{_DATE_FILLER}$", re.IGNORECASE)


_NUMBER: tuple[tuple[re.Pattern[str], Hedge], ...] = (
    (
        _number("(?:just|slightly|a little|a bit|marginally) (?:over|above|more than|higher than)"),
        "just_over",
    ),
    (
        _number(
            "nearly|almost|close to|approaching|"
            "(?:just|slightly|a little|a bit) (?:under|below|less than|shy of|short of)"
        ),
        "nearly",
    ),
    (
        _number(
            "at most|up to|as many as|as much as|as high as|no more than|not more than|"
            "(?<!no )(?<!not )(?:fewer|less) than|under|below|a maximum of|maximum of"
        ),
        "at_most",
    ),
    (
        _number(
            "(?<!hand )(?<!hands )(?<!handed )(?<!handing )over|at least|"
            "(?<!times )(?:more|greater|higher|larger|better) than|"
            "exceed(?:s|ed|ing)?|above|"
            "upwards? of|north of|no (?:fewer|less) than|not less than|a minimum of|minimum of|"
            "in excess of|topp(?:ed|ing)|tops|surpass(?:ed|es|ing)?|as (?:few|little|low) as|"
            "starting (?:at|from)|starts (?:at|from)"
        ),
        "at_least",
    ),
    (
        _number(
            "about|around|roughly|approximately|approx\\.?|some|an? estimated|estimated|circa|"
            "or so|somewhere around|in the region of|more or less|an average of|on average"
        ),
        "about",
    ),
)
_DATE: tuple[tuple[re.Pattern[str], Hedge], ...] = (
    (_date("(?:until |till |through )?at least|as (?:early|soon) as"), "after"),
    (
        _date("(?<!not )(?<!n't )(?<!n’t )until|till|thru|through|through to|up to|up until"),
        "until",
    ),
    # "From 2021" alone is left out: a photo, a model or a rise can be "from 2021" too.
    (_date("since|(?:starting|beginning|effective|as) from|starting|beginning|effective"), "since"),
    (_date("by|no later than|not later than"), "by"),
    (_date("before|prior to|ahead of|earlier than"), "before"),
    (_date("after|following|later than"), "after"),
    (_date("about|around|circa|roughly|approximately|c\\."), "about"),
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
    hedge = _before(_NUMBER, text, start)
    return _barred(text, start) or hedge if hedge in {"at_most", "at_least"} else hedge


def spans(text: str, start: int) -> bool:
    """Return whether "over" before a duration says when: "audits over three years" are no more."""
    match = _SPANS.search(text[max(0, start - REACH) : start])
    return match is not None and match["before"].casefold() not in _LASTS


def _barred(text: str, start: int) -> Hedge | None:
    """Return the bound that is left by what may not be: "no one may be paid less than 20"."""
    compared = list(_COMPARED.finditer(text, max(0, start - REACH), start))
    if not compared:
        return None
    last = compared[-1]
    if not _BARRED.search(text[max(0, start - CLAUSE) : last.start()]):
        return None
    return "at_least" if last["less"] else "at_most"


def hedge_of_date(text: str, start: int) -> Hedge:
    """Return how the date that begins at `start` is meant.

    >>> hedge_of_date("payments continue until 2030", 24)
    'until'
    """
    return _before(_DATE, text, start)


def _before(rules: tuple[tuple[re.Pattern[str], Hedge], ...], text: str, start: int) -> Hedge:
    words = text[max(0, start - REACH) : start]
    if words.endswith("~"):
        return "about"
    if not _LAST_WORDS.intersection(words.lower().split()[-3:]):
        return "exact"
    for pattern, hedge in rules:
        if pattern.search(words):
            return hedge
    return "exact"

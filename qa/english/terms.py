"""Words as they are compared: "ends" and "ended" are one."""

import re
from collections.abc import Iterable
from functools import lru_cache

import snowballstemmer

from index.words import STOP_WORDS, words

LONG = 5  # letters; shorter beginnings are shared by words that have nothing in common

_stemmer = snowballstemmer.stemmer("english")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the stem of an English word in lower case; other words mostly stay as they are.

    >>> stem("ended"), stem("sharing"), stem("licence"), stem("license"), stem("won")
    ('end', 'share', 'licens', 'licens', 'win')
    """
    stemmed: str = _stemmer.stemWord(_SPELLED.get(word) or _BASE.get(word, word))
    return stemmed


# British and American spellings whose stems differ. Extend as articles show more.
_SPELLED = {
    "licence": "license",
    "licences": "licenses",
    "licenced": "licensed",
    "defence": "defense",
    "offence": "offense",
    "centre": "center",
    "centres": "centers",
    "programme": "program",
    "programmes": "programs",
    "labour": "labor",
    "cheque": "check",
    "tyre": "tire",
    "tyres": "tires",
}

_PASTS = """
arise arose arisen, beat beaten, begin began begun, blow blew blown, break broke broken, bring
brought, build built, buy bought, catch caught, choose chose chosen, deal dealt, dig dug, draw drew
drawn, drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, fight fought, fly
flew flown, forbid forbade forbidden, forget forgot forgotten, forgive forgave forgiven, freeze
froze frozen, grow grew grown, hang hung, hear heard, hide hid hidden, hold held, lend lent, lose
lost, mean meant, meet met, pay paid, ride rode ridden, ring rang rung, rise risen, seek sought,
sell sold, send sent, shake shook shaken, shine shone, shrink shrank shrunk, sing sang sung, sink
sank sunk, sit sat, sleep slept, speak spoke spoken, spend spent, spin spun, stand stood, steal
stole stolen, sting stung, strike struck stricken, swear swore sworn, sweep swept, swim swam swum,
swing swung, teach taught, tear tore torn, throw threw thrown, understand understood, undergo
underwent undergone, undertake undertook undertaken, overtake overtook overtaken, overthrow
overthrew overthrown, wake woke woken, wear wore worn, weave wove woven, weep wept, win won winner
winners, withdraw withdrew withdrawn, write wrote written, rebuild rebuilt, foresee foresaw foreseen
"""
"""Verbs whose past has another stem, and "winner", which the stemmer keeps apart from "win".

Not those whose past is another word too, "left" and "rose", nor those that say little, as "made":
that two sentences share them means nothing.
"""

_VERBS = [line.split() for line in _PASTS.split(",")]
_BASE = {past: base for base, *pasts in _VERBS for past in pasts}
PASTS = frozenset(_BASE)

_FULL = re.compile(
    r"\b(?:(?P<USA>(?i:united states(?: of america)?)|U\.S\.(?:A\.)?|USA?)"
    r"|(?P<UK>(?i:united kingdom)|U\.K\.|UK)|(?P<UN>(?i:united nations)|U\.N\.|UN)"
    r"|(?P<EU>(?i:european union)|E\.U\.|EU))(?!\w)"
)


def in_short(text: str) -> str:
    """Return a text with one short name for what has several: "the U.S.", "the United States"."""
    return _FULL.sub(lambda match: str(match.lastgroup), text)


def stems(text: str) -> list[str]:
    """Return the stems of the content words of `text`, in order, repeated where they repeat.

    >>> stems("The revenue-sharing payments end in 2030.")
    ['revenu', 'share', 'payment', 'end', '2030']
    >>> stems("a U.S. firm"), stems("the United States")
    (['usa', 'firm'], ['usa'])
    """
    return [stem(word) for word in words(in_short(text)) if word not in STOP_WORDS]


def akin(wanted: Iterable[str], found: Iterable[str]) -> set[str]:
    """Return the stems of `wanted` that are in `found`, or whose longer or shorter form is.

    >>> sorted(akin({"partner", "fee"}, {"partnership", "feel"}))
    ['partner']
    """
    others = set(found)
    return {
        one
        for one in wanted
        if one in others
        or any(
            min(len(one), len(other)) >= LONG and (one.startswith(other) or other.startswith(one))
            for other in others
        )
    }


def overlap(a: Iterable[str], b: Iterable[str]) -> float:
    """Return the Jaccard similarity of two sets of words, from 0 to 1.

    Source: Jaccard 1912, doi:10.1111/j.1469-8137.1912.tb05611.x.

    >>> overlap({"a", "b"}, {"b", "c"})
    0.3333333333333333
    """
    left, right = set(a), set(b)
    return len(left & right) / len(left | right) if left | right else 0.0

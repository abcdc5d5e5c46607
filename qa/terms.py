"""Words as they are compared: "ends" and "ended" are one."""

from collections.abc import Iterable
from functools import lru_cache

import snowballstemmer

from index.words import STOP_WORDS, words

LONG = 5  # letters; shorter beginnings are shared by words that have nothing in common

_stemmer = snowballstemmer.stemmer("english")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the stem of an English word in lower case; other words mostly stay as they are.

    >>> stem("ended"), stem("sharing"), stem("licence"), stem("license")
    ('end', 'share', 'licens', 'licens')
    """
    stemmed: str = _stemmer.stemWord(_SPELLED.get(word, word))
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


def stems(text: str) -> list[str]:
    """Return the stems of the content words of `text`, in order, repeated where they repeat.

    >>> stems("The revenue-sharing payments end in 2030.")
    ['revenu', 'share', 'payment', 'end', '2030']
    """
    return [stem(word) for word in words(text) if word not in STOP_WORDS]


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

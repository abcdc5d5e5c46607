"""What forms English verbs have, as LemmInflect's dictionary knows them."""

import re
from functools import lru_cache
from typing import Any

PAST, PARTICIPLE, ING, THIRD = "VBD", "VBN", "VBG", "VBZ"  # As the Penn Treebank calls them.

_LOWER = re.compile(r"(?<![\w@])[a-z]{2,}")
_UNCHANGED = frozenset(["put", "cut", "set", "hit", "shut", "read", "split", "hurt"])
"""What is a participle in the same form."""


@lru_cache(maxsize=10_000)
def is_base(word: str) -> bool:
    """Return whether a word can be a verb as it follows "to": "hear", "change", not "hears"."""
    return word in _verbs_of(word)


@lru_cache(maxsize=10_000)
def is_participle(word: str) -> bool:
    """Return whether a word can be what follows "was": "built", "rising"."""
    verbs = [_forms(verb) for verb in _verbs_of(word) if verb != word or word in _UNCHANGED]
    return word == "born" or any(
        word in forms.get(PARTICIPLE, forms.get(PAST, ())) or word in forms.get(ING, ())
        for forms in verbs
    )


@lru_cache(maxsize=10_000)
def inflected(verb: str, form: str) -> str:
    """Return a verb in a form; as it is where the dictionary has none.

    >>> inflected("win", PAST), inflected("carry", THIRD)
    ('won', 'carries')
    """
    return next(iter(_forms(verb).get(form, ())), verb)


def lemma_of_past(word: str) -> str | None:
    """Return the verb whose past a word can be: "bought" is "buy"; None when it is none."""
    return _lemma(word, PAST)


def lemma_of_third(word: str) -> str | None:
    """Return the verb whose third person a word can be: "buys" is "buy"; None when it is none."""
    return _lemma(word, THIRD)


@lru_cache(maxsize=10_000)
def is_adjective(word: str) -> bool:
    """Return whether a word in lower case can be an adjective: "angry", "taller"."""
    return "ADJ" in _lemminflect().getAllLemmas(word)


@lru_cache(maxsize=10_000)
def is_noun(word: str) -> bool:
    """Return whether a word in lower case can be a noun, or is unknown: "people", not "live"."""
    known = _lemminflect().getAllLemmas(word)
    return not known or "NOUN" in known or "PROPN" in known


@lru_cache(maxsize=10_000)
def is_plural(noun: str) -> bool:
    """Return whether a noun in lower case is the plural of another: "shares", "people"."""
    singular = _lemminflect().getAllLemmas(noun, upos="NOUN").get("NOUN", ())
    return noun not in singular and any(
        noun in _lemminflect().getInflection(one, "NNS") for one in singular
    )


def has_verb(text: str) -> bool:
    """Return whether any word in lower case can be a verb: what has none says nothing of anybody.

    >>> has_verb("Ash has left."), has_verb("Photograph: Ann Ash and Bo Birk.")
    (True, False)
    """
    return any(
        not {"VERB", "AUX"}.isdisjoint(_lemminflect().getAllLemmas(word))
        for word in _LOWER.findall(text.lower() if text.isupper() else text)
    )


def _lemma(word: str, form: str) -> str | None:
    return next((verb for verb in _verbs_of(word) if word in _forms(verb).get(form, ())), None)


def _verbs_of(word: str) -> tuple[str, ...]:
    found: tuple[str, ...] = _lemminflect().getAllLemmas(word, upos="VERB").get("VERB", ())
    return found


def _forms(verb: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = _lemminflect().getAllInflections(verb, upos="VERB")
    return found


def _lemminflect() -> Any:
    import lemminflect  # Its dictionary is read at first use: a third of a second.

    return lemminflect

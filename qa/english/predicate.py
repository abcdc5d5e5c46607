"""Where what is said of a subject begins: "The old mill | was free of debt"."""

import re

from qa.english.grammar import OPENERS, PREPOSITIONS, bare
from qa.english.verbs import is_adjective, is_base, is_noun, is_participle

_START_WORDS = """
a an the any not still already also now ever really likely able going part more less too very
always never yet only currently due open ready true false dead alive absent present independent
different similar equal exempt worth better worse higher lower greater smaller larger longer
shorter older younger be been being have once what as
"""
_POST_WORDS = """
chief head president minister mayor governor chair director coach captain champion champions king
queen bishop leader winner owner author editor host member
"""
_NOUN_WORDS = "executive signal capital animal detective representative"
_BEFORE_MORE_WORDS = "free right wrong full short proof home"

_STARTS = frozenset(_START_WORDS.split())
"""What may open what is said of a subject, and is hardly ever part of a name for it."""

_SAID = re.compile(r"(?:ive|ble|ous|ful|less|\w{4}al)$")
_NOUNS = frozenset(_NOUN_WORDS.split())
"""Nouns that end like adjectives."""
_POSTS = frozenset(_POST_WORDS.split())
"""What somebody is, behind a name and before "of": "Was Ann Ash mayor of Turin?"."""
_BEFORE_MORE = frozenset(_BEFORE_MORE_WORDS.split())
"""What is an adjective before "of", "to" or the like, and often something else elsewhere."""


def is_participle_of(words: list[str], place: int) -> bool:
    """Return whether a participle says something of the subject: not "the given name"."""
    before = words[place - 1].casefold()
    word = words[place]
    return (
        word[0].isalpha()
        and is_participle(bare(word))
        and word.islower()
        and before not in OPENERS | PREPOSITIONS
    )


def opens_predicate(words: list[str], place: int) -> bool:
    """Return whether a word opens what is said of the subject before it."""
    word = words[place]
    plain = bare(word)
    before = words[place - 1] if place else ""
    if word[0].isdigit():
        return not before[:1].isupper() and before != "than"  # "Mill 98" is a name.
    if word[0].isupper():
        return False  # "Fort Worth", "D. A. Russell"
    if plain in _STARTS or plain in PREPOSITIONS or plain.startswith("non-"):
        return True
    if before.casefold() in OPENERS:
        return False  # "the given name"
    if is_participle(plain) or _describes(words, place) or _is_post(words, place):
        return True
    return bool(_SAID.search(plain)) and plain not in _NOUNS


def _is_post(words: list[str], place: int) -> bool:
    before, after = words[place - 1], words[place + 1 : place + 3]
    return bare(words[place]) in _POSTS and before[0].isupper() and "of" in after


def _describes(words: list[str], place: int) -> bool:
    """Return whether an adjective says something of the subject: "sweeter than", "angry about"."""
    plain = bare(words[place])
    after = bare(words[place + 1]) if place + 1 < len(words) else ""
    if not is_adjective(plain) or after not in PREPOSITIONS | {"", "that", "than", "enough"}:
        return False
    return after == "than" or not is_noun(plain) or (bool(after) and plain in _BEFORE_MORE)


def is_to_do(words: list[str], place: int) -> bool:
    """Return whether what is to be done begins: "to go up"."""
    return words[place] == "to" and place + 1 < len(words) and is_base(words[place + 1])

"""The words of a thing beside a verb: "the toll on the bridge" in "It ends the toll on the bridge".

English has them before the verb or behind it. They go as far as a joint of the sentence does:
punctuation, "and", "which", "because".
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from qa.english.grammar import BE, DO, HAVE, MODALS, PREPOSITIONS
from qa.english.terms import stems
from qa.values.numbers import ONES, TENS

PAIR = 5  # Words from "between" to its "and".
LONGEST = 12  # words of one thing; a longer stretch tells of several

_TOKEN = re.compile(
    r"[^\W_]+(?=n['’]t\b)|n['’]t\b|\d+(?:[.,]\d+)+|[^\W_]+(?:[-.][^\W_]+)*|['’]s\b|[,;:.!?()—–]",
    re.IGNORECASE,
)
_JOINT_WORDS = """
which that who whom whose because after before from since until till while when where as but so
although though if than once and or nor despite including
"""
_ADVERB_WORDS = "also now already thus then still only just soon therefore however even meanwhile"
_KEPT_WORDS = "of on for between over about against"
_DETERMINER_WORDS = "the a an its his her their our my your this these those no any"

_JOINTS = frozenset(_JOINT_WORDS.split()) | set(",;:.!?()—–")
DENIALS = frozenset({"not", "n't", "never", "cannot"})
BEING = BE | {"be", "been", "being"}
_SKIPPED = BEING | DO | HAVE | MODALS | DENIALS | frozenset(_ADVERB_WORDS.split())
_OF_TIME = frozenset(["after", "before", "since", "until", "till"])
_NUMBER = re.compile(rf"\d|(?:{'|'.join([*ONES, *TENS])})$")
"""Behind these, a number tells a time and no sentence: "the toll after five years"."""

_PLURAL = frozenset(["are", "were", "have", "remain", "stay", "continue"])
"""Verbs of several things: "the toll and the fee remain"."""

_INSERTED = re.compile(
    r"\([^()]*\)|(?<=\s)[–—]\s[^–—]*\s[–—](?=\s)|, (?:which|who|whose) [^,;.]*,", re.IGNORECASE
)
_INSIDE = frozenset(_KEPT_WORDS.split())
"""Prepositions that go with a thing behind its verb; "in", "with" and "to" go with the verb."""

DETERMINERS = frozenset(_DETERMINER_WORDS.split())


class Phrase(NamedTuple):
    """The words of a thing.

    Attributes:
        about: The stems of all of them.
        head: The stem of the one that the others go with; empty where there is none.
    """

    about: frozenset[str]
    head: str

    @classmethod
    def of(cls, words: Sequence[str]) -> "Phrase":
        """Read the words of a thing; a place or time that stands before it is not its head.

        >>> Phrase.of("In Norra the tax on cars".split()).head
        'tax'
        """
        first = words
        if words and words[0] in PREPOSITIONS:
            starts = (i for i in range(1, len(words)) if _starts_a_thing(words, i))
            first = words[next(starts, 1) :]
        ends = (i for i, word in enumerate(first) if i and word in PREPOSITIONS | {"of"})
        told = stems(" ".join(first[: next(ends, len(first))]))
        return cls(frozenset(stems(" ".join(words))), told[-1] if told else "")


def tokens(sentence: str) -> list[str]:
    """Return the words of a sentence in lower case, and its punctuation.

    >>> tokens("It won't end, says Ann-Lee's firm.")
    ['it', 'wo', "n't", 'end', ',', 'says', 'ann-lee', "'s", 'firm', '.']
    """
    return [word.casefold().replace("’", "'") for word in _TOKEN.findall(sentence)]


def without_insertions(sentence: str) -> str:
    """Return a sentence without what stands in brackets, between dashes, or after "which".

    >>> without_insertions("The toll (of 1990) and the fee – a small one – remain.")
    'The toll  and the fee  remain.'
    """
    return _INSERTED.sub("", sentence)


def before(words: Sequence[str], place: int) -> Phrase:
    """Return the thing before a verb, whose auxiliaries and adverbs are skipped.

    >>> before(tokens("The council said that the toll on the bridge will not end."), 12).head
    'toll'
    """
    last = _verbs_start(words, place)
    return Phrase.of(words[_start(words, last) : last])


def subjects(words: Sequence[str], place: int) -> list[Phrase]:
    """Return the thing before a verb; both of those that "and" joins, where the verb is of several.

    >>> [thing.head for thing in subjects(tokens("The toll and the fee for boats remain."), 7)]
    ['fee', 'toll']
    >>> [thing.head for thing in subjects(tokens("Ann keeps the toll and the fee remains."), 7)]
    ['fee']
    """
    last = _verbs_start(words, place)
    first = _start(words, last)
    found = [Phrase.of(words[first:last])]
    if words[first - 1 : first] == ["and"] and _PLURAL.intersection(words[last : place + 1]):
        found.append(Phrase.of(words[_start(words, first - 1) : first - 1]))
    return found


def behind(words: Sequence[str], place: int, *, without: Iterable[str] = ()) -> Phrase:
    """Return the thing from a place on, up to what goes with the verb.

    >>> sorted(behind(tokens("It ends the toll on the bridge from May."), 2).about)
    ['bridg', 'toll']
    """
    borders = (PREPOSITIONS - _INSIDE) | frozenset(without)
    last = place
    while last < len(words) and words[last] not in borders and last - place < LONGEST:
        if _is_joint(words, last):
            break
        last += 1
    return Phrase.of(words[place:last])


def _verbs_start(words: Sequence[str], place: int) -> int:
    while place and words[place - 1] in _SKIPPED:
        place -= 1
    return place


def _start(words: Sequence[str], last: int) -> int:
    """Return where the thing begins whose words end before `last`."""
    first = last
    while first and not _is_joint(words, first - 1) and last - first < LONGEST:
        first -= 1
    return first


def _is_joint(words: Sequence[str], place: int) -> bool:
    """Return whether another thing begins at a word; "and" joins one in "between A and B"."""
    if words[place] == "and" and "between" in words[max(0, place - PAIR) : place]:
        return False
    if words[place] in _OF_TIME and _NUMBER.match(words[place + 1]):
        return False
    return words[place] in _JOINTS


def _starts_a_thing(words: Sequence[str], place: int) -> bool:
    return words[place] in DETERMINERS and words[place - 1] not in PREPOSITIONS | {"of"}

"""What a sentence tells of things: that they end, are altered, or stay as they were.

`qa.telling.change` tells whether there is a change; this tells of what.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from qa.english.phrases import (
    BEING,
    DETERMINERS,
    Phrase,
    before,
    behind,
    subjects,
    tokens,
    without_insertions,
)
from qa.english.terms import stem, stems
from qa.telling.turn_words import (
    ALTERING,
    DENIALS,
    ENDING,
    GOING,
    IN_FORCE,
    KEEPING,
    NO_MORE,
    NOUN_AFTER,
    PLAN,
    PLANNED,
    SAME,
    STAYING,
    TOUCHED,
    WITH_OBJECT,
    in_plain_words,
)

Turn = Literal["ends", "alters", "unchanged", "goes on"]

REACH = 5  # Words before a verb that deny it or make a plan of it: "not to be", "plans soon to".


class Told(NamedTuple):
    """What a sentence tells of a thing: what becomes of it."""

    turn: Turn
    thing: Phrase
    sentence: frozenset[str] = frozenset()
    """The stems of all its words."""


@lru_cache(maxsize=4096)
def told(sentence: str) -> tuple[Told, ...]:
    """Return what a sentence tells of things that end, are altered, or stay as they were.

    >>> [(one.turn, one.thing.head) for one in told("It ends the toll, but the fee is unchanged.")]
    [('ends', 'toll'), ('unchanged', 'fee')]
    """
    words = tokens(without_insertions(in_plain_words(sentence)))
    found = (one for place in range(len(words)) for one in _told_at(words, place))
    terms = frozenset(stems(sentence))
    return tuple(one._replace(sentence=terms) for one in found if one.thing.head)


def _told_at(words: Sequence[str], place: int) -> Iterator[Told]:
    word = words[place]
    following = words[place + 1] if place + 1 < len(words) else "."
    stemmed = stem(word)
    if _is_planned(words, place):
        return
    if word == "no" and following == "longer":
        yield from _no_longer(words, place)
    elif word == "no" and following in {"change", "changes"}:
        yield Told("unchanged", behind(words, place + 3))
    elif stemmed in ENDING | ALTERING and not _is_noun(words, place):
        yield from _turned(words, place, "ends" if stemmed in ENDING else "alters")
    elif word in TOUCHED and DENIALS & set(words[max(0, place - 3) : place]):
        yield from _each("unchanged", subjects(words, place))
    elif word in SAME and (verb := _verb_before(words, place)) is not None:
        yield from _each("unchanged", subjects(words, verb))
    elif word in KEEPING and BEING & set(words[max(0, place - 2) : place]):
        yield from _each("goes on", subjects(words, place))
    elif word in KEEPING:
        yield Told("goes on", behind(words, place + 1))
    elif word in STAYING:
        yield from _staying(words, place)
    elif word == "still" and words[place - 1 : place] not in (["is"], ["are"]):
        yield from _goes_on(words, place, place + 1)


def _goes_on(words: Sequence[str], place: int, verb: int) -> Iterator[Told]:
    """Yield what is done still, and what that is for the subject: a rule that still applies."""
    yield Told("goes on", _doing(words, place, verb))
    yield Told("goes on", behind(words, verb + 1))
    yield from _each("goes on", subjects(words, place))


def _each(turn: Turn, things: Iterable[Phrase]) -> Iterator[Told]:
    return (Told(turn, thing) for thing in things)


def _no_longer(words: Sequence[str], place: int) -> Iterator[Told]:
    """Yield what ends, and what that is for the subject: a toll that is no longer charged ends."""
    yield Told("ends", _doing(words, place, place + 2))
    turn: Turn = "ends" if _is_without_object(words, place + 2) else "alters"
    yield from _each(turn, subjects(words, place))


def _is_without_object(words: Sequence[str], verb: int) -> bool:
    """Return whether nothing but a verb is said: "applies", "be charged", not "the only one"."""
    is_verb = verb < len(words) and words[verb] not in DETERMINERS
    return is_verb and len(behind(words, verb).about) == 1


def _turned(words: Sequence[str], place: int, turn: Turn) -> Iterator[Told]:
    """Yield what becomes of the thing before a passive or a verb without object, or behind it."""
    denied = DENIALS & set(words[max(0, place - REACH) : place])
    things = [behind(words, place + 1, without={"with"})]
    is_passive = bool(set(words[max(0, place - 3) : place]) & BEING)
    if is_passive or not things[0].about:
        things = subjects(words, place)
        if not is_passive and stem(words[place]) in WITH_OBJECT:
            return
    yield from _each("goes on" if denied else turn, things)


def _staying(words: Sequence[str], place: int) -> Iterator[Told]:
    """Yield what remains in place, remains the same, remains a thing, or continues to do one."""
    rest = " ".join(words[place + 1 : place + 5])
    still = rest.removeprefix("still ")
    if IN_FORCE.match(still) and (words[place] not in BEING or still != rest):
        same = still.startswith(("the same", "as"))
        yield from _each("unchanged" if same else "goes on", subjects(words, place))
    elif words[place].startswith("continue") and not rest.startswith("to "):
        yield from _each("goes on", subjects(words, place))
    elif words[place].startswith("continue") and stem(words[place + 2]) not in GOING:
        yield from _goes_on(words, place, place + 2)
    elif words[place] not in BEING and NO_MORE.match(rest):
        yield from _each("goes on", subjects(words, place))
    elif words[place].startswith("remain") and not SAME & set(rest.split()):
        yield Told("goes on", _doing(words, place, place + 1))


def _doing(words: Sequence[str], subject: int, verb: int) -> Phrase:
    """Return what somebody does, or is: the subject and the verb with its object."""
    who, what = before(words, subject), behind(words, verb)
    verbs = (stem(word) for word in words[verb : verb + 1] if word not in BEING | DETERMINERS)
    head = next(verbs, what.head)
    return Phrase(who.about | what.about, head)


def _verb_before(words: Sequence[str], place: int) -> int | None:
    """Return where the verb is that says of a thing that it is unchanged; None where none is."""
    verbs = [
        at for at in range(max(0, place - REACH), place) if words[at] in STAYING | BEING
    ]  # "stays in the contract untouched"
    return verbs[-1] if verbs else None


def _is_noun(words: Sequence[str], place: int) -> bool:
    lead = words[place - 1] if place else ""
    return lead in NOUN_AFTER and not (lead == "to" and words[place - 2 : place - 1] != ["due"])


def _is_planned(words: Sequence[str], place: int) -> bool:
    """Return whether somebody only thinks of it: "plans to end", "could end", "if it ended"."""
    lead = words[max(0, place - REACH) : place]
    return bool(PLANNED & set(lead) or PLAN.search(" ".join(lead)))

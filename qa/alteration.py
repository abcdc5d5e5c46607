"""What a sentence says ends or is altered, and what it says stays as it was.

`qa.change` tells whether there is a change; this tells of what. By it "The day ticket remains" is
not set against "The weekly ticket is abolished".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from qa.phrases import (
    BEING,
    DENIALS,
    DETERMINERS,
    Phrase,
    before,
    behind,
    subjects,
    tokens,
    without_insertions,
)
from qa.synonyms import are_of_one_sort, synonyms
from qa.terms import akin, stem, stems

Turn = Literal["ends", "alters", "unchanged", "goes on"]

REACH = 5  # Words before a verb that deny it or make a plan of it: "not to be", "plans soon to".

_ENDING_WORDS = """
remove replace abolish scrap drop cancel revoke suspend eliminate terminate dissolve abandon repeal
discontinue axe ditch withdraw withdrew withdrawn end lose lost lift expire cease collapse delete
rescind annul quash overturn waive disappear vanish lapse
"""
_ALTERING_WORDS = """
amend revise overhaul rewrite rewrote rewritten redraft renegotiate change alter loosen tighten
relax raise increase lower reduce halve double
"""
_OBJECT_WORDS = """
lose lost drop lift withdraw withdrew withdrawn replace remove axe ditch raise lower increase double
"""
_KEEPING_WORDS = """
keeps kept retain retains retained maintain maintains maintained preserve preserves preserved
uphold upholds upheld
"""
_STAYING_WORDS = """
remain remains remained stay stays stayed continue continues continued survive survives survived
persist persists persisted is are was were
"""
_PLANNED_WORDS = """
planned want wants wanted propose proposes proposed proposal consider considers considered
could may might would should if whether unless hope hopes hoped threaten threatens threatened seek
seeks sought urge urges urged ask asks asked called reportedly expected likely try tries
tried possible possibly rumoured rumored
"""
_DETERMINER_WORDS = "the a an this that any its his her their no such in to of for on with"
_GOING_WORDS = "grow rise fall decline change increase improve drop"
_SAME_WORDS = "unaffected unchanged unaltered untouched intact identical"

_ENDING = frozenset(map(stem, _ENDING_WORDS.split()))
_ALTERING = frozenset(map(stem, _ALTERING_WORDS.split()))
_WITH_OBJECT = frozenset(map(stem, _OBJECT_WORDS.split()))
"""What prices do that drop and runners that lose is no end of them."""

_KEEPING = frozenset(_KEEPING_WORDS.split())
_STAYING = frozenset(_STAYING_WORDS.split())
_PLANNED = frozenset(_PLANNED_WORDS.split())
_PLAN = re.compile(r"\b(?:plans?|calls?) (?:to|for)\b")
_NOUN_AFTER = frozenset(_DETERMINER_WORDS.split())
"""Behind these "end" and "change" are no verbs."""

_PLAIN_WORDS = """
contentious controversial disputed contested crucial key main important major sweeping existing
current present longstanding popular unpopular hated costly contractual legal official so-called
monday tuesday wednesday thursday friday saturday sunday
"""
_PLAIN = frozenset(one for word in _PLAIN_WORDS.split() for one in stems(word))
"""What is said of a thing that tells it from no other."""

_TOUCHED = frozenset(("affected", "touched"))
_SAME = frozenset(_SAME_WORDS.split())
_DENIALS = DENIALS | {"without"}
_IN_FORCE = re.compile(
    r"^(?:in (?:place|force|effect)|the same|as (?:it|they) (?:is|was|are|were)|valid|there"
    r"|part of|on the books|applicable)\b"
)
_NO_MORE = re.compile(r"^[,.;:()—–]|^$|^(?:at|until|after|despite|for now)\b")
"""What may follow "stays" where nothing is said of how or what."""

_UNTOUCHED = "|".join(_SAME_WORDS.split())
_PHRASES = tuple(
    (re.compile(rf"\b(?:{phrase})", re.IGNORECASE), plain)
    for phrase, plain in (
        (r"d(?:o|oes|id|one|oing) away with\b|g(?:et|ets|ot|etting) rid of\b", "abolished"),
        (r"(?:struck|thrown?|threw|phas\w+) (?:down|out|off)\b", "abolished"),
        (r"struck(?= (?:the|its|their|this|all|any)\b[^.;]{1,80} from\b)", "abolished"),
        (
            r"gone (?:is|are)\b|s(?:old|ells?|elling) (?:all|(?:its|their|his|her) entire)",
            "abolished",
        ),
        (r"(?<=is |re |as )(?:gone|out|no more)(?=[,.;]|$)", "abolished"),
        (r"stop(?:s|ped|ping)? \w+ing\b", "ends"),
        (r"(?:go|goes|went|carry|carries|carried|keep|keeps|kept) on \w+ing\b", "keeps"),
        (r"(?:continue[sd]?|keeps?|kept) \w+ing\b", "keeps"),
        (
            r"continue[sd]? to (?:have|pay|get|receive|charge|collect|offer|grant|enforce)\b",
            "keeps",
        ),
        (
            r"(?:carr(?:y|ies|ied) (?:over|out)|(?:(?:is|are|was|were) )?h(?:olds?|eld|olding) on to)\b",
            "keeps",
        ),
        (r"(?:carr(?:y|ies|ied)|liv(?:es?|ed)) on\b", "continues"),
        (r"no longer (?:pay|charge|collect|offer|grant|get|receive|levie|ha(?:s|ve)$)s?\b", "ends"),
        (
            rf"le(?:aves?|ft|aving)(?= [^.;]{{1,80}}\b(?:in (?:place|force)|{_UNTOUCHED})\b)",
            "keeps",
        ),
        (r"(?<=is |re |as |en )left (?=un\w+|intact|in place)", ""),
    )
)
"""What several words say as one: plain words for them."""

_GOING = frozenset(map(stem, _GOING_WORDS.split()))
_OPPOSED = frozenset({("ends", "unchanged"), ("ends", "goes on"), ("alters", "unchanged")})


class Told(NamedTuple):
    """What a sentence tells of a thing: what becomes of it."""

    turn: Turn
    thing: Phrase
    sentence: frozenset[str] = frozenset()
    """The stems of all its words."""

    def bears_out(self, other: "Told") -> bool:
        """Return whether one thing has both: both end, or neither."""
        ended = [told.turn == "ends" for told in (self, other)]
        altered = "alters" in {self.turn, other.turn}
        return not altered and ended[0] == ended[1] and self._is_of(other)

    def opposes(self, other: "Told", asked: frozenset[str] = frozenset()) -> bool:
        """Return whether one thing cannot have both; what is altered may go on.

        Where both have words that the other sentence has not, as the weekly ticket and the day
        ticket have, they are two things.

        Args:
            other: What another sentence tells.
            asked: The stems of a thing that is asked about, by which two words for it are known.
        """
        opposed = {(self.turn, other.turn), (other.turn, self.turn)} & _OPPOSED
        return bool(opposed) and self._is_of(other, asked)

    def _is_of(self, other: "Told", asked: frozenset[str] = frozenset()) -> bool:
        here, there = self.thing, other.thing
        same = akin({here.head}, there.about) and akin({there.head}, here.about)
        if not same and not _are_words_for_one(self, other, asked):
            return False
        return not (_own(here, other.sentence) and _own(there, self.sentence))


@lru_cache(maxsize=4096)
def told(sentence: str) -> tuple[Told, ...]:
    """Return what a sentence tells of things that end, are altered, or stay as they were.

    >>> [(one.turn, one.thing.head) for one in told("It ends the toll, but the fee is unchanged.")]
    [('ends', 'toll'), ('unchanged', 'fee')]
    """
    for pattern, plain in _PHRASES:
        sentence = pattern.sub(plain, sentence)
    words = tokens(without_insertions(sentence))
    found = (one for place in range(len(words)) for one in _told_at(words, place))
    terms = frozenset(stems(sentence))
    return tuple(one._replace(sentence=terms) for one in found if one.thing.head)


def are_at_odds(one: str, other: str, asked: frozenset[str] = frozenset()) -> bool:
    """Return whether of two sentences, one says that a thing changes and the other that it stays.

    Args:
        one: A sentence.
        other: Another sentence.
        asked: The stems of a thing that is asked about; see `Told.opposes`.

    >>> are_at_odds("The veto of the founders is untouched.", "It removes the veto.")
    True
    >>> are_at_odds("The day ticket is unchanged.", "It removes the weekly ticket.")
    False
    """
    return any(here.opposes(there, asked) for here in told(one) for there in told(other))


def bears_out(one: str, other: str) -> bool:
    """Return whether two sentences tell that one and the same thing ends, or that it does not.

    >>> bears_out("The council scrapped the noise rule.", "Gone is the rule on noise.")
    True
    """
    return any(here.bears_out(there) for here in told(one) for there in told(other))


def _are_words_for_one(here: Told, there: Told, asked: frozenset[str]) -> bool:
    """Return whether "clause" and "language" are of one thing: both of overtime.

    They are where they share what they are said of, or where both sentences have all that is asked
    about it, as "What happened to the overtime clause?" does.
    """
    one, other = here.thing, there.thing
    if not are_of_one_sort(one.head, other.head):
        return False
    said_of = asked - synonyms({one.head, other.head})
    of_what_is_asked = said_of != asked and all(
        akin(said_of, told.sentence) == said_of for told in (here, there)
    )
    return bool(one.about & other.about) or bool(said_of and of_what_is_asked)


def _own(thing: Phrase, other: frozenset[str]) -> frozenset[str]:
    return thing.about - akin(thing.about, synonyms(other)) - _PLAIN


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
    elif stemmed in _ENDING | _ALTERING and not _is_noun(words, place):
        yield from _turned(words, place, "ends" if stemmed in _ENDING else "alters")
    elif word in _TOUCHED and _DENIALS & set(words[max(0, place - 3) : place]):
        yield from _each("unchanged", subjects(words, place))
    elif word in _SAME and (verb := _verb_before(words, place)) is not None:
        yield from _each("unchanged", subjects(words, verb))
    elif word in _KEEPING and BEING & set(words[max(0, place - 2) : place]):
        yield from _each("goes on", subjects(words, place))
    elif word in _KEEPING:
        yield Told("goes on", behind(words, place + 1))
    elif word in _STAYING:
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
    denied = _DENIALS & set(words[max(0, place - REACH) : place])
    things = [behind(words, place + 1, without={"with"})]
    is_passive = bool(set(words[max(0, place - 3) : place]) & BEING)
    if is_passive or not things[0].about:
        things = subjects(words, place)
        if not is_passive and stem(words[place]) in _WITH_OBJECT:
            return
    yield from _each("goes on" if denied else turn, things)


def _staying(words: Sequence[str], place: int) -> Iterator[Told]:
    """Yield what remains in place, remains the same, remains a thing, or continues to do one."""
    rest = " ".join(words[place + 1 : place + 5])
    still = rest.removeprefix("still ")
    if _IN_FORCE.match(still) and (words[place] not in BEING or still != rest):
        same = still.startswith(("the same", "as"))
        yield from _each("unchanged" if same else "goes on", subjects(words, place))
    elif words[place].startswith("continue") and not rest.startswith("to "):
        yield from _each("goes on", subjects(words, place))
    elif words[place].startswith("continue") and stem(words[place + 2]) not in _GOING:
        yield from _goes_on(words, place, place + 2)
    elif words[place] not in BEING and _NO_MORE.match(rest):
        yield from _each("goes on", subjects(words, place))
    elif words[place].startswith("remain") and not _SAME & set(rest.split()):
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
        at for at in range(max(0, place - REACH), place) if words[at] in _STAYING | BEING
    ]  # "stays in the contract untouched"
    return verbs[-1] if verbs else None


def _is_noun(words: Sequence[str], place: int) -> bool:
    lead = words[place - 1] if place else ""
    return lead in _NOUN_AFTER and not (lead == "to" and words[place - 2 : place - 1] != ["due"])


def _is_planned(words: Sequence[str], place: int) -> bool:
    """Return whether somebody only thinks of it: "plans to end", "could end", "if it ended"."""
    lead = words[max(0, place - REACH) : place]
    return bool(_PLANNED & set(lead) or _PLAN.search(" ".join(lead)))

"""A follow-up's "it", "she" or "that deal" -> what the turns before it call by its name."""

import re
from collections.abc import Iterable, Sequence

from index.words import STOP_WORDS, words
from qa.asking import taken_apart
from qa.clause import AUXILIARIES, OPENERS
from qa.mentions import ROLES, Mention, head, mentions, people
from qa.models import Answer
from qa.names import find_names
from qa.verbs import is_base

_THING = re.compile(r"\bit\b", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:they|them)(?: both| all)?\b", re.IGNORECASE)
_PERSON = re.compile(r"\b(?:he|she|him)\b|\bher\b(?!\s+\w)", re.IGNORECASE)
_OWNER = re.compile(r"\b(?:its|their)\b(?=\s+\w)", re.IGNORECASE)
_PERSONS = re.compile(r"\b(?:his|her)\b(?=\s+\w)", re.IGNORECASE)
_POINTED = re.compile(r"\b(?:this|that|these|those)\b(?=\W*$|\s+(?:is|was|mean)\b)", re.IGNORECASE)
_POINTED_DO = re.compile(
    r"\b(?:did|does|will|would) (?P<that>that|this)\b(?P<rest>.*)", re.IGNORECASE
)
_DESCRIBED = re.compile(
    r"\b(?:the|that|this)(?: same| whole)? (?P<noun>[a-z]+)\b(?!\s+(?:of|that|which|who|between)\b)",
    re.IGNORECASE,
)
_COMPANIES = frozenset("company firm startup business group corporation maker giant".split())
"""What a named thing is called that is a company, whatever else is known of it."""

_CLAUSE = frozenset(
    "that what why whether if when how because before after while as than where who and but".split()
)
_SAYING = frozenset("say says said think thinks thought believe believes claim expect know".split())
_EMPTY_IT = re.compile(
    r"\b(?:is|was|be|isn['’]t) it (?:\w+ )?\w+ (?:that|whether|if|when|why|how)\b"
    r"|\bit (?:\w+ )?(?:matters?|takes?|seems?|rains?|turns? out|makes? sense)\b"
    r"|\bit (?:\w+ ){0,2}(?:cost )?to (?=[a-z])(?P<verb>\w+)",
    re.IGNORECASE,
)


def referred(question: str, history: Sequence[Answer]) -> str:
    """Return a follow-up with what it only points at called by its name.

    A word is left as it is where the question itself says what it stands for, as in "Did Acme say
    that it would sail?", and where nothing before it can be meant.
    """
    filled = _put(question, _PERSONS, lambda used: _possessive(_person(history, used)))
    filled = _put(filled, _PERSON, lambda used: _person(history, used))
    filled = _put(filled, _OWNER, lambda used: _possessive(_thing(history, used, owner=True)))
    filled = _put(filled, _SEVERAL, lambda used: _several(history, used))
    filled = _unpointed(filled)
    if not _EMPTY_IT.search(filled) or _is_adjective(filled):
        filled = _put(filled, _THING, lambda used: _thing(history, used))
    filled = _put(filled, _POINTED, lambda used: _thing(history, used))
    return _described(filled, history)


def _unpointed(question: str) -> str:
    """Return a question with "it" for a "that" which is no part of "that deal".

    >>> _unpointed("How much did that cost Acme?"), _unpointed("Does that deal cost Acme money?")
    ('How much did it cost Acme?', 'Does that deal cost Acme money?')
    """
    match = _POINTED_DO.search(question)
    verbs = [word for word in re.findall(r"\w+", match["rest"]) if is_base(word)] if match else []
    if not match or len(verbs) != 1 or not match["rest"].split()[0].startswith(verbs[0]):
        return question
    return f"{question[: match.start('that')]}it{question[match.end('that') :]}"


def _is_adjective(question: str) -> bool:
    match = _EMPTY_IT.search(question)
    return bool(match and match["verb"] and not is_base(match["verb"]))


def _put(question: str, pattern: re.Pattern[str], find: object) -> str:
    match = pattern.search(question)
    if not match or _is_bound(question, match):
        return question
    assert callable(find)
    found: str | None = find(question[: match.start()] + question[match.end() :])
    if not found:
        return question
    return question[: match.start()] + found + question[match.end() :]


def _is_bound(question: str, match: re.Match[str]) -> bool:
    """Return whether the question itself says before a pronoun what it stands for."""
    before = question[: match.start()]
    named = list(find_names(f"to {before}")) or re.search(r"\b(?:the|an?) \w+", before)
    if not named:
        return False
    last = (before.split() or [""])[-1].casefold()
    owned = match.re in {_OWNER, _PERSONS}
    return owned or "," in before or last in _CLAUSE | _SAYING


def _person(history: Sequence[Answer], used: str) -> str | None:
    found = (name for turn in reversed(history) for name in people(turn))
    return next((name for name in found if not _shared(name, used)), None)


def _thing(history: Sequence[Answer], used: str, *, owner: bool = False) -> str | None:
    found = [one for turn in reversed(history) for one in mentions(turn)]
    return _first((one for one in found if not one.plural and not (owner and one.asked)), used)


def _several(history: Sequence[Answer], used: str) -> str | None:
    if pair := parallel(history):
        return " and ".join(pair)
    found = mentions(history[-1])
    return _first((one for one in found if one.plural), used) or _first(found, used)


def parallel(history: Sequence[Answer]) -> tuple[str, str] | None:
    """Return the names that the same was asked about, one after the other."""
    if len(history) < 2:
        return None
    earlier, later = history[-2].question, history[-1].question
    for one in find_names(later, known=set(words(later))):
        for other in find_names(earlier, known=set(words(earlier))):
            changed = later[: one.start] + other.of(earlier) + later[one.end :]
            if changed == earlier and one.of(later) != other.of(earlier):
                return other.of(earlier), one.of(later)
    return None


def _first(found: Iterable[Mention], used: str) -> str | None:
    return next((one.text for one in found if not _shared(one.text, used)), None)


def _shared(phrase: str, used: str) -> bool:
    """Return whether what is looked for is named elsewhere in the question already."""
    names = {word for name in find_names(f"to {used}") for word in words(name.of(f"to {used}"))}
    return bool(names & (set(words(phrase)) - STOP_WORDS))


def _possessive(name: str | None) -> str | None:
    if not name:
        return None
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _described(question: str, history: Sequence[Answer]) -> str:
    """Put the whole phrase in the place of a short one: "that deal", "the company"."""
    for match in _DESCRIBED.finditer(question):
        noun = match["noun"].casefold()
        used = question[: match.start()] + question[match.end() :]
        found = [one for turn in reversed(history) for one in mentions(turn)]
        whole = [one for one in found if head(one.text) == noun and not one.asked]
        if noun in _COMPANIES and not whole:
            whole = [one for one in found if _is_name(one.text)]
        elif noun in ROLES and not whole and noun in {"man", "woman"}:
            whole = [Mention(name) for turn in reversed(history) for name in people(turn)]
        if phrase := _first(whole, used):
            return question[: match.start()] + phrase + question[match.end() :]
    return question


def _is_name(phrase: str) -> bool:
    return [name.of(f"to {phrase}") for name in find_names(f"to {phrase}")] == [phrase]

"""A follow-up's "it", "she" or "that deal" -> what the turns before it call by its name."""

import re
from collections.abc import Callable, Iterable, Sequence

from index.words import STOP_WORDS, words
from qa.mentions import Mention, head, mentioned, mentions, people
from qa.models import Answer
from qa.names import find_names
from qa.verbs import is_base, is_plural

_THING = re.compile(r"\bit\b", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:they|them|the two(?=\W*$| (?:is|are|was|were|do|does|did|has|have|will|can)\b))\b",
    re.IGNORECASE,
)
_THEY = re.compile(r"\bthey\b", re.IGNORECASE)
_PERSON = re.compile(r"\b(?:he|she|him)\b|\bher\b(?!\s+\w)", re.IGNORECASE)
_OWNER = re.compile(r"\b(?:its|their)\b(?=\s+\w)", re.IGNORECASE)
_PERSONS = re.compile(r"\b(?:his|her)\b(?=\s+\w)", re.IGNORECASE)
_POINTED = re.compile(r"\b(?:this|that|these|those)\b(?=\W*$|\s+(?:is|was|mean)\b)", re.IGNORECASE)
_POINTED_DO = re.compile(
    r"\b(?:did|does|will|would) (?P<that>that|this)\b(?P<rest>.*)", re.IGNORECASE
)
_DESCRIBED = re.compile(r"\b(?:the|that|this) (?P<noun>[a-z]+)\b")
_COMPANY_WORDS = "company firm startup business group corporation maker giant"
_CLAUSE_WORDS = """
that what why whether if when how because before after while as than where who and but
"""
_SAYING_WORDS = "say says said think thinks thought believe believes claim expect know"
_COMPANIES = frozenset(_COMPANY_WORDS.split())
"""What a named thing is called that is a company, whatever else is known of it."""

_CLAUSE = frozenset(_CLAUSE_WORDS.split())
_SAYING = frozenset(_SAYING_WORDS.split())
"""Behind these and those "it" is what the question itself has named before."""

_EASE = (
    "possible impossible legal illegal hard easy difficult safe necessary important common normal "
    "worth better best wise fair wrong right allowed expensive late early time"
).replace(" ", "|")
_EMPTY_IT = re.compile(
    r"\b(?:is|was|be|isn['’]t) it (?:\w+ )?\w+ (?:that|whether|if|when|why|how)\b"
    r"|\bit (?:\w+ )?(?:matters?|takes?|seems?|rains?|turns? out|makes? sense)\b"
    rf"|\bit (?:too |so |still |not )?(?:{_EASE}) (?:for [\w ]+ )?to\b|\bdoes it cost to\b",
    re.IGNORECASE,
)
"""An "it" that stands for nothing: "Is it true that …?"."""


Find = Callable[[str], str | None]


def referred(question: str, history: Sequence[Answer]) -> str:
    """Return a follow-up with what it only points at called by its name.

    A word is left as it is where the question itself says what it stands for, as in "Did Acme say
    that it would sail?", and where nothing before it can be meant.
    """
    filled = _described(question, history)
    filled = _put(filled, _PERSONS, lambda used: _possessive(_person(history, used)))
    filled = _put(filled, _PERSON, lambda used: _person(history, used))
    filled = _put(filled, _OWNER, lambda used: _possessive(_thing(history, used, owner=True)))
    filled = _put(filled, _SEVERAL, lambda used: _several(history, used))
    filled = _put(filled, _THEY, lambda used: _company(history, used))
    filled = _unpointed(filled)
    if not _EMPTY_IT.search(filled):
        filled = _put(filled, _THING, lambda used: _thing(history, used))
    return _put(filled, _POINTED, lambda used: _thing(history, used))


def _unpointed(question: str) -> str:
    """Return a question with "it" for a "that" which is no part of "that deal".

    >>> _unpointed("How much did that cost Acme?"), _unpointed("Does that deal cost Acme money?")
    ('How much did it cost Acme?', 'Does that deal cost Acme money?')
    """
    match = _POINTED_DO.search(question)
    rest = re.findall(r"\b[a-z]+", match["rest"]) if match else []
    verbs = [word for word in rest if is_base(word)]
    if not match or len(verbs) != 1 or not match["rest"].split()[0].startswith(verbs[0]):
        return question
    return f"{question[: match.start('that')]}it{question[match.end('that') :]}"


def _put(question: str, pattern: re.Pattern[str], find: Find) -> str:
    """Put what `find` finds in the place of a pronoun; it is told the rest of the question."""
    match = pattern.search(question)
    if not match or _is_bound(question, match):
        return question
    found = find(question[: match.start()] + question[match.end() :])
    if not found:
        return question
    return question[: match.start()] + found + question[match.end() :]


def _is_bound(question: str, match: re.Match[str]) -> bool:
    """Return whether the question itself says before a pronoun what it stands for."""
    before = question[: match.start()]
    several = any(is_plural(word) for word in before.casefold().split())
    if not (several or find_names(f"to {before}") or re.search(r"\b(?:the|an?) \w+", before)):
        return False
    last = (before.split() or [""])[-1].casefold()
    owned = match.re in {_OWNER, _PERSONS}
    return owned or bool(re.search("[,:;]", before)) or last in _CLAUSE | _SAYING


def _person(history: Sequence[Answer], used: str) -> str | None:
    found = (name for turn in reversed(history) for name in people(turn))
    return next((name for name in found if not _shared(name, used)), None)


def _thing(history: Sequence[Answer], used: str, *, owner: bool = False) -> str | None:
    found = [one for turn in reversed(history) for one in mentions(turn)]
    return _first((one for one in found if not one.plural and not (owner and one.asked)), used)


def _several(history: Sequence[Answer], used: str) -> str | None:
    if pair := parallel(history):
        return " and ".join(pair)
    found = (one for turn in reversed(history) for one in mentions(turn))
    return _first((one for one in found if one.plural), used)


def _company(history: Sequence[Answer], used: str) -> str | None:
    """Return what is called "they" though it is one: "Did they sell it?", of a company."""
    return _first((one for one in mentions(history[-1]) if _is_name(one.text)), used)


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
    phrases = {one.text.casefold() for one in mentioned(question)}
    for match in _DESCRIBED.finditer(question):
        if match.group().casefold() not in phrases:
            continue  # It is part of a longer phrase: "the share price".
        used = question[: match.start()] + question[match.end() :]
        phrase = _first(_whole(match["noun"].casefold(), history), used)
        if phrase and phrase.casefold() not in question.casefold():
            return question[: match.start()] + phrase + question[match.end() :]
    return question


def _whole(noun: str, history: Sequence[Answer]) -> list[Mention]:
    """Return the phrases that a noun with "the" or "that" may be short for."""
    found = [one for turn in reversed(history) for one in mentions(turn)]
    same = [one for one in found if head(one.text) == noun and not one.asked]
    if same:
        return same
    if noun in _COMPANIES:
        return [one for one in found if _is_name(one.text)]
    if noun in {"man", "woman"}:
        return [Mention(name) for turn in reversed(history) for name in people(turn)]
    return []


def _is_name(phrase: str) -> bool:
    return [name.of(f"to {phrase}") for name in find_names(f"to {phrase}")] == [phrase]

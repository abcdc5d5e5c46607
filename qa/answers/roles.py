"""Whose chief executive, mayor or coach? Who holds a role elsewhere is no answer."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from index.models import Span
from index.words import STOP_WORDS
from qa.answers.evidence import names_within
from qa.english.names import find_names
from qa.english.terms import stem, stems
from qa.questions.question import Question
from qa.read import Reading

_CHIEF = {"executive": "ceo", "financial": "cfo", "operating": "coo", "technology": "cto"}
_ROLES = (
    "ceo cfo coo cto president vice-president chairman chairwoman chair founder co-founder owner "
    "boss head director editor publisher chancellor premier governor mayor minister secretary "
    "ambassador senator king queen pope coach manager captain quarterback striker goalkeeper "
    "spokesman spokeswoman spokesperson lawyer attorney analyst economist partner capital"
)
_ROLE = re.compile(
    rf"\b(?:chief ({'|'.join(_CHIEF)})(?: officer)?"
    rf"|(?:prime |head )?({'|'.join(_ROLES.split())}))\b",
    re.IGNORECASE,
)
_ALIKE = {
    "ceo": frozenset(stems("ceo chief boss")),
    "cfo": frozenset(stems("cfo chief")),
    "coo": frozenset(stems("coo chief")),
    "cto": frozenset(stems("cto chief")),
    "boss": frozenset(stems("boss ceo chief coach manager")),
    "coach": frozenset(stems("coach boss manager")),
    "manager": frozenset(stems("manager boss coach")),
}
"""The stems of words that may stand for a role; for the others it is its own."""
_NO_OWNERS = frozenset(stem(word) for word in f"{_ROLES} former current new vice prime".split())
_WORD = r"(?:[A-Z][\w.&-]*\w|[A-Z])"
_NAME = rf"{_WORD}(?: (?:& )?{_WORD})*"
_KIND = (
    r"(?:former|current|new|then|ex|interim|acting|longtime|late|billionaire|founding|head|prime)"
)
_AND = r"(?:[\w-]+(?: officer)? and )?"
_BEFORE = re.compile(rf"(?P<name>{_NAME})(?:['’]s?)? (?:(?i:{_KIND})[ -])?{_AND}$")
_AFTER = re.compile(rf"(?: and [\w-]+)? (?:of|at|for)(?: [a-z][\w-]*){{0,5}} (?P<name>{_NAME})")
_HOLDER = re.compile(rf"{_ROLE.pattern}(?:,|:| is| was| has been)? $", re.IGNORECASE)
"""What stands before the name of somebody who holds a role: "the captain Bo Birk" owns nothing."""
_OF_PLACES = frozenset(
    ["capital", "chair", "head", "king", "partner", "queen", "governor", "owner", "captain"]
)
"""What stands before the names of places, too: "the capital Bonn", "Captain Cook Island"."""

_NAMED_HOLDER = re.compile(rf"(?i:{_ROLE.pattern}),?(?: [A-Z][\w.’'-]+)*,? ?$")
_ASIDE = re.compile(r"\([^()]*\)")  # "Mayor: Bo Birk (Citizens' List)" says of him what he is of.

_WHO = re.compile(
    rf"\b(?i:who)(?:['’]s| is| was| are| were| became)(?: (?i:the|now|currently|{_KIND}))*"
    rf"(?: {_NAME}(?:['’]s?)?)?(?: {_KIND})* (?i:{_ROLE.pattern})"
)


def names_a_role(text: str) -> bool:
    """Return whether a text has the name of a role: "chief executive", "mayor", "coach"."""
    return bool(_ROLE.search(text))


def holds_a_role(text: str) -> bool:
    """Return whether a text ends with the name of a role, or names somebody who holds one.

    >>> [holds_a_role(text) for text in ("Its mayor, ", "chief executive Bo Birk", "the mayor of")]
    [True, True, False]
    """
    found = _NAMED_HOLDER.search(text)
    return found is not None and (found[2] or "").casefold() not in _OF_PLACES


def of_the_role(question: Question, readings: Sequence[Reading]) -> list[Reading]:
    """Leave out readings that do not speak of whose role is asked for; all stay if none is.

    To who the chief executive of Amazon is, a sentence answers that speaks of one, and either of
    Amazon or of nobody but the answer: not "OpenAI chief executive Sam Altman". Of 110 such
    questions made from 609 news articles that answers 95 rightly rather than 92, 13 wrongly rather
    than 18, and of 110 about roles that nobody there holds 10 rather than 24.
    """
    asked = dict(_owners(question.text)) if _WHO.search(question.text) else {}
    return [one for one in readings if not asked or _speaks_of(asked, one)]


def _speaks_of(asked: Mapping[str, frozenset[str]], reading: Reading) -> bool:
    known = names_within(reading.passage.article)
    told, wanted = frozenset(stems(reading.words)), frozenset[str]().union(*asked.values())
    if not any(told & _ALIKE.get(role, {stem(role)}) for role in asked):
        return False
    held = [owner for role, owner in _owners(reading.words, known=known) if role in asked]
    if held and not any(owner & wanted for owner in held):
        return False
    asides = [Span(start=one.start(), end=one.end()) for one in _ASIDE.finditer(reading.words)]
    names = [
        name.of(reading.words)
        for name in find_names(reading.words, known=known)
        if not _HOLDER.search(reading.words, 0, name.start)
        and not any(name.meets(aside) for aside in asides)
    ]
    others = {one for name in names for one in stems(name)} - set(stems(reading.answer))
    return bool(told & wanted) or not others


def _owners(
    text: str, *, known: AbstractSet[str] = frozenset()
) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each role that a sentence gives to a name, and the stems of that name.

    >>> [(role, sorted(name)) for role, name in _owners("An Acme CEO met the mayor of Bonn.")]
    [('ceo', ['acm']), ('mayor', ['bonn'])]

    Args:
        text: A sentence.
        known: Words known to be names; the capital of a first word proves nothing.
    """
    for match in _ROLE.finditer(text):
        role = _CHIEF.get((match[1] or "").casefold()) or match[2].casefold()
        for found in (_BEFORE.search(text, 0, match.start()), _AFTER.match(text, match.end())):
            if found and (owner := _owner(found, known)):
                yield role, owner


def _owner(found: re.Match[str], known: AbstractSet[str]) -> frozenset[str]:
    """Return the stems of a name; none where only the capital of a first word makes it one."""
    first, owner = found["name"].split()[0].casefold(), frozenset(stems(found["name"]))
    opens = not found.start("name") and first not in STOP_WORDS | known
    return frozenset() if opens else owner - _NO_OWNERS

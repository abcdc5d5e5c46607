"""Whose chief executive, mayor or coach? Who holds a role elsewhere is no answer."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from index.words import STOP_WORDS
from qa.evidence import names_within
from qa.question import Question
from qa.read import Reading
from qa.terms import stem, stems

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
_NO_OWNERS = frozenset(stem(word) for word in f"{_ROLES} former current new vice prime".split())
_WORD = r"(?:[A-Z][\w.&-]*\w|[A-Z])"
_NAME = rf"{_WORD}(?: {_WORD})*"
_KIND = (
    r"(?:former|current|new|then|ex|interim|acting|longtime|late|billionaire|founding|head|prime)"
)
_AND = r"(?:[\w-]+(?: officer)? and )?"
_BEFORE = re.compile(rf"(?P<name>{_NAME})(?:['’]s?)? (?:(?i:{_KIND})[ -])?{_AND}$")
_AFTER = re.compile(rf"(?: and [\w-]+)? (?:of|at|for) (?:the )?(?P<name>{_NAME})")


def of_the_role(question: Question, readings: Sequence[Reading]) -> list[Reading]:
    """Leave out readings whose sentence gives the role that is asked about to somebody else's.

    "OpenAI chief executive Sam Altman" does not answer who the chief executive of Amazon is. A
    sentence that does not say whose role it is stays.
    """
    asked = dict(_owners(question.text))
    if not asked:
        return list(readings)
    return [one for one in readings if not _is_elsewhere(asked, one)]


def _is_elsewhere(asked: Mapping[str, frozenset[str]], reading: Reading) -> bool:
    held = list(_owners(reading.words, known=names_within(reading.passage.article)))
    of_it = [owner for role, owner in held if role in asked]
    return bool(of_it) and not any(owner & name for owner in of_it for name in asked.values())


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

"""The words of a question that only point at something: "it", "she", "their", "that", "there"."""

import re

from index.words import STOP_WORDS
from qa.english.grammar import AUXILIARIES
from qa.english.names import find_names
from qa.english.verbs import is_base, is_participle, is_plural

_BE = r"(?:is|are|was|were|be|been|being)"
THING = re.compile(r"\bit\b", re.IGNORECASE)
SEVERAL = re.compile(
    rf"\b(?:they|them|the two(?=\W*$| (?:{_BE}|do|does|did|has|have|will|can)\b))\b", re.IGNORECASE
)
COMPANY = re.compile(r"\bthey\b", re.IGNORECASE)
PERSON = re.compile(r"\b(?:he|she|him)\b|\bher\b(?!\s+\w)", re.IGNORECASE)
OWNER = re.compile(r"\b(?:its|their)\b(?=\s+\w)", re.IGNORECASE)
PERSON_OWNER = re.compile(r"\b(?:his|her)\b(?=\s+\w)", re.IGNORECASE)
PLACE = re.compile(r"(?<!get )(?<!go )(?<!come )(?<!travel )\bthere\b(?=\W*$)", re.IGNORECASE)

_POINTED = re.compile(r"\b(?:this|that|these|those)\b(?=\W*$|\s+(?:is|was|mean)\b)", re.IGNORECASE)
_POINTED_BEFORE_VERB = re.compile(
    r"(?:(?<=\bdid )|(?<=\bdoes )|(?<=\bwill )|(?<=\bwould ))(?:that|this)\b(?=(?P<rest> .*))",
    re.IGNORECASE,
)

_CLAUSE_WORDS = """
that what why whether if when how because before after while as than where who and but
"""
_SAYING_WORDS = "say says said think thinks thought believe believes claim expect know"
_BEHIND = frozenset(_CLAUSE_WORDS.split()) | frozenset(_SAYING_WORDS.split())
"""What a pronoun stands behind that is explained by the question itself."""

_EASE = (
    "possible impossible legal illegal hard easy difficult safe necessary important common normal "
    "worth better best wise fair wrong right allowed expensive late early time"
).replace(" ", "|")
EMPTY_IT = re.compile(
    rf"\b(?:{_BE}|isn['’]t) it (?:\w+ )?\w+ (?:that|whether|if|when|why|how)\b"
    r"|\bit (?:\w+ )?(?:matters?|takes?|seems?|rains?|turns? out|makes? sense)\b"
    rf"|\b(?:{_BE}|isn['’]t|wasn['’]t) it "
    r"(?:(?-i:[A-Z])[^,?]{1,60}|[^,?]{1,60} or [^,?]{1,60}) (?:who|that|which)\b"
    rf"|\bit (?:too |so |still |not )?(?:{_EASE}) (?:for [\w ]+ )?to\b|\bdoes it cost to\b",
    re.IGNORECASE,
)
"""An "it" that stands for nothing: "Is it true that …?", "Was it Ash who …?"."""


def pointed(question: str) -> re.Match[str] | None:
    """Return a "that" which is no part of "that deal".

    >>> pointed("How much did that cost Acme?").start(), pointed("Does that deal cost much?")
    (13, None)
    """
    if match := _POINTED.search(question):
        return match
    match = _POINTED_BEFORE_VERB.search(question)
    rest = re.findall(r"\b[a-z]+", match["rest"]) if match else []
    verbs = [word for word in rest if is_base(word)]
    return match if len(verbs) == 1 and rest[0] == verbs[0] else None


def is_bound(question: str, match: re.Match[str]) -> bool:
    """Return whether a question itself says before a pronoun what it stands for.

    >>> question = "Did Acme say that it would sail?"
    >>> is_bound(question, THING.search(question))
    True
    """
    before = question[: match.start()]
    plain = [word for word in before.casefold().split() if word not in STOP_WORDS]
    named = find_names(f"to {before}") or re.search(r"\b(?:the|an?) \w+", before)
    if not named and not any(is_plural(word) for word in plain):
        return False
    last = (before.split() or [""])[-1].casefold()
    owned = match.re in {OWNER, PERSON_OWNER}
    return owned or bool(re.search("[,:;]", before)) or last in _BEHIND


def is_acted_on(question: str, match: re.Match[str]) -> bool:
    """Return whether something is done to what a pronoun stands for: "own it", "was it sold".

    >>> asked = ("Who owns it?", "Who died in it?", "Was it sold?", "Has it sold?")
    >>> [is_acted_on(question, THING.search(question)) for question in asked]
    [True, True, True, False]
    """
    before, after = question[: match.start()].split(), question[match.end() :].split()
    passive = re.search(rf"\b{_BE}\b", question, re.IGNORECASE) and any(
        is_participle(word.strip("?.,!")) and not word.strip("?.,!").endswith("ing")
        for word in after
    )
    if passive:
        return True
    return bool(before) and not re.fullmatch(rf"(?:{AUXILIARIES})(?:n['’]t)?", before[-1], re.I)

"""A follow-up's "it", "she" or "that deal" -> what the turns before it call by its name."""

import re
from collections.abc import Callable, Iterable, Sequence

from index.words import STOP_WORDS, words
from qa.english.names import find_names
from qa.followups import pronouns
from qa.followups.mentions import Mention, head, mentioned, mentions, people, place
from qa.models import Answer

_DESCRIBED = re.compile(r"\b(?:the|that|this) (?P<noun>[a-z]+)\b")
_COMPANIES = frozenset(
    ["company", "firm", "startup", "business", "group", "corporation", "maker", "giant"]
)
"""What a named thing is called that is a company, whatever else is known of it."""

_ACTED_ON = {"subject": 1, "part": 2}
"""In which order a thing may be what is acted on: an object, a subject, a part of a phrase."""

Find = Callable[[str], str | None]
"""What finds what is meant, told the rest of the question: what is named there is not meant."""


def referred(question: str, history: Sequence[Answer]) -> str:
    """Return a follow-up with what it only points at called by its name.

    A word is left as it is where the question itself says what it stands for, as in "Did Acme say
    that it would sail?", and where nothing before it can be meant.
    """
    filled = _described(question, history)
    for pattern, find in (
        (pronouns.PERSON_OWNER, lambda used: _possessive(_person(history, used))),
        (pronouns.PERSON, lambda used: _person(history, used)),
        (pronouns.OWNER, lambda used: _possessive(_owner(history, used))),
        (pronouns.SEVERAL, lambda used: _several(history, used)),
        (pronouns.COMPANY, lambda used: _company(history, used)),
        (pronouns.PLACE, lambda _: place(history[-1])),
    ):
        filled = _put(filled, pattern.search(filled), find)
    it = None if pronouns.EMPTY_IT.search(filled) else pronouns.THING.search(filled)
    if it:
        acted_on = pronouns.is_acted_on(filled, it)
        filled = _put(filled, it, lambda used: _thing(history, used, acted_on=acted_on))
    return _put(filled, pronouns.pointed(filled), lambda used: _matter(history, used))


def _put(question: str, match: re.Match[str] | None, find: Find) -> str:
    """Put what is found in the place of a pronoun."""
    if not match or pronouns.is_bound(question, match):
        return question
    found = find(question[: match.start()] + question[match.end() :])
    return question[: match.start()] + found + question[match.end() :] if found else question


def _person(history: Sequence[Answer], used: str) -> str | None:
    found = (name for turn in reversed(history) for name in people(turn))
    return next((name for name in found if not _shared(name, used)), None)


def _thing(history: Sequence[Answer], used: str, *, acted_on: bool) -> str | None:
    """Return what "it" is: of what is acted on, rather what was acted on before."""
    found = []
    for turn in reversed(history):
        of_turn = [one for one in mentions(turn) if not one.plural]
        found += sorted(of_turn, key=lambda one: acted_on and _ACTED_ON.get(one.role, 0))
    return _first(found, used)


def _owner(history: Sequence[Answer], used: str) -> str | None:
    found = (one for turn in reversed(history) for one in mentions(turn))
    return _first((one for one in found if not one.plural and one.role != "asked"), used)


def _matter(history: Sequence[Answer], used: str) -> str | None:
    """Return what "that" is: what was done before, and so nobody who did it."""
    found = mentions(history[-1])
    return _first(
        (one for one in found if not (one.plural or _is_name(one.text.removeprefix("the ")))), used
    )


def _several(history: Sequence[Answer], used: str) -> str | None:
    if pair := _parallel(history):
        return " and ".join(pair)
    found = (one for turn in reversed(history) for one in mentions(turn))
    return _first((one for one in found if one.plural), used)


def _company(history: Sequence[Answer], used: str) -> str | None:
    """Return what is called "they" though it is one: "Did they sell it?", of a company."""
    found = mentions(history[-1])
    return _first((one for one in found if one.role == "subject" and _is_name(one.text)), used)


def _parallel(history: Sequence[Answer]) -> tuple[str, str] | None:
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
    same = [one for one in found if head(one.text) == noun and one.role != "asked"]
    if same:
        return same
    if noun in _COMPANIES:
        return [one for one in found if _is_name(one.text)]
    if noun in {"man", "woman"}:
        return [Mention(name) for turn in reversed(history) for name in people(turn)]
    return []


def _is_name(phrase: str) -> bool:
    return [name.of(f"to {phrase}") for name in find_names(f"to {phrase}")] == [phrase]

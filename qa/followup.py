"""A follow-up and the turns before it -> a question that stands alone.

By rule: what the follow-up leaves out is taken from the question before it, and what it calls "it"
is the longest phrase of that question that the cited sources use too.
"""

import re
from collections.abc import Sequence

from index.words import STOP_WORDS, words
from qa.models import Answer
from qa.names import find_names

_AUXILIARY = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might)"
_ASKING = (
    r"(?:(?:since|until|till|by|from|to|for|with|in|at|on|of|about) )?"
    r"(?:how (?:much|many|long|often|far|old|big|high)(?: \w+)??|what (?:year|date|percentage|for)"
    r"|(?:which|what) \w+|who(?:m|se)?|when|where|why|how|what|which)"
)
_OPENING = re.compile(r"^(?:and|but|so|then|also|ok(?:ay)?|well)\b[,\s]*", re.IGNORECASE)
_ASKED = re.compile(rf"(?P<asking>{_ASKING}) (?P<rest>{_AUXILIARY}\b.*)", re.IGNORECASE)
_YES_NO = re.compile(rf"(?P<rest>{_AUXILIARY}\b.*)", re.IGNORECASE)
_ONLY_ASKING = re.compile(rf"(?P<asking>{_ASKING})(?: then| exactly| else)?", re.IGNORECASE)
_WHAT_ABOUT = re.compile(
    r"(?:and|but|or|(?:and |but )?(?:what|how) about) (?P<thing>\w+(?: \w+){0,3})", re.IGNORECASE
)
_VERB = re.compile(rf"\b(?:{_AUXILIARY}|{_ASKING})\b", re.IGNORECASE)
_IT = re.compile(
    r"\b(?:it|they|them)\b|\b(?:this|that|these|those)\b(?=\W*$|\s+(?:is|was|mean))",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(?:he|she|him)\b", re.IGNORECASE)
_OWNED = re.compile(r"\b(?:its|their|his)\b(?=\s+\w)", re.IGNORECASE)
LONGEST_FOLLOW_UP = 25  # words; who writes more leaves nothing out
LONGEST_PHRASE = 5  # words; a longer thing is called something shorter the second time


def stand_alone(question: str, history: Sequence[Answer]) -> str:
    """Return `question` with what it leaves to the turns before it filled in.

    A question that says all by itself is returned as it is, and so is one that nothing helps.
    """
    if not history or len(question.split()) > LONGEST_FOLLOW_UP:
        return question
    before = history[-1]
    bare = _OPENING.sub("", question).rstrip(" ?!.")
    if match := _ONLY_ASKING.fullmatch(bare):
        return _asked_again(match["asking"], before.question.rstrip(" ?!."))
    if (match := _WHAT_ABOUT.fullmatch(question.rstrip(" ?!."))) and not _VERB.search(
        match["thing"]
    ):
        return _about(match["thing"], before.question)
    return _filled_in(question, bare, before)


def _asked_again(asking: str, before: str) -> str:
    """Ask the question before with another question word: "Since when?"."""
    asking = asking[0].upper() + asking[1:]
    if match := _ASKED.fullmatch(before) or _YES_NO.fullmatch(before):
        rest = match["rest"]
        return f"{asking} {rest[0].lower()}{rest[1:]}?"
    return f"{asking}? {before}?"


def _about(thing: str, before: str) -> str:
    """Ask the question before about another thing: "And Amazon?"."""
    names = find_names(before)
    if not names:
        return f"{before.rstrip(' ?!.')}, {thing}?"
    opening = re.sub(r"\bthe $", "", before[: names[0].start], flags=re.IGNORECASE)
    return opening + thing + before[names[0].end :]


def _filled_in(question: str, bare: str, before: Answer) -> str:
    """Put the thing or person that the turn before was about in the place of "it" or "she"."""
    filled = bare
    if thing := _thing(before):
        filled = _IT.sub(thing, _OWNED.sub(_possessive(thing), filled))
    if person := _person(before):
        filled = _PERSON.sub(person, filled)
    return question if filled == bare else f"{filled[0].upper()}{filled[1:]}?"


def _possessive(thing: str) -> str:
    return f"{thing}’" if thing.endswith("s") else f"{thing}’s"


def _thing(before: Answer) -> str | None:
    """Return the longest phrase of the question before that the cited sources use too."""
    match = _ASKED.fullmatch(before.question.rstrip(" ?!.")) or _YES_NO.fullmatch(before.question)
    asked = re.findall(r"\w[\w'’-]*", match["rest"] if match else before.question)
    quoted = f" {' '.join(words(' '.join(c.quote for c in before.citations)))} "
    for length in range(min(LONGEST_PHRASE, len(asked)), 0, -1):
        for start in range(len(asked) - length + 1):
            phrase = asked[start : start + length]
            if _is_thing(phrase) and f" {' '.join(words(' '.join(phrase)))} " in quoted:
                article = start and asked[start - 1].casefold() in {"the", "this", "that"}
                return ("the " if article else "") + " ".join(phrase)
    names = find_names(before.question)
    return names[0].of(before.question) if names else None


def _is_thing(phrase: Sequence[str]) -> bool:
    """Return whether a phrase may be a thing: several content words, or one that is a name."""
    plain = [word.casefold() for word in phrase]
    if plain[0] in STOP_WORDS or plain[-1] in STOP_WORDS:
        return False
    return len(phrase) > 1 or phrase[0][0].isupper()


def _person(before: Answer) -> str | None:
    """Return the person that the turn before was about: asked for, or answered with."""
    for text in (before.headline or "", before.question):
        for name in find_names(f"to {text}"):
            if len(name.of(f"to {text}").split()) > 1:
                return name.of(f"to {text}")
    return None

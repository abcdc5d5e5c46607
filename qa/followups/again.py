"""The question before, asked another way: "Since when?", "Who says so?", "Always?"."""

import re
from collections.abc import Sequence

from qa.english.grammar import DO, HAVE, MODALS
from qa.followups.asking import Asking, asked, taken_apart
from qa.models import Answer
from qa.questions.statement import stated, statement

_ASKING = (
    r"(?:(?:since|until|till|by|from|to|for|with|in|at|on|of|about) )?"
    r"(?:how (?:much|many|long|often|far|old|big|high)(?: \w+)??|what (?:year|date|percentage|for)"
    r"|how come|why (?:is|was) (?:that|this|it)|(?:which|what) \w+|who(?:m|se)?|when|where|why|how)"
)
_ONLY_ASKING = re.compile(
    rf"(?P<asking>{_ASKING})(?P<denied> not)?(?: then| exactly| else| so)?", re.IGNORECASE
)
_WHY = re.compile(r"what for|how come|why (?:is|was) (?:that|this|it)", re.IGNORECASE)
_OF_SOME = re.compile(r"(?P<asks>how many|how much|which|what) (?P<what>\w+)", re.IGNORECASE)
_OF_THEM = re.compile(r"(?P<asks>how many|which) of (?:them|these|those)", re.IGNORECASE)
_WHO_SAID = re.compile(
    r"who (?P<said>said|says|claims|claimed|reports|reported|wrote|writes|thinks)"
    r"(?: so| that| this| it)?"
    r"|(?P<says>says) who|according to who(?:m)?",
    re.IGNORECASE,
)
_ADVERB = re.compile(r"always|still|ever|never|already|only|again|\w{3,}ly", re.IGNORECASE)
LONGEST_SUBJECT = 5  # words of an answer that may be the subject of the next question


def asked_again(bare: str, history: Sequence[Answer]) -> str | None:
    """Return the question before, asked as a follow-up wants it; None if it wants none of this.

    Args:
        bare: The follow-up without an opening "and" and without marks at its end.
        history: The turns before, oldest first; one or more.
    """
    before = history[-1]
    if match := _WHO_SAID.fullmatch(bare):
        return _who_said(match, before)
    parts = taken_apart(before.question)
    if (match := _OF_THEM.fullmatch(bare)) and parts and parts.what and parts.subject:
        rest = (match["asks"], parts.what, parts.auxiliary, parts.subject, parts.said)
        return asked(" ".join(part for part in rest if part))
    if match := _ONLY_ASKING.fullmatch(bare):
        return _with_word(match, parts, before)
    if not parts:
        return None
    if _ADVERB.fullmatch(bare) and not parts.asks:
        return asked(f"{parts.auxiliary} {parts.subject} {bare.casefold()} {parts.said}")
    return _without_verb(bare, parts)


def _with_word(match: re.Match[str], parts: Asking | None, before: Answer) -> str:
    """Ask with another question word: "Since when?"."""
    asks = "why" if _WHY.fullmatch(match["asking"]) else match["asking"].casefold()
    plain = before.question.rstrip(" ?!.")
    if not parts:
        return f"{asks[0].upper()}{asks[1:]}? {plain}?"
    some = _OF_SOME.fullmatch(asks)
    if some and some["asks"] == parts.asks and parts.what:
        rest = (asks, parts.auxiliary, parts.subject, parts.said)
        return asked(" ".join(part for part in rest if part))
    if (some and not parts.of_subject) or asks == "who":
        return f"{asked(asks)} {plain}?"
    if match["denied"]:
        parts = parts._replace(said=f"not {parts.said}")
    if not parts.of_subject:
        return parts.asked_with(asks)
    subject = _answered_with(parts, before.headline)
    return parts.asked_with(asks, subject=subject) if subject else f"{asked(asks)} {plain}?"


def _answered_with(parts: Asking, headline: str | None) -> str:
    """Return a subject in place of the one that was asked for."""
    if parts.what:
        return f"the {parts.what}" if parts.asks in {"which", "what"} else parts.what
    return headline if headline and len(headline.split()) <= LONGEST_SUBJECT else ""


def _without_verb(bare: str, parts: Asking) -> str | None:
    """Ask with the verb of the question before: "And how much did Bolt?"."""
    short = taken_apart(bare)
    if not short or short.said or not short.subject or short.auxiliary not in DO | HAVE | MODALS:
        return None
    if not parts.said or parts.of_subject:
        return None
    auxiliary = short.auxiliary if short.auxiliary in DO | MODALS else parts.auxiliary
    if parts.auxiliary not in DO | MODALS:
        auxiliary = parts.auxiliary
    rest = (short.asks or parts.asks, parts.what, auxiliary, short.subject, parts.said)
    return asked(" ".join(part for part in rest if part))


def _who_said(match: re.Match[str], before: Answer) -> str:
    said = match["said"] or match["says"] or "says"
    told = statement(before.question)
    parts = taken_apart(before.question)
    if not told and before.headline and parts and (parts.auxiliary or parts.asks == "who"):
        told = stated(before.question, before.headline)
    if not told:
        return f"Who {said} so? {before.question}"
    first = told.split()[0]
    given = f" {(before.headline or '')}" + before.question[1:]
    if first[1:].islower() and f" {first}" not in given:
        told = told[0].lower() + told[1:]
    return asked(f"who {said} that {told.rstrip('.')}")

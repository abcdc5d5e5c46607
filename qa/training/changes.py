"""Answerable questions -> questions that their passage does not answer, though it nearly does.

What is changed is what people get wrong: a name, a year, a number, the relation, the kind of
thing asked for. Where a change could be told from its traces alone, the answerable examples are
changed in the same way, so that only the meaning tells.
"""

import random
import re
from collections.abc import Sequence

from index.models import Span
from qa.english.names import find_names
from qa.english.opposites import OPPOSITES
from qa.training.examples import Asked

_NUMBER = re.compile(r"(?<![\w.,$£€-])\d[\d,.]*\d|\b\d\b")
_WORD = re.compile(r"[A-Za-z]+")
_AUXILIARY = re.compile(
    r"\b(is|are|was|were|did|does|do|has|have|had|can|could|will|would|should)\b"
)
_WHEN = re.compile(r"^(?:In (?:what|which) (?:year|month)|(?:What|Which) year|When)\b", re.I)
_HOW_MANY = re.compile(r"^How (?:many \w+|much \w+|many|much)\b", re.I)
_WHO = re.compile(r"^(?:Who|Whom)\b")
_TEMPORAL = re.compile(
    r"\d|\b(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december|century|day|week|month|year|today|yesterday|when|before|after|during|while)\b",
    re.I,
)
_COUNTED = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million"
    r"|billion|half|twice|several|many|most|few|both|percent)\b",
    re.I,
)


def things(text: str) -> list[str]:
    """Return the names and numbers of a text, in order."""
    found = [name.of(text) for name in find_names(text) if "." not in name.of(text)]
    return found + [match.group() for match in _NUMBER.finditer(text)]


def with_another_name(asked: Asked, pool: Sequence[str], rng: random.Random) -> Asked | None:
    """Ask about another name or number than the passage speaks of.

    One from the same passage if there is one: those are the ones that people mix up.
    """
    mine = things(asked.question)
    if not mine:
        return None
    old = rng.choice(mine)
    near = [t for t in things(asked.passage) if _could_stand_for(t, old, asked)]
    far = [t for t in pool if _could_stand_for(t, old, asked)]
    choices = near if near and (not far or rng.random() < 0.7) else far
    if not choices:
        return None
    question = _replaced(asked.question, old, rng.choice(choices))
    return asked._replace(question=question, answer=None, kind="other name")


def with_passage_of_another(asked: Asked, pool: Sequence[str], rng: random.Random) -> Asked | None:
    """Put another name or number into the passage, where the question has one of its own."""
    return _renamed(asked, pool, rng, both=False)


def renamed_throughout(asked: Asked, pool: Sequence[str], rng: random.Random) -> Asked | None:
    """Put another name into question and passage alike: the answer stays one."""
    return _renamed(asked, pool, rng, both=True)


def _renamed(asked: Asked, pool: Sequence[str], rng: random.Random, *, both: bool) -> Asked | None:
    answer = asked.answer
    assert answer is not None
    mine = [t for t in things(asked.question) if t in asked.passage]
    mine = [t for t in mine if not (set(t.split()) & set(answer.of(asked.passage).split()))]
    if not mine:
        return None
    old = rng.choice(mine)
    new = [t for t in pool if _could_stand_for(t, old, asked) and t not in asked.passage]
    if not new:
        return None
    name = rng.choice(new)
    before = _replaced(asked.passage[: answer.start], old, name)
    after = _replaced(asked.passage[answer.end :], old, name)
    said = answer.of(asked.passage)
    moved = asked._replace(passage=before + said + after, title=asked.title if both else "")
    if not both:
        return moved._replace(answer=None, kind="other passage")
    return moved._replace(
        question=_replaced(asked.question, old, name),
        title="",
        answer=Span(start=len(before), end=len(before) + len(said)),
        kind="renamed",
    )


def with_the_opposite(asked: Asked, rng: random.Random) -> Asked | None:
    """Ask for the opposite relation: "first" for "last", "before" for "after"."""
    words = [m for m in _WORD.finditer(asked.question) if m.group().casefold() in OPPOSITES]
    if not words:
        return None
    match = rng.choice(words)
    new = rng.choice(OPPOSITES[match.group().casefold()])
    new = new.capitalize() if match.group()[0].isupper() else new
    if re.search(rf"\b{new}\b", asked.passage, re.I):
        return None  # It may speak of that too.
    question = asked.question[: match.start()] + new + asked.question[match.end() :]
    return asked._replace(question=question, answer=None, kind="opposite")


def denied(asked: Asked, rng: random.Random) -> Asked | None:
    """Ask for what is not so."""
    match = _AUXILIARY.search(asked.question)
    if not match or re.search(r"\bnot\b|n't|\bnever\b", asked.question):
        return None
    word = rng.choice(["not", "not", "never"])
    before, after = asked.question[: match.end()], asked.question[match.end() :]
    if match.group() in {"did", "does", "do"}:  # "did the firm not buy": the subject goes before.
        subject = re.match(r"\s+(?:the\s+|a\s+)?[\w'’-]+(?:\s+[A-Z][\w'’-]*)*", after)
        if subject:
            before, after = before + subject.group(), after[subject.end() :]
    return asked._replace(question=f"{before} {word}{after}", answer=None, kind="denied")


def asking_for_another_kind(asked: Asked, rng: random.Random) -> Asked | None:
    """Ask when, where no time is said, and how many, where nothing is counted."""
    passage = asked.passage
    options = []
    if not _TEMPORAL.search(passage):
        options += ["When", "In what year", "On what date"]
    if not _COUNTED.search(passage):
        options += ["How many people"] if _WHO.match(asked.question) else []
    opening = next((m for p in (_WHEN, _HOW_MANY, _WHO) if (m := p.match(asked.question))), None)
    if not options or not opening:
        return None
    question = rng.choice(options) + asked.question[opening.end() :]
    return asked._replace(question=question, answer=None, kind="other kind")


def without_the_sentence(asked: Asked, sentences: Sequence[Span]) -> Asked | None:
    """Take the sentence with the answer out of the passage, if nothing else holds the answer."""
    answer = asked.answer
    assert answer is not None
    cut = [s for s in sentences if s.meets(answer)]
    if not cut or len(cut) == len(sentences):
        return None
    rest = asked.passage[: cut[0].start] + asked.passage[cut[-1].end :].lstrip()
    if answer.of(asked.passage).casefold() in rest.casefold():
        return None
    return asked._replace(passage=rest, answer=None, kind="sentence gone")


def _could_stand_for(new: str, old: str, asked: Asked) -> bool:
    """Return whether a name or number has the shape of another, and shares no word with it."""
    shapes = [bool(_NUMBER.fullmatch(t)) for t in (new, old)]
    if shapes[0] != shapes[1]:
        return False
    if shapes[0] and len(new) != len(old):
        return False
    words = set(new.casefold().split())
    return words.isdisjoint(old.casefold().split()) and new not in asked.question


def _replaced(text: str, old: str, new: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", new.replace("\\", ""), text)

"""Claims with their evidence -> questions: "Rondo plays for Dallas" -> "Who plays for Dallas?".

A claim that the evidence supports gives a question that it answers. A claim that it denies, or
does not speak of, gives one that it does not answer although the answer seems to stand there.
"""

import random
import re
from collections.abc import Iterable

from index.models import Span
from qa.datasets.pairs import LABELS, Pair
from qa.english.names import find_names
from qa.training.examples import Asked

SOURCES = ("vitaminc", "fever", "conjnli", "healthver")  # Those whose pairs are facts.

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_NUMBER = re.compile(r"(?<![\w.,-])\d[\d,.]*\d|\b\d\b")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DATE = re.compile(rf"\b(?:\d{{1,2}} )?{_MONTH}(?: \d{{1,2}})?,? \d{{4}}\b")
_COPULA = re.compile(r"^\s+(?:is|was|are|were|has|had|will|won|[a-z]+(?:ed|es|s))\b")


def questions(pairs: Iterable[Pair], rng: random.Random) -> list[Asked]:
    """Return a question for each pair whose claim has a value that its evidence has too."""
    facts = (pair for pair in pairs if pair.source.startswith(SOURCES))
    return [asked for pair in facts if (asked := _question(pair, rng))]


def _question(pair: Pair, rng: random.Random) -> Asked | None:
    claim, evidence = pair.hypothesis.rstrip(" ."), pair.premise
    options = [span for span in _values(claim) if _place(span.of(claim), evidence)]
    options = [span for span in options if span.end - span.start < len(claim) / 2]
    if not options:
        return None
    span = rng.choice(options)
    place = _place(span.of(claim), evidence)
    supported = LABELS[pair.label] == "entailment"
    return Asked(
        question=_asked(claim, span, rng),
        title=pair.title,
        passage=evidence,
        answer=place if supported else None,
        kind="claim" if supported else f"claim, {LABELS[pair.label]}",
    )


def _values(claim: str) -> list[Span]:
    """Return dates, years, numbers and names of a claim."""
    dates = [Span(start=m.start(), end=m.end()) for m in _DATE.finditer(claim)]
    others = [Span(start=m.start(), end=m.end()) for m in _NUMBER.finditer(claim)]
    first = re.match(r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*", claim)
    names = find_names(claim, known={first.group().split()[0].casefold()} if first else set())
    free = [s for s in [*others, *names] if not any(s.meets(d) for d in dates)]
    return dates + free


def _place(value: str, evidence: str) -> Span | None:
    match = re.search(rf"(?<![\w.,-]){re.escape(value)}(?![.,]?\w)", evidence)
    return Span(start=match.start(), end=match.end()) if match else None


def _asked(claim: str, span: Span, rng: random.Random) -> str:
    """Return the claim with a word that asks in the place of its value."""
    value, before, after = span.of(claim), claim[: span.start], claim[span.end :]
    if _DATE.fullmatch(value):
        return _in_place(re.sub(r"\bon $", "", before), rng.choice(["when", "on what date"]), after)
    if _YEAR.fullmatch(value):
        if before.endswith("in "):
            options = [(before[:-3], "when"), (before, "what year")]
            start, word = rng.choice(options)
            return _in_place(start, word, after)
        return _in_place(before, "which year", after)
    if _NUMBER.fullmatch(value):
        if re.match(r" ?(?:%|percent|per cent)", after):
            return _in_place(before, "what", after)
        return _in_place(before, "how many" if re.match(r" [a-z]", after) else "what number", after)
    word = rng.choice(["who", "what"]) if not before else rng.choice(["what", "whom", "which"])
    if not before and not _COPULA.match(after):
        word = "which"
    return _in_place(before, word, after)


def _in_place(before: str, word: str, after: str) -> str:
    text = " ".join(f"{before}{word}{after}".split())
    return text[0].upper() + text[1:] + "?"

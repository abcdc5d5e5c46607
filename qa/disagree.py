"""Positions -> what they disagree on, and how, as far as values, dates and words of change tell.

The gates come first: only values of one kind and unit are compared, and only sentences that share
what the question is about. In doubt nothing is raised: a false alarm costs trust.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from index.models import Passage, Span
from qa.change import continuity_words, presumes_change, stance, without_change
from qa.evidence import sentences_of
from qa.models import KINDS, Disagreement, Kind
from qa.positions import Held, relation
from qa.question import Question
from qa.read import Reading
from qa.terms import akin, stems

ON_SUBJECT = 0.75  # Share of the question's subject a sentence must name to object to it.
FIRM = 0.6  # Share of the question's words that are no names, for a side of a disagreement.
SURE = 0.7  # A reading as probable as this is on the subject in other words: "died", "killed".
FEWEST_TERMS = 2  # A subject of one word is too little to tell that two sentences share it.

_REVISION = re.compile(
    r"\b(?:now|revised|updated|corrected|raised|lowered|cut|extended|delayed|postponed|rose|risen|"
    r"climbed|grew|increased|up from|down from|brought forward)\b",
    re.IGNORECASE,
)
_FORECAST = re.compile(
    r"\b(?:expects?|expected|forecasts?|predicts?|predicted|projects|projected|estimates? that|"
    r"believes?|thinks?|argues?|could|might|may)\b",
    re.IGNORECASE,
)


def objections(
    question: Question, passages: Sequence[Passage], *, answered: frozenset[str]
) -> list[Reading]:
    """Return what other articles say against a change that the question takes for granted.

    "When does the fee end?" is not answered by "The fee is unaffected", but is denied by it.

    Args:
        question: What was asked.
        passages: What was read.
        answered: The ids of the articles that answer; they do not object.
    """
    subject = _subject(question)
    if not _presumes_change(question) or len(subject) < FEWEST_TERMS:
        return []
    found: dict[str, Reading] = {}
    for passage in passages:
        for sentence in sentences_of(passage):
            share = len(sentence.terms & subject) / len(subject)
            if share < ON_SUBJECT or stance(sentence.text) != "continuity":
                continue
            reading = _objection(passage, sentence.span, sentence.text, share)
            if passage.article.id not in answered and reading:
                found.setdefault(passage.article.id, reading)
    return list(found.values())


@lru_cache(maxsize=64)
def _subject(question: Question) -> frozenset[str]:
    """Return what a question is about without its words of change: the fee, not that it ends."""
    changing = set(stems(question.text)) - set(stems(without_change(question.text)))
    return question.terms - changing


@lru_cache(maxsize=64)
def _presumes_change(question: Question) -> bool:
    return presumes_change(question.text)


def disagreements(question: Question, held: Sequence[Held]) -> tuple[Disagreement, ...]:
    """Return what the positions disagree on, the gravest kind first."""
    pairs: dict[Kind, set[int]] = {}
    for a, b in combinations(range(len(held)), 2):
        if kind := _kind(question, held[a], held[b]):
            pairs.setdefault(kind, set()).update((a, b))
    return tuple(_described(question, pairs, held))


def _described(
    question: Question, pairs: dict[Kind, set[int]], held: Sequence[Held]
) -> Iterator[Disagreement]:
    for kind in KINDS:
        if sides := sorted(pairs.get(kind, ())):
            answers = ", or ".join(held[side].position.answer for side in sides)
            yield Disagreement(
                kind=kind,
                about=f"{question.text} {answers}",
                sides=tuple(held[side].position for side in sides),
            )


def _kind(question: Question, a: Held, b: Held) -> Kind | None:
    """Return how two positions differ; None when they do not, or nothing can tell."""
    answers = {a.position.answer, b.position.answer}
    opposed = question.kinds[0] == "yes_no" and answers == {"yes", "no"}
    if _is_change_against_continuity(question, a, b, opposed=opposed):
        return "superseded"
    if opposed:
        return "contradiction"
    if a.value is None or b.value is None or not all(_is_firm(question, one) for one in (a, b)):
        return None
    related = relation(a.value, b.value)
    if related == "different" and _FORECAST.search(a.sentence) and _FORECAST.search(b.sentence):
        return "opinion"
    if related == "different":
        return "superseded" if _is_revised(a, b) else "contradiction"
    return "estimate" if related == "compatible" else None


def _is_change_against_continuity(question: Question, a: Held, b: Held, *, opposed: bool) -> bool:
    """Return whether one side says that it changed, and the other that it stays as it was."""
    stances = [stance(side.sentence) for side in (a, b)]
    if _presumes_change(question):
        stances = [one or "change" for one in stances]
    if set(stances) != {"change", "continuity"}:
        return False
    subject = _subject(question)
    shares = [len(subject & set(stems(side.sentence))) for side in (a, b)]
    return opposed or (len(subject) >= FEWEST_TERMS and min(shares) >= ON_SUBJECT * len(subject))


def _is_firm(question: Question, held: Held) -> bool:
    """Return whether a position may be set against another: surely on the subject, and named.

    A date that is only pointed at ("today") is as old as its article, and those are often undated.
    """
    attribute = question.terms - question.names
    on_subject = len(akin(attribute, stems(held.sentence))) >= FIRM * len(attribute)
    value = held.value
    named = value is not None and (value.kind != "date" or any(c.isdigit() for c in value.text))
    sure = on_subject or held.readings[0].probability >= SURE
    return question.wants_value and sure and named


def _is_revised(a: Held, b: Held) -> bool:
    """Return whether the later of two dated sides states a newer value of the same thing."""
    days = [side.readings[0].passage.article.published for side in (a, b)]
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return False
    later = b if days[1] > days[0] else a
    return bool(_REVISION.search(later.sentence)) or stance(later.sentence) == "change"


def _objection(passage: Passage, sentence: Span, text: str, share: float) -> Reading | None:
    words = continuity_words(text)
    if words is None:
        return None
    return Reading(
        passage=passage,
        answer=words.of(text),
        span=Span(start=sentence.start + words.start, end=sentence.start + words.end),
        sentence=sentence,
        probability=share,
    )

"""What an article says against a change that a question takes for granted."""

from collections.abc import Sequence
from functools import lru_cache

from index.models import Passage, Span
from qa.english.terms import stems
from qa.questions.question import Question
from qa.read import Reading
from qa.telling.change import continuity_words, presumes_change, stance, without_change
from qa.telling.sentences import sentences_of

ON_SUBJECT = 0.75  # Share of the question's subject a sentence must name to object to it.
FEWEST_TERMS = 2  # A subject of one word is too little to tell that two sentences share it.


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
    subject = subject_of(question)
    if not takes_change_for_granted(question) or len(subject) < FEWEST_TERMS:
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
def subject_of(question: Question) -> frozenset[str]:
    """Return what a question is about without its words of change: the fee, not that it ends."""
    changing = set(stems(question.text)) - set(stems(without_change(question.text)))
    return question.terms - changing


@lru_cache(maxsize=64)
def takes_change_for_granted(question: Question) -> bool:
    """Return whether a question takes for granted that something changed or will."""
    return presumes_change(question.text)


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

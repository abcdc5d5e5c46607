"""Whether a passage speaks of whom the question names."""

from collections.abc import Sequence

from index.models import Passage
from qa.answers.evidence import held_terms
from qa.english.terms import stems
from qa.questions.question import Question
from qa.read import Reading

ENOUGH = 0.5  # As many names as the best has cost 3 of 77 right warnings on RAMDocs; half, none.
WEAK = 0.25  # Probability from which a reading may be the best.


def held_in(question: Question, passage: Passage) -> frozenset[str]:
    """Return the question's terms that a passage, its heading or its title holds."""
    told = f"{passage.article.title}\n{passage.heading or ''}\n{passage.text}"
    return held_terms(question, told, frozenset(stems(told)))


def share(wanted: frozenset[str], held: frozenset[str]) -> float:
    """Return the share of what is wanted that is held; 1 if nothing is wanted.

    >>> share(frozenset({"bolt", "bonn"}), frozenset({"bonn", "june"}))
    0.5
    """
    return len(wanted & held) / len(wanted) if wanted else 1.0


def share_of_names(question: Question, passage: Passage) -> float:
    """Return the share of the question's names that a passage, its heading or its title holds."""
    return share(question.names, held_in(question, passage))


def speaks_of(question: Question, passage: Passage) -> bool:
    """Return whether a passage holds half of the names that are asked about; of words, if none."""
    return share(question.names or question.terms, held_in(question, passage)) >= ENOUGH


def of_the_names(question: Question, readings: Sequence[Reading]) -> list[Reading]:
    """Leave out readings of passages that name less than half as many as the best passage does.

    How many employees Epic laid off is no answer to how many Spotify did. Where no names are asked
    about, a passage without any word of the question answers nothing.
    """
    shares = [_share(question, reading.passage) for reading in readings]
    rated = zip(readings, shares, strict=True)
    best = max((share for one, share in rated if one.probability >= WEAK), default=0.0)
    return [one for one, share in zip(readings, shares, strict=True) if share >= ENOUGH * best]


def _share(question: Question, passage: Passage) -> float:
    if question.names or not question.terms:
        return share_of_names(question, passage)
    return 1.0 if held_in(question, passage) else 0.0

"""Whether a passage speaks of whom the question names."""

import re
from collections.abc import Sequence

from index.models import Passage
from qa.answers.evidence import held_terms
from qa.english.names import find_names
from qa.english.terms import stems
from qa.questions.question import Question
from qa.read import Reading
from qa.reading.odds import log_odds, weighed

ENOUGH = 0.5  # As many names as the best has cost 3 of 77 right warnings on RAMDocs; half, none.
OF_NAMES = 1.5  # Taken off the log-odds of an answer for all names, if its passage has none.
"""Of the answers to 81 questions to real news (`tests/benchmarks/natural.py`) 73 are right with
all, 114 wrong with 0, 104 with 1.0, 98 with 1.5, 93 with 3.0. Of RAMDocs' sets 161, 160, 159 and
158 are warned of rightly, 9 wrongly; `topics.txt` has 79, 34; 78, 34; 77, 33; 73, 30, contradict
55, 9 with all.
"""
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

    How many employees Epic laid off is no answer to how many Spotify did. Of the others, those of
    passages that do not name all are less probable than the reader has them, which looks for the
    sort of an answer more than for whose it is; what says yes or no is weighed elsewhere. Where no
    names are asked about, a passage without any word of the question answers nothing.
    """
    shares = [_share(question, reading.passage) for reading in readings]
    rated = list(zip(readings, shares, strict=True))
    best = max((share for one, share in rated if one.probability >= WEAK), default=0.0)
    kept = [one for one, share in rated if share >= ENOUGH * best]
    return kept if question.kinds[0] == "yes_no" else _weighed_by_names(question, kept)


def _weighed_by_names(question: Question, readings: Sequence[Reading]) -> list[Reading]:
    named = [_share_of_whole_names(question, reading.passage) for reading in readings]
    missing = [max(named) - told for told in named]
    return [_doubted(one, share) for one, share in zip(readings, missing, strict=True)]


def _doubted(reading: Reading, missing: float) -> Reading:
    """Return a reading as it is where as many names are missing as in the best passage."""
    if not missing:
        return reading
    signs = (log_odds(reading.probability), missing)
    probability = weighed((1.0, -OF_NAMES), signs, constant=0.0)
    return reading.model_copy(update={"probability": probability})


def _share_of_whole_names(question: Question, passage: Passage) -> float:
    """Return the share of the names of a question that a passage names, if by their last word.

    Its publisher, and the year that it is from, tell where and when it is without being said.
    """
    article = passage.article
    held = held_in(question, passage) | frozenset(stems(article.publisher))
    if article.published:
        held |= {str(article.published.year)}
    names = [name.of(question.text) for name in find_names(question.text)]
    parts = [[one for one in stems(name) if one in question.names] for name in names]
    parts += [[one] for one in question.names.difference(*parts)]
    told = [_told(part, held, article.text) for part in parts if part]
    return sum(told) / len(told) if told else 1.0


def _told(name: Sequence[str], held: frozenset[str], article: str) -> float:
    """Return the share of the words of a name that are held: all, if a surname is."""
    missing = [one for one in name if one not in held]
    if name[-1] in held and all(_begins_a_word(one, article) for one in missing):
        return 1.0
    return 1 - len(missing) / len(name)


def _begins_a_word(stem: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(stem)}", text, re.IGNORECASE) is not None


def _share(question: Question, passage: Passage) -> float:
    if question.names or not question.terms:
        return share_of_names(question, passage)
    return 1.0 if held_in(question, passage) else 0.0

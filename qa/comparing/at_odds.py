"""Sentences of different articles of which one says that a thing ends, and the other that it stays.

They are looked for in all that was read: neither of them need be the best answer of its article.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from index.models import Passage
from qa.answers.objections import ON_SUBJECT, subject_of
from qa.answers.polarity import with_acronyms
from qa.comparing.gates import of_one_time, tell_of_the_same
from qa.comparing.gather import quoted, subject_asked_about
from qa.comparing.origins import count_origins
from qa.comparing.positions import Held
from qa.english.synonyms import synonyms
from qa.english.terms import akin, stems
from qa.questions.question import Question, understand
from qa.telling.alteration import are_at_odds
from qa.telling.sentences import Sentence, sentences_of
from qa.telling.turning import told

MOST = 2  # Pairs to show; what more is at odds is mostly the same in other words.


class _Telling(NamedTuple):
    """A sentence that tells of a change or of none, and how much it says of what is asked about."""

    share: float
    sentence: Sentence

    def said(self, asked: Question) -> str:
        return with_acronyms(asked, self.sentence.text)


def at_odds(question: Question, passages: Sequence[Passage]) -> list[tuple[Held, Held]]:
    """Return positions, in pairs, that are at odds over a change of what is asked about.

    Args:
        question: What was asked.
        passages: All that was read.
    """
    asked = understand(subject_asked_about(question.text))
    subject = subject_of(asked)
    telling = _telling(asked, passages)
    pairs = [
        (min(a.share, b.share), a.sentence, b.sentence)
        for a, b in combinations(telling, 2)
        if a.sentence.passage.article.id != b.sentence.passage.article.id
        and are_at_odds(a.said(asked), b.said(asked), subject)
        and of_one_time(a.sentence.text, b.sentence.text)
    ]
    found: list[tuple[Held, Held]] = []
    used: set[str] = set()
    for _, *pair in sorted(pairs, key=lambda pair: -pair[0]):
        one, other = (quoted(_alike(sentence, telling)) for sentence in pair)
        articles = [sentence.passage.article for sentence in pair]
        if used & {article.id for article in articles} or count_origins(articles) == 1:
            continue
        if tell_of_the_same(one, other):
            found.append((one, other))
            used |= {article.id for article in articles}
    return found[:MOST]


def _telling(asked: Question, passages: Iterable[Passage]) -> list[_Telling]:
    sentences = (s for passage in passages for s in sentences_of(passage) if not s.is_heading)
    found = (
        _Telling(_share(asked, sentence), sentence)
        for sentence in sentences
        if not sentence.text.endswith("?") and told(sentence.text)
    )
    return [one for one in found if one.share >= ON_SUBJECT]


def _share(asked: Question, sentence: Sentence) -> float:
    """Return how much of what is asked about stands in a sentence, or before or above it."""
    subject = subject_of(asked)
    spoken = synonyms(stems(with_acronyms(asked, sentence.around)))
    return len(akin(subject, spoken)) / max(1, len(subject))


def _alike(sentence: Sentence, telling: Iterable[_Telling]) -> list[Sentence]:
    """Return a sentence, and those of other articles with its words."""
    others = (one.sentence for one in telling if one.sentence.terms == sentence.terms)
    return [sentence, *(other for other in others if other is not sentence)]

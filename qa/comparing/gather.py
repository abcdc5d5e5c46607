"""What each source says to its part of a question that asks several, or several things."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from index.asked import Asked, Part
from index.models import Article, Passage
from index.overlap import overlaps
from qa.comparing.positions import Held, position_of
from qa.english.terms import stems
from qa.english.verbs import has_verb
from qa.questions.question import understand
from qa.read import Reading, shortened
from qa.telling.sentences import Sentence, sentences_of
from qa.values import find_values

MOST = 5  # Sentences where one source is asked, or none is named: room for one that says otherwise.
ENOUGH = 0.5  # Of the words that the best sentence has; one with fewer is of something else.
SPEAKS = 0.5  # What a sentence counts as that speaks to a question: it may answer it or not.
FOUND = 0.6  # How much its passage's place counts beside the words; from 0.3 to 1 is much the same.

_ANY = frozenset[str]()  # Whose articles are looked at where no source is named.

_Scored = tuple[float, Sentence]


class _Told(NamedTuple):
    """The sentences that may speak to a question, and how much of each clause each of them says."""

    sentences: list[Sentence]
    shares: dict[str, list[float]]


_WHAT_IS_SAID = re.compile(
    r"\b(?:what|how)\b.*\b(?:say|says|said|report(?:ed|s)?|writes?|wrote|written|claim(?:ed|s)?)"
    r" (?:\w+ )?(?:about|of|on|regarding)\b"
    r"|\bwhat(?:['’]s| has| had)? (?:happened|become|became|changed)\b"
    r"|\b(?:which|what) (?:articles|reports|stories|sources|papers|publishers)\b",
    re.IGNORECASE,
)


_ANYBODY = (
    r"(?:(?:the|these|those|your|our|all|other|various|different|any|most) )*(?:articles?|reports?"
    r"|stories|sources?|(?:news)?papers?|press|media|news|outlets|publishers|coverage|journalists"
    r"|reporters)"
)
_SAID_BY_ANYBODY = re.compile(
    rf"\W*(?:(?:what|how) (?:do|did|does|have|has) {_ANYBODY} (?:(?:say|said|report|reported|write"
    r"|written|wrote|claim|claimed|tell us|told us) (?:about|on|of|regarding)|cover(?:ed)?)"
    r"|what (?:is|was|has been|had been) (?:said|reported|written|claimed) (?:about|on|of"
    r"|regarding)|what (?:do|did) (?:we|you) know (?:about|of)"
    r"|(?:please )?tell (?:me|us) (?:more |something |all )?about"
    rf"|(?:is there |do you have )?any(?:thing| {_ANYBODY}) (?:about|on|regarding))\b",
    re.IGNORECASE,
)


def said_by_anybody(text: str) -> str:
    """Return what articles or papers say as what is said, the same words for whoever is not named.

    >>> said_by_anybody("What did the papers report on the dam?")
    'What is said about the dam?'
    >>> said_by_anybody("tell me about the dam")
    'What is said about the dam?'
    >>> said_by_anybody("What does the Post say about the dam?")
    'What does the Post say about the dam?'
    """
    match = _SAID_BY_ANYBODY.match(text)
    topic = text[match.end() :].strip(" .?!") if match else ""
    days = [one.span.start for one in find_values(topic) if one.kind == "date"]
    if not topic or 0 in days:
        return text  # "What did they cover?", "What did they report on Monday?"
    return f"What is said about {topic}?"


def asks_what_is_said(asked: Asked) -> bool:
    """Return whether a question asks what sources say of something, rather than for one answer.

    >>> from index.publishers import Publishers
    >>> text = "What does the Post say about the dam?"
    >>> asks_what_is_said(Asked.of(text, Publishers(["Post"])))
    True
    """
    return bool(_WHAT_IS_SAID.search(asked.text))


def subject_asked_about(text: str) -> str:
    """Return a question without the words that ask what is said.

    >>> subject_asked_about("What do the reports say about the dam?")
    ' the dam?'
    """
    return _WHAT_IS_SAID.sub("", text)


def can_gather(asked: Asked) -> bool:
    """Return whether sentences of sources would do for an answer, where there is no short one.

    They would for a question with several parts, clauses or sources, and for one that asks a source
    for no date, figure or name: those are there, or else the articles of that source do not say.
    """
    part = asked.parts[0]
    several = len(asked.parts) > 1 or max(len(part.clauses), len(part.publishers)) > 1
    if several or asks_what_is_said(asked):
        return True
    return bool(part.publishers) and understand(asked.topic).kinds[0] in {"text", "yes_no"}


def gather(asked: Asked, passages: Sequence[Passage]) -> list[list[Held]]:
    """Return for each part what its sources say: the best sentence of each, or of any article.

    Best is the sentence that says most of a clause, of a passage that was found early; of the
    articles of the days that the part names, where there are any. Of what is quoted so for
    MultiHop-RAG, 45 % is evidence, and 56 % from a passage that holds some. Where only one source
    is asked, or none is named, the best sentences of up to MOST articles are returned.
    """
    told = _told(asked, passages)
    sources = [(part, one) for part in asked.parts for one in part.publishers or (_ANY,)]
    most = MOST if len(sources) == 1 else 1
    groups = [
        [
            one
            for source in part.publishers or (_ANY,)
            for one in _first(_best(part, source, told), most)
        ]
        for part in asked.parts
    ]
    return [_held(group) for group in groups if group]


def _told(asked: Asked, passages: Sequence[Passage]) -> _Told:
    sentences = [s for p in passages for s in sentences_of(p) if _says(s)]
    clauses = [clause for part in asked.parts for clause in part.clauses]
    return _Told(sentences, overlaps(clauses, [sentence.text for sentence in sentences]))


def _says(sentence: Sentence) -> bool:
    """Return whether it says anything: "— Ann Ash, 18 October" and "Ash and Birk." do not."""
    return not sentence.is_heading and has_verb(sentence.text)


def _best(part: Part, publishers: frozenset[str], told: _Told) -> list[Sentence]:
    """Return the best sentence of each article of a source, best first."""
    scored = [
        (max(told.shares[clause][place] for clause in part.clauses), sentence)
        for place, sentence in enumerate(told.sentences)
        if not publishers or _is_of(publishers, sentence.passage.article)
    ]
    of_the_day = [one for one in scored if _is_of_day(part, one[1].passage.article)]
    speaking = [one for one in of_the_day or scored if one[0] > 0]
    best: dict[str, Sentence] = {}
    for _, sentence in sorted(speaking, key=_suits, reverse=True):
        best.setdefault(sentence.passage.article.id, sentence)
    terms = understand(" ".join(part.clauses)).terms
    held = [len(sentence.terms & terms) for sentence in best.values()]
    return [
        one
        for one, n in zip(best.values(), held, strict=True)
        if n > ENOUGH * held[0] or n == held[0]
    ]


def _first(sentences: Sequence[Sentence], most: int) -> list[Sentence]:
    """Return the first sentences with different words, and those with the words of one of them."""
    kept = list(dict.fromkeys(_words(sentence) for sentence in sentences))[:most]
    return [sentence for sentence in sentences if _words(sentence) in kept]


def _words(sentence: Sentence) -> tuple[str, ...]:
    return tuple(stems(sentence.text))


def _suits(scored: _Scored) -> float:
    share, sentence = scored
    return share + FOUND * sentence.passage.score


def _is_of(publishers: frozenset[str], article: Article) -> bool:
    return article.publisher in publishers or article.origin in publishers


def _is_of_day(part: Part, article: Article) -> bool:
    return any(period.holds(article.published) for period in part.periods)


def _held(sentences: Sequence[Sentence]) -> list[Held]:
    """Return a position for each sentence; the same words of several articles are one."""
    alike: dict[tuple[str, ...], dict[str, Sentence]] = {}
    for sentence in sentences:
        alike.setdefault(_words(sentence), {}).setdefault(sentence.passage.article.id, sentence)
    return [quoted(list(same.values())) for same in alike.values()]


def quoted(sentences: Sequence[Sentence]) -> Held:
    """Return the position of articles that all have the words of the first sentence."""
    readings = [_reading(one) for one in sentences]
    return Held(position_of(readings), tuple(readings), None)


def _reading(sentence: Sentence) -> Reading:
    return Reading(
        passage=sentence.passage,
        answer=shortened(sentence.text),
        span=sentence.span,
        sentence=sentence.span,
        probability=SPEAKS,
    )

"""What one article states is asked of another, and back: values and names of one thing that differ.

statement with a gap -> the reader, in a near chunk of another article -> what it points at there
-> that statement with a gap -> the reader, back -> the comparing network -> how probable
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from math import log
from typing import NamedTuple

from index.live import Near
from index.models import Article, Span
from qa.answers.evidence import names_of
from qa.comparing.origins import count_origins
from qa.comparing.titled import titled
from qa.entail import Entailment
from qa.reading.odds import log_odds, weighed
from qa.reading.spans import SpanFinder, Text
from qa.unasked.claims import statements_in
from qa.unasked.stated import (
    Stated,
    are_of_one_outlet,
    chances,
    is_of_strangers,
    may_differ,
    place_of,
    share_enough,
    stated_in,
    untold,
)
from qa.values import ValueKind

NEAREST = 5  # Chunks of other articles for each chunk: another report of an event is the nearest.
ALIKE = 0.45  # Least cosine of two chunks: of 110 pairs of invented reports, 5 % have less.
UNDATED = 0.6  # The same where no days tell reports of one event from those of others.
MOST_ASKED = 30  # Questions for an article, those of its nearest chunks first: some half a second.
ONE_EVENT = 3  # Days: what is told of later is another game, vote or sale, not another report.
POINTED = 0.05  # Probability, at least, with which the reader finds an answer at all.
WEIGHTS = (
    0.55,  # Of the log-odds that either question is answered, the less probable one.
    0.27,  # And the more probable one.
    0.23,  # Of the log-odds that either statement contradicts the other, if any does.
    -1.12,  # Of the logarithm of how many values or names of the sort might be confused.
    0.61,  # Of the logarithm of how many words both statements have, and one.
    1.71,  # Names are not confused as easily: who heads a firm is asked with "heads".
    0.99,  # Nor are counts: what is counted tells most of them apart.
)
CONSTANT = -0.53
"""A logistic regression on 635 answers, 331 of them right; `tests/benchmarks/crossed.py` fits it.

They are of four sets of invented reports, of reports retold from the stories that are held out, and
of the news of MultiHop-RAG. With each left out in turn, the four sets give 38 that are right from
.6 and 5 that are not, and 32 and 3 from .7.
"""
PROBABLE = 0.65  # Least, of what is told: in real news half of it is right then, as most is alike.
ONE_OUTLET = 0.9  # The same of undated articles of one publisher: it tells of many things alike.
BEST = 0.95  # What is not probable even if both networks were as sure as this is not asked.


class Signs(NamedTuple):
    """What tells whether two articles state one thing, each in its own way."""

    answered: tuple[float, float]
    """How probable it is that either answers the other's question."""
    contradiction: float
    """How probable it is that either contradicts the other, if any does."""
    chances: int
    """Pairs of values or names of its sort, of which neither article has the other's."""
    shared: int
    """Words that both statements have."""
    sort: ValueKind | None
    """None of names."""

    @property
    def probability(self) -> float:
        """How probable it is that both speak of one thing and only one holds.

        The more there is to confuse, the likelier it is confused.
        """
        return weighed(WEIGHTS, self.numbers, constant=CONSTANT)

    @property
    def numbers(self) -> tuple[float, ...]:
        """What each of `WEIGHTS` is of; probabilities as their log-odds."""
        return (
            log_odds(min(self.answered)),
            log_odds(max(self.answered)),
            log_odds(self.contradiction),
            log(self.chances),
            log(1 + self.shared),
            self.sort is None,
            self.sort == "count",
        )


class Crossed(NamedTuple):
    """What two articles state of one thing, each in its own way."""

    a: Stated
    b: Stated
    signs: Signs

    @property
    def is_probable(self) -> bool:
        """Return whether it is probable enough to be told."""
        return self.signs.probability >= (ONE_OUTLET if self._may_be_a_series else PROBABLE)

    @property
    def _may_be_a_series(self) -> bool:
        """Return whether one outlet may have told so of two things, on days that are not known."""
        one, other = self.a.claim.article, self.b.claim.article
        dated = one.published and other.published
        return not dated and are_of_one_outlet(one, other)


class CrossExaminer:
    """Asks of one article what another states.

    Args:
        spans: Finds the answers.
        entailment: Compares the statements that answer.
    """

    def __init__(self, spans: SpanFinder, entailment: Entailment) -> None:
        self._spans = spans
        self._entailment = entailment

    def examine(
        self, article: Callable[[str], Article], article_id: str, near: Iterable[Near]
    ) -> list[Crossed]:
        """Return what an article and its near chunks state differently.

        Args:
            article: Returns the article with an id.
            article_id: The article that is examined.
            near: Each of its chunks with those that are nearest to it, the nearest first.
        """
        own = article(article_id)
        chunks = sorted(
            (
                (cosine, chunk.span, article(other.article_id), other.span)
                for chunk, others in near
                for other, cosine in others[:NEAREST]
                if cosine >= ALIKE and _are_near(own, article(other.article_id), cosine)
            ),
            key=lambda one: -one[0],
        )
        asked = islice(_questions(own, chunks), MOST_ASKED)
        pairs = [pair for told, part, theirs in asked if (pair := self._met(told, part, theirs))]
        return self._judged(pairs)

    def _met(
        self, told: Stated, part: Span, theirs: "_Chunk"
    ) -> tuple[Stated, Stated, float, float] | None:
        """Return what answers in another chunk, where its question is answered here in turn."""
        there, probability = self._pointed(told.question, theirs)
        if there is None or probability < POINTED or not may_differ(told, there):
            return None
        if is_of_strangers(told, there) and is_of_strangers(there, told):
            return None
        back, in_turn = self._pointed(there.question, _Chunk(told.claim.article, part))
        if back is None or (back.claim.span, back.span) != (told.claim.span, told.span):
            return None
        return told, there, probability, in_turn

    def _pointed(self, question: str, chunk: "_Chunk") -> tuple[Stated | None, float]:
        """Return what the reader points at in a chunk, and how sure it is."""
        text = chunk.part.of(chunk.article.text)
        start = chunk.part.start
        claims = statements_in(chunk.article, chunk.part)
        within = [Span(start=c.span.start - start, end=c.span.end - start) for c in claims]
        (best,) = self._spans.find(question, [Text(chunk.article.title, text, within)])
        if best is None:
            return None, 0.0
        at = Span(start=best.span.start + start, end=best.span.end + start)
        met = (one for one in stated_in(chunk.article, chunk.part) if place_of(one).meets(at))
        return next(met, None), best.probability

    def _judged(self, pairs: Sequence[tuple[Stated, Stated, float, float]]) -> list[Crossed]:
        judged = self._entailment.judge(
            [
                (titled(one.claim.text, one.claim.article.title), other.claim.text)
                for a, b, *_ in pairs
                for one, other in ((a, b), (b, a))
            ]
        )
        return [
            Crossed(a, b, _signs(a, b, (there, back), max(one.contradiction for one in denials)))
            for (a, b, there, back), *denials in zip(pairs, judged[::2], judged[1::2], strict=True)
        ]


def _signs(a: Stated, b: Stated, answered: tuple[float, float], contradiction: float) -> Signs:
    shared = len(a.around & b.around)
    return Signs(answered, contradiction, chances(a, b.claim.article), shared, a.sort)


class _Chunk(NamedTuple):
    article: Article
    part: Span


def _questions(
    own: Article, chunks: Iterable[tuple[float, Span, Article, Span]]
) -> Iterator[tuple[Stated, Span, _Chunk]]:
    """Yield what to ask: what is stated here, and a chunk that states something else like it."""
    fits = cache(lambda other: _may_be_one_event(own, other))
    for _, part, other, theirs in chunks:
        if not fits(other):
            continue
        stated = stated_in(other, theirs)
        for told in stated_in(own, part):
            if told.text in untold(told.sort, own, other) and any(
                _is_worth_asking(told, one) for one in stated
            ):
                yield told, part, _Chunk(other, theirs)


def _is_worth_asking(told: Stated, other: Stated) -> bool:
    """Return whether it would be told that two differ if the networks were sure that they do."""
    return (
        told.sort == other.sort
        and share_enough(told, other)
        and _signs(told, other, (BEST, BEST), BEST).probability >= PROBABLE
        and may_differ(told, other)
    )


def _are_near(a: Article, b: Article, cosine: float) -> bool:
    return bool(a.published and b.published) or cosine >= UNDATED


def _may_be_one_event(a: Article, b: Article) -> bool:
    """Return whether two articles may tell of one event: they share a name, and their days."""
    if a.id == b.id or not names_of(a) & names_of(b):
        return False
    if a.published and b.published and abs((a.published - b.published).days) > ONE_EVENT:
        return False
    return count_origins([a, b]) > 1

"""What articles say against each other, without a question being asked.

near chunks -> pairs of claims -> gates -> values that differ -> the reader -> kind and confidence
the nearest -> statements with a gap -> the reader, there and back -> kind and confidence
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property, lru_cache

from index.compare import Neighbours
from index.live import Near
from index.models import Article, Finding, Span
from index.store import Snapshot
from qa.comparing.origins import count_origins
from qa.english.opposites import can_oppose
from qa.entail import Entailment, TrainedEntailment
from qa.models import Kind
from qa.questions.gaps import question_for
from qa.reading.spans import SpanFinder, Text, TrainedSpans
from qa.telling.change import are_opposed
from qa.telling.scope import differ_in_scope
from qa.unasked.alignment import (
    ALIKE,
    Differing,
    any_differ,
    differing,
    differing_in_precision,
    have_words_in_common,
    likeness,
    share_a_subject,
)
from qa.unasked.claims import Claim, claims_in
from qa.unasked.crossing import ONE_EVENT, CrossExaminer
from qa.unasked.differences import days_apart, kind_of_difference, kind_of_precision, moves_along
from qa.unasked.finding import Pair, are_about_the_same, finding
from qa.unasked.stated import Stated, is_usual
from qa.values import Value

VERSION = 16  # Raise it when it would find something else, so that all articles are compared again.
NEAR = 15  # Chunks of other articles that are held against each chunk.
POINTED = 0.1  # Probability, at least, with which the reader finds either value for the other.
CONFIDENT = 0.6  # Least, in values. Of 23 from .5 that were no prices of petrol, 12 were wrong.
CONFIDENT_OF_DATES = 0.7  # Of five pairs of dates below, read by hand, none was of one thing.

OPPOSED = 0.25  # Mean contradiction of a sentence of change and one of continuity.
SURE, MUCH_ALIKE = 0.9, 0.75  # Contradiction, either way, and likeness of other sentences.
"""Of 1,325 pairs of news that deny something, four were as sure and .4 alike; none was right."""

REMEMBERED = 20_000  # Chunks whose claims are kept: a chunk is the neighbour of many.


class SentenceComparer:
    """Finds values that articles state differently of the same thing.

    Args:
        spans: What reads; the network that is shipped if none is named.
        entailment: What compares sentences that state no values; likewise.
    """

    def __init__(
        self, spans: SpanFinder | None = None, entailment: Entailment | None = None
    ) -> None:
        self._spans = spans or TrainedSpans()
        self._entailment = entailment or TrainedEntailment()
        self._examiner = CrossExaminer(self._spans, self._entailment)
        self._claims_in = lru_cache(maxsize=REMEMBERED)(claims_in)

    @cached_property
    def name(self) -> str:
        """Changes whenever what it finds would: with its rules, its models and their weights."""
        return f"sentences {VERSION}, {_identity(self._spans)}, {_identity(self._entailment)}"

    def compare(self, snapshot: Snapshot, neighbours: Neighbours, article_id: str) -> list[Finding]:
        """Return what is found between an article and its neighbours.

        Of two articles and one subject, only the pair of sentences that is surest is told.
        """
        article = cache(snapshot.article)
        near = neighbours(article_id, NEAR)
        pairs = [pair for pair in self._pairs(article, near, article_id) if may_differ(*pair)]
        told: list[tuple[Finding, Pair]] = []
        found = [*self._by_values(pairs), *self._by_words(pairs)]
        found += self._by_asking(article, near, article_id)
        for one in sorted(found, key=lambda one: -one[0].confidence):
            if not any(are_about_the_same(one[1], other) for _, other in told):
                told.append(one)
        return [finding for finding, _ in told]

    def _pairs(
        self, article: Callable[[str], Article], near: Sequence[Near], article_id: str
    ) -> Iterator[Pair]:
        """Yield the claims of near chunks that have words in common, each pair once."""
        seen: set[tuple[Span, str, Span]] = set()
        for chunk, others in near:
            own = self._claims_in(article(article_id), chunk.span)
            for other, _ in others:
                for theirs in self._claims_in(article(other.article_id), other.span):
                    for mine in own:
                        key = (mine.span, theirs.article.id, theirs.span)
                        if key not in seen and have_words_in_common(mine, theirs):
                            seen.add(key)
                            yield mine, theirs

    def _by_values(self, pairs: Sequence[Pair]) -> Iterator[tuple[Finding, Pair]]:
        """Yield the pairs that state a value of one thing differently."""
        for a, b in pairs:
            differ, kind = differing_values(a, b)
            if differ is None or kind is None:
                continue
            alike = (likeness(a, b) + differ.likeness) / 2
            least = CONFIDENT_OF_DATES if differ.a.kind == "date" else CONFIDENT
            if (alike + 1) / 2 < least:
                continue  # However sure the reader is.
            there = self._pointed(a, differ.a, b, differ.b)
            back = self._pointed(b, differ.b, a, differ.a) if there >= POINTED else 0.0
            confidence = (alike + (there + back) / 2) / 2
            if min(there, back) >= POINTED and confidence >= least:
                values = {a: differ.a.text, b: differ.b.text}
                yield finding(a, b, kind, confidence, values), (a, b)

    def _by_asking(
        self, article: Callable[[str], Article], near: Sequence[Near], article_id: str
    ) -> Iterator[tuple[Finding, Pair]]:
        """Yield the pairs of which either answers what the other states, and otherwise."""
        for crossed in self._examiner.examine(article, article_id, near):
            kind = _kind_of_crossed(crossed.a, crossed.b)
            if kind and crossed.is_probable:
                said = {one.claim: one.text for one in (crossed.a, crossed.b)}
                pair = (crossed.a.claim, crossed.b.claim)
                yield finding(*pair, kind, crossed.signs.probability, said), pair

    def _by_words(self, pairs: Sequence[Pair]) -> Iterator[tuple[Finding, Pair]]:
        """Yield the pairs that contradict each other without stating different values.

        One says that it changed and the other that it did not, or a contradiction is sure. It is
        asked for only where words can oppose: the network takes sentences that are alike but for a
        word for contradictions, as most such pairs are that it learnt from.
        """
        pairs = [
            (a, b)
            for a, b in pairs
            if not any_differ(a, b) and (are_opposed(a.text, b.text) or can_oppose(a.text, b.text))
        ]
        judged = self._entailment.judge(
            [(one.text, other.text) for a, b in pairs for one, other in ((a, b), (b, a))]
        )
        for (a, b), there, back in zip(pairs, judged[::2], judged[1::2], strict=True):
            alike, kind = likeness(a, b), kind_of_difference(a, b)
            both = (there.contradiction, back.contradiction)
            opposed = are_opposed(a.text, b.text)
            held = (
                sum(both) / 2 >= OPPOSED if opposed else min(both) >= SURE and alike >= MUCH_ALIKE
            )
            if held and kind:
                confidence = (alike + sum(both) / 2) / 2
                yield finding(a, b, kind, confidence, {}), (a, b)

    def _pointed(self, asking: Claim, asked: Value, reading: Claim, expected: Value) -> float:
        """Return how sure the reader finds `expected` where it is asked for `asked`; else 0."""
        text = Text(reading.article.title, reading.text, [Span(start=0, end=len(reading.text))])
        (best,) = self._spans.find(question_for(asking.text, asked), [text])
        if best is None:
            return 0.0
        return best.probability if best.span.meets(expected.span) else 0.0


def _identity(part: SpanFinder | Entailment) -> str:
    """Return what a model calls itself, with the checksum of its weights where it tells."""
    name = getattr(part, "name", type(part).__name__)
    return f"{name} {getattr(part, 'checksum', '')}".strip()


def differing_values(a: Claim, b: Claim) -> tuple[Differing | None, Kind | None]:
    """Return the values of two claims that differ, and how; None for what does not."""
    differ = differing(a, b)
    if differ is None:
        return differing_in_precision(a, b), kind_of_precision(a, b)
    if differ_in_scope(a.text, differ.a, b.text, differ.b):
        return differ, "scope"
    kind = kind_of_difference(a, b)
    if differ.a.kind == "date":
        return differ, None if moves_along(a, differ.a, b, differ.b) else kind
    return differ, None if kind == "contradiction" and days_apart(a, b) > ONE_EVENT else kind


def _kind_of_crossed(a: Stated, b: Stated) -> Kind | None:
    """Return how what two articles state in other words differs; None for what does not."""
    if a.value and b.value:
        if differ_in_scope(a.claim.text, a.value, b.claim.text, b.value):
            return "scope"
        if a.sort == "date" and moves_along(a.claim, a.value, b.claim, b.value):
            return None
    return kind_of_difference(a.claim, b.claim)


def may_differ(a: Claim, b: Claim) -> bool:
    """Return whether two claims are of one subject, alike enough to differ, and not copied."""
    return (
        likeness(a, b) >= ALIKE
        and share_a_subject(a, b)
        and a.terms != b.terms
        and is_usual(a.text) == is_usual(b.text)
        and count_origins([a.article, b.article]) > 1
    )

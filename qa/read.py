"""Question and passages -> where each passage answers it. The replaceable part that reads."""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol, Self

from pydantic import Field, model_validator

from index.models import Passage, Record, Span
from qa.english.names import find_names
from qa.questions.question import Question, understand
from qa.reading.choice import ends_of
from qa.reading.denied import denied_in
from qa.reading.spans import Best, SpanFinder, Text, TrainedSpans
from qa.telling.dateline import end_of_dateline
from qa.telling.sentences import Sentence, sentences_of
from qa.values import find_values

LONGEST_ANSWER = 90  # characters; a short answer is read at a glance


_ASKS = re.compile(
    r"\W*(?:(?:and|but|so) )?(?:what|who|whose|whom|when|where|why|how|which|is|are|was|were|do"
    r"|does|did|has|have|had|can|could|will|would|should)\b[^.!]*\?\W*$",
    re.IGNORECASE,
)


class Reading(Record):
    """What one passage says to a question, at best. Offsets count in its article's text."""

    passage: Passage
    answer: str = Field(min_length=1, description='Short: "2030", "yes"; words of the sentence.')
    span: Span = Field(description="The words the answer was taken from, inside the sentence.")
    sentence: Span = Field(description="The sentence that says so, inside the passage.")
    probability: float = Field(ge=0, le=1, description="That this passage answers the question.")

    @model_validator(mode="after")
    def _lies_inside(self) -> Self:
        passage, sentence, span = self.passage.span, self.sentence, self.span
        if not passage.start <= sentence.start <= span.start < span.end <= sentence.end:
            raise ValueError(f"answer {span} is not inside sentence {sentence}")
        if sentence.end > passage.end:
            raise ValueError(f"sentence {sentence} is not inside passage {passage}")
        return self

    @property
    def words(self) -> str:
        """The sentence as the article has it."""
        return self.sentence.of(self.passage.article.text)

    @property
    def answer_in_sentence(self) -> Span:
        """Where the answer is in `words`."""
        first = self.sentence.start
        return Span(start=self.span.start - first, end=self.span.end - first)


class Reader(Protocol):
    """The replaceable part that finds answers in passages."""

    def read(self, question: str, passages: Sequence[Passage]) -> list[Reading]:
        """Return at most one reading a passage, in the order of the passages.

        A passage without a single sentence is left out. Whether a reading is an answer hangs on
        its probability; `threshold` is where this reader would draw the line.
        """
        ...

    @property
    def threshold(self) -> float:
        """The probability from which a reading counts as an answer, from 0 to 1."""
        ...


class SpanReader:
    """The default: a network that points at a span, and says how probable it is that it answers.

    Args:
        finder: The network; the one that is shipped if none is named.
    """

    def __init__(self, finder: SpanFinder | None = None) -> None:
        self._finder = finder or TrainedSpans()

    @property
    def threshold(self) -> float:
        """The probability from which a reading counts as an answer, from 0 to 1."""
        return self._finder.threshold

    def read(self, question: str, passages: Sequence[Passage]) -> list[Reading]:
        """Return the best span of each passage that has a sentence."""
        asked = understand(question)
        parts = [_stating(sentences_of(passage)) for passage in passages]
        texts = [
            Text(
                passage.article.title,
                passage.text,
                [part for sentence in sentences for part in _within(asked, sentence)],
            )
            for passage, sentences in zip(passages, parts, strict=True)
        ]
        found = self._finder.find(question, texts)
        where = asked.wants_place
        return [
            _reading(best, sentences, where=where)
            for best, sentences in zip(found, parts, strict=True)
            if best is not None
        ]


def shortened(answer: str) -> str:
    """Return an answer on one line, cut after a word where it is long.

    >>> shortened("in  2030.")
    'in 2030'
    """
    words = " ".join(answer.split())
    words = words.removesuffix(".") or words
    if len(words) <= LONGEST_ANSWER:
        return words
    return words[:LONGEST_ANSWER].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _stating(sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """Return the sentences that are no questions; all where there are no others.

    "When is the fair in 2024?", a heading, is near the question, and answers nothing.
    """
    return [one for one in sentences if not _ASKS.match(one.text)] or sentences


def _within(question: Question, sentence: Sentence) -> Iterator[Span]:
    """Yield where an answer may stand in the text of a passage: not in its dateline.

    Nor is it in what the sentence says is not so.
    """
    first = sentence.passage.span.start
    begins = sentence.span.start - first
    at = end_of_dateline(sentence.text)
    for denied in denied_in(question, sentence.text):
        if at < denied.start:
            yield Span(start=begins + at, end=begins + denied.start)
        at = max(at, denied.end)
    if at < len(sentence.text):
        yield Span(start=begins + at, end=begins + len(sentence.text))


def _reading(best: Best, sentences: Sequence[Sentence], *, where: bool) -> Reading:
    told = sentences[0].passage.span.start
    home = next(s for s in sentences if s.span.end - told >= best.span.end)
    first = home.span.start
    start = told + best.span.start - first
    span = _whole(home, Span(start=start, end=start + best.span.end - best.span.start))
    if where:
        span = _to_end_of_name(home.text, span)
    return Reading(
        passage=home.passage,
        answer=shortened(span.of(home.text)),
        span=Span(start=first + span.start, end=first + span.end),
        sentence=home.span,
        probability=best.probability,
    )


def _whole(sentence: Sentence, span: Span) -> Span:
    """Return a span that cuts no value in two: "135" of "$135 billion" becomes all of it.

    One end of a stretch of time is whole by itself: "1913" of "1829 – 1913".
    """
    for value in find_values(sentence.text, sentence.passage.article.published):
        ends = ends_of(value.text) if value.kind == "date" else ()
        if value.span.meets(span) and span.of(sentence.text) not in (
            e.of(value.text) for e in ends
        ):
            start, end = min(value.span.start, span.start), max(value.span.end, span.end)
            span = Span(start=start, end=end)
    return span


def _to_end_of_name(text: str, span: Span) -> Span:
    """Return a span that does not end inside a name: "off Cape" of "off Cape Lorrel" has it all."""
    ends = (name.end for name in find_names(text) if name.start < span.end < name.end)
    return Span(start=span.start, end=next(ends, span.end))

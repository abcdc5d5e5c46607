"""The sentences of a passage."""

from dataclasses import dataclass
from functools import cached_property

from index.models import Passage, Span
from index.segment import segment
from qa.english.terms import stems

BEFORE = 200  # characters


@dataclass(frozen=True)
class Sentence:
    """A sentence of a passage. `span` counts in the article's text."""

    passage: Passage
    span: Span
    is_heading: bool

    @cached_property
    def text(self) -> str:
        """Its words, as the article has them."""
        return self.span.of(self.passage.article.text)

    @property
    def before(self) -> str:
        """What its passage has before it, the last 200 characters: a sentence or two."""
        text = self.passage.article.text
        return text[self.passage.span.start : self.span.start][-BEFORE:]

    @property
    def around(self) -> str:
        """Title and heading, what stands before it, and its words: what tells what it is about."""
        passage = self.passage
        return f"{passage.article.title} {passage.heading or ''} {self.before} {self.text}"

    @cached_property
    def terms(self) -> frozenset[str]:
        """The stems of its words."""
        return frozenset(stems(self.text))


def sentences_of(passage: Passage) -> list[Sentence]:
    """Return the sentences and headings of a passage, without furniture."""
    first = passage.span.start
    return [
        Sentence(
            passage=passage,
            span=Span(start=first + piece.span.start, end=first + piece.span.end),
            is_heading=piece.kind == "heading",
        )
        for piece in segment(passage.text)
        if piece.kind != "furniture"
    ]

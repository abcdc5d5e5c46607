"""The records of the middle floor: what an answer is made of.

Answer -> Statement, Position, Disagreement -> Citation -> a span of an Article
Conflict -> Support -> Citation, without a question being asked
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, NoReturn, Self, get_args

from pydantic import (
    Field,
    HttpUrl,
    ModelWrapValidatorHandler,
    ValidationInfo,
    field_validator,
    model_validator,
)

from index.filters import Filter
from index.models import ARTICLES, Article, ArticleLookup, Passage, Record, Span

Kind = Literal["contradiction", "superseded", "estimate", "scope", "opinion"]
"""contradiction: cannot both hold. superseded: same fact, different time, the later says so.
estimate: figures or precision differ but can both hold. scope: they speak of different things.
opinion: forecasts and judgements."""

KINDS: tuple[Kind, ...] = get_args(Kind)
WARNED: frozenset[Kind] = frozenset({"contradiction", "superseded"})
"""The kinds that raise the warning; the others are shown as notes."""


class Citation(Record):
    """The exact words of an article, and their place: article.text[start:end] == quote.

    Made by `qa.cite.cite`; loaded with `context={"articles": library.article}`. Both check the
    words against the article, and there is no other way to make one.
    """

    article_id: str
    title: str
    publisher: str
    published: date | None
    url: HttpUrl | None
    quote: str = Field(min_length=1)
    start: int = Field(ge=0, description="Offset of the first character in Article.text.")
    end: int = Field(description="Offset after the last character in Article.text.")

    @model_validator(mode="wrap")
    @classmethod
    def _is_exact(
        cls, data: Any, build: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        if isinstance(data, cls):
            return data  # It exists, so it was checked when it was made.
        citation = build(data)
        lookup: ArticleLookup | None = (info.context or {}).get(ARTICLES)
        if lookup is None:
            raise ValueError(
                "a citation is made with cite(article, span), or loaded with "
                'context={"articles": library.article}, so that its quote can be checked'
            )
        article = lookup(citation.article_id)
        _check_quote(article, citation.start, citation.end, citation.quote)
        return citation

    @classmethod
    def model_construct(cls, _fields_set: set[str] | None = None, **values: Any) -> NoReturn:  # noqa: ARG003
        """Refuse: it would skip the check."""
        raise TypeError("make a citation with cite(article, span); model_construct checks nothing")

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Copy without changes: an update would skip the check."""
        if update:
            raise TypeError(
                "make another citation with cite(article, span); a changed copy is not checked"
            )
        return super().model_copy(deep=deep)

    @property
    def span(self) -> Span:
        """Where the quote stands in its article."""
        return Span(start=self.start, end=self.end)


def _check_quote(article: Article, start: int, end: int, quote: str) -> None:
    found = article.text[start:end]
    if found != quote or len(quote) != end - start:
        raise ValueError(
            f"quote is not at {article.id}:{start}-{end}: expected {quote!r}, found {found!r}"
        )


class Statement(Record):
    """One sentence a person reads, and what it rests on."""

    text: str = Field(min_length=1)
    citations: tuple[Citation, ...] = Field(min_length=1)


class Position(Record):
    """One of the distinct answers that the articles give."""

    answer: str = Field(min_length=1, description='Short: "2030", "$13 billion", "yes".')
    text: str = Field(min_length=1, description="The sentence that says so, in the source's words.")
    citations: tuple[Citation, ...] = Field(min_length=1, description="One for each article.")
    origins: int = Field(ge=1, description="How many independent articles: reprints count once.")


class Disagreement(Record):
    """Two or more positions that differ, and how."""

    kind: Kind
    about: str = Field(min_length=1, description="What they differ on, in one line.")
    sides: tuple[Position, ...] = Field(min_length=2)

    @property
    def warns(self) -> bool:
        """Whether the reader is warned, rather than shown a note."""
        return self.kind in WARNED


class Support(Record):
    """Who says what one side of a conflict says."""

    citations: tuple[Citation, ...] = Field(min_length=1, description="One for each article.")
    origins: int = Field(ge=1, description="How many independent articles: reprints count once.")


class Conflict(Record):
    """Articles that differ, found without a question. docs/conflicts.md describes its JSON.

    It is loaded as an answer is, with `context={"articles": library.article}`.
    """

    kind: Kind
    about: str = Field(min_length=1, description="What they differ on, in one line.")
    subject: tuple[str, ...] = Field(default=(), description="The names that both speak of.")
    confidence: float = Field(ge=0, le=1, description="How sure it is; 1 is certain.")
    sides: tuple[Citation, Citation] = Field(description="The newest first, the undated last.")
    support: tuple[Support, Support] = Field(
        default_factory=lambda given: (_alone(given["sides"][0]), _alone(given["sides"][1])),
        description="Who says so, for each side, beginning with the one that is quoted there.",
    )

    @field_validator("sides")
    @classmethod
    def _newest_first(cls, sides: tuple[Citation, Citation]) -> tuple[Citation, Citation]:
        first, second = sorted(sides, key=_day, reverse=True)
        return first, second

    @field_validator("support")
    @classmethod
    def _in_the_same_order(cls, support: tuple[Support, Support]) -> tuple[Support, Support]:
        first, second = sorted(support, key=lambda one: _day(one.citations[0]), reverse=True)
        return first, second

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        if self.sides != tuple(one.citations[0] for one in self.support):
            raise ValueError("each side is the first citation of its support")
        return self

    @property
    def warns(self) -> bool:
        """Whether the reader is warned, rather than shown a note."""
        return self.kind in WARNED

    @property
    def citations(self) -> tuple[Citation, ...]:
        """What everybody says, one side after the other."""
        return tuple(citation for one in self.support for citation in one.citations)


def _alone(citation: Citation) -> Support:
    return Support(citations=(citation,), origins=1)


def _day(citation: Citation) -> date:
    return citation.published or date.min


class Answer(Record):
    """What the articles say to a question. Its JSON is described in docs/answer.md."""

    question: str = Field(min_length=1, description="As understood: a follow-up stands alone.")
    filters: tuple[Filter, ...] = Field(
        default=(), description="What the question says of whose articles to search, and when."
    )
    answered: bool = Field(description="False: the articles do not say.")
    headline: str | None = Field(
        default=None, description="The short answer most origins give; None when none leads."
    )
    probability: float | None = Field(
        default=None, ge=0, le=1, description="How probable it was that the articles say."
    )
    gathered: bool = Field(
        default=False,
        description="No short answer was found: the statements are what the sources that are asked "
        "say to their parts of the question.",
    )
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    citations: tuple[Citation, ...] = Field(
        default=(), description="Every citation, numbered from 1 in order of appearance."
    )
    silent: tuple[str, ...] = Field(
        default=(), description="Ids of the articles that were read and do not say."
    )
    nearest: tuple[Passage, ...] = Field(
        default=(), description="Shown when answered is False: near, but not an answer."
    )

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        if self.answered != bool(self.positions):
            raise ValueError("an answer has positions exactly when it is answered")
        if strange := [one for one in self.filters if one.words not in self.question]:
            raise ValueError(
                f"{strange[0].words!r} is not in the question, so it is no filter of it"
            )
        known = set(self.citations)
        if len(known) != len(self.citations):
            raise ValueError("every citation is numbered once")
        used = [c for s in self.statements for c in s.citations]
        used += [c for p in self.positions for c in p.citations]
        if missing := [c for c in used if c not in known]:
            raise ValueError(f"citation of {missing[0].article_id!r} has no number")
        for disagreement in self.disagreements:
            if any(side not in self.positions for side in disagreement.sides):
                raise ValueError("the sides of a disagreement are positions of the answer")
        return self

    def number(self, citation: Citation) -> int:
        """Return the number, from 1, that `citation` is shown with."""
        return self.citations.index(citation) + 1

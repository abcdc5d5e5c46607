"""The records of the bottom floor: what an article is, and what is found in it."""

from collections.abc import Callable
from datetime import date
from typing import Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    HttpUrl,
    SerializationInfo,
    ValidationInfo,
    field_serializer,
    field_validator,
    model_validator,
)

UNKNOWN_PUBLISHER = "unknown"


class Record(BaseModel):
    """A value: frozen, and closed to fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Record):
    """A half-open range of characters in `Article.text`: text[start:end]."""

    start: int = Field(ge=0, description="Offset of the first character.")
    end: int = Field(description="Offset after the last character.")

    @model_validator(mode="after")
    def _is_not_empty(self) -> Self:
        if self.end <= self.start:
            raise ValueError(f"span {self.start}-{self.end} is empty; end must be after start")
        return self

    def of(self, text: str) -> str:
        """Return the characters of `text` in this range."""
        return text[self.start : self.end]

    def meets(self, other: Self) -> bool:
        """Return whether the two have a character in common.

        >>> Span(start=0, end=3).meets(Span(start=2, end=5))
        True
        >>> Span(start=0, end=3).meets(Span(start=3, end=5))
        False
        """
        return self.start < other.end and other.start < self.end


class Article(Record):
    """One news article, as it is in the folder of articles."""

    id: str = Field(
        min_length=1,
        description="Its path below its folder without the suffix, or the record's own id.",
    )
    text: str = Field(min_length=1, description="The words every offset counts in.")
    title: str = Field(min_length=1)
    publisher: str = UNKNOWN_PUBLISHER
    author: str | None = None
    published: date | None = Field(default=None, description="None when the source names no day.")
    url: HttpUrl | None = None
    origin: str | None = Field(
        default=None, description="Who published it first, where the article itself says so."
    )


class Chunk(Record):
    """A run of whole sentences of one section of one article; what is embedded and searched."""

    article_id: str
    number: int = Field(ge=0, description="0 for the first chunk of the article.")
    span: Span
    text: str = Field(description="span.of(article.text)")
    heading: str | None = Field(default=None, description="The heading its section stands under.")


ArticleLookup = Callable[[str], Article]
"""Returns the article with this id; raises UnknownArticle."""

ARTICLES = "articles"
"""The key of the ArticleLookup in the context that saved passages and citations are loaded with."""


class Passage(Record):
    """A chunk that was found, with its article.

    Dumped as JSON it carries its article without the text. To load it again, pass
    `context={"articles": library.article}`: the words are checked against the article.
    """

    article: Article
    span: Span
    text: str
    heading: str | None = None
    score: float = Field(ge=0, le=1, description="How well it matches; 1 is best.")
    rank: int = Field(ge=1, description="1 for the best.")

    @model_validator(mode="before")
    @classmethod
    def _look_up_article(cls, data: Any, info: ValidationInfo) -> Any:
        if not isinstance(data, dict):
            return data
        article = data.get("article")
        if isinstance(article, dict) and "text" not in article:
            lookup: ArticleLookup | None = (info.context or {}).get(ARTICLES)
            if lookup is None:
                raise ValueError(
                    'a saved passage is loaded with context={"articles": library.article}'
                )
            return {**data, "article": lookup(article["id"])}
        return data

    @model_validator(mode="after")
    def _is_exact(self) -> Self:
        found = self.span.of(self.article.text)
        if found != self.text:
            raise ValueError(
                f"passage is not at {self.article.id}:{self.span.start}-{self.span.end}: "
                f"expected {self.text!r}, found {found!r}"
            )
        return self

    @field_serializer("article")
    def _without_text(self, article: Article, info: SerializationInfo) -> dict[str, Any]:
        return article.model_dump(mode=info.mode, exclude={"text"})


class Failure(Record):
    """Something that could not be read or not be understood, for a person."""

    where: str = Field(description="An article id, or a file with a line number.")
    reason: str = Field(description="What is wrong and what to do, in one line.")


class Place(Record):
    """Where some words stand."""

    article_id: str
    span: Span

    @property
    def order(self) -> tuple[str, int, int]:
        """What places are sorted by."""
        return self.article_id, self.span.start, self.span.end


class Finding(Record):
    """Two places that a comparer put side by side. Found from either side, it is the same one."""

    sides: tuple[Place, Place] = Field(description="By article id, then as they stand in the text.")
    confidence: float = Field(ge=0, le=1, description="How sure the comparer is; 1 is certain.")
    record: str = Field(description="JSON that only the comparer understands.")

    @field_validator("sides")
    @classmethod
    def _in_order(cls, sides: tuple[Place, Place]) -> tuple[Place, Place]:
        first, second = sorted(sides, key=lambda side: side.order)
        if first == second:
            raise ValueError(
                f"{first.article_id}:{first.span.start}-{first.span.end} is held against itself"
            )
        return first, second

    @property
    def rank(self) -> tuple[object, ...]:
        """What findings are sorted by: the most confident first."""
        return -self.confidence, *(side.order for side in self.sides)


class SyncReport(Record):
    """What one sync did to the index. The first four hold article ids, in reading order."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    failed: tuple[Failure, ...] = ()
    warnings: tuple[Failure, ...] = Field(
        default=(), description="Indexed all the same: an unreadable date, a link that was cut."
    )
    findings: tuple[Finding, ...] = Field(
        default=(),
        description="What the comparer found now: not those whose words were held against each "
        "other before. The most confident first.",
    )


class Progress(Record):
    """How far a sync is."""

    stage: Literal["indexing", "comparing"]
    done: int = Field(ge=0, description="Bytes of files that are indexed; articles compared.")
    total: int = Field(ge=0, description="Bytes of new or changed files; articles to compare.")
    articles: int = Field(default=0, ge=0, description="Articles indexed, or compared, so far.")


class Source(Record):
    """One article as the list of sources shows it."""

    id: str
    title: str
    publisher: str
    author: str | None
    published: date | None
    url: HttpUrl | None
    origin: str | None
    passages: int = Field(ge=0, description="How many chunks it was cut into.")
    folder: str = Field(description="The folder it was synced from, as an absolute path.")
    file: str = Field(description="Its file, relative to the folder.")

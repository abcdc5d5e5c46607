"""Documents that come with a question -> articles, as a sync makes them of a folder.

WikiContradict and CONFLICTS are kept in one form, whose records are here.
"""

from collections.abc import Mapping
from typing import Self

from pydantic import Field, model_validator

from index.load.build import build
from index.load.records import Draft
from index.models import Article, Record

SAYS_SOMETHING = r"\S"


class Document(Record):
    """A text that was found for a question; `source` is not always who published it."""

    doc_id: str = Field(min_length=1)
    title: str
    author: str | None = None
    date: str | None = Field(default=None, description='As a page states it: "NA", "2 days ago".')
    source: str
    url: str | None = None
    content: str = Field(pattern=SAYS_SOMETHING)


class Documented(Record):
    """A question with its documents, and whether they contradict each other."""

    id: str
    question: str = Field(pattern=SAYS_SOMETHING)
    conflict_type: str
    reference_answers: tuple[str, ...]
    documents: tuple[Document, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _tells_documents_apart(self) -> Self:
        if len({document.doc_id for document in self.documents}) < len(self.documents):
            raise ValueError("two documents have the same doc_id")
        return self


def article(text: str, *, id: str, said: Mapping[str, object]) -> Article:  # noqa: A002
    """Return the article that a sync would make of a text.

    A date that names no day is left out, and a title that is missing is the first line.

    Raises:
        ValueError: no article can be made of it.
    """
    loaded = build(Draft(text, said), id=id, where=id, known={})
    if loaded.failures:
        raise ValueError(f"document {id} {loaded.failures[0].reason}")
    return loaded.articles[0]


def article_of(document: Document, *, publisher: str | None = None) -> Article:
    """Return a document as an article."""
    said = {
        "title": document.title,
        "publisher": publisher,
        "author": document.author,
        "published": document.date,
        "url": document.url,
    }
    return article(document.content, id=document.doc_id, said=said)

"""The two things that other programs may call: ask and search."""

import json
import logging
from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Annotated, Any, ParamSpec, TypeVar

import gradio as gr
from gradio.events import api
from pydantic import AfterValidator, Field, ValidationError

from index import CrosscheckError, Library, Retriever
from index.models import Record
from ui.desk import UNEXPECTED, Desk

log = logging.getLogger(__name__)

MOST = 50  # Passages; a program that wants more of them can use the Retriever itself.
UNPROCESSABLE = 422  # The HTTP statuses: what was sent is wrong,
FAILED = 500  # or something here.

P = ParamSpec("P")
Given = TypeVar("Given", bound=Record)
Result = TypeVar("Result")


class Refusal(gr.Error):
    """One line on why there is no result, with the HTTP status for it."""

    def __init__(self, line: str, *, status: int):
        super().__init__(" ".join(line.split()), print_exception=False)
        self.status = status

    def __str__(self) -> str:
        """Return the line as it is, where gradio puts it in quotes."""
        return str(self.message)


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("it is empty; ask something")
    return text


Words = Annotated[str, AfterValidator(_not_blank)]


class Question(Record):
    """What `ask` is given."""

    question: Words


class Query(Record):
    """What `search` is given."""

    query: Words
    k: int = Field(ge=1, le=MOST)
    publishers: tuple[str, ...] | None
    since: date | None
    until: date | None


def lay_out_api(library: Library, desk: Desk) -> None:
    """Offer `ask` and `search` inside the block that is open.

    Their descriptions are what an assistant reads before it calls them. They are not queued: the
    desk answers one question after the other by itself.
    """
    retriever = Retriever(library)

    @_told
    def ask(question: str) -> dict[str, Any]:
        """Answer a question from the news articles, in their own words, with exact quotes.

        Where they disagree, each position is given with who says it; none is picked. Where they do
        not say, `answered` is false, and the nearest passages are given, which are no answers.

        Args:
            question: A question that can be understood without what was said before it.

        Returns:
            A JSON object; `citations` holds each quote with its article, start and end.
        """
        return desk.ask(_checked(Question, question=question).question).model_dump(mode="json")

    @_told
    def search(
        query: str,
        k: int = 5,
        publishers: list[str] | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> list[dict[str, Any]]:
        """Find the passages of the news articles that may answer a question, best first.

        Args:
            query: A question, or some words.
            k: How many passages, from 1 to 50.
            publishers: Only articles of these publishers; case is ignored.
            since: Only articles published on this day or later, written as 2026-03-01.
            until: Only articles published on this day or earlier, written likewise.

        Returns:
            A JSON list; each passage has its text, span, score, rank and article.
        """
        wanted = _checked(Query, query=query, k=k, publishers=publishers, since=since, until=until)
        found = retriever.search(
            wanted.query,
            wanted.k,
            publishers=wanted.publishers,
            since=wanted.since,
            until=wanted.until,
        )
        return [passage.model_dump(mode="json") for passage in found]

    api(ask, api_name="ask", queue=False)
    api(search, api_name="search", queue=False)


def endpoints(page: gr.Blocks) -> dict[str, Callable[..., Any]]:
    """Return the functions of a page that other programs may call, by name."""
    offered = (event for event in page.fns.values() if event.api_visibility == "public")
    return {event.api_name: event.fn for event in offered if event.api_name and event.fn}


def _checked(kind: type[Given], **given: object) -> Given:
    try:
        return kind.model_validate_json(json.dumps(given), strict=True)
    except ValidationError as error:
        wrong = (f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        line = "; ".join(wrong).replace("Value error, ", "")
        raise Refusal(line, status=UNPROCESSABLE) from error


def _told(call: Callable[P, Result]) -> Callable[P, Result]:
    """Turn every error of `call` into a refusal."""

    @wraps(call)
    def told(*args: P.args, **kwargs: P.kwargs) -> Result:
        try:
            return call(*args, **kwargs)
        except Refusal:
            raise
        except CrosscheckError as error:
            raise Refusal(str(error), status=FAILED) from error
        except Exception as error:
            log.exception("%s failed", call.__name__)
            raise Refusal(UNEXPECTED, status=FAILED) from error

    return told

"""What happens when a reader asks, or opens a quote. It knows no gradio."""

import logging
from collections.abc import Collection, Mapping, Sequence
from threading import Lock
from typing import Any

from pydantic import Field, ValidationError

from index import Library
from index.errors import CrosscheckError, UnknownArticle
from index.models import Article, Record, Source, Span
from qa import Assistant
from qa.models import Answer
from ui import reading
from ui.conversation import render_chat
from ui.render import render_answer
from ui.session import Chat, Turn

log = logging.getLogger(__name__)

MOST_PLACES = 20  # An answer has fewer positions; a made-up click is not worth the reading.
EXAMPLES = 3  # Enough to show what a question looks like.
LONG_TITLE = 80  # Characters; a longer one is most often a sentence that stands in for a title.
UNEXPECTED = (
    "Something went wrong while reading the articles. You can ask again; "
    "what happened is written in the terminal."
)


class Place(Record):
    """What a click on a quote or a title asks for. It comes from the browser and is checked."""

    article_id: str
    start: int | None = None
    end: int | None = None

    def span(self, article: Article) -> Span | None:
        """Return the span, as far as the article has it."""
        if self.start is None or self.end is None or not 0 <= self.start < self.end:
            return None
        return Span(start=self.start, end=self.end) if self.end <= len(article.text) else None


class Places(Record):
    """What a click that asks for several passages asks for. It is checked as one place is."""

    places: tuple[Place, ...] = Field(min_length=1, max_length=MOST_PLACES)


class Again(Record):
    """What a click on a filter asks for: a question as understood, and the filters to leave out."""

    question: str = Field(min_length=1)
    without: tuple[str, ...] = ()


class Desk:
    """The library and the assistant, as a reader at the page uses them.

    Args:
        library: Where the articles are.
        assistant: What answers.
        examples: Questions to begin with; without any they come from the titles.
        reading: Held while a question is answered: reading keeps every core busy, and two at once
            are both slower.
    """

    def __init__(
        self,
        library: Library,
        assistant: Assistant,
        examples: Sequence[str],
        reading: "Lock | None" = None,
    ):
        self.library = library
        self.assistant = assistant
        self.examples = examples
        self._reading = reading or Lock()

    def show(self, chat: Chat) -> str:
        """Return the conversation."""
        if chat.turns:
            return render_chat(chat)
        sources = self.library.sources()
        examples = self.examples or title_questions(sources)
        return render_chat(chat, examples=examples, articles=len(sources))

    def ask(
        self, question: str, history: Sequence[Answer] = (), *, without: Collection[str] = ()
    ) -> Answer:
        """Return the answer, when the questions before it are answered."""
        with self._reading:
            return self.assistant.ask(question, history=history, without=without)

    def ask_again(self, chat: Chat, wanted: Mapping[str, Any]) -> str:
        """Add the question with other filters, as it was clicked; return the conversation."""
        try:
            again = Again.model_validate(wanted)
        except ValidationError:
            log.warning("a click on a filter was not understood")
        else:
            chat.add_again(again.question, again.without)
        return self.show(chat)

    def answer_next(self, chat: Chat) -> str:
        """Answer the oldest question that waits, if one does; return the conversation."""
        with chat.lock:
            if turn := chat.next_pending():
                self._answer(turn, () if turn.alone else chat.history())
            return self.show(chat)

    def _answer(self, turn: Turn, history: Sequence[Answer]) -> None:
        try:
            answer = self.ask(turn.question, history, without=turn.without)
            turn.html = render_answer(answer, asked=turn.question, silent=self._silent(answer))
            turn.answer = answer
        except CrosscheckError as error:
            turn.error = str(error)
        except Exception:
            log.exception("could not answer %r", turn.question)
            turn.error = UNEXPECTED

    def read(self, wanted: Mapping[str, Any]) -> str:
        """Return the reading pane at a place or at several, or one sentence on why not."""
        try:
            several = "places" in wanted
            places = Places.model_validate(wanted if several else {"places": [wanted]}).places
        except (ValidationError, TypeError):
            return reading.render_problem("That link is broken. Ask again to get a fresh one.")
        found = []
        for place in places:
            try:
                article = self.library.article(place.article_id)
            except UnknownArticle:
                return reading.render_problem(
                    "This article is no longer among the sources.", article_id=place.article_id
                )
            except CrosscheckError as error:
                return reading.render_problem(str(error), article_id=place.article_id)
            found.append((article, place.span(article)))
        passages = [(article, span) for article, span in found if span]
        if several and passages:
            return reading.render_passages(passages)
        return reading.render_article(*found[0])

    def _silent(self, answer: Answer) -> list[Article]:
        found = []
        for article_id in answer.silent:
            try:
                found.append(self.library.article(article_id))
            except UnknownArticle:
                log.info("article %s went while it was being read", article_id)
        return found


def title_questions(sources: Sequence[Source]) -> list[str]:
    """Return questions about the first articles; those with a real title come first."""
    ranked = sorted(sources, key=lambda s: len(s.title) > LONG_TITLE or s.title[-1] in ".…")
    return [f"What is reported about “{source.title}”?" for source in ranked[:EXAMPLES]]

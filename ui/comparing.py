"""Comparing in the background: how far it is, and what it found. It knows no gradio."""

import logging
import time
from collections.abc import Iterable
from itertools import product
from threading import Event, Lock, Thread
from types import TracebackType
from typing import NamedTuple, Self

from index import IndexLocked, Library
from index.errors import CrosscheckError
from index.models import Progress
from qa.models import Conflict
from qa.unasked.conflicts import conflicts

log = logging.getLogger(__name__)

AT_ONCE = 8  # Articles between two chances for another writer: one or two seconds.
PAUSE = 0.1  # Seconds of a chance; who waits for the index looks twenty times a second.
BUSY = 0.5  # Seconds until the next try, where another process is writing.
COST = 10  # Looks at what was found so far are so many times as far apart as each takes.
UNEXPECTED = "Something went wrong while comparing; what happened is written in the terminal."

Said = frozenset[tuple[str, str]]
"""Who says which words, one of either side: the same wherever they have come to stand."""


class News(NamedTuple):
    """What the articles of the last sync changed."""

    waiting: int  # How many of them are not compared yet.
    new: tuple[Conflict, ...]


class Look(NamedTuple):
    """What is known at one moment."""

    articles: int
    waiting: int  # How many of them are not compared yet.
    found: tuple[Conflict, ...] = ()  # Warnings first, then notes.
    version: int = 0  # Grows whenever `found` changes.
    possible: bool = True  # False: there is nothing that compares.
    problem: str = ""  # Why it stopped, if it did.
    news: News | None = None  # None: the last sync added and changed nothing.


class Comparing:
    """Compares the articles of a library that wait for it, in a thread of its own.

    Looking never waits for it. Closing it ends the thread within the time one article takes.
    """

    def __init__(self, library: Library):
        self.library = library
        self.reading = Lock()  # Whoever holds it makes comparing wait: an answer comes first.
        self._closing = Event()
        self._thread: Thread | None = None
        self._starting, self._looking = Lock(), Lock()
        self._problem = ""
        self._followed: frozenset[str] = frozenset()
        self._known: frozenset[Said] = frozenset()
        self._seen = Look(articles=0, waiting=0, possible=library.comparer is not None)
        self._uncompared: frozenset[str] = frozenset()  # When that was seen.
        self._generation, self._not_before = -1, 0.0

    def start(self) -> None:
        """Begin to compare, unless that is being done or nothing can; return at once."""
        with self._starting:
            is_alive = self._thread is not None and self._thread.is_alive()
            if self.library.comparer is None or is_alive or self._closing.is_set():
                return
            self._problem = ""
            self._thread = Thread(target=self._work, name="comparing", daemon=True)
            self._thread.start()

    def look(self) -> Look:
        """Return how far it is and what it found; begin anew if articles came that wait."""
        with self._looking:
            if self.library.comparer is not None:
                self._catch_up()
            seen = self._seen._replace(news=self._news())
        if seen.waiting and not self._problem:
            self.start()
        return seen._replace(problem=self._problem)

    def said(self) -> frozenset[Said]:
        """Return the words of all that was found so far; a sync that follows adds to them."""
        self._not_before = 0.0
        return frozenset(said for conflict in self.look().found for said in _said(conflict))

    def follow(self, articles: Iterable[str], known: frozenset[Said]) -> None:
        """Let the news be of these articles from now on, and compare them.

        Args:
            articles: The ids of those that a sync added or changed. Those of the sync before are
                still followed if they have not been compared yet.
            known: What was said before that sync: nothing of it is new.
        """
        with self._looking:
            left = self._followed & set(self.library.uncompared())
            self._known = self._known & known if left else known
            self._followed = left.union(articles)
            self._not_before = 0.0
        if self._followed:
            self._problem = ""
            self.start()

    def close(self) -> None:
        """End the thread."""
        with self._starting:
            self._closing.set()
        if self._thread is not None:
            self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _work(self) -> None:
        try:
            while not self._closing.is_set() and self.library.uncompared():
                self._closing.wait(self._compare_some())
        except _Closed:
            log.debug("comparing was ended")
        except CrosscheckError as error:
            self._problem = str(error)
        except Exception:
            log.exception("could not compare the articles")
            self._problem = UNEXPECTED

    def _compare_some(self) -> float:
        """Compare some articles; return how many seconds to wait before the next."""
        try:
            self.library.compare(most=AT_ONCE, progress=self._give_way, wait=0)
        except IndexLocked:
            return BUSY
        return PAUSE

    def _give_way(self, _: Progress) -> None:
        """Wait for an answer that is being read; this is called before each article."""
        with self.reading:
            if self._closing.is_set():
                raise _Closed

    def _catch_up(self) -> None:
        """Look again if the index has changed, but not all the time where that takes long."""
        generation, began = self.library.generation, time.monotonic()
        if generation == self._generation or began < self._not_before:
            return
        self._uncompared = frozenset(self.library.uncompared())
        found = tuple(conflicts(self.library))  # Later: of what is compared, nothing is missing.
        with self.library.store.reading() as snapshot:
            articles = len(snapshot.article_folders())
        self._seen = self._seen._replace(
            articles=articles,
            waiting=len(self._uncompared),
            found=found,
            version=self._seen.version + (found != self._seen.found),
        )
        self._generation = generation
        now = time.monotonic()
        self._not_before = now + COST * (now - began)

    def _news(self) -> News | None:
        """Return what the followed articles change, as far as that was seen."""
        if not self._followed or not self._seen.possible:
            return None
        new = [
            conflict
            for conflict in self._seen.found
            if self._followed.intersection(one.article_id for one in conflict.citations)
            and self._known.isdisjoint(_said(conflict))
        ]
        return News(len(self._followed & self._uncompared), tuple(new))


class _Closed(Exception):
    """Comparing is to end in the midst of it."""


def _said(conflict: Conflict) -> set[Said]:
    one, other = (
        [(citation.article_id, citation.quote) for citation in side.citations]
        for side in conflict.support
    )
    return {frozenset(pair) for pair in product(one, other)}

"""Hold new and changed articles against the others: the replaceable comparer, and when it is asked.

An article is compared once, with what is nearest to it, so adding one costs one search over the
index. One that changed is compared again, and also with those that something was found with before,
so that what one side takes back or says otherwise is seen. Pairs of older articles are left alone.
"""

import hashlib
import json
from collections.abc import Callable, Set
from functools import cache, partial
from typing import Protocol

from index.live import LiveVectors, Near
from index.models import Article, Finding, Place, Progress
from index.store import Snapshot, Store
from index.sync import ProgressCallback

AT_ONCE = 8  # Articles to a transaction. Some seconds of comparing: what a kill can cost.

Neighbours = Callable[[str, int], list[Near]]
"""Returns each chunk of the article with this id, with as many chunks of other articles: those that
are nearest to it, and where something was found with others before one of the two changed, as many
of theirs. They are searched for together, and anew at each call."""


class Comparer(Protocol):
    """The replaceable part that finds what articles say against each other."""

    @property
    def name(self) -> str:
        """Changes whenever what it finds would; then all articles are compared again."""
        ...

    def compare(self, snapshot: Snapshot, neighbours: Neighbours, article_id: str) -> list[Finding]:
        """Return what is found between an article and its neighbours; one side is of the article.

        It may be found again from the other side, with the same places.
        """
        ...


def compare_new(
    store: Store,
    vectors: LiveVectors,
    comparer: Comparer,
    *,
    known: Set[bytes],
    most: int | None = None,
    progress: ProgressCallback | None = None,
) -> tuple[Finding, ...]:
    """Let `comparer` compare the articles that it has not compared yet; return what is new.

    Args:
        store: What holds the articles. Only one process compares at a time.
        vectors: What finds neighbours in that store.
        comparer: Compares.
        known: The digests of what was found before: of these nothing is new.
        most: How many articles; None takes all that wait.
        progress: Called with a `Progress` after each article.

    Raises:
        ValueError: the comparer gave a place that is not in the index.
    """
    tell = progress or (lambda _: None)
    with store.reading() as snapshot:
        waiting = snapshot.uncompared(comparer.name)[:most]
    new: dict[tuple[Place, Place], Finding] = {}
    for start in range(0, len(waiting), AT_ONCE):
        found: dict[str, list[tuple[bytes, Finding]]] = {}
        with store.reading() as snapshot:
            for done, article_id in enumerate(waiting[start : start + AT_ONCE], start=start):
                tell(_progress(done, len(waiting)))
                if snapshot.entry(article_id):  # Else the index was thrown away meanwhile.
                    found[article_id] = _compare(snapshot, vectors, comparer, article_id)
        with store.writing() as transaction:
            for article_id, findings in found.items():
                transaction.note_compared(article_id, comparer.name, findings)
                _gather(new, findings, known=known)
    if waiting:
        tell(_progress(len(waiting), len(waiting)))
    return tuple(sorted(new.values(), key=lambda finding: finding.rank))


def _compare(
    snapshot: Snapshot, vectors: LiveVectors, comparer: Comparer, article_id: str
) -> list[tuple[bytes, Finding]]:
    """Return what is found in one article, each with its digest."""
    findings = comparer.compare(snapshot, partial(vectors.neighbours, snapshot), article_id)
    article = cache(snapshot.article)
    for finding in findings:
        for side in finding.sides:
            if side.span.end > len(article(side.article_id).text):
                raise ValueError(
                    f"comparer {comparer.name!r} found something at {side.article_id}:"
                    f"{side.span.start}-{side.span.end}, which is past the end of the article"
                )
    return [(_digest(finding, article), finding) for finding in findings]


def _digest(finding: Finding, article: Callable[[str], Article]) -> bytes:
    """Return what tells who says which words, wherever in the articles they have come to stand."""
    said = [
        [side.article_id, side.span.of(article(side.article_id).text)] for side in finding.sides
    ]
    return hashlib.sha256(json.dumps(said).encode()).digest()[:16]


def _gather(
    new: dict[tuple[Place, Place], Finding],
    findings: list[tuple[bytes, Finding]],
    *,
    known: Set[bytes],
) -> None:
    """Put what was not known into `new`; of what is found from both sides, the more confident."""
    for digest, finding in findings:
        before = new.get(finding.sides)
        if digest not in known and (before is None or finding.confidence > before.confidence):
            new[finding.sides] = finding


def _progress(done: int, total: int) -> Progress:
    return Progress(stage="comparing", done=done, total=total, articles=done)

"""Options -> a library that holds the articles as they are now, and an assistant over it."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from index import (
    DEFAULT_ENCODER,
    Comparer,
    IndexingError,
    IndexLocked,
    Library,
    LoadError,
    Retriever,
    SentenceEncoder,
    SyncReport,
)
from index.library import WAIT
from ui.progress import SyncProgress
from ui.words import count

if TYPE_CHECKING:
    from qa import Assistant
    from qa.models import Conflict

SHIPPED = Path("seeds")
OWN = Path("articles")  # Where the page puts what a reader adds, when no folder is named.


def default_articles() -> Path | None:
    """Return the folder of articles to take when none is named; None when there is none."""
    return next((folder for folder in (SHIPPED, OWN) if folder.is_dir()), None)


def named_or_default(folder: Path | None) -> Path:
    """Return the folder of articles to take.

    Raises:
        LoadError: it is no folder, or none is named and there is none to take instead.
    """
    found = folder or default_articles()
    if found is None:
        raise LoadError(f"there is no folder {SHIPPED} or {OWN} here; name a folder of articles")
    if not found.is_dir():
        raise LoadError(f"{found} is not a folder; make it, or name another folder of articles")
    return found


def comparer() -> Comparer | None:
    """Return what holds articles against each other; None where nothing can."""
    from qa.defaults import default_comparer

    return default_comparer()


@contextmanager
def opened(
    index: Path,
    *,
    encoder: str | None = None,
    models: Iterable[str | None] = (),
    create: bool = True,
    compare: bool = False,
) -> Iterator[Library]:
    """Open the library at `index`, and close it at the end.

    Args:
        index: The folder of the index.
        encoder: Another encoder than the one that is installed.
        models: The other models that were named, if any: they may be fetched while it is open.
        create: Make an index where there is none.
        compare: Let a sync compare articles, too. It takes longer than to index them.

    Raises:
        IndexingError: there is no index, and `create` is False.
    """
    if not create and not index.is_dir():
        raise IndexingError(
            f"there is no index at {index} and no folder of articles; "
            "name one with --articles FOLDER"
        )
    _stay_offline_unless(encoder, *models)
    named = SentenceEncoder(encoder) if encoder else None
    held_against = comparer() if compare else None
    with Library.open(index, encoder=named, comparer=held_against) as library:
        yield library


@contextmanager
def ready(
    index: Path,
    articles: Path | None,
    *,
    sync: bool,
    encoder: str | None,
    models: Iterable[str | None] = (),
    compare: bool = False,
    console: Console,
) -> Iterator[Library]:
    """Open the library with what changed in the articles indexed: ready to be asked.

    `models` and `compare` are as in `opened`.

    Raises:
        IndexingError: there is no index and nothing to make one from.
    """
    folder = named_or_default(articles) if sync and (articles or default_articles()) else None
    with opened(
        index, encoder=encoder, models=models, create=folder is not None, compare=compare
    ) as library:
        if folder:
            sync_first(library, folder, console=console)
        elif not library.folders():
            raise IndexingError(
                f"the index at {index} holds no articles; name a folder with --articles FOLDER"
            )
        yield library


def assistant(
    library: Library,
    *,
    reader: str | None,
    entailment: str | None,
    strictness: float | None = None,
) -> "Assistant":
    """Return what answers questions over a library; models that are named are loaded now.

    Raises:
        ModelError: one of them cannot be loaded, or is of another kind.
    """
    from qa import Assistant, NamedEntailment, NamedSpans, SpanReader

    return Assistant(
        Retriever(library),
        reader=SpanReader(NamedSpans(reader).load()) if reader else None,
        entailment=NamedEntailment(entailment).load() if entailment else None,
        strictness=strictness,
    )


def sync_first(library: Library, folder: Path, *, compare: bool = True, console: Console) -> None:
    """Index what changed in `folder`, compare it unless told not to, and say so on `console`.

    An index that another process is writing to is used as it is, if it holds the folder already.
    """
    is_known = folder.resolve() in library.folders()
    try:
        with SyncProgress(folder, console=console) as progress:
            report = library.sync(
                folder, compare=compare, progress=progress, wait=0.0 if is_known else WAIT
            )
    except IndexLocked as error:
        if not is_known:
            raise
        _say(console, f"Using the index as it is: {error}")
    else:
        if line := news(report, new=len(new_conflicts(library, report))):
            _say(console, f"{folder}: {line}")


def new_conflicts(library: Library, report: SyncReport) -> "list[Conflict]":
    """Return what a sync found that the articles did not say against each other before."""
    if not report.findings:
        return []
    from qa.unasked.conflicts import conflicts

    return conflicts(library, among=report.findings)


def news(report: SyncReport, *, new: int) -> str:
    """Return what a sync did in one line, `new` disagreements included; empty for nothing.

    >>> news(SyncReport(added=("a", "b"), unchanged=("c",)), new=1)
    '2 articles added, 1 new disagreement'
    >>> news(SyncReport(unchanged=("c",)), new=0)
    ''
    """
    done = [
        f"{count(len(ids), 'article')} {what}"
        for what, ids in [
            ("added", report.added),
            ("changed", report.changed),
            ("removed", report.removed),
        ]
        if ids
    ]
    if new:
        done.append(count(new, "new disagreement"))
    if report.failed:
        done.append(f"{count(len(report.failed), 'problem')}, which `crosscheck sync` lists")
    return ", ".join(done)


def _say(console: Console, line: str) -> None:
    console.print(line, markup=False, highlight=False, soft_wrap=True)


def _stay_offline_unless(*models: str | None) -> None:
    """Let the model libraries use the network only for a remote model that was named."""
    here = {None, DEFAULT_ENCODER}
    if all(model in here or Path(str(model)).is_dir() for model in models):
        os.environ.setdefault("HF_HUB_OFFLINE", "1")

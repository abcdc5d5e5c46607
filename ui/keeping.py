"""The commands that look after the index: sync, watch, sources."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from ui import options
from ui.complaint import complain

if TYPE_CHECKING:
    from index import SyncReport
    from qa.models import Conflict

NOTHING_INDEXED = 1  # The exit status when there were failures and nothing else.


def sync(
    folder: options.Folder = None,
    *,
    index: options.Index = options.INDEX,
    encoder: options.Encoder = None,
    json: options.Json = False,
) -> None:
    """Index what is new or changed in a folder of articles, and forget what is gone."""
    from ui.opening import named_or_default, new_conflicts, opened
    from ui.progress import SyncProgress

    articles = named_or_default(folder)
    with opened(index, encoder=encoder, compare=True) as library:
        with SyncProgress(articles, console=Console(stderr=True)) as progress:
            report = library.sync(articles, progress=progress)
        _show(report, new_conflicts(library, report), json=json)
    if report.failed and not (report.added or report.changed or report.unchanged):
        raise typer.Exit(NOTHING_INDEXED)


def watch(
    folder: options.Folder = None,
    *,
    index: options.Index = options.INDEX,
    encoder: options.Encoder = None,
    json: options.Json = False,
) -> None:
    """Index a folder, and again whenever something in it changes. Ctrl-C ends it."""
    from index.watch import watch as watch_folder
    from ui.opening import named_or_default, new_conflicts, news, opened

    articles = named_or_default(folder)
    screen = Console(stderr=True)

    def tell(report: "SyncReport") -> None:
        new = new_conflicts(library, report)
        if news(report, new=len(new)):
            screen.print(f"{datetime.now():%H:%M:%S}")
            _show(report, new, json=json)

    with opened(index, encoder=encoder, compare=True) as library:
        screen.print(f"Watching {articles}; Ctrl-C ends it", markup=False, highlight=False)
        watch_folder(library, articles, tell, on_error=complain)


def sources(index: options.Index = options.INDEX, json: options.Json = False) -> None:
    """List the articles of the index, and what could not be read."""
    from ui.opening import opened
    from ui.printing import put, source_lines

    with opened(index, create=False) as library:
        found = library.sources()
        put(source_lines(found, library.failures()), found if json else None)


def _show(report: "SyncReport", new: "Sequence[Conflict]", *, json: bool) -> None:
    """Print what a sync did, and what the new articles change."""
    from ui.conflicts import Synced, new_lines
    from ui.printing import put, report_lines

    put([*report_lines(report), *new_lines(new)], Synced.of(report, new) if json else None)

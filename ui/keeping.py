"""The commands that look after the index: sync, watch, sources."""

from datetime import datetime
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from ui import options
from ui.complaint import complain

if TYPE_CHECKING:
    from index import SyncReport

NOTHING_INDEXED = 1  # The exit status when there were failures and nothing else.


def sync(
    folder: options.Folder = None,
    *,
    index: options.Index = options.INDEX,
    encoder: options.Encoder = None,
    json: options.Json = False,
) -> None:
    """Index what is new or changed in a folder of articles, and forget what is gone."""
    from ui.opening import named_or_default, opened
    from ui.printing import put, report_lines
    from ui.progress import SyncProgress

    articles = named_or_default(folder)
    waiting = SyncProgress(articles, console=Console(stderr=True))
    with opened(index, encoder=encoder) as library, waiting as progress:
        report = library.sync(articles, progress=progress)
    put(report_lines(report), report if json else None)
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
    from ui.opening import named_or_default, news, opened
    from ui.printing import put, report_lines

    articles = named_or_default(folder)
    screen = Console(stderr=True)

    def tell(report: "SyncReport") -> None:
        if news(report):
            screen.print(f"{datetime.now():%H:%M:%S}")
            put(report_lines(report), report if json else None)

    with opened(index, encoder=encoder) as library:
        screen.print(f"Watching {articles}; Ctrl-C ends it", markup=False, highlight=False)
        watch_folder(library, articles, tell, on_error=complain)


def sources(index: options.Index = options.INDEX, json: options.Json = False) -> None:
    """List the articles of the index, and what could not be read."""
    from ui.opening import opened
    from ui.printing import put, source_lines

    with opened(index, create=False) as library:
        found = library.sources()
        put(source_lines(found, library.failures()), found if json else None)

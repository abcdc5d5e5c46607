"""How far a sync is, for a person who waits for it."""

import time
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from index.models import Progress

MOMENT = 0.5  # Seconds. What is over sooner needs no bar.
EVERY = 5.0  # Seconds between two lines where there is no terminal.


class SyncProgress:
    """The callback of a sync: a bar with a rate and the time left; lines when not on a terminal.

    Each stage has a bar of its own. Nothing is shown of a sync that takes no longer than a moment.
    """

    def __init__(self, folder: Path, *, console: Console) -> None:
        self._titles = {"indexing": f"Indexing {folder}", "comparing": "Comparing articles"}
        self._stage = "indexing"
        self._console = console
        self._started = self._printed = time.monotonic()
        self._bar = Bar(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            console=console,
            transient=True,
        )
        self._task = self._bar.add_task(self._titles[self._stage], total=None, rate="")
        self._timer = Timer(MOMENT, self._bar.start)
        self._timer.daemon = True

    def __call__(self, progress: Progress) -> None:
        """Show `progress`."""
        if progress.stage != self._stage:
            self._begin(progress.stage)
        elapsed = max(time.monotonic() - self._started, 1e-3)  # A stage may only just have begun.
        rate = f"{progress.articles / elapsed:.1f} articles/s"
        self._bar.update(self._task, completed=progress.done, total=progress.total, rate=rate)
        is_due = time.monotonic() - self._printed >= EVERY and progress.done < progress.total
        if is_due and not self._console.is_terminal:
            self._printed = time.monotonic()
            title = self._titles[self._stage]
            self._console.print(f"{title}: {_words(progress, elapsed)}", markup=False)

    def _begin(self, stage: str) -> None:
        self._stage = stage
        self._started = time.monotonic()
        self._bar.reset(self._task, description=self._titles[stage], rate="")

    def __enter__(self) -> Self:
        if self._console.is_terminal:
            self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._console.is_terminal:
            self._timer.cancel()
            self._timer.join()
            if self._bar.live.is_started:
                self._bar.stop()


def _words(progress: Progress, elapsed: float) -> str:
    """Return how far it is, how fast, and how long it will still take.

    >>> _words(Progress(stage="indexing", done=250, total=1000, articles=30), 10.0)
    '25 %, 30 articles, 3.0 articles/s, about 30 s left'
    """
    share = progress.done / max(progress.total, 1)
    left = f", about {elapsed * (1 - share) / share:.0f} s left" if share else ""
    rate = progress.articles / elapsed
    return f"{share:.0%}, {progress.articles} articles, {rate:.1f} articles/s{left}".replace(
        "%", " %", 1
    )

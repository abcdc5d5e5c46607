"""Folder -> library, again whenever a file arrives, changes or goes."""

import os
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

from watchfiles import DefaultFilter
from watchfiles import watch as changes_in

from index.errors import CrosscheckError, LoadError
from index.library import Library
from index.models import SyncReport
from index.sync import ProgressCallback

QUIET = 0.5  # Seconds without a change before a sync. Programs write in bursts closer than this.
LONGEST = 30.0  # Seconds until a folder that is never quiet is synced all the same.
RETRY = 10.0  # Seconds until a sync that failed (locked, disk full) is tried again.


def watch(
    library: Library,
    folder: str | Path,
    on_report: Callable[[SyncReport], None],
    *,
    on_error: Callable[[Exception], None],
    progress: ProgressCallback | None = None,
    stop: Event | None = None,
) -> None:
    """Sync `folder` now and whenever something in it changed, until `stop` is set or Ctrl-C.

    A file that is still being written is waited for; one that is read half-written is read again
    when the rest arrives. A sync that fails is reported and tried again, and so is a folder that
    goes away and comes back.

    Args:
        library: The library the folder is synced into.
        folder: A folder of articles.
        on_report: Called after each sync.
        on_error: Called when a sync fails.
        progress: As for `Library.sync`.
        stop: Set it, from another thread, to return.

    Raises:
        LoadError: there is no such folder to begin with.
    """
    root = Path(folder).resolve()
    stop = stop or Event()
    if not root.is_dir():
        raise LoadError(f"{folder} is not a folder; make it, or name another folder of articles")

    def sync() -> bool:
        try:
            report = library.sync(root, progress=progress)
        except (CrosscheckError, OSError, sqlite3.Error) as error:
            on_error(error)
            return False
        on_report(report)
        return True

    while not stop.is_set():
        _sync_at_changes(root, sync, ignore=library.folder, stop=stop)
        if not stop.is_set():
            on_error(LoadError(f"{folder} is gone; its articles stay indexed until it is back"))
        while not root.is_dir() and not stop.wait(QUIET):
            pass


def _sync_at_changes(root: Path, sync: Callable[[], bool], *, ignore: Path, stop: Event) -> None:
    """Sync at once and at changes, until `stop` is set or `root` is no longer the same folder."""
    identity = _identity(root)
    waiting_since: float | None = time.monotonic()
    not_before = 0.0
    for changes in changes_in(
        root,
        watch_filter=DefaultFilter(ignore_paths=[ignore]),  # The index itself may lie below.
        stop_event=stop,
        rust_timeout=round(QUIET * 1000),
        yield_on_timeout=True,  # No changes for so long: it is quiet.
    ):
        if _identity(root) != identity:
            return
        now = time.monotonic()
        if changes:
            waiting_since = waiting_since or now
        is_ready = waiting_since is not None and (not changes or now - waiting_since > LONGEST)
        if is_ready and now >= not_before:
            done = sync()
            waiting_since = None if done else now
            not_before = 0.0 if done else time.monotonic() + RETRY


def _identity(folder: Path) -> tuple[int, int] | None:
    """Return what tells a folder from another of its name; None when there is none."""
    try:
        status = os.stat(folder)
    except OSError:
        return None
    return status.st_dev, status.st_ino

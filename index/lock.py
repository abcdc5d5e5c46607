"""One writer at a time. A lock dies with its process, so a kill leaves none behind."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from index.errors import IndexingError, IndexLocked

LOCK_FILE = "writer.lock"
HOLDER_FILE = "writer.holder"


@contextmanager
def writer_lock(folder: Path, *, wait: float) -> Iterator[None]:
    """Hold the right to write to the index in `folder`.

    Args:
        folder: The folder of the index.
        wait: Seconds to wait for another writer; 0 does not wait.

    Raises:
        IndexLocked: another process held it all that time; the message says which.
        IndexingError: nothing may be written there.
    """
    lock = FileLock(folder / LOCK_FILE, timeout=wait)
    try:
        lock.acquire()
    except Timeout:
        raise IndexLocked(
            f"{folder} is being written by {_holder(folder)}; wait until it is done, or stop it"
        ) from None
    except OSError as error:
        raise IndexingError(
            f"{folder} cannot be written: {error.strerror}; give yourself permission to write there"
        ) from error
    try:
        _note_holder(folder)
        yield
    finally:
        with suppress(OSError):
            (folder / HOLDER_FILE).unlink(missing_ok=True)
        lock.release()


def _note_holder(folder: Path) -> None:
    """Write down who holds the lock, for a message only: a full disk must not end a sync here."""
    started = datetime.now().astimezone().isoformat(timespec="seconds")
    holder = f"process {os.getpid()} on {socket.gethostname()} since {started}"
    with suppress(OSError):
        (folder / HOLDER_FILE).write_text(holder, encoding="utf-8")


def _holder(folder: Path) -> str:
    try:
        return (folder / HOLDER_FILE).read_text(encoding="utf-8").strip() or "another process"
    except OSError:
        return "another process"

"""A path -> its bytes, its name for a person, and its troubles in plain words."""

import errno
import os
import stat
from pathlib import Path

from index.errors import LoadError

_PLAIN = {
    errno.ENOENT: "is gone; it was there a moment ago: sync again",
    errno.EACCES: "may not be opened; give yourself permission to read it",
    errno.EPERM: "may not be opened; give yourself permission to read it",
    errno.ELOOP: "is a link that leads back to itself; remove the link",
    errno.EISDIR: "is a folder; give its files instead",
    errno.ENAMETOOLONG: "has too long a path; move it to a folder nearer the top",
}


def plainly(error: OSError) -> str:
    """Return what is wrong with a file and what to do, as the end of a sentence about it."""
    known = _PLAIN.get(error.errno or 0)
    return known or f"cannot be read ({error.strerror or error}); check the disk and try again"


def below(path: Path, folder: Path) -> str:
    r"""Return the path of a file below its folder with forward slashes; else its name.

    Bytes that are no characters are written out (`\udce9`): they could not be stored.
    """
    inside = path.relative_to(folder) if path.is_relative_to(folder) else Path(path.name)
    return inside.as_posix().encode("utf-8", "backslashreplace").decode("utf-8")


def check(path: Path, *, limit: int | None, remedy: str = "") -> None:
    """Refuse what is no regular file (reading a pipe would never end) or is over `limit` bytes.

    Raises:
        LoadError: it is; `remedy` says what to do about the size.
        OSError: it cannot be looked at.
    """
    status = os.stat(path)
    if not stat.S_ISREG(status.st_mode):
        raise LoadError("is not a regular file; remove it from the folder")
    if limit is not None and status.st_size > limit:
        raise LoadError(
            f"is {megabytes(status.st_size)}; the limit is {megabytes(limit)}: {remedy}"
        )


def read_bytes(path: Path, *, limit: int, remedy: str) -> bytes:
    """Return the bytes of a regular file of at most `limit` bytes.

    Raises:
        LoadError: it is something else, or larger.
        OSError: it cannot be read.
    """
    check(path, limit=limit, remedy=remedy)
    with path.open("rb") as file:
        return file.read(limit)


def megabytes(size: int) -> str:
    """Return a number of bytes for a person.

    >>> megabytes(15_000_000)
    '15.0 MB'
    """
    return f"{size / 1_000_000:,.1f} MB"

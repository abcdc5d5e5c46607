"""A folder -> the files to read, and marks that change when a file does."""

import os
from collections import deque
from pathlib import Path

from index.errors import LoadError
from index.load.formats import format_of
from index.load.raw import below, plainly
from index.load.records import Found
from index.load.sources import FILE_NAME, above, read_sources
from index.models import Failure

LOADER_VERSION = 1  # Raise it when the same file is read as another article than before.


def find_files(folder: Path) -> Found:
    """Find the files to read in a folder and below it; links are followed, once.

    Passed over in silence: names that begin with a dot or with ~$ (an open document), and suffixes
    that no format has.

    Raises:
        LoadError: there is no such folder, or it may not be opened. (Below it, that is a failure.)
    """
    try:
        os.listdir(folder)
    except NotADirectoryError:
        raise LoadError(f"{folder} is a file; name the folder that it is in") from None
    except FileNotFoundError:
        raise LoadError(f"{folder} does not exist; create it, or name another folder") from None
    except OSError as error:
        raise LoadError(f"{folder} {plainly(error)}") from None
    return _Walk(folder).run()


def signature(path: Path, folder: Path) -> str:
    """Return a mark that changes when `path`, or a `sources.toml` that speaks of it, does.

    It is made of sizes, times and inodes, so it is cheap, and another for a copy of the file.
    """
    marks = [_mark(file) for file in (path, *above(path, folder))]
    return "|".join([str(LOADER_VERSION), *marks])


def _mark(path: Path) -> str:
    try:
        status = path.stat()
    except OSError:
        return "-"
    return f"{status.st_size}:{status.st_mtime_ns}:{status.st_ctime_ns}:{status.st_ino}"


class _Walk:
    """One walk over a folder; it is used once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._files: list[Path] = []
        self._failures: list[Failure] = []
        self._warnings: list[Failure] = []
        self._folders = deque([root])
        self._links: deque[Path] = deque()
        self._read: set[tuple[int, int]] = set()

    def run(self) -> Found:
        while self._folders or self._links:
            # Real folders first: a link to one is then known to lead where we have been.
            folder = self._folders.popleft() if self._folders else self._links.popleft()
            try:
                self._walk(folder)
            except OSError as error:
                self._fail(folder, plainly(error))
        return Found(
            files=tuple(sorted(self._files, key=lambda path: path.relative_to(self._root).parts)),
            failures=tuple(self._failures),
            warnings=tuple(self._warnings),
        )

    def _walk(self, folder: Path) -> None:
        status = folder.stat()
        identity = (status.st_dev, status.st_ino)
        if identity in self._read or self._leads_up(folder):
            self._fail(folder, "is a link to a folder that is read already; remove the link")
            return
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
        self._read.add(identity)
        for entry in found:
            if not entry.name.startswith((".", "~$")):
                self._take(entry)

    def _take(self, entry: os.DirEntry[str]) -> None:
        path = Path(entry.path)
        try:
            is_folder = entry.is_dir()
            if entry.is_symlink():
                path.stat()  # Raises when it leads nowhere, or back to itself.
        except OSError as error:
            lost = isinstance(error, FileNotFoundError)
            self._fail(path, "is a link that leads nowhere; remove it" if lost else plainly(error))
            return
        if is_folder:
            (self._links if entry.is_symlink() else self._folders).append(path)
        elif entry.name == FILE_NAME:
            self._check_sources(path)
        elif format_of(entry.name):
            self._keep(path)

    def _keep(self, path: Path) -> None:
        try:
            path.name.encode("utf-8")
        except UnicodeEncodeError:
            self._fail(path, "has a name that is not UTF-8; rename it")
            return
        self._files.append(path)

    def _check_sources(self, path: Path) -> None:
        sources = read_sources(path)
        if sources.flaw:
            self._fail(path, sources.flaw)
        where = below(path, self._root)
        self._warnings += [Failure(where=where, reason=line) for line in sources.warnings]

    def _leads_up(self, folder: Path) -> bool:
        """Return whether a link leads to a folder that it is itself in: the walk would not end."""
        if folder == self._root or not folder.is_symlink():
            return False
        return folder.parent.resolve().is_relative_to(folder.resolve())

    def _fail(self, path: Path, reason: str) -> None:
        self._failures.append(Failure(where=below(path, self._root), reason=reason))

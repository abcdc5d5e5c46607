import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from index import watch as module
from index.errors import IndexLocked, LoadError
from index.load import find_files, read_file
from index.models import SyncReport
from index.watch import watch

PATIENCE = 20.0  # Seconds; a busy machine is slow to wake a thread.


class ReadingLibrary:
    """Reads every file of the folder at each sync and embeds nothing; raises what it is told to."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.errors: list[Exception] = []

    def sync(self, folder: Path, *, progress=None) -> SyncReport:
        if self.errors:
            raise self.errors.pop(0)
        (self.folder / "index.db").touch()  # As every writer does.
        loaded = [read_file(path, folder=folder) for path in find_files(folder).files]
        return SyncReport(
            added=tuple(article.id for one in loaded for article in one.articles),
            failed=tuple(failure for one in loaded for failure in one.failures),
        )


class Watching:
    """A watch in a thread of its own, and what it has told."""

    def __init__(self, folder: Path):
        self.library = ReadingLibrary(folder / ".crosscheck")
        self.reports: list[SyncReport] = []
        self.errors: list[str] = []
        self.stop = Event()
        self.thread = Thread(target=self._watch, args=(folder,))

    def _watch(self, folder: Path) -> None:
        watch(
            self.library,
            folder,
            self.reports.append,
            on_error=lambda error: self.errors.append(str(error)),
            stop=self.stop,
        )

    def until(self, is_so: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not is_so():
            assert time.monotonic() < deadline, (self.reports, self.errors)
            assert self.thread.is_alive()
            time.sleep(0.02)


@pytest.fixture
def folder(tmp_path) -> Path:
    folder = tmp_path / "news"
    (folder / ".crosscheck").mkdir(parents=True)
    return folder


@pytest.fixture
def watching(folder, monkeypatch) -> Iterator[Watching]:
    monkeypatch.setattr(module, "QUIET", 0.2)
    monkeypatch.setattr(module, "RETRY", 0.4)
    watching = Watching(folder)
    watching.thread.start()
    watching.until(lambda: watching.reports == [SyncReport()])
    yield watching
    watching.stop.set()
    watching.thread.join(timeout=PATIENCE)
    assert not watching.thread.is_alive()


def test_an_article_that_arrives_is_synced(watching, folder):
    (folder / "ferry.txt").write_text("The ferry ran aground on Tuesday.")
    watching.until(lambda: watching.reports[-1].added == ("ferry",))
    (folder / "ferry.txt").unlink()
    watching.until(lambda: watching.reports[-1].added == ())


def test_a_file_in_a_new_folder_below_is_seen(watching, folder):
    (folder / "2026" / "march").mkdir(parents=True)
    (folder / "2026" / "march" / "ferry.txt").write_text("The ferry ran aground on Tuesday.")
    watching.until(lambda: watching.reports[-1].added == ("2026/march/ferry",))


def test_a_file_that_is_being_written_is_waited_for(watching, folder):
    with (folder / "ferry.json").open("w") as file:
        for part in ('{"title": "Ferry",', ' "text": "The ferry', " ran", " aground.", '"}'):
            file.write(part)
            file.flush()
            time.sleep(0.1)
    watching.until(lambda: watching.reports[-1].added == ("ferry",))
    assert not any(report.failed for report in watching.reports)


def test_a_half_written_file_is_read_again_when_the_rest_arrives(watching, folder):
    (folder / "ferry.json").write_text('{"title": "Ferry", "text": "The fer')
    watching.until(lambda: len(watching.reports[-1].failed) == 1)
    with (folder / "ferry.json").open("a") as file:
        file.write('ry ran aground."}')
    watching.until(lambda: watching.reports[-1].added == ("ferry",))
    assert watching.reports[-1].failed == ()


def test_a_sync_that_fails_is_told_and_tried_again(watching, folder):
    watching.library.errors = [
        IndexLocked("process 7 writes to it"),
        OSError(28, "No space left on device"),
    ]
    (folder / "ferry.txt").write_text("The ferry ran aground on Tuesday.")
    watching.until(lambda: watching.reports[-1].added == ("ferry",))
    assert watching.errors == ["process 7 writes to it", "[Errno 28] No space left on device"]


def test_a_bug_is_not_taken_for_a_full_disk(folder):
    watching = Watching(folder)
    watching.library.errors = [ZeroDivisionError("a bug")]
    with pytest.raises(ZeroDivisionError):
        watching._watch(folder)


def test_its_own_index_below_the_folder_does_not_wake_it(watching):
    time.sleep(1.0)
    assert len(watching.reports) == 1


def test_a_folder_that_never_falls_quiet_is_synced_all_the_same(watching, folder, monkeypatch):
    monkeypatch.setattr(module, "LONGEST", 0.5)
    (folder / "ferry.txt").write_text("The ferry ran aground on Tuesday.")
    until = time.monotonic() + PATIENCE
    while watching.reports[-1].added != ("ferry",):
        assert time.monotonic() < until
        (folder / "log.part").write_text("still writing")
        time.sleep(0.05)


def test_a_folder_that_goes_away_is_watched_again_when_it_is_back(watching, folder):
    shutil.rmtree(folder)
    watching.until(lambda: len(watching.errors) >= 1)
    assert "news is gone; its articles stay indexed until it is back" in watching.errors[0]
    (folder / ".crosscheck").mkdir(parents=True)
    syncs = len(watching.reports)
    watching.until(lambda: len(watching.reports) > syncs)
    (folder / "ferry.txt").write_text("The ferry ran aground on Tuesday.")
    watching.until(lambda: watching.reports[-1].added == ("ferry",))


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    library = ReadingLibrary(tmp_path)
    with pytest.raises(LoadError, match="nowhere is not a folder; make it"):
        watch(library, tmp_path / "nowhere", print, on_error=print)

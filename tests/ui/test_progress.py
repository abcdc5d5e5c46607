import time
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from rich.console import Console

from index.models import Progress
from ui import progress
from ui.progress import SyncProgress

HALF = Progress(stage="indexing", done=500, total=1000, articles=30)
WHOLE = Progress(stage="indexing", done=1000, total=1000, articles=60)


def console(*, terminal: bool) -> Console:
    return Console(file=StringIO(), force_terminal=terminal, width=120)


def test_a_terminal_sees_a_bar_with_a_rate_and_the_time_left(monkeypatch):
    monkeypatch.setattr(progress, "MOMENT", 0.0)
    screen = console(terminal=True)
    with SyncProgress(Path("seeds"), console=screen) as show:
        time.sleep(0.05)
        show(HALF)
        time.sleep(0.3)
    shown = screen.file.getvalue()
    assert "Indexing seeds" in shown
    assert "50%" in shown
    assert "articles/s" in shown
    assert "0:00:0" in shown or "-:--:--" in shown


def test_a_sync_that_is_over_in_a_moment_shows_nothing():
    screen = console(terminal=True)
    with SyncProgress(Path("seeds"), console=screen) as show:
        show(WHOLE)
    time.sleep(progress.MOMENT + 0.1)
    assert screen.file.getvalue() == ""


def test_the_bar_is_gone_after_an_error(monkeypatch):
    monkeypatch.setattr(progress, "MOMENT", 0.0)
    screen = console(terminal=True)
    bar = SyncProgress(Path("seeds"), console=screen)

    def fail():
        with bar:
            time.sleep(0.05)
            raise OSError("full")

    with pytest.raises(OSError, match="full"):
        fail()
    assert not bar._bar.live.is_started
    assert screen.file.getvalue().endswith("\x1b[?25h\r\x1b[1A\x1b[2K")  # Cursor back, line gone.


def test_elsewhere_a_line_tells_now_and_then_how_far_it_is(monkeypatch):
    monkeypatch.setattr(progress, "EVERY", 0.0)
    screen = console(terminal=False)
    with SyncProgress(Path("seeds"), console=screen) as show:
        show(HALF)
        show(WHOLE)
    lines = screen.file.getvalue().splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("Indexing seeds: 50 %, 30 articles, ")
    assert lines[0].endswith(" s left")


def test_elsewhere_a_short_sync_is_silent():
    screen = console(terminal=False)
    with SyncProgress(Path("seeds"), console=screen) as show:
        show(HALF)
    assert screen.file.getvalue() == ""


def test_comparing_is_a_stage_of_its_own_with_its_own_rate(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(progress, "time", SimpleNamespace(monotonic=lambda: now[0]))
    screen = console(terminal=False)
    with SyncProgress(Path("seeds"), console=screen) as show:
        now[0] = 100.0
        show(HALF)
        show(Progress(stage="comparing", done=0, total=8))
        now[0] = 110.0
        show(Progress(stage="comparing", done=2, total=8, articles=2))
    assert screen.file.getvalue().splitlines() == [
        "Indexing seeds: 50 %, 30 articles, 0.3 articles/s, about 100 s left",
        "Comparing articles: 25 %, 2 articles, 0.2 articles/s, about 30 s left",
    ]


def test_a_terminal_sees_the_bar_begin_anew_for_comparing(monkeypatch):
    monkeypatch.setattr(progress, "MOMENT", 0.0)
    screen = console(terminal=True)
    with SyncProgress(Path("seeds"), console=screen) as show:
        time.sleep(0.05)
        show(WHOLE)
        time.sleep(0.3)
        show(Progress(stage="comparing", done=2, total=8, articles=2))
        time.sleep(0.3)
    shown = screen.file.getvalue()
    assert shown.index("Indexing seeds") < shown.index("Comparing articles")
    assert "25%" in shown[shown.index("Comparing articles") :]

"""Adding, removing and syncing, over a real folder."""

import json
import time
from pathlib import Path

import pytest

from index.errors import LoadError
from index.models import Article, Progress, SyncReport
from tests.ui import stories
from tests.ui.fakes import FolderLibrary
from ui import shelf as module
from ui.shelf import Shelf, ShelfError


@pytest.fixture
def shelf(tmp_path) -> Shelf:
    folder = tmp_path / "articles"
    folder.mkdir()
    return Shelf(FolderLibrary(folder, [stories.HARBOUR, stories.COAST]), folder)


def finish(sync):
    """Run a sync to its end; return its progress and its report."""
    steps = []
    while True:
        try:
            steps.append(next(sync))
        except StopIteration as end:
            return steps, end.value


def test_pasted_text_is_a_file_in_the_folder(shelf):
    added = shelf.add_text(
        title=" Dam holds ", publisher="Valley News", published="7 April 2026", text="The dam held."
    )
    assert added == "Dam holds"
    saved = json.loads((shelf.folder / "dam-holds.json").read_text("utf-8"))
    assert (saved["title"], saved["publisher"], saved["published"], saved["text"]) == (
        "Dam holds",
        "Valley News",
        "2026-04-07",
        "The dam held.",
    )


def test_pasted_text_without_a_title_takes_its_first_line(shelf):
    assert shelf.add_text(title="", publisher="", published="", text="\nRain.\nMore.") == "Rain."


def test_pasting_nothing_is_refused(shelf):
    with pytest.raises(ShelfError, match="no text to add"):
        shelf.add_text(title="Empty", publisher="", published="", text=" \n")
    assert len(list(shelf.folder.iterdir())) == 2


def test_a_date_that_is_none_is_refused_and_nothing_is_saved(shelf):
    with pytest.raises(LoadError):
        shelf.add_text(title="Dam", publisher="", published="soon-ish", text="The dam held.")
    assert len(list(shelf.folder.iterdir())) == 2


def test_the_folder_is_made_when_the_first_article_is_added(shelf, tmp_path):
    empty = Shelf(shelf.library, tmp_path / "new" / "articles")
    empty.add_text(title="Dam holds", publisher="", published="", text="The dam held.")
    assert (tmp_path / "new" / "articles" / "dam-holds.json").exists()


def test_of_several_uploads_the_good_are_saved_and_the_bad_are_named(shelf, tmp_path):
    good, bad = tmp_path / "storm.txt", tmp_path / "storm.pdf"
    good.write_text("The storm passed.")
    bad.write_text("%PDF")
    saved, problems = shelf.add_files([good, bad])
    assert saved == ["storm.txt"]
    assert (shelf.folder / "storm.txt").read_text() == "The storm passed."
    assert len(problems) == 1
    assert "storm.pdf" in problems[0]


@pytest.mark.parametrize(
    "address", ["", "harbour.example", "javascript:alert(1)", "file:///etc/passwd"]
)
def test_what_is_no_web_address_is_not_asked_for(shelf, address, monkeypatch):
    monkeypatch.setattr(module, "read_url", lambda _: pytest.fail("asked"))
    with pytest.raises(ShelfError, match="not a web address"):
        shelf.add_address(address)


def test_an_address_that_is_here_already_is_not_asked_for_again(shelf, monkeypatch):
    monkeypatch.setattr(module, "read_url", lambda _: pytest.fail("asked"))
    with pytest.raises(ShelfError, match="Ferry runs aground off Lund"):
        shelf.add_address("https://harbour.example/ferry/")


def test_a_web_page_is_saved_with_its_address(shelf, monkeypatch):
    page = Article(id="x", title="Dam", text="The dam held.", url="https://valley.example/dam")
    monkeypatch.setattr(module, "read_url", lambda _: page)
    assert shelf.add_address("https://valley.example/dam") == "Dam"
    saved = json.loads((shelf.folder / "dam.json").read_text("utf-8"))
    assert saved["url"] == "https://valley.example/dam"


def test_removing_deletes_the_file_of_that_article_only(shelf):
    assert shelf.remove("coast").title == "Astrid: what we know"
    assert [path.name for path in shelf.folder.iterdir()] == ["harbour.json"]


def test_removing_what_is_not_there_says_so(shelf):
    with pytest.raises(ShelfError, match="'weather'"):
        shelf.remove("weather")


def test_a_record_of_a_jsonl_file_stays_and_the_reason_names_the_file(shelf, monkeypatch):
    records = [s.model_copy(update={"file": "all.jsonl"}) for s in shelf.library.sources()]
    monkeypatch.setattr(shelf.library, "sources", lambda: tuple(records))
    with pytest.raises(ShelfError, match=r"one record of all\.jsonl"):
        shelf.remove("coast")
    assert len(list(shelf.folder.iterdir())) == 2


def test_a_file_that_cannot_be_deleted_is_one_sentence(shelf, monkeypatch):
    def refuse(self, missing_ok=False):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(ShelfError, match=r"coast\.json could not be deleted: Permission denied\."):
        shelf.remove("coast")


def test_a_sync_reports_what_it_did(shelf):
    shelf.remove("coast")
    _, report = finish(shelf.sync(shelf.folder))
    assert report.removed == ("coast",)


def test_a_slow_sync_shows_how_far_it_is(shelf, monkeypatch):
    def slow(folder, *, compare, progress):
        for done in range(3):
            progress(Progress(stage="indexing", done=done, total=3))
            time.sleep(1.5 * module.TICK)
        return SyncReport(added=("a",))

    monkeypatch.setattr(shelf.library, "sync", slow)
    steps, report = finish(shelf.sync(shelf.folder))
    assert [step.done for step in steps] == sorted({step.done for step in steps})
    assert len(steps) >= 2
    assert report.added == ("a",)


def test_a_sync_of_a_folder_that_is_gone_says_so(shelf, tmp_path):
    with pytest.raises(LoadError, match="is not a folder"):
        finish(shelf.sync(tmp_path / "gone"))


def test_the_own_folder_is_synced_first_and_once(shelf, monkeypatch, tmp_path):
    monkeypatch.setattr(shelf.library, "folders", lambda: (tmp_path / "b", shelf.folder))
    assert shelf.folders() == [shelf.folder, tmp_path / "b"]

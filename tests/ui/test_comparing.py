"""Comparing in the background, over a real index and with a comparer that needs no model."""

import threading
import time

import pytest

from index.library import Library
from index.lock import writer_lock
from qa.unasked.conflicts import conflicts
from tests.index.dict_store import DictStore
from tests.index.fakes import WordHashEncoder, write
from tests.qa.years import TellingYears
from ui import comparing as module
from ui.comparing import UNEXPECTED, Comparing

DAM = "The Arden dam opened in 1931."
GUIDE = "The Arden dam opened in 1934, a guide says."
FERRY = "The ferry Astrid was built in 1998."
WRECK = "The Astrid was built in 1999 or so."
PATIENCE = 20.0


@pytest.fixture
def folder(tmp_path):
    for name, text in (("dam", DAM), ("guide", GUIDE), ("ferry", FERRY), ("wreck", WRECK)):
        write(tmp_path / "news" / f"{name}.txt", text)
    return tmp_path / "news"


@pytest.fixture
def comparer() -> TellingYears:
    return TellingYears()


@pytest.fixture(params=["sqlite", "dict"])
def library(request, tmp_path, folder, comparer):
    """A library whose articles wait to be compared, over each kind of store."""
    store = DictStore() if request.param == "dict" else None
    with Library.open(
        tmp_path / "index", encoder=WordHashEncoder(), store=store, comparer=comparer
    ) as library:
        library.sync(folder, compare=False)
        yield library


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(module, "PAUSE", 0.01)
    monkeypatch.setattr(module, "BUSY", 0.02)
    monkeypatch.setattr(module, "COST", 0)


@pytest.fixture
def comparing(library):
    with Comparing(library) as comparing:
        yield comparing


def until(comparing, reached):
    """Look until what is seen satisfies `reached`, and return it."""
    end = time.monotonic() + PATIENCE
    while not reached(look := comparing.look()):
        assert time.monotonic() < end, look
        time.sleep(0.01)
    return look


def done(look) -> bool:
    """Whether all is compared, and nothing goes on."""
    is_at_work = "comparing" in {thread.name for thread in threading.enumerate()}
    return look.articles > 0 and not look.waiting and not is_at_work


def abouts(conflicts) -> list[str]:
    return [conflict.about for conflict in conflicts]


def test_looking_begins_it_and_does_not_wait_for_it(comparing, comparer):
    comparer.pause = 0.2
    began = time.monotonic()
    first = comparing.look()
    assert time.monotonic() - began < 0.2
    assert (first.articles, first.waiting, first.found) == (4, 4, ())
    last = until(comparing, done)
    assert abouts(last.found) == ["Arden: 1931 or 1934", "Astrid: 1998 or 1999"]
    assert sorted(comparer.compared) == ["dam", "ferry", "guide", "wreck"]


def test_it_fills_in_as_it_goes(comparing, comparer, monkeypatch):
    monkeypatch.setattr(module, "AT_ONCE", 1)
    comparer.pause = 0.05
    seen = [comparing.look()]
    while not done(seen[-1]):
        seen.append(comparing.look())
    assert {look.waiting for look in seen} >= {4, 2, 0}
    versions = [look.version for look in seen]
    assert versions == sorted(versions)
    assert [len(look.found) for look in seen] == sorted(len(look.found) for look in seen)
    unchanged = comparing.look()
    assert unchanged.version == seen[-1].version


def test_an_article_that_agrees_changes_nothing_that_is_shown(comparing, library, folder):
    before = until(comparing, done)
    write(folder / "rain.txt", "Rain fell on the moors.")
    library.sync(folder, compare=False)
    after = until(comparing, lambda look: look.articles == 5 and done(look))
    assert (after.version, after.found) == (before.version, before.found)


def test_without_a_comparer_nothing_is_possible_and_nothing_is_asked_of_the_store(library):
    library.comparer = None
    with Comparing(library) as comparing:
        look = comparing.look()
        comparing.start()
    assert (look.possible, look.found, look.news) == (False, (), None)


def test_another_writer_is_waited_for(comparing, library):
    with writer_lock(library.folder, wait=0):
        comparing.start()
        time.sleep(0.2)
        assert (comparing.look().waiting, comparing.look().problem) == (4, "")
    assert len(until(comparing, done).found) == 2


def test_a_sync_gets_in_between(comparing, library, folder, comparer, monkeypatch):
    monkeypatch.setattr(module, "AT_ONCE", 1)
    monkeypatch.setattr(module, "PAUSE", 0.1)
    comparer.pause = 0.2
    comparing.start()
    time.sleep(0.1)
    write(folder / "map.txt", "The Arden dam opened in 1932, a map says.")
    library.sync(folder, compare=False, wait=10)
    assert len(comparer.compared) < 4
    assert len(until(comparing, done).found) == 4


def test_what_another_process_syncs_is_seen_and_compared(comparing, library, folder, tmp_path):
    until(comparing, done)
    if isinstance(library.store, DictStore):
        pytest.skip("a dict is of one process")
    write(folder / "map.txt", "The Arden dam opened in 1932, a map says.")
    with Library.open(tmp_path / "index", encoder=WordHashEncoder()) as other:
        other.sync(folder)
    assert len(until(comparing, lambda look: look.articles == 5 and done(look)).found) == 4


def test_an_answer_comes_first(comparing, comparer):
    with comparing.reading:
        comparing.start()
        time.sleep(0.2)
        assert comparer.compared == []
    until(comparing, done)


def test_a_problem_is_told_and_waits_for_somebody_to_try_again(
    comparing, comparer, monkeypatch, caplog
):
    with monkeypatch.context() as patch:
        patch.setattr(comparer, "compare", lambda *_: 1 / 0)
        look = until(comparing, lambda look: look.problem)
        assert (look.problem, look.waiting) == (UNEXPECTED, 4)
        assert "division by zero" in caplog.text
    time.sleep(0.1)
    assert comparing.look().problem == UNEXPECTED
    comparing.start()
    assert until(comparing, done).problem == ""


def test_closing_ends_it_within_one_article(library, comparer):
    comparer.pause = 0.3
    comparing = Comparing(library)
    comparing.start()
    time.sleep(0.1)
    began = time.monotonic()
    comparing.close()
    assert time.monotonic() - began < 1
    assert len(comparer.compared) == 1
    comparing.start()
    assert comparing.look().waiting == 4
    assert "comparing" not in {thread.name for thread in threading.enumerate()}


def test_after_a_sync_the_news_is_what_its_articles_add(comparing, library, folder):
    until(comparing, done)
    assert comparing.look().news is None
    known = comparing.said()
    write(folder / "map.txt", "The Arden dam opened in 1932, a map says.")
    report = library.sync(folder, compare=False)
    comparing.follow(report.added, known)
    news = until(comparing, lambda look: look.news and not look.news.waiting).news
    assert abouts(news.new) == ["Arden: 1932 or 1934", "Arden: 1931 or 1932"]
    comparing.follow([], comparing.said())
    assert comparing.look().news is None


def test_an_article_that_is_only_moved_about_in_is_no_news(comparing, library, folder):
    until(comparing, done)
    known = comparing.said()
    write(folder / "guide.txt", f"It rained. {GUIDE}")
    report = library.sync(folder, compare=False)
    comparing.follow(report.changed, known)
    news = until(comparing, lambda look: look.news and not look.news.waiting).news
    assert news.new == ()


def test_a_reprint_of_what_is_known_is_no_news(comparing, library, folder):
    until(comparing, done)
    known = comparing.said()
    write(folder / "reprint.txt", GUIDE)
    report = library.sync(folder, compare=False)
    comparing.follow(report.added, known)
    look = until(comparing, lambda look: look.news and not look.news.waiting)
    assert look.news.new == ()
    (arden,) = (found for found in look.found if found.about.startswith("Arden"))
    assert {one.article_id for one in arden.citations} == {"dam", "guide", "reprint"}


def test_news_of_a_backlog_is_no_news_of_the_sync(comparing, library, folder):
    known = comparing.said()
    write(folder / "map.txt", "Rain fell on the moors.")
    report = library.sync(folder, compare=False)
    comparing.follow(report.added, known)
    look = until(comparing, lambda look: look.news and not look.news.waiting)
    assert (len(look.found), look.news.new) == (2, ())


def test_news_that_is_not_whole_is_not_called_whole(comparing, library, folder, monkeypatch):
    until(comparing, done)
    known = comparing.said()
    write(folder / "map.txt", "The Arden dam opened in 1932, a map says.")
    added = library.sync(folder, compare=False).added
    with monkeypatch.context() as patch:
        patch.setattr(comparing, "start", lambda: None)
        comparing.follow(added, known)

        def compared_meanwhile(given):
            found = conflicts(given)
            library.compare()
            return found

        patch.setattr(module, "conflicts", compared_meanwhile)
        assert comparing.look().news == (1, ())
    assert len(comparing.look().news.new) == 2


def test_a_second_sync_goes_on_with_the_news_of_the_first(comparing, library, folder, monkeypatch):
    until(comparing, done)
    known = comparing.said()
    with monkeypatch.context() as patch:
        patch.setattr(comparing, "start", lambda: None)  # It has not come to them yet.
        for year in (1932, 1933):
            write(folder / f"{year}.txt", f"The Arden dam opened in {year}, a map says.")
            report = library.sync(folder, compare=False)
            comparing.follow(report.added, known)
        assert comparing.look().news.waiting == 2
    news = until(comparing, lambda look: look.news and not look.news.waiting).news
    assert len(news.new) == 5
    until(comparing, done)
    known = comparing.said()
    write(folder / "1935.txt", "The Arden dam opened in 1935, a map says.")
    comparing.follow(library.sync(folder, compare=False).added, known)
    news = until(comparing, lambda look: look.news and not look.news.waiting).news
    assert len(news.new) == 4


def test_what_was_found_between_two_syncs_is_still_news_of_the_first(
    comparing, library, folder, monkeypatch
):
    until(comparing, done)
    known = comparing.said()
    with monkeypatch.context() as patch:
        patch.setattr(comparing, "start", lambda: None)
        for year in (1932, 1933):
            write(folder / f"{year}.txt", f"The Arden dam opened in {year}, a map says.")
        comparing.follow(library.sync(folder, compare=False).added, known)
        library.compare(most=1)  # 1932 is held against 1933, which still waits.
        write(folder / "rain.txt", "Rain fell on the moors.")
        comparing.follow(library.sync(folder, compare=False).added, comparing.said())
    news = until(comparing, lambda look: look.news and not look.news.waiting).news
    assert "Arden: 1932 or 1933" in abouts(news.new)

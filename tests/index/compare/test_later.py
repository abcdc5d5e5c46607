"""Comparing after a sync, a few articles at a time, and in several processes at once."""

import multiprocessing

import pytest

from index.errors import IndexLocked
from index.library import Library
from index.lock import writer_lock
from tests.index.compare.dams import DAM, FERRY, GUIDE, WRECK, said
from tests.index.fakes import WordHashEncoder, YearComparer, story, write


def sync_in_a_process(arguments):
    index, folder = arguments
    comparer = YearComparer(pause=0.02)
    with Library.open(index, encoder=WordHashEncoder(), comparer=comparer) as library:
        report = library.sync(folder)
        return comparer.compared, report.findings, library.findings()


def test_processes_that_sync_at_once_compare_every_article_once(tmp_path, folder):
    for number in range(20):
        write(folder / f"{number:02}.txt", story(number))
    write(folder / "dam.txt", DAM)
    write(folder / "guide.txt", GUIDE)
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        done = pool.map(sync_in_a_process, [(tmp_path / "index", folder)] * 3, chunksize=1)
    compared = [article_id for ids, _, _ in done for article_id in ids]
    assert sorted(compared) == sorted(path.stem for path in folder.iterdir())
    assert sorted(len(new) for _, new, _ in done) == [0, 0, 1]
    assert len({held for _, _, held in done}) == 1


def test_a_sync_can_leave_the_comparing_for_later(library, folder, comparer):
    write(folder / "dam.txt", DAM)
    write(folder / "guide.txt", GUIDE)
    seen = []
    assert library.sync(folder, compare=False, progress=seen.append).findings == ()
    assert {progress.stage for progress in seen} == {"indexing"}
    assert (comparer.compared, library.uncompared()) == ([], ("dam", "guide"))
    seen.clear()
    new = library.compare(progress=seen.append)
    assert said(library, new) == [{DAM, GUIDE}]
    assert library.findings() == new
    assert [(p.stage, p.done, p.total) for p in seen] == [("comparing", n, 2) for n in range(3)]
    assert (library.uncompared(), library.compare()) == ((), ())
    assert comparer.compared == ["dam", "guide"]


def test_some_at_a_time_find_what_all_at_once_would(library, folder, comparer):
    for name, text in (("dam", DAM), ("guide", GUIDE), ("ferry", FERRY), ("wreck", WRECK)):
        write(folder / f"{name}.txt", text)
    library.sync(folder, compare=False)
    first = library.compare(most=3)
    assert (comparer.compared, library.uncompared()) == (["dam", "ferry", "guide"], ("wreck",))
    second = library.compare(most=3)
    # Of what was found before, from the other side, nothing is new.
    assert sorted(map(sorted, said(library, [*first, *second]))) == [
        sorted([DAM, GUIDE]), sorted([FERRY, WRECK]),
    ]  # fmt: skip
    assert set(library.findings()) == {*first, *second}
    assert len(first) == 2
    assert second == ()


def test_a_library_without_a_comparer_has_nothing_to_compare(tmp_path, folder):
    write(folder / "dam.txt", DAM)
    with Library.open(tmp_path / "index", encoder=WordHashEncoder()) as library:
        library.sync(folder)
        assert library.compare() == ()


def test_comparing_waits_for_another_writer_and_says_who_it_is(library, folder):
    write(folder / "dam.txt", DAM)
    library.sync(folder, compare=False)
    with writer_lock(library.folder, wait=0), pytest.raises(IndexLocked, match="being written by"):
        library.compare(wait=0)
    library.compare(wait=0)
    with writer_lock(library.folder, wait=0):
        assert library.compare(wait=0) == ()  # Nothing waits, so nobody has to.


def compare_in_a_process(index):
    comparer = YearComparer(pause=0.02)
    with Library.open(index, encoder=WordHashEncoder(), comparer=comparer) as library:
        new = []
        while library.uncompared():
            new += library.compare(most=2)
        return comparer.compared, new


def test_processes_that_compare_at_once_share_the_articles(tmp_path, folder):
    for number in range(16):
        write(folder / f"{number:02}.txt", story(number))
    write(folder / "dam.txt", DAM)
    write(folder / "guide.txt", GUIDE)
    with Library.open(tmp_path / "index", encoder=WordHashEncoder()) as library:
        library.sync(folder)
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        done = pool.map(compare_in_a_process, [tmp_path / "index"] * 2, chunksize=1)
    compared = [article_id for ids, _ in done for article_id in ids]
    assert sorted(compared) == sorted(path.stem for path in folder.iterdir())
    assert len([finding for _, new in done for finding in new]) == 1

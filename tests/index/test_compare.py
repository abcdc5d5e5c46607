"""What a sync lets its comparer compare, what it keeps of it, and what of it is new."""

import json
import multiprocessing
import shutil
import time

import pytest
from pydantic import ValidationError

from index import compare
from index.errors import IndexLocked
from index.library import Library
from index.lock import writer_lock
from index.models import Finding, Place, Span
from tests.index.fakes import DictStore, WordHashEncoder, YearComparer, story, write

DAM = "The Arden dam opened in 1931."
GUIDE = "A guide says that the Arden dam was opened in 1934."
FERRY = "The ferry Astrid was built in 1998."
WRECK = "The Astrid was built in 1989, the yard said."


@pytest.fixture
def comparer() -> YearComparer:
    return YearComparer()


@pytest.fixture(params=["sqlite", "dict"])
def library(request, tmp_path, encoder, comparer):
    """A library that compares, over each kind of store."""
    store = DictStore() if request.param == "dict" else None
    with Library.open(
        tmp_path / "index", encoder=encoder, store=store, comparer=comparer
    ) as library:
        yield library


def said(library, findings) -> list[set[str]]:
    """The words of both sides of each finding."""
    return [
        {side.span.of(library.article(side.article_id).text) for side in finding.sides}
        for finding in findings
    ]


def test_a_sync_says_what_the_new_articles_are_at_odds_with(library, folder, comparer):
    write(folder / "dam.txt", DAM)
    write(folder / "ferry.txt", FERRY)
    assert library.sync(folder).findings == ()
    write(folder / "guide.txt", f"The valley on foot\n\nBring boots. {GUIDE}")
    report = library.sync(folder)
    assert said(library, report.findings) == [{DAM, GUIDE}]
    (finding,) = report.findings
    assert [side.article_id for side in finding.sides] == ["dam", "guide"]
    assert json.loads(finding.record) == {"names": ["Arden"], "years": ["1931", "1934"]}
    assert library.findings() == report.findings
    assert comparer.compared == ["dam", "ferry", "guide"]


def test_only_what_is_new_or_changed_is_compared(library, folder, comparer):
    for number in range(20):
        write(folder / f"{number:02}.txt", story(number))
    library.sync(folder)
    assert len(comparer.compared) == 20
    comparer.compared.clear()
    write(folder / "07.txt", story(107))
    write(folder / "new.txt", story(50))
    (folder / "03.txt").unlink()
    library.sync(folder)
    assert sorted(comparer.compared) == ["07", "new"]


def test_an_unchanged_sync_compares_nothing_and_writes_nothing(library, folder, comparer):
    write(folder / "dam.txt", DAM)
    write(folder / "guide.txt", GUIDE)
    first = library.sync(folder)
    generation, seen = library.generation, []
    second = library.sync(folder, progress=seen.append)
    assert (len(first.findings), second.findings) == (1, ())
    assert library.findings() == first.findings
    assert library.generation == generation
    assert comparer.compared == ["dam", "guide"]
    assert {progress.stage for progress in seen} == {"indexing"}


def test_the_most_confident_come_first(library, folder):
    for name, text in (("dam", DAM), ("guide", GUIDE), ("ferry", FERRY), ("wreck", WRECK)):
        write(folder / f"{name}.txt", text)
    report = library.sync(folder)
    assert len(report.findings) == 2
    assert report.findings[0].confidence > report.findings[1].confidence
    assert library.findings() == report.findings
    assert library.findings(["wreck"]) == tuple(
        finding for finding in report.findings if finding.sides[1].article_id == "wreck"
    )


def test_a_changed_article_drops_what_was_found_in_it_and_is_compared_again(library, folder):
    for name, text in (("dam", DAM), ("guide", GUIDE), ("ferry", FERRY), ("wreck", WRECK)):
        write(folder / f"{name}.txt", text)
    library.sync(folder)
    write(folder / "guide.txt", "The Arden dam was opened in 1932, a guide says.")
    report = library.sync(folder)
    assert said(library, report.findings) == [
        {DAM, "The Arden dam was opened in 1932, a guide says."}
    ]
    assert {FERRY, WRECK} in said(library, library.findings())
    assert len(library.findings()) == 2
    write(folder / "guide.txt", DAM)
    assert library.sync(folder).findings == ()
    assert said(library, library.findings()) == [{FERRY, WRECK}]


def test_words_that_only_move_within_their_article_are_not_new(library, folder):
    write(folder / "dam.txt", DAM)
    write(folder / "guide.txt", GUIDE)
    (before,) = library.sync(folder).findings
    correction = "A correction stands at the end. "
    write(folder / "guide.txt", correction + GUIDE)
    report = library.sync(folder)
    assert (report.changed, report.findings) == (("guide",), ())
    (after,) = library.findings()
    assert after.sides[1].span.start == before.sides[1].span.start + len(correction)
    assert said(library, [after]) == [{DAM, GUIDE}]


def test_a_removed_article_takes_what_was_found_in_it_along(library, folder, comparer):
    write(folder / "dam.txt", DAM)
    guide = write(folder / "guide.txt", GUIDE)
    library.sync(folder)
    guide.unlink()
    assert library.sync(folder).findings == library.findings() == ()
    assert comparer.compared == ["dam", "guide"]


def test_forgetting_a_folder_forgets_what_was_found_in_it(library, folder, tmp_path):
    write(folder / "dam.txt", DAM)
    write(tmp_path / "wires" / "guide.txt", GUIDE)
    library.sync(folder)
    assert len(library.sync(tmp_path / "wires").findings) == 1
    library.forget(tmp_path / "wires")
    assert library.findings() == ()


def test_another_comparer_compares_everything_again_and_nothing_old_is_called_new(tmp_path, folder):
    for name, text in (("dam", DAM), ("guide", GUIDE), ("ferry", FERRY)):
        write(folder / f"{name}.txt", text)
    with Library.open(
        tmp_path / "index", encoder=WordHashEncoder(), comparer=YearComparer()
    ) as library:
        before = library.sync(folder).findings
    later = YearComparer(name="years 2")
    write(folder / "wreck.txt", WRECK)
    with Library.open(tmp_path / "index", encoder=WordHashEncoder(), comparer=later) as library:
        assert library.findings() == ()
        assert library.uncompared() == ("dam", "ferry", "guide")
        report = library.sync(folder)
        assert later.compared == ["dam", "ferry", "guide", "wreck"]
        assert said(library, report.findings) == [{FERRY, WRECK}]
        assert set(library.findings()) == {*before, *report.findings}
        assert library.uncompared() == ()


def test_a_library_without_a_comparer_compares_and_shows_nothing(tmp_path, folder):
    write(folder / "dam.txt", DAM)
    write(folder / "guide.txt", GUIDE)
    with Library.open(tmp_path / "index", encoder=WordHashEncoder()) as library:
        seen = []
        assert library.sync(folder, progress=seen.append).findings == ()
        assert (library.findings(), library.uncompared()) == ((), ())
        assert {progress.stage for progress in seen} == {"indexing"}
    comparer = YearComparer()
    with Library.open(tmp_path / "index", encoder=WordHashEncoder(), comparer=comparer) as library:
        report = library.sync(folder)  # What was indexed without one is compared now.
        assert report.unchanged == ("dam", "guide")
        assert len(report.findings) == 1


def test_articles_of_every_folder_are_compared_with_each_other(library, folder, tmp_path):
    write(folder / "dam.txt", DAM)
    write(tmp_path / "wires" / "dam.txt", GUIDE)
    library.sync(folder)
    (finding,) = library.sync(tmp_path / "wires").findings
    assert [side.article_id for side in finding.sides] == ["dam", "wires/dam"]


def test_progress_counts_the_articles_that_are_compared(library, folder, monkeypatch):
    monkeypatch.setattr(compare, "AT_ONCE", 2)
    for number in range(5):
        write(folder / f"{number}.txt", story(number))
    seen = []
    library.sync(folder, progress=seen.append)
    compared = [progress for progress in seen if progress.stage == "comparing"]
    assert [(p.done, p.total, p.articles) for p in compared] == [(n, 5, n) for n in range(6)]
    assert seen[-6:] == compared


def test_what_was_compared_is_kept_when_the_comparer_fails(library, folder, comparer, monkeypatch):
    monkeypatch.setattr(compare, "AT_ONCE", 2)
    for number in range(7):
        write(folder / f"{number}.txt", story(number))
    inner = comparer.compare

    def fail_at_five(snapshot, neighbours, article_id):
        if article_id == "5":
            raise OSError("the weights are gone")
        return inner(snapshot, neighbours, article_id)

    with monkeypatch.context() as patch:
        patch.setattr(comparer, "compare", fail_at_five)
        with pytest.raises(OSError, match="the weights are gone"):
            library.sync(folder)
    assert library.uncompared() == ("4", "5", "6")
    assert len(library.sources()) == 7
    comparer.compared.clear()
    library.sync(folder)
    assert comparer.compared == ["4", "5", "6"]


def test_a_place_past_the_end_of_its_article_is_refused(library, folder, comparer, monkeypatch):
    write(folder / "dam.txt", DAM)
    write(folder / "guide.txt", GUIDE)
    sides = tuple(Place(article_id=id_, span=Span(start=3, end=99)) for id_ in ("dam", "guide"))
    lie = Finding(sides=sides, confidence=1, record="{}")
    monkeypatch.setattr(comparer, "compare", lambda *_: [lie])
    with pytest.raises(ValueError, match="comparer 'years' found something at dam:3-99, which is"):
        library.sync(folder)
    assert library.findings() == ()


def test_of_what_is_found_from_both_sides_the_more_confident_is_new(library, folder, monkeypatch):
    write(folder / "dam.txt", DAM)
    write(folder / "guide.txt", GUIDE)
    sides = tuple(Place(article_id=id_, span=Span(start=0, end=9)) for id_ in ("dam", "guide"))
    surer = {
        id_: Finding(sides=sides, confidence=confidence, record="{}")
        for id_, confidence in (("dam", 0.5), ("guide", 0.75))
    }
    monkeypatch.setattr(library.comparer, "compare", lambda _, __, article_id: [surer[article_id]])
    assert library.sync(folder).findings == library.findings() == (surer["guide"],)


def test_an_index_that_is_thrown_away_while_it_is_compared_is_made_again(
    tmp_path, folder, monkeypatch
):
    monkeypatch.setattr(compare, "AT_ONCE", 1)
    write(folder / "dam.txt", DAM)
    write(folder / "guide.txt", GUIDE)
    write(folder / "mill.txt", story(1))
    comparer = YearComparer()
    with Library.open(tmp_path / "index", encoder=WordHashEncoder(), comparer=comparer) as library:

        def throw_away(progress):
            if progress.stage == "comparing" and progress.done == 1:
                shutil.rmtree(tmp_path / "index")

        library.sync(folder, progress=throw_away)
        assert library.sources() == library.findings() == ()
        assert library.sync(folder).added == ("dam", "guide", "mill")
        assert len(library.findings()) == 1


def test_a_place_is_not_held_against_itself_and_sides_have_an_order():
    dam = Place(article_id="dam", span=Span(start=0, end=3))
    later = Place(article_id="dam", span=Span(start=4, end=6))
    with pytest.raises(ValidationError, match="dam:0-3 is held against itself"):
        Finding(sides=(dam, dam), confidence=0.5, record="{}")
    with pytest.raises(ValidationError, match="less than or equal to 1"):
        Finding(sides=(dam, later), confidence=1.5, record="{}")
    found = Finding(sides=(later, dam), confidence=0.5, record="{}")
    assert found.sides == (dam, later)
    assert found == Finding(sides=(dam, later), confidence=0.5, record="{}")


def test_an_article_of_a_million_characters_is_compared_whole(library, folder, comparer):
    lines = [
        f"On day {day} the river at Birch rose by {day % 90} centimetres." for day in range(20_000)
    ]
    write(folder / "long.txt", f"{' '.join(lines)}\n\nThe dam\n{GUIDE}")
    write(folder / "dam.txt", DAM)
    for number in range(10):
        write(folder / f"{number}.txt", story(number))
    began = time.monotonic()
    report = library.sync(folder)
    text = library.article("long").text
    assert len(text) > 1_000_000
    assert said(library, report.findings) == [{DAM, GUIDE}]
    (finding,) = report.findings
    assert finding.sides[1].span.end == len(text)
    assert comparer.compared.count("long") == 1
    assert time.monotonic() - began < 60  # Measured: 6 s, of which comparing takes 1.


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

"""What becomes of what was found when articles change or go, or another comparer comes."""

import shutil

from index import compare
from index.library import Library
from tests.index.compare.dams import DAM, FERRY, GUIDE, WRECK, said
from tests.index.fakes import WordHashEncoder, YearComparer, story, write


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

"""What was found between two articles is looked at again when one of them changes."""

import pytest

from index.library import Library
from tests.index.compare.dams import DAM, GUIDE, said
from tests.index.dict_store import DictStore
from tests.index.fakes import YearComparer, write

WALK = "Bring boots and a good map for the steep path over the ridge to the inn."
NEW_GUIDE = "Bring boots and a good map for the steep path from Arden, of 1932."


@pytest.fixture
def comparer() -> YearComparer:
    """It is shown one neighbour of each chunk."""
    return YearComparer(k=1)


@pytest.fixture(params=["sqlite", "dict"])
def library(request, tmp_path, folder, encoder, comparer):
    """A library with one finding, whose two articles are no longer the nearest to each other."""
    store = DictStore() if request.param == "dict" else None
    with Library.open(
        tmp_path / "index", encoder=encoder, store=store, comparer=comparer
    ) as library:
        write(folder / "dam.txt", DAM)
        write(folder / "guide.txt", GUIDE)
        assert said(library, library.sync(folder).findings) == [{DAM, GUIDE}]
        write(folder / "copy.txt", DAM)
        write(folder / "walk.txt", WALK)
        library.sync(folder)
        comparer.compared.clear()
        yield library


def nearest(library, article_id) -> set[str]:
    """The articles that a chunk of this one is held against."""
    with library.store.reading() as snapshot:
        found = library.vectors.neighbours(snapshot, article_id, 1)
        return {other.article_id for near in found for other, _ in near.others}


def test_a_changed_article_is_held_against_what_it_was_at_odds_with(library, folder, comparer):
    write(folder / "guide.txt", NEW_GUIDE)
    report = library.sync(folder)
    assert said(library, report.findings) == [{DAM, NEW_GUIDE}]
    assert library.findings() == report.findings
    assert comparer.compared == ["guide"]  # The other one has not changed.
    assert (nearest(library, "guide"), nearest(library, "dam")) == ({"walk"}, {"copy"})


def test_it_is_not_held_against_it_for_ever(library, folder):
    write(folder / "guide.txt", WALK)
    assert library.sync(folder).findings == library.findings() == ()
    write(folder / "guide.txt", NEW_GUIDE)
    assert library.sync(folder).findings == ()


def test_a_change_that_is_not_compared_yet_may_be_followed_by_others(library, folder):
    write(folder / "guide.txt", WALK)
    library.sync(folder, compare=False)
    write(folder / "guide.txt", NEW_GUIDE)
    library.sync(folder, compare=False)
    assert library.findings() == ()
    assert nearest(library, "guide") == {"walk", "dam"}
    assert said(library, library.compare()) == [{DAM, NEW_GUIDE}]


def test_where_both_have_changed_they_are_held_against_each_other(library, folder, comparer):
    new = "There was an old dam at Arden, since 1930, and it broke one night in spring."
    write(folder / "dam.txt", new)
    write(folder / "lamp.txt", new.replace("Arden, since 1930", "the weir"))
    write(folder / "guide.txt", NEW_GUIDE)
    report = library.sync(folder)
    assert said(library, report.findings) == [{new, NEW_GUIDE}]
    assert sorted(comparer.compared) == ["dam", "guide", "lamp"]


def test_what_is_still_said_is_not_new_even_where_it_is_compared_later(library, folder):
    write(folder / "guide.txt", f"{WALK} {GUIDE}")
    library.sync(folder, compare=False)
    assert library.compare() == ()
    assert said(library, library.findings()) == [{DAM, GUIDE}]


def test_an_article_that_is_gone_is_not_looked_for(library, folder):
    write(folder / "guide.txt", NEW_GUIDE)
    library.sync(folder, compare=False)
    (folder / "dam.txt").unlink()
    library.sync(folder, compare=False)
    assert nearest(library, "guide") == {"walk"}
    assert library.compare() == ()


def test_however_much_was_found_at_most_twice_as_many_chunks_are_compared(library, folder):
    for year in range(1900, 1940):
        write(folder / f"{year}.txt", f"The Birch mill opened in {year}.")
    library.comparer.k = 50
    library.sync(folder)
    assert len(library.findings(["1900"])) == 39
    write(folder / "1900.txt", "The Birch mill was opened in 1899.")
    library.sync(folder, compare=False)
    with library.store.reading() as snapshot:
        assert len(snapshot.once_found_with("1900")) == 39
        (near,) = library.vectors.neighbours(snapshot, "1900", 5)
        assert 5 <= len(near.others) <= 10
        cosines = [cosine for _, cosine in near.others]
        assert cosines == sorted(cosines, reverse=True)
        assert len({chunk.key for chunk, _ in near.others}) == len(near.others)

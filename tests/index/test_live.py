"""Which chunks of other articles are near those of an article."""

import pytest

from index.library import Library
from index.vectors import VectorIndex
from tests.index.dict_store import DictStore
from tests.index.fakes import WordHashEncoder, story, write

TITLE = "The last voyage of the Astrid"
SUNK = f"{TITLE}\n\nThe ferry Astrid sank at Birch."
SAVED = "The crew\nAll nine of them were saved at night."


class SmallIndex(VectorIndex):
    """Turns from exact to inverted at 20 vectors."""

    def __init__(self, dim):
        super().__init__(dim, exact_limit=20)

    @classmethod
    def load(cls, *_, **__):
        return None


@pytest.fixture(params=["sqlite", "dict"])
def shelf(request, tmp_path):
    """A library over each kind of store."""
    store = DictStore() if request.param == "dict" else None
    with Library.open(tmp_path / "index", encoder=WordHashEncoder(), store=store) as library:
        yield library


def near(library, article_id, k=3):
    """The words of each chunk, with the articles and the cosines of what is near."""
    with library.store.reading() as snapshot:
        found = library.vectors.neighbours(snapshot, article_id, k)
        text = snapshot.article(article_id).text
        return [
            (chunk.span.of(text), [(other.article_id, cosine) for other, cosine in others])
            for chunk, others in found
        ]


def test_each_chunk_has_the_nearest_chunks_of_other_articles(shelf, folder):
    write(folder / "a.txt", f"{SUNK}\n\n{SAVED}")
    write(folder / "b.txt", SUNK)
    write(folder / "c.txt", f"{TITLE}\n\n{SAVED}")
    shelf.sync(folder)
    assert [(text, [id_ for id_, _ in others]) for text, others in near(shelf, "a", k=1)] == [
        (SUNK, ["b"]),
        (SAVED, ["c"]),
    ]
    for _, others in near(shelf, "a", k=9):
        cosines = [cosine for _, cosine in others]
        assert cosines == sorted(cosines, reverse=True)
        assert {article_id for article_id, _ in others} == {"b", "c"}


def test_a_reprint_is_as_near_as_can_be(shelf, folder):
    write(folder / "a.txt", story(1))
    write(folder / "b.txt", story(1))
    write(folder / "c.txt", story(2))
    shelf.sync(folder)
    found = near(shelf, "a", k=1)
    assert len(found) > 2
    assert [others for _, others in found] == [[("b", pytest.approx(1.0))]] * len(found)


def test_an_article_alone_has_no_neighbours_and_one_that_is_not_there_has_no_chunks(shelf, folder):
    write(folder / "a.txt", f"{SUNK}\n\n{SAVED}")
    shelf.sync(folder)
    assert [others for _, others in near(shelf, "a")] == [[], []]
    with shelf.store.reading() as snapshot:
        assert shelf.vectors.neighbours(snapshot, "moon", 3) == []


def test_what_another_library_adds_and_removes_is_seen(tmp_path, library, folder):
    write(folder / "a.txt", f"{SUNK}\n\n{SAVED}")
    write(folder / "b.txt", SUNK)
    library.sync(folder)
    assert [id_ for id_, _ in near(library, "a")[0][1]] == ["b"]
    with Library.open(tmp_path / "index", encoder=WordHashEncoder()) as other:
        (folder / "b.txt").unlink()
        write(folder / "c.txt", f"{SUNK} Or so they say.")
        other.sync(folder)
        assert [id_ for id_, _ in near(library, "a")[0][1]] == ["c"]


def test_chunks_that_came_after_the_snapshot_are_left_out(shelf, folder):
    write(folder / "a.txt", f"{SUNK}\n\n{SAVED}")
    write(folder / "b.txt", SUNK)
    shelf.sync(folder)
    with shelf.store.reading() as snapshot:
        assert snapshot.generation > 0  # It is of the moment of the first question.
        write(folder / "a2.txt", SUNK)
        shelf.sync(folder)
        found = shelf.vectors.neighbours(snapshot, "a", 5)
        assert {other.article_id for _, others in found for other, _ in others} == {"b"}


def test_an_inverted_index_finds_neighbours_too(library, folder, monkeypatch):
    monkeypatch.setattr("index.live.VectorIndex", SmallIndex)
    for number in range(12):
        write(folder / f"{number}.txt", story(number))
    write(folder / "copy.txt", story(5))
    library.sync(folder)
    found = near(library, "copy", k=1)
    assert not library.vectors._index.is_exact
    assert [others for _, others in found] == [[("5", pytest.approx(1.0))]] * len(found)

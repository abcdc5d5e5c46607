import multiprocessing
import shutil

import pytest

from index.errors import UnknownArticle
from index.library import Library
from index.models import Source
from index.search import Retriever
from tests.index.fakes import WordHashEncoder, write


def test_an_index_remembers_its_encoder(tmp_path, folder):
    write(folder / "dam.txt", "The dam held.")
    with Library.open(tmp_path / "index", encoder=WordHashEncoder(name="hash")) as library:
        library.sync(folder)
    with Library.open(tmp_path / "index") as library:
        assert library.encoder.name == "hash"
    with Library.open(tmp_path / "new") as library:
        assert library.encoder.name == "all-MiniLM-L6-v2"


def test_an_article_is_found_by_its_id(library, folder):
    write(folder / "dam.txt", "The dam held.")
    library.sync(folder)
    assert library.article("dam").text == "The dam held."
    with pytest.raises(UnknownArticle, match="no article 'moon' in the index; it may have been"):
        library.article("moon")


def test_sources_say_where_each_article_comes_from(library, folder, tmp_path):
    write(folder / "below" / "dam.md", "# Dam holds\n\nThe dam held.")
    write(folder / "sources.toml", '["below/dam"]\npublisher = "Arden Post"\n')
    library.sync(folder)
    assert library.sources() == (
        Source(
            id="below/dam",
            title="Dam holds",
            publisher="Arden Post",
            author=None,
            published=None,
            url=None,
            origin=None,
            passages=1,
            folder=str(tmp_path / "articles"),
            file="below/dam.md",
        ),
    )


def test_a_folder_elsewhere_keeps_its_whole_path(tmp_path, folder, encoder):
    write(folder / "dam.txt", "The dam held.")
    with Library.open(tmp_path / "deep" / "index", encoder=encoder) as library:
        library.sync(folder)
        assert library.folders() == (folder,)


def test_the_generation_grows_with_what_any_process_changes(tmp_path, library, folder, encoder):
    before = library.generation
    with Library.open(tmp_path / "index", encoder=encoder) as other:
        write(folder / "dam.txt", "The dam held.")
        other.sync(folder)
    assert library.generation > before


def open_and_close(path):
    with (
        Library.open(path, encoder=WordHashEncoder()) as library,
        library.store.reading() as snapshot,
    ):
        return snapshot.fact("identity")


def test_many_processes_may_make_the_same_index_at_once(tmp_path):
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        identities = pool.map(open_and_close, [tmp_path / "index"] * 8, chunksize=1)
    assert len(set(identities)) == 1


def test_an_index_thrown_away_and_made_again_is_seen_by_those_who_had_it_open(
    tmp_path, library, folder, encoder
):
    write(folder / "dam.txt", "The dam held.")
    library.sync(folder)
    retriever = Retriever(library)
    assert [passage.text for passage in retriever.search("dam")] == ["The dam held."]
    shutil.rmtree(tmp_path / "index")
    assert retriever.search("dam") == []
    write(folder / "dam.txt", "The dam broke.")
    with Library.open(tmp_path / "index", encoder=encoder) as other:
        other.sync(folder)
    assert [passage.text for passage in retriever.search("dam")] == ["The dam broke."]


def test_a_sync_makes_the_index_again_that_was_thrown_away_meanwhile(tmp_path, library, folder):
    write(folder / "dam.txt", "The dam held.")
    library.sync(folder)
    shutil.rmtree(tmp_path / "index")
    assert library.sync(folder).added == ("dam",)
    assert library.article("dam").text == "The dam held."

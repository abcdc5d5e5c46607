import errno
import json
import os
import shutil
from pathlib import Path

import pytest

from index import sync as module
from index.errors import LoadError
from index.library import Library
from index.search import Retriever
from tests.index.dict_store import DictStore
from tests.index.fakes import WordHashEncoder, failed, story, write

DAM = "The dam at Arden held.\n"
FERRY = "The ferry sank at Birch.\n"
MILL = "The mill burned down.\n"


def lines(*records: dict) -> str:
    return "\n".join(json.dumps(record) for record in records)


def record(id_: str, text: str, **facts: str) -> dict:
    return {"id": id_, "title": id_.title(), "text": text, **facts}


def ids(library: Library) -> set[str]:
    return {source.id for source in library.sources()}


def test_a_sync_adds_changes_removes_and_leaves_the_rest(library, folder):
    for name, text in (("dam", DAM), ("ferry", FERRY), ("mill", MILL)):
        write(folder / f"{name}.txt", text)
    first = library.sync(folder)
    assert first.added == ("dam", "ferry", "mill")
    assert (first.changed, first.removed, first.unchanged, first.failed) == ((), (), (), ())
    write(folder / "dam.txt", "The dam at Arden broke.")
    (folder / "ferry.txt").unlink()
    write(folder / "below" / "bridge.txt", "The bridge is closed.")
    second = library.sync(folder)
    assert second.added == ("below/bridge",)
    assert (second.changed, second.removed, second.unchanged) == (("dam",), ("ferry",), ("mill",))
    assert library.article("dam").text == "The dam at Arden broke."
    third = library.sync(folder)
    assert set(third.unchanged) == {"below/bridge", "dam", "mill"}
    assert (third.added, third.changed, third.removed) == ((), (), ())


def test_only_text_that_was_never_embedded_is_embedded(library, encoder, folder):
    write(folder / "flood.txt", story(1))
    library.sync(folder)
    first = len(encoder.encoded)
    assert first > 2
    library.sync(folder)
    assert len(encoder.encoded) == first
    write(folder / "flood.txt", story(1) + "\n\nWhat next\nRepairs begin.")
    library.sync(folder)
    assert encoder.encoded[first:] == ["Flood 1 reaches Birch\nWhat next\nRepairs begin."]


def test_a_renamed_or_copied_file_is_not_embedded_again(library, encoder, folder):
    write(folder / "old.txt", story(1))
    library.sync(folder)
    first = len(encoder.encoded)
    (folder / "old.txt").rename(folder / "new.txt")
    report = library.sync(folder)
    assert (report.added, report.removed) == (("new",), ("old",))
    shutil.copy(folder / "new.txt", folder / "copy.txt")
    assert library.sync(folder).added == ("copy",)
    assert len(encoder.encoded) == first
    shutil.copy(folder / "new.txt", folder / "new2.txt")  # A touched file is read again,
    os.replace(folder / "new2.txt", folder / "new.txt")
    assert library.sync(folder).unchanged == ("copy", "new")  # and nothing came of it.
    assert len(encoder.encoded) == first


def test_a_record_that_moves_to_another_file_is_changed_not_added_and_removed(library, folder):
    write(folder / "b.jsonl", lines(record("dam", DAM)))
    library.sync(folder)
    (folder / "b.jsonl").rename(folder / "a.jsonl")
    report = library.sync(folder)
    assert (report.added, report.changed, report.removed) == ((), ("dam",), ())


def test_facts_that_change_change_their_article_without_embedding_it(library, encoder, folder):
    write(folder / "dam.txt", DAM)
    write(folder / "ferry.txt", FERRY)
    library.sync(folder)
    first = len(encoder.encoded)
    write(folder / "sources.toml", '[dam]\npublisher = "Arden Post"\npublished = 2024-03-04\n')
    report = library.sync(folder)
    assert (report.changed, report.unchanged) == (("dam",), ("ferry",))
    assert len(encoder.encoded) == first
    (found, *_) = Retriever(library).search("the dam", publishers=["arden post"])
    assert found.article.publisher == "Arden Post"
    write(folder / "sources.toml", '[dam]\ntitle = "Dam holds"\n')
    library.sync(folder)
    assert encoder.encoded[first:] == ["the dam", "Dam holds\nThe dam at Arden held."]


def test_raising_the_version_of_the_chunker_reads_all_again(library, folder, monkeypatch):
    write(folder / "dam.txt", DAM)
    library.sync(folder)
    monkeypatch.setattr(module, "CHUNKER_VERSION", 99)
    assert library.sync(folder).changed == ("dam",)
    assert library.sync(folder).unchanged == ("dam",)


def test_the_same_names_in_two_folders_get_ids_of_their_own_that_stay(library, tmp_path):
    for name in ("a/news", "b/news", "wires"):
        write(tmp_path / name / "dam.txt", DAM + name)
        library.sync(tmp_path / name)
    assert ids(library) == {"dam", "news/dam", "wires/dam"}
    assert library.article("news/dam").text.endswith("b/news")
    write(tmp_path / "c" / "news" / "dam.txt", DAM)
    assert library.sync(tmp_path / "c" / "news").added == ("news-2/dam",)
    (tmp_path / "a" / "news" / "dam.txt").unlink()
    assert library.sync(tmp_path / "a" / "news").removed == ("dam",)
    write(tmp_path / "b" / "news" / "dam.txt", "The dam broke.")
    assert library.sync(tmp_path / "b" / "news").changed == ("news/dam",)
    assert ids(library) == {"news/dam", "wires/dam", "news-2/dam"}


def test_files_that_differ_in_their_suffix_alone_are_two_articles(library, folder):
    write(folder / "dam.md", DAM)
    write(folder / "dam.txt", FERRY)
    assert library.sync(folder).added == ("dam", "dam.txt")
    assert library.article("dam.txt").text.strip() == FERRY.strip()


def test_records_of_two_files_with_the_same_ids_are_two_articles(library, folder):
    write(folder / "a.jsonl", lines(record("1", DAM), record("2", FERRY)))
    write(folder / "b.jsonl", lines(record("1", DAM), record("2", MILL)))
    assert library.sync(folder).added == ("1", "2", "b.jsonl#1", "b.jsonl#2")
    write(folder / "b.jsonl", lines(record("2", MILL)))
    report = library.sync(folder)
    assert (report.removed, report.unchanged) == (("b.jsonl#1",), ("1", "2", "b.jsonl#2"))


def test_a_folder_within_another_is_refused(library, tmp_path):
    write(tmp_path / "news" / "day" / "dam.txt", DAM)
    library.sync(tmp_path / "news")
    with pytest.raises(LoadError, match=r"day lies inside .*news, and its articles would count"):
        library.sync(tmp_path / "news" / "day")
    with pytest.raises(LoadError, match=r"news lies inside"):
        library.sync(tmp_path)
    assert ids(library) == {"day/dam"}


def test_index_and_folder_can_be_moved_together(tmp_path, encoder):
    write(tmp_path / "here" / "news" / "dam.txt", DAM)
    with Library.open(tmp_path / "here" / "index", encoder=encoder) as library:
        library.sync(tmp_path / "here" / "news")
    (tmp_path / "here").rename(tmp_path / "there")
    with Library.open(tmp_path / "there" / "index", encoder=encoder) as library:
        assert library.folders() == (tmp_path / "there" / "news",)
        assert library.sync(tmp_path / "there" / "news").unchanged == ("dam",)
        assert library.sources()[0].folder == str(tmp_path / "there" / "news")


def test_what_failed_is_listed_again_until_it_is_mended(library, folder):
    write(folder / "dam.txt", DAM)
    write(folder / "empty.txt", "")
    write(folder / "wires.jsonl", lines(record("1", FERRY)) + "\n{broken\n")
    write(folder / "sources.toml", 'stray = "x"\n')
    report = library.sync(folder)
    assert set(report.added) == {"dam", "1"}
    assert failed(report.failed).keys() == {"empty.txt", "wires.jsonl:2"}
    assert failed(report.warnings).keys() == {"sources.toml"}
    again = library.sync(folder)
    assert (again.failed, again.warnings) == (report.failed, report.warnings)
    assert library.failures() == report.failed
    write(folder / "empty.txt", MILL)
    write(folder / "wires.jsonl", lines(record("1", FERRY)))
    (folder / "sources.toml").unlink()
    mended = library.sync(folder)
    assert (mended.failed, mended.warnings, library.failures()) == ((), (), ())


def test_a_file_that_can_no_longer_be_read_keeps_its_articles(library, folder, monkeypatch):
    path = write(folder / "dam.txt", DAM)
    library.sync(folder)
    write(path, b"GIF89a\x00\x01")
    for _ in range(2):
        report = library.sync(folder)
        assert (report.unchanged, report.removed) == (("dam",), ())
        assert "dam.txt" in failed(report.failed)
    write(path, "The dam broke.")
    assert library.sync(folder).changed == ("dam",)


def test_a_half_broken_file_of_records_removes_nothing(library, folder):
    write(folder / "wires.jsonl", lines(record("1", DAM), record("2", FERRY)))
    library.sync(folder)
    write(folder / "wires.jsonl", lines(record("1", "The dam broke.")) + '\n{"id": "2", "te')
    report = library.sync(folder)
    assert (report.changed, report.unchanged, report.removed) == (("1",), ("2",), ())
    write(folder / "wires.jsonl", lines(record("1", "The dam broke.")))
    assert library.sync(folder).removed == ("2",)


def test_a_folder_below_that_cannot_be_read_keeps_its_articles(library, folder, monkeypatch):
    write(folder / "closed" / "deep" / "dam.txt", DAM)
    write(folder / "closed.txt", FERRY)
    write(folder / "gone.txt", MILL)
    library.sync(folder)
    (folder / "gone.txt").unlink()
    scandir = os.scandir

    def refuse(path):  # The tests may run as root, who may read everything.
        if Path(path).name == "closed":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scandir(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", refuse)
        report = library.sync(folder)
    assert (report.removed, set(report.unchanged)) == (("gone",), {"closed", "closed/deep/dam"})
    assert failed(report.failed).keys() == {"closed"}
    assert library.sync(folder).failed == ()


def test_a_link_whose_end_is_away_keeps_its_article(library, folder, tmp_path):
    disk = write(tmp_path / "disk" / "dam.txt", DAM)
    (folder / "dam.txt").symlink_to(disk)
    library.sync(folder)
    disk.rename(tmp_path / "elsewhere.txt")
    report = library.sync(folder)
    assert (report.unchanged, report.removed) == (("dam",), ())
    assert "leads nowhere" in failed(report.failed)["dam.txt"]


def test_a_missing_folder_is_an_error_and_an_empty_one_is_empty(library, folder, tmp_path):
    write(folder / "dam.txt", DAM)
    library.sync(folder)
    folder.rename(tmp_path / "away")
    with pytest.raises(LoadError, match=r"articles is not a folder; make it, or name another"):
        library.sync(folder)
    assert ids(library) == {"dam"}
    folder.mkdir()
    assert library.sync(folder).removed == ("dam",)
    with library.store.reading() as snapshot:
        assert len(snapshot.chunk_keys()) == 0


def test_forgetting_a_folder_leaves_its_files_and_the_other_folders(library, folder, tmp_path):
    write(folder / "dam.txt", DAM)
    write(tmp_path / "wires" / "ferry.txt", FERRY)
    library.sync(folder)
    library.sync(tmp_path / "wires")
    library.forget(folder)
    assert ids(library) == {"ferry"}
    assert library.folders() == (tmp_path / "wires",)
    assert (folder / "dam.txt").exists()


def test_progress_grows_from_nothing_to_all(library, folder, monkeypatch):
    monkeypatch.setattr(module, "BATCH_CHUNKS", 4)
    for number in range(6):
        write(folder / f"{number}.txt", story(number))
    write(folder / "wires.jsonl", lines(*(record(f"w{n}", story(n)) for n in range(6, 12))))
    seen = []
    library.sync(folder, progress=seen.append)
    done = [progress.done for progress in seen]
    size = sum(path.stat().st_size for path in folder.iterdir())
    assert done == sorted(done)
    assert (done[0], done[-1]) == (0, size)
    assert {progress.total for progress in seen} == {size}
    assert [progress.articles for progress in seen][-1] == 12
    assert len(set(done)) > 7  # A file of many records is not one step.


def test_an_unchanged_folder_does_not_touch_the_index(library, folder):
    write(folder / "dam.txt", DAM)
    library.sync(folder)
    generation = library.generation
    seen = []
    library.sync(folder, progress=seen.append)
    assert library.generation == generation
    assert (seen[-1].done, seen[-1].total) == (0, 0)


def test_a_store_of_ones_own_is_synced_and_searched_the_same(tmp_path, folder):
    for number in range(4):
        write(folder / f"{number}.txt", story(number))
    found = []
    for name, store in (("own", DictStore()), ("sqlite", None)):
        library = Library.open(tmp_path / name, encoder=WordHashEncoder(), store=store)
        assert library.sync(folder).added == ("0", "1", "2", "3")
        write(folder / "1.txt", "The mill burned down.")
        assert library.sync(folder).changed == ("1",)
        found.append([p.article.id for p in Retriever(library).search("mill burned", k=1)])
        write(folder / "1.txt", story(1))
        library.close()
    assert found == [["1"], ["1"]]

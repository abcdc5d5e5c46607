"""`crosscheck sync` and `sources` say what is in the index."""

import json

from tests.ui.commands import write_stories


def test_sync_reports_what_it_did(crosscheck, seeds):
    assert crosscheck("sync").out == "4 added, 0 changed, 0 removed, 0 unchanged\n"
    (seeds / "wire.json").unlink()
    report = json.loads(crosscheck("sync", "seeds", "--json").out)
    assert report["removed"] == ["wire"]
    assert report["unchanged"] == ["coast", "harbour", "weather"]


def test_sync_lists_failures_and_fails_only_if_nothing_is_indexed(crosscheck, tmp_path):
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "half.json").write_text('{"title": "Half')
    status, out, _ = crosscheck("sync", "broken")
    assert status == 1
    assert "1 could not be read:\n    half.json" in out
    write_stories(broken)
    status, out, _ = crosscheck("sync", "broken")
    assert status == 0
    assert "4 added" in out
    assert "half.json" in out
    status, out, _ = crosscheck("sync", "broken")
    assert (status, out.splitlines()[0]) == (0, "0 added, 0 changed, 0 removed, 4 unchanged")


def test_sources_lists_articles_and_failures(crosscheck, seeds):
    (seeds / "half.json").write_text('{"title": "Half')
    crosscheck("sync")
    status, out, _ = crosscheck("sources")
    assert status == 0
    assert "Ferry runs aground off Lund\n    Harbour Times, 4 March 2026, 1 passage, harbour" in out
    assert "4 articles, 4 passages" in out
    assert "1 could not be read:\n    half.json" in out
    ids = [source["id"] for source in json.loads(crosscheck("sources", "--json").out)]
    assert sorted(ids) == ["coast", "harbour", "weather", "wire"]

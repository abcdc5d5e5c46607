"""`crosscheck disagreements`, and what sync and watch tell of them."""

import json
from datetime import datetime

import pytest

from index.models import SyncReport
from tests.index.fakes import write
from tests.qa.years import TellingYears
from ui.opening import news

DAM = "The Arden dam opened in 1931."
GUIDE = "The Arden dam opened in 1934, a guide says."
FERRY = "The ferry Astrid was built in 1998."
WRECK = "The Astrid was built in 1999 or so."


@pytest.fixture
def comparer(crosscheck, monkeypatch) -> TellingYears:
    """What the command compares with."""
    comparer = TellingYears()
    monkeypatch.setattr("ui.opening.comparer", lambda: comparer)
    return comparer


@pytest.fixture
def news_folder(tmp_path, comparer):
    """The default folder, with two pairs of articles that differ."""
    for name, text in (("dam", DAM), ("guide", GUIDE), ("ferry", FERRY), ("wreck", WRECK)):
        write(tmp_path / "seeds" / f"{name}.txt", text)
    dated = '[dam]\npublisher = "Arden Post"\npublished = 2024-03-04\n'
    write(tmp_path / "seeds" / "sources.toml", dated)
    return tmp_path / "seeds"


def test_disagreements_are_listed_by_subject_after_what_is_new_was_compared(
    crosscheck, news_folder, comparer
):
    status, out, err = crosscheck("disagreements")
    assert (status, err) == (0, "seeds: 4 articles added, 2 new disagreements\n")
    lines = out.splitlines()
    assert lines[:8] == [
        "Arden",
        "",
        "! Sources disagree: Arden: 1931 or 1934",
        f"    “{DAM}”",
        "        Arden Post, 4 March 2024, dam",
        "        1 source, 1 origin",
        f"    “{GUIDE}”",
        f"        “{GUIDE}”, unknown publisher, undated, guide",
    ]
    assert lines[8] == "        1 source, 1 origin"
    assert lines[9].startswith(
        "These cannot both hold. Crosscheck does not pick a side. Confidence 0."
    )
    assert lines[11:14] == ["Astrid", "", "Figures differ: Astrid: 1998 or 1999"]
    assert lines[-1] == "2 disagreements among 4 articles."
    again = crosscheck("disagreements")
    assert (again.out, again.err) == (out, "")
    assert sorted(comparer.compared) == ["dam", "ferry", "guide", "wreck"]


def test_json_lists_all_of_them_unless_there_is_a_limit(crosscheck, news_folder):
    found = json.loads(crosscheck("disagreements", "--json").out)
    assert [one["kind"] for one in found] == ["contradiction", "estimate"]
    assert [side["quote"] for side in found[0]["sides"]] == [DAM, GUIDE]
    assert found[0]["confidence"] > found[1]["confidence"]
    limited = json.loads(crosscheck("disagreements", "--json", "--limit", "1").out)
    assert limited == found[:1]


def test_a_person_sees_twenty_unless_more_are_asked_for(crosscheck, news_folder):
    for year in range(1900, 1925):
        write(news_folder / f"{year}.txt", f"The Birch mill opened in {year}.")
    out = crosscheck("disagreements").out
    assert out.count("Sources disagree: ") + out.count("Figures differ: ") == 20
    assert "\n20 of " in out
    assert crosscheck("disagreements", "--limit", "21").out.count("Confidence ") == 21


def test_they_are_chosen_by_kind_and_by_words(crosscheck, news_folder):
    def about(*options: str) -> list[str]:
        status, out, _ = crosscheck("disagreements", "--json", *options)
        assert status == 0
        return [one["about"] for one in json.loads(out)]

    dam, ferry = "Arden: 1931 or 1934", "Astrid: 1998 or 1999"
    assert about("--kind", "estimate") == [ferry]
    assert about("--kind", "estimate", "--kind", "contradiction") == [dam, ferry]
    assert about("--about", "the guide DAM") == [dam]
    assert about("--about", "dam", "--kind", "estimate") == []
    assert crosscheck("disagreements", "--kind", "opinion").out == (
        "0 of 2 disagreements among 4 articles.\n"
    )


def test_an_unknown_kind_is_a_usage_error_with_the_choices(crosscheck, news_folder):
    status, out, err = crosscheck("disagreements", "--kind", "quarrel")
    assert (status, out) == (2, "")
    told = " ".join(err.split())
    assert "no kind 'quarrel'; choose from contradiction, superseded, estimate, scope" in told
    assert crosscheck("disagreements", "--limit", "0").status == 2


def test_articles_that_agree_are_no_error(crosscheck, comparer, tmp_path):
    write(tmp_path / "seeds" / "dam.txt", DAM)
    status, out, _ = crosscheck("disagreements")
    assert (status, out) == (0, "No disagreement found among 1 article.\n")
    assert crosscheck("disagreements", "--json") == (0, "[]\n", "")


def test_without_sync_it_tells_how_many_are_not_compared_yet(crosscheck, news_folder, comparer):
    crosscheck("search", "dam")  # Those who only ask do not wait for articles to be compared.
    assert comparer.compared == []
    status, out, _ = crosscheck("disagreements", "--no-sync")
    assert (status, out) == (
        0,
        "No disagreement found among 0 articles.\n"
        "4 articles not compared yet; crosscheck sync compares them.\n",
    )


def test_the_page_is_served_before_anything_is_compared(
    crosscheck, news_folder, comparer, monkeypatch
):
    waiting = []
    monkeypatch.setattr(
        "ui.serve.serve", lambda library, *_, **__: waiting.extend(library.uncompared())
    )
    status, _, err = crosscheck("chat")
    assert (status, err) == (0, "Starting Crosscheck\nseeds: 4 articles added\n")
    assert (comparer.compared, sorted(waiting)) == ([], ["dam", "ferry", "guide", "wreck"])


def test_where_nothing_can_compare_it_is_one_line_and_status_1(crosscheck, seeds):
    crosscheck("sync")
    status, out, err = crosscheck("disagreements")
    assert (status, out) == (1, "")
    assert err.startswith("crosscheck: nothing here compares articles: ")
    assert err.count("\n") == 1


def test_without_an_index_and_articles_it_is_the_error_of_every_command(crosscheck, comparer):
    status, out, err = crosscheck("disagreements")
    assert (status, out) == (1, "")
    assert err.startswith("crosscheck: there is no index at .crosscheck and no folder of articles")


def test_sync_tells_what_the_new_articles_change(crosscheck, news_folder, comparer):
    guide = news_folder / "guide.txt"
    held_back = guide.read_text()
    guide.unlink()
    assert crosscheck("sync").out.splitlines()[1] == "1 new disagreement:"
    guide.write_text(held_back)
    assert crosscheck("sync").out == (
        "1 added, 0 changed, 0 removed, 3 unchanged\n"
        "1 new disagreement:\n"
        "    ! Sources disagree: Arden: 1931 or 1934 "
        f"(Arden Post, 4 March 2024; “{GUIDE}”, unknown publisher, undated)\n"
    )
    assert crosscheck("sync").out == "0 added, 0 changed, 0 removed, 4 unchanged\n"


def test_sync_json_holds_what_is_new_as_disagreements_json_does(crosscheck, news_folder):
    report = json.loads(crosscheck("sync", "--json").out)
    assert report["added"] == ["dam", "ferry", "guide", "wreck"]
    assert report["disagreements"] == json.loads(crosscheck("disagreements", "--json").out)
    assert json.loads(crosscheck("sync", "--json").out)["disagreements"] == []


def test_watch_tells_what_the_new_articles_change(crosscheck, news_folder, monkeypatch):
    def once(library, folder, tell, *, on_error):
        tell(library.sync(folder))
        tell(library.sync(folder))  # Nothing new, so nothing is told.

    monkeypatch.setattr("index.watch.watch", once)
    status, out, err = crosscheck("watch")
    assert status == 0
    assert out.splitlines()[:2] == [
        "4 added, 0 changed, 0 removed, 0 unchanged",
        "2 new disagreements:",
    ]
    assert len(out.splitlines()) == 4
    assert err.splitlines()[0] == "Watching seeds; Ctrl-C ends it"
    assert datetime.strptime(err.splitlines()[1], "%H:%M:%S")


def test_disagreements_alone_are_news():
    report = SyncReport(unchanged=("dam",))
    assert news(report, new=0) == ""
    assert news(report, new=1) == "1 new disagreement"

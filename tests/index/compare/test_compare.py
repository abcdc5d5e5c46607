"""What a sync lets its comparer compare, what it keeps of it, and what of it is new."""

import json
import time

import pytest
from pydantic import ValidationError

from index import compare
from index.models import Finding, Place, Span
from tests.index.compare.dams import DAM, FERRY, GUIDE, WRECK, said
from tests.index.fakes import story, write


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

"""The list of sources: what it shows, filters, pages and reports."""

from datetime import date
from time import perf_counter

import pytest

from index.models import Failure, Progress, Source
from ui.table import PAGE, matching, render_progress, render_sources, render_status


def source(number: int = 1, **said) -> Source:
    fields = {
        "id": f"a{number}",
        "title": f"Dam report {number}",
        "publisher": "Valley News",
        "author": None,
        "published": date(2026, 4, 7),
        "url": None,
        "origin": None,
        "passages": 3,
        "folder": "/articles",
        "file": f"a{number}.txt",
    }
    return Source(**{**fields, **said})


def test_a_row_shows_title_publisher_date_passages_and_state(tmp_path):
    (tmp_path / "a1.txt").touch()
    html = render_sources([source(folder=str(tmp_path), passages=1234)], [])
    for cell in ("Dam report 1", "Valley News", "7 April 2026", "1,234", "indexed"):
        assert cell in html
    assert "file is gone" not in html


def test_a_source_whose_file_is_gone_says_so():
    assert "file is gone; sync to remove" in render_sources([source()], [])


def test_removing_asks_first_and_names_the_file():
    html = render_sources([source()], [])
    assert 'data-event="discard" data-payload="{&quot;article_id&quot;: &quot;a1&quot;}"' in html
    assert 'data-confirm="Delete the file a1.txt from /articles?' in html


def test_a_record_of_a_file_of_many_cannot_be_removed_on_its_own():
    records = [
        source(1, file="all.jsonl"),
        source(2, file="both.json"),
        source(3, file="both.json"),
    ]
    html = render_sources(records, [])
    assert "discard" not in html
    assert html.count("a record of both.json") == 2


def test_every_word_of_the_filter_must_match_somewhere():
    sources = [source(1), source(2, publisher="Coast Daily"), source(3, published=None)]
    assert [s.id for s in matching(sources, "VALLEY dam")] == ["a1", "a3"]
    assert [s.id for s in matching(sources, "undated")] == ["a3"]
    assert [s.id for s in matching(sources, "2026-04")] == ["a1", "a2"]
    assert matching(sources, "valley coast") == []


def test_a_long_list_is_shown_a_page_at_a_time():
    sources = [source(n) for n in range(2 * PAGE + 1)]
    first, last = render_sources(sources, []), render_sources(sources, [], page=2)
    assert first.count("<tr>") == PAGE + 1  # and the row of headings
    assert last.count("<tr>") == 2
    assert "Page 1 of 3" in first
    assert "Next" in first
    assert "Previous" not in first
    assert "Next" not in last
    assert "101 articles" in first


def test_a_page_beyond_the_end_shows_the_last():
    assert "<tr>" in render_sources([source()], [], page=9)


def test_a_filter_says_how_many_of_how_many():
    html = render_sources([source(1), source(2, title="Storm")], [], needle="storm")
    assert "1 of 2 articles" in html


def test_failures_are_listed_with_their_reason():
    html = render_sources([], [Failure(where="b.json:3", reason="no <text>")])
    assert "1 thing could not be read" in html
    assert "<strong>b.json:3</strong> no &lt;text&gt;" in html


def test_thousands_of_sources_are_filtered_and_shown_in_a_moment():
    sources = [source(n) for n in range(10_000)]
    took = []
    for _ in range(3):  # Whatever else the machine does meanwhile.
        start = perf_counter()
        html = render_sources(sources, [], needle="dam 9")
        took.append(perf_counter() - start)
    assert min(took) < 1  # Measured: 0.1 s.
    assert len(html) < 100_000


def test_no_sources_says_how_to_begin():
    assert "No articles yet" in render_sources([], [])


@pytest.mark.parametrize("field", ["id", "title", "publisher", "file", "folder"])
def test_a_source_cannot_write_html(field):
    html = render_sources([source(**{field: '"><img src=x onerror=alert(1)>'})], [])
    assert "<img" not in html
    assert html.count("<") == render_sources([source()], []).count("<")


def test_progress_is_a_bar_with_words():
    html = render_progress(Progress(stage="indexing", done=25, total=100, articles=7))
    assert "Indexing: 7 articles, 25%" in html
    assert 'max="1" value="0.250"' in html


def test_comparing_is_told_from_indexing():
    html = render_progress(Progress(stage="comparing", done=3, total=4, articles=3))
    assert "Comparing: 3 articles, 75%" in html
    assert 'aria-label="Comparing"' in html


def test_progress_of_nothing_divides_by_nothing():
    assert "0%" in render_progress(Progress(stage="indexing", done=0, total=0))


def test_a_status_line_is_announced_and_its_problems_are_escaped():
    html = render_status("Saved.", problems=["<b> failed"])
    assert 'role="status"' in html
    assert "&lt;b&gt; failed" in html

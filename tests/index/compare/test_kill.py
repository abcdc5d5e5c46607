"""A sync that is killed while it compares loses little, and the next one completes it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from index.library import Library
from tests.index.fakes import TOWNS, WordHashEncoder, YearComparer, write
from tests.index.test_sync_kill import content, kill, started

ARTICLES = 40

SLOW_COMPARING = """
import sys
from index import compare
from index.library import Library
from tests.index.fakes import WordHashEncoder, YearComparer
compare.AT_ONCE = 4
comparer = YearComparer(pause=0.02)
library = Library.open(sys.argv[1], encoder=WordHashEncoder(), comparer=comparer)
print("opened", flush=True)
def tell(progress):
    print(progress.stage, progress.done, flush=True)
library.sync(sys.argv[2], progress=tell)
"""


@pytest.fixture
def corpus(folder):
    for number in range(ARTICLES):
        town = TOWNS[number % len(TOWNS)]
        write(folder / f"{number:02}.txt", f"The mill at {town} burned down in {1900 + number}.")
    return folder


def compared(index: Path) -> tuple[list[tuple], list[tuple]]:
    """What is compared and found in the index, but for its keys."""
    with closing(sqlite3.connect(index / "index.db")) as connection:
        marks = connection.execute(
            "SELECT id, comparer FROM compared JOIN articles ON key = article ORDER BY id"
        )
        findings = connection.execute(
            """SELECT one.id, a_first, a_last, other.id, b_first, b_last, comparer,
                      hex(findings.digest), confidence, findings.record
               FROM findings JOIN articles AS one ON one.key = a
               JOIN articles AS other ON other.key = b ORDER BY 1, 2, 4, 5"""
        )
        return marks.fetchall(), findings.fetchall()


def opened(index: Path, comparer: YearComparer | None = None) -> Library:
    return Library.open(index, encoder=WordHashEncoder(), comparer=comparer or YearComparer())


@pytest.mark.parametrize("moment", [1, 9, 30])
def test_what_a_killed_sync_left_is_compared_by_the_next(tmp_path, corpus, moment):
    with opened(tmp_path / "whole") as library:
        library.sync(corpus)
    marks, findings = compared(tmp_path / "whole")
    assert len(marks) == ARTICLES
    assert len(findings) > ARTICLES
    process = started(SLOW_COMPARING, tmp_path / "killed", corpus)
    while process.stdout.readline() != f"comparing {moment}\n":
        assert process.poll() is None
    kill(process)
    assert content(tmp_path / "killed") == content(tmp_path / "whole")
    left_marks, left_findings = compared(tmp_path / "killed")
    assert len(left_marks) in {moment // 4 * 4, moment // 4 * 4 + 4}  # A kill comes a bit late.
    assert left_marks == [mark for mark in marks if mark in left_marks]
    assert set(left_findings) <= set(findings)
    comparer = YearComparer()
    with opened(tmp_path / "killed", comparer) as library:
        report = library.sync(corpus)
        assert len(comparer.compared) == ARTICLES - len(left_marks)
        assert len(report.findings) == len(findings) - len(left_findings)
        assert len(library.findings()) == len(findings)
    assert compared(tmp_path / "killed") == (marks, findings)


def test_a_reader_sees_whole_findings_while_another_process_compares(tmp_path, corpus):
    process = started(SLOW_COMPARING, tmp_path / "index", corpus)
    seen = []
    with opened(tmp_path / "index") as library:
        while process.poll() is None:
            if process.stdout.readline().startswith("comparing"):
                seen.append(len(library.findings()))
                for finding in library.findings():
                    for side in finding.sides:
                        assert side.span.of(library.article(side.article_id).text).endswith(".")
        process.stdout.close()
        assert seen == sorted(seen)
        assert 0 < seen[len(seen) // 2] < len(library.findings())
        assert library.sync(corpus).findings == ()

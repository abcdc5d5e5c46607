"""What the README says was measured is what was saved of it."""

import re
import sys
from pathlib import Path

import pytest

from qa.evaluate import OF_A_CORPUS, OF_ARTICLES, RESULTS, SUITES, Report, Table
from tests.benchmarks.figures import BY_HAND, FIGURES, faults, rows, written
from tests.benchmarks.measure import MATERIAL, arguments, main

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SAVED = sorted((ROOT / RESULTS).glob("*.json"))

F1, SEEDS = (
    "the best span of a paragraph, F1",
    "questions over the shipped articles that come out right",
)
SPEED, SCORED = "one search over the shipped articles", "MultiHop-RAG: MRR@10, Hits@10, Hits@4"
DISAGREE = "of the warnings that documents disagree, those that are right"


def save(folder, suite, columns, *table):
    report = Report(suite=suite, conditions={}, columns=columns, rows=table)
    (folder / f"{suite}.json").write_text(report.model_dump_json(), encoding="utf-8")


@pytest.fixture
def results(tmp_path, monkeypatch):
    """Some saved results, and the figures that are made of them."""
    measures = ("measure", "value", "n")
    save(tmp_path, "reading", measures, ("F1, answer forced", 0.7851, 2910))
    save(tmp_path, "contradict", measures, ("warning: precision", 0.866, 1031))
    save(tmp_path, "ramdocs-sets", measures, ("warning: precision", 1.0, 26))
    save(tmp_path, "speed", ("task", "median ms"), ("search the articles", 1512.3))
    save(tmp_path, "seeds", ("kind", "right", "of", "false alarms"), ("all", 16, 21, 0))
    hits = [(name, 0.5, 9) for name in ("MRR@10", "Hits@10", "Hits@4")]
    save(tmp_path, "multihop", measures, *hits)
    kept = {what: FIGURES[what] for what in (F1, SEEDS, SPEED, SCORED, DISAGREE)}
    monkeypatch.setattr("tests.benchmarks.figures.FIGURES", kept)
    return tmp_path


TABLE = {
    F1: (".79 (n 2,910)", "`reading`"),
    SEEDS: ("16 of 21, no false alarm", "`seeds`"),
    SPEED: ("1.5 s", "`speed`"),
    SCORED: (".50, .50, .50 (n 9)", "`multihop`"),
    DISAGREE: (".87, 1.0 (n 1,031, 26)", "`contradict`, `ramdocs-sets`"),
    "memory": ("0.65 GB", BY_HAND),
}


def readme(**changes) -> str:
    table = TABLE | {
        {"f1": F1, "memory": "memory", "page": "page"}[k]: v for k, v in changes.items()
    }
    lines = [f"| {what} | {' | '.join(row)} |" for what, row in table.items() if row]
    head = "| what | figure | measured by |\n| --- | --- | --- |\n"
    return (
        "# Ours\n\n## Measured\n\nHere.\n\n"
        + head
        + "\n".join(lines)
        + "\n\n## More\n\n| a | b |\n"
    )


def test_every_figure_of_the_readme_is_the_one_that_was_saved():
    assert list(faults(README, ROOT / RESULTS)) == []
    assert {suite for row in rows(README) for suite in row.suites} <= SUITES.keys()


def test_a_table_that_says_what_was_saved_is_without_fault(results):
    assert list(faults(readme(), results)) == []


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        (
            {"f1": (".80 (n 2,910)", "`reading`")},
            f"{F1!r} is .79 (n 2,910), and the README says .80 (n 2,910)",
        ),
        (
            {"f1": (".79 (n 2,910)", "`reading`, `speed`")},
            f"{F1!r} is of reading, and not of `reading`, `speed`",
        ),
        ({"f1": (".79 (n 2,910)", BY_HAND)}, f"{F1!r} is of reading, and not of by hand"),
        ({"f1": None}, f"{F1!r} has no row"),
        (
            {"memory": ("0.65 GB", "`speed`")},
            "'memory' is measured by `speed`, and FIGURES does not say how",
        ),
        ({"page": ("5 s", "")}, "'page' is measured by , and FIGURES does not say how"),
    ],
)
def test_another_figure_or_suite_than_what_was_saved_is_a_fault(results, changes, fault):
    assert list(faults(readme(**changes), results)) == [fault]


def test_a_figure_of_which_nothing_is_saved_is_a_fault(results):
    save(results, "reading", ("measure", "value", "n"), ("F2", 0.7851, 2910))
    (fault,) = faults(readme(), results)
    assert fault == f"{F1!r}: what is saved of reading has no 'n' of 'F1, answer forced'"
    (results / "reading.json").unlink()
    (fault,) = faults(readme(), results)
    assert fault == f"{F1!r}: nothing is saved of reading; crosscheck evaluate reading --save"
    pending = readme(f1=("not measured yet", "`reading`"))
    assert list(faults(pending, results)) == []
    assert written(readme(), results) == pending


def test_the_figures_are_written_where_others_stand_and_nowhere_else(results):
    other = readme(f1=("?", "`reading`"), memory=("?", BY_HAND))
    assert written(other, results) == readme(memory=("?", BY_HAND))


@pytest.mark.parametrize("file", SAVED, ids=lambda file: file.stem)
def test_a_saved_result_is_of_a_commit_and_of_all_examples_and_small(file):
    text = file.read_text(encoding="utf-8")
    report = Report.model_validate_json(text)  # Has no other field: no example is in it.
    assert report.suite == file.stem in SUITES
    assert len(text) < 20_000
    assert re.fullmatch("[0-9a-f]{7,40}", str(report.conditions["commit"])), "-dirty: commit first"
    assert "drawn from" not in report.conditions
    assert {"date", "models", "processor", "cores", "sha256", "n"} <= report.conditions.keys()
    assert not any(isinstance(cell, str) and cell.startswith("/") for cell in _cells(report))


def _cells(report: Report):
    tables: list[Table] = [report, *report.details.values()]
    return [
        *report.conditions.values(),
        *(c for table in tables for row in table.rows for c in row),
    ]


def test_every_suite_is_measured_by_make_figures():
    assert MATERIAL.keys() == SUITES.keys()
    for suite in SUITES:
        given = arguments(suite, Path("data"), Path("new"))
        assert given[-2:] == ["--save", str(ROOT / RESULTS)]
        assert ("--index" in given) == (suite in OF_A_CORPUS or suite in OF_ARTICLES)
    assert arguments("followups", Path("data"), Path("new"))[2:4] == ["--index", "new/multihop"]
    assert arguments("speed", Path("data"), Path("new")) == ["speed", "--save", str(ROOT / RESULTS)]


@pytest.fixture
def measure(monkeypatch, tmp_path):
    """Run the benchmark with a command that only notes what it is given."""
    note = f"import sys; open({str(tmp_path / 'notes')!r}, 'a').write(sys.argv[1] + '\\n')"
    monkeypatch.setattr("tests.benchmarks.measure.COMMAND", (sys.executable, "-c", note))
    monkeypatch.setattr("tests.benchmarks.measure.commit", lambda: "c0ffee1")
    monkeypatch.setattr("tests.benchmarks.figures.main", lambda: None)
    for below in (one for one in MATERIAL.values() if one and not Path(one).is_absolute()):
        (tmp_path / "data" / below).mkdir(parents=True, exist_ok=True)

    def run(*named: str) -> list[str]:
        monkeypatch.setattr(sys, "argv", ["measure", str(tmp_path / "data"), *named])
        main()
        return (tmp_path / "notes").read_text().split()

    return run


def test_all_suites_are_measured_or_those_that_are_named(measure):
    assert measure("seeds", "speed") == ["seeds", "speed"]
    assert measure() == ["seeds", "speed", *MATERIAL]


def test_a_change_that_is_in_no_commit_is_not_measured(measure, monkeypatch, capsys):
    for found in ("c0ffee1-dirty", None):
        monkeypatch.setattr("tests.benchmarks.measure.commit", lambda found=found: found)
        with pytest.raises(SystemExit, match="2"):
            measure("seeds")
        assert "a figure is of a commit; commit what was changed first" in capsys.readouterr().err


def test_data_that_is_missing_is_named_before_anything_is_measured(measure, tmp_path, capsys):
    (tmp_path / "data" / MATERIAL["entailment"]).rmdir()
    with pytest.raises(SystemExit, match="2"):
        measure("seeds", "entailment")
    assert f"there is no {tmp_path / 'data' / 'train' / 'nli.jsonl.gz'}" in capsys.readouterr().err
    assert not (tmp_path / "notes").exists()


def test_a_suite_that_takes_the_index_of_another_comes_after_it(measure, capsys):
    assert measure("multihop", "followups") == ["multihop", "followups"]
    with pytest.raises(SystemExit, match="2"):
        measure("followups", "multihop")
    told = "followups takes the index of multihop; name multihop before it"
    assert told in capsys.readouterr().err


def test_a_suite_that_fails_ends_it(measure, monkeypatch):
    fails = (sys.executable, "-c", "raise SystemExit(3)")
    monkeypatch.setattr("tests.benchmarks.measure.COMMAND", fails)
    with pytest.raises(SystemExit, match="3"):
        measure("seeds")


def test_a_suite_that_is_unknown_is_named(measure, capsys):
    with pytest.raises(SystemExit, match="2"):
        measure("seeds", "books")
    assert "no suite books; choose from speed, seeds, " in capsys.readouterr().err

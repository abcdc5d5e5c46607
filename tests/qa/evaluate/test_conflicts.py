"""Pages that agree raise no warning, and those that are outdated do; both sets can be pooled."""

import pytest

from qa.evaluate import EvaluationError, evaluate_conflicts, evaluate_contradict, values
from tests.qa.flood import DRY, RISEN, THIRTY_ONE, TWELVE, document, parts, question, write

EARLY, LATE = "2026-03-01", "Mar 3, 2026"
AGREE = question("no_conflict", document(TWELVE), document(DRY), answers=("12",))
ALARM = question("no_conflict", document(TWELVE), document(THIRTY_ONE), answers=("12",))
OUTDATED = question(
    "temporal", document(TWELVE, date=EARLY), document(RISEN, date=LATE), answers=("31",)
)
UNDATED = question("temporal", document(TWELVE), document(THIRTY_ONE, date="NA"), answers=("31",))
MISSED = question("temporal", document(TWELVE), document(DRY), answers=("31",))
SILENT = question("temporal", document(DRY), answers=("31",))
WRONG = question("source_reliability", document(TWELVE), document(THIRTY_ONE), answers=("12",))


def test_warnings_are_counted_by_what_is_known_of_the_pages(tmp_path):
    path = write(
        tmp_path / "c.jsonl", AGREE, ALARM, OUTDATED, UNDATED, UNDATED, MISSED, SILENT, WRONG
    )
    report = evaluate_conflicts(parts(), path)
    assert values(report) == {
        "answered": 7 / 8,
        "warning: precision": 4 / 5,
        "warning: recall": 4 / 6,
        "warning: false-positive rate": 1 / 2,
        "warning or note: precision": 4 / 5,
        "warning or note: recall": 4 / 6,
        "warning or note: false-positive rate": 1 / 2,
        "temporal: warned": 3 / 5,
        "temporal: superseded": 1 / 5,
    }
    assert [row[2] for row in report.rows] == [8, 5, 6, 2, 5, 6, 2, 5, 5]
    assert report.details["gravest kind that is raised"].rows == (
        ("no_conflict", 1, 0, 0, 0, 0, 1, 0),
        ("temporal", 2, 1, 0, 0, 0, 1, 1),
        ("source_reliability", 1, 0, 0, 0, 0, 0, 0),
    )


def test_what_a_set_lacks_is_not_defined(tmp_path):
    report = evaluate_conflicts(parts(), write(tmp_path / "c.jsonl", AGREE))
    assert values(report)["warning: precision"] is None
    assert values(report)["warning: recall"] is None
    assert values(report)["temporal: superseded"] is None
    assert values(report)["warning: false-positive rate"] == 0


def test_a_file_of_something_else_is_named(tmp_path):
    path = write(tmp_path / "c.jsonl", AGREE, {"question": "Why?"})
    with pytest.raises(EvaluationError, match=r"c\.jsonl is not a .* of CONFLICTS: line 2: id: "):
        evaluate_conflicts(parts(), path)


class TestPooled:
    @pytest.fixture
    def folder(self, tmp_path):
        both = question("conflict", document(TWELVE), document(THIRTY_ONE))
        missed = question("conflict", document(TWELVE), document(DRY))
        write(tmp_path / "wikicontradict.jsonl", both, missed, missed)
        write(tmp_path / "conflicts.jsonl", AGREE, ALARM, OUTDATED)
        return tmp_path

    def test_precision_and_recall_are_of_all_questions_together(self, folder):
        report = evaluate_contradict(parts(), folder)
        assert values(report) == {
            "answered": 1,
            "warning: precision": 2 / 3,
            "warning: recall": 2 / 4,
            "warning: false-positive rate": 1 / 2,
            "warning or note: precision": 2 / 3,
            "warning or note: recall": 2 / 4,
            "warning or note: false-positive rate": 1 / 2,
        }
        table = report.details["gravest kind that is raised"]
        assert [row[0] for row in table.rows] == ["conflict", "no_conflict", "temporal"]
        assert len(report.cases) == 6

    def test_a_limit_is_for_each_set_and_both_files_have_a_checksum(self, folder):
        told = []
        report = evaluate_contradict(
            parts(), folder, limit=2, progress=lambda *one: told.append(one)
        )
        assert (report.conditions["n"], report.conditions["drawn from"]) == (4, 6)
        assert told[-1] == (4, 4)
        assert len(str(report.conditions["sha256"]).split(", ")) == 2

    def test_the_file_that_is_missing_is_named(self, folder):
        (folder / "conflicts.jsonl").unlink()
        with pytest.raises(EvaluationError, match=r"conflicts\.jsonl cannot be read"):
            evaluate_contradict(parts(), folder)

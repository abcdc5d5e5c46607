"""`crosscheck evaluate` prints a table with its conditions, and keeps it where it is told."""

import json
import re
from io import StringIO

import pytest
from rich.console import Console

from qa.evaluate import SUITES, Outcome, Report, SeedsReport, Table
from qa.evaluate.seeds import COLUMNS
from tests.qa.evaluate.test_multihop import CORPUS, QUESTIONS
from tests.qa.evaluate.test_reading import FERRY, FOUND, CueSpans, write_squad
from tests.qa.flood import FOUND as TOLLS
from tests.qa.flood import THIRTY_ONE, TWELVE, document, question, write
from tests.ui.commands import write_stories
from ui.printing import show
from ui.scores import score_lines


@pytest.fixture
def crosscheck(crosscheck, monkeypatch):
    """The command, with a reader too that needs no model."""
    monkeypatch.setattr("qa.reading.spans.TrainedSpans", lambda: CueSpans(FOUND))
    return crosscheck


@pytest.fixture
def questions(tmp_path):
    write_stories(tmp_path / "seeds")
    (tmp_path / "questions.jsonl").write_text(
        '{"id": "a", "kind": "fact", "question": "How many were injured?", "answer": ["12"]}\n'
        '{"id": "b", "kind": "decline", "question": "When does it sail?"}\n'
    )
    return "questions.jsonl"


@pytest.fixture
def squad(tmp_path):
    return write_squad(tmp_path / "ferry.json.gz").name


def test_seeds_asks_the_articles_and_lists_what_went_wrong(crosscheck, questions):
    status, out, err = crosscheck("evaluate", "seeds", questions)
    assert status == 0
    assert err == "seeds: 4 articles added\n"
    assert out.startswith("seeds\n    commit: ")
    assert (
        "\n    models: all-MiniLM-L6-v2 (53aa51172d142c89), cues, entailment.safetensors (" in out
    )
    assert "\n    sha256 of the corpus: " in out
    assert out.endswith(
        "\n"
        "kind      right   of   false alarms\n"
        "fact          1    1              0\n"
        "decline       0    1              0\n"
        "all           1    2              0\n"
        "\n"
        "what went wrong\n"
        "    b: When does it sail?\n"
        "        it answered, and the articles do not say\n"
    )
    report = json.loads(crosscheck("evaluate", "seeds", questions, "--json").out)
    assert [outcome["right"] for outcome in report["outcomes"]] == [True, False]


def test_reading_needs_no_articles_and_prints_one_table(crosscheck, squad):
    status, out, err = crosscheck("evaluate", "reading", squad)
    assert (status, err) == (0, "")
    assert "\n    models: cues\n" in out
    assert "\n    n: 4\n    threshold: 0.650\n\nmeasure  " in out
    assert "\nexact match, answer forced              0.500   2\n" in out
    assert "\nreliability\nfrom       to   mean probability   share answerable   n\n" in out


def test_documents_that_come_with_their_question_need_no_articles(
    crosscheck, tmp_path, monkeypatch
):
    monkeypatch.setattr("qa.reading.spans.TrainedSpans", lambda: CueSpans(TOLLS))
    row = question("conflict", document(TWELVE), document(THIRTY_ONE))
    write(tmp_path / "flood.jsonl", row)
    status, out, err = crosscheck("evaluate", "wikicontradict", "flood.jsonl", "--save", "kept")
    assert (status, err) == (0, "")
    assert "\nwarning: answers on different sides    1.000   1\n" in out
    assert TWELVE not in out
    report = json.loads(crosscheck("evaluate", "wikicontradict", "flood.jsonl", "--json").out)
    (case,) = report.pop("cases")
    assert [position["text"] for position in case["positions"]] == [TWELVE, THIRTY_ONE]
    assert json.loads((tmp_path / "kept" / "wikicontradict.json").read_text()) == report
    status, out, err = crosscheck("evaluate", "conflicts", "flood.jsonl")
    assert (status, out) == (1, "")
    assert err.startswith("crosscheck: flood.jsonl is not a .jsonl file of CONFLICTS: line 1: ")


@pytest.mark.parametrize(
    ("where", "file"),
    [
        (["--save", "kept/here"], "kept/here/reading.json"),
        (["--save"], "tests/benchmarks/results/reading.json"),
    ],
)
def test_json_and_the_saved_file_hold_the_same(crosscheck, squad, tmp_path, where, file):
    status, out, _ = crosscheck("evaluate", "reading", squad, *where, "--json")
    saved = (tmp_path / file).read_text()
    assert status == 0
    assert json.loads(saved) == json.loads(out)
    report = json.loads(out)
    assert report["suite"] == "reading"
    assert report["conditions"]["n"] == 4
    assert report["rows"][0] == ["exact match, answer forced", 0.5, 2]


def test_a_limit_measures_a_sample(crosscheck, squad):
    report = json.loads(crosscheck("evaluate", "reading", squad, "--limit", "3", "--json").out)
    assert (report["conditions"]["n"], report["conditions"]["drawn from"]) == (3, 4)


def test_a_reader_that_is_named_is_the_one_that_is_measured(crosscheck, squad, monkeypatch):
    def named(name):
        spans = CueSpans({"When": (FERRY[:9], 0.9)})
        spans.name = name
        return spans

    monkeypatch.setattr("qa.NamedSpans", named)
    report = json.loads(
        crosscheck("evaluate", "reading", squad, "--reader", "their/reader", "--json").out
    )
    assert report["conditions"]["models"] == "their/reader"
    assert report["rows"][0] == ["exact match, answer forced", 0.0, 2]


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("absent.json.gz", "absent.json.gz cannot be read (No such file or directory); name a "),
        ("notes.txt", "notes.txt cannot be read (Not a gzipped file (b'no'))"),
    ],
)
def test_a_missing_or_broken_file_is_one_line_and_status_1(crosscheck, tmp_path, file, message):
    (tmp_path / "notes.txt").write_text("no data")
    status, out, err = crosscheck("evaluate", "reading", file)
    assert (status, out) == (1, "")
    assert err.startswith(f"crosscheck: {message}")
    assert err.count("\n") == 1


def test_a_suite_that_is_unknown_or_without_data_is_a_usage_error(crosscheck):
    status, _, err = crosscheck("evaluate", "books", "questions.jsonl")
    assert status == 2
    assert "no suite 'books'; choose from seeds, reading, " in " ".join(err.split())
    status, _, err = crosscheck("evaluate", "reading")
    assert status == 2
    assert "reading needs data; name it: crosscheck evaluate reading PATH" in " ".join(err.split())
    assert crosscheck("evaluate", "reading", "x", "--limit", "0").status == 2


def test_speed_takes_the_articles_at_hand(crosscheck, questions, monkeypatch):
    given = []

    def timed(parts, path, *, limit, progress):
        given.append((str(path), parts.encoder))
        return Report(suite="speed", conditions={}, columns=("task",), rows=())

    monkeypatch.setattr("qa.evaluate.SUITES", {"speed": timed})
    assert crosscheck("evaluate", "speed").status == 0
    assert crosscheck("evaluate", "speed", "elsewhere", "--encoder", "theirs").status == 0
    assert given == [("seeds", ""), ("elsewhere", "theirs")]


def test_multihop_indexes_the_corpus_once_and_searches_it(crosscheck, tmp_path, monkeypatch):
    monkeypatch.setattr("qa.reading.spans.TrainedSpans", lambda: CueSpans({}))  # Finds no answer.
    (tmp_path / "multihop").mkdir()
    (tmp_path / "multihop" / "corpus.json").write_text(json.dumps(CORPUS), encoding="utf-8")
    (tmp_path / "multihop" / "queries.json").write_text(json.dumps(QUESTIONS), encoding="utf-8")
    command = ("evaluate", "multihop", "multihop", "--index", "kept")
    status, out, err = crosscheck(*command, "--save", "reports")
    assert (status, err) == (0, "kept/corpus: 3 articles added\n")
    assert re.search(r"\nall evidence in the top 10 +0\.667   3\n", out)
    assert re.search(r"\ndeclined, of those without an answer +1\.000   1\n", out)
    assert "\nby kind of question\nkind               MRR@10   Hits@10 " in out
    saved = json.loads((tmp_path / "reports" / "multihop.json").read_text())
    assert saved["conditions"]["n"] == 4
    again = crosscheck(*command, "--json")
    assert (again.status, again.err) == (0, "")
    told = json.loads(again.out)
    took = [one["rows"].pop(5)[0] for one in (told, saved)]  # Another time each time.
    assert (took, told["rows"]) == (["search, median ms"] * 2, saved["rows"])


def test_multihop_leaves_the_readers_own_index_alone(crosscheck, tmp_path, questions):
    status, _, err = crosscheck("evaluate", "multihop", "multihop")
    assert status == 2
    assert "multihop needs an index of its own; name a folder: --index FOLDER" in " ".join(
        err.replace("│", "").split()
    )
    assert not (tmp_path / ".crosscheck").exists()
    assert crosscheck("sync", "seeds", "--index", "other").status == 0
    (tmp_path / "multihop").mkdir()
    (tmp_path / "multihop" / "corpus.json").write_text(json.dumps(CORPUS), encoding="utf-8")
    (tmp_path / "multihop" / "queries.json").write_text(json.dumps(QUESTIONS), encoding="utf-8")
    status, _, err = crosscheck("evaluate", "multihop", "multihop", "--index", "other")
    assert status == 1
    assert "other lacks 3 of the 3 titles of multihop/corpus.json; name a new folder " in err


def test_followups_are_asked_over_the_articles_in_the_index(crosscheck, questions, tmp_path):
    turn = {"question": "Is it old?", "kind": "complete", "alone": ["Is it old?"]}
    conversation = {
        "id": "calm",
        "half": "held",
        "about": ["A calm week ahead"],
        "opening": "Is it calm?",
        "turns": [turn],
    }
    elsewhere = conversation | {"about": ["Another week"]}
    (tmp_path / "chats.jsonl").write_text(f"{json.dumps(conversation)}\n{json.dumps(elsewhere)}")
    status, out, err = crosscheck("evaluate", "followups", "chats.jsonl")
    assert (status, err) == (0, "seeds: 4 articles added\n")
    assert "\n    left out, as their articles are not in the index: 1\n" in out
    assert "\nheld half\nturns " in out
    report = json.loads(crosscheck("evaluate", "followups", "chats.jsonl", "--json").out)
    assert report["outcomes"][0]["question"] == "Is it old?"


def test_robust_searches_the_articles_for_questions_written_in_other_ways(crosscheck, tmp_path):
    write_stories(tmp_path / "seeds")
    (tmp_path / "variants.jsonl").write_text(
        '{"kind": "upper case", "question": "Who was injured?", "variant": "WHO WAS INJURED?"}\n'
    )
    status, out, err = crosscheck("evaluate", "robust", "variants.jsonl")
    assert (status, err) == (0, "seeds: 4 articles added\n")
    assert "\nkind         same first article   first passage in the top 3   " in out
    assert "\nupper case                1.000 " in out


def test_the_help_names_every_suite(crosscheck):
    told = " ".join(crosscheck("evaluate", "--help").out.split())
    assert all(suite in told for suite in SUITES)


def printed(report: Report) -> str:
    file = StringIO()
    show(score_lines(report), Console(file=file, width=40, color_system=None))
    return file.getvalue()


def test_conditions_come_before_the_numbers_and_numbers_stand_below_each_other():
    report = Report(
        suite="reading",
        conditions={"cores": 2, "threshold": 0.5, "data": "\x1b[31mferry"},
        columns=("measure", "value", "n"),
        rows=(("F1", 0.98765, 6078), ("precision", None, 0), ("time", 1234.56, 3)),
        details={"apart": Table(columns=("from", "n"), rows=((0.0, 12),))},
    )
    assert printed(report) == (
        "reading\n"
        "    cores: 2\n"
        "    threshold: 0.500\n"
        "    data: [31mferry\n"
        "\n"
        "measure       value       n\n"
        "F1            0.988   6,078\n"
        "precision         –       0\n"
        "time        1,234.6       3\n"
        "\n"
        "apart\n"
        "from     n\n"
        "0.000   12\n"
    )


def test_only_what_went_wrong_is_listed():
    def outcome(number: int, **fields) -> Outcome:
        return Outcome.model_validate(
            {"id": f"q{number}", "kind": "fact", "question": "Why?", "headline": None}
            | {"right": True, "false_alarm": False}
            | fields
        )

    report = SeedsReport(
        suite="seeds",
        conditions={},
        columns=COLUMNS,
        rows=(("all", 1, 2, 1),),
        outcomes=(outcome(1), outcome(2, right=False, false_alarm=True, why="it warned")),
    )
    assert printed(report).endswith(
        "all        1    2              1\n\nwhat went wrong\n    q2: Why?\n        it warned\n"
    )
    right = report.model_copy(update={"outcomes": (outcome(1),)})
    assert "wrong" not in printed(right)

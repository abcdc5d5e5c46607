import io
import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from index.library import WAIT
from index.lock import writer_lock
from tests.ui import stories
from tests.ui.fakes import ScriptedAssistant
from ui.cli import main

ROOT = Path(__file__).parents[2]


class WordHashEncoder:
    """Counts words in 64 buckets; texts with the same words are the same vector."""

    dim = 64

    def __init__(self, name: str = "word-hash"):
        self.name = name

    def encode(self, texts):
        rows = np.full((len(texts), self.dim), 1e-3, dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().split():
                row[sum(word.encode()) % self.dim] += 1
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    def fits(self, text):
        return len(text.split()) <= 100


class Outcome(NamedTuple):
    status: int
    out: str
    err: str


Crosscheck = Callable[..., Outcome]


@pytest.fixture
def crosscheck(tmp_path, monkeypatch, capsys) -> Crosscheck:
    """Run the command in an empty folder, with an encoder and an assistant that need no model."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("index.library.SentenceEncoder", WordHashEncoder)
    monkeypatch.setattr("index.SentenceEncoder", WordHashEncoder)
    monkeypatch.setattr("ui.opening.SentenceEncoder", WordHashEncoder)
    monkeypatch.setattr("qa.Assistant", lambda *_, **__: ScriptedAssistant(), raising=False)
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")

    def run(*arguments: str) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["crosscheck", *arguments])
        try:
            main()
            status = 0
        except SystemExit as end:
            status = int(end.code or 0)
        return Outcome(status, *capsys.readouterr())

    return run


def write_stories(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for article in stories.ARTICLES.values():
        path = folder / f"{article.id}.json"
        path.write_text(article.model_dump_json(exclude={"id", "origin"}), encoding="utf-8")
    return folder


@pytest.fixture
def seeds(tmp_path) -> Path:
    return write_stories(tmp_path / "seeds")


def test_ask_indexes_what_is_new_and_answers_with_status_0(crosscheck, seeds):
    status, out, err = crosscheck("ask", "How many were injured?")
    assert status == 0
    assert out.startswith("Understood as: How many passengers were injured?\n\n12\n")
    assert "! Sources disagree: How many were injured" in out
    assert err == "seeds: 4 articles added\n"
    assert crosscheck("ask", "How many were injured?").err == ""


def test_ask_says_that_the_articles_do_not_say_with_status_3(crosscheck, seeds):
    status, out, _ = crosscheck("ask", "Who owns the ferry?")
    assert status == 3
    assert out.startswith("The articles do not say.\n\nNearest passages.")


def test_ask_json_is_the_answer(crosscheck, seeds):
    status, out, _ = crosscheck("ask", "How many were injured?", "--json")
    assert (status, out) == (0, stories.disputed().model_dump_json() + "\n")
    status, out, _ = crosscheck("ask", "Who owns the ferry?", "--json")
    assert (status, json.loads(out)["answered"]) == (3, False)


def test_follow_ups_are_asked_with_the_answers_before_them(crosscheck, seeds, monkeypatch):
    assistant = ScriptedAssistant()
    monkeypatch.setattr("qa.Assistant", lambda *_, **__: assistant)
    status, out, _ = crosscheck(
        "ask", "How many were injured?", "--then", "When does it sail?", "--then", "Why?", "--json"
    )
    injured = "How many passengers were injured?"
    assert assistant.asked == [
        ("How many were injured?", ()),
        ("When does it sail?", (injured,)),
        ("Why?", (injured, "When does the ferry sail again?")),
    ]
    assert [json.loads(line)["answered"] for line in out.splitlines()] == [True, True, False]
    assert status == 3


@pytest.mark.parametrize("option", ["--reader", "--entailment"])
@pytest.mark.parametrize("command", [("ask", "Why?"), ("chat", "--port", "0")])
def test_a_model_that_cannot_be_loaded_is_one_line_before_anything_is_asked(
    crosscheck, seeds, monkeypatch, command, option
):
    named = []
    monkeypatch.setattr("ui.serve.serve", lambda *_, **__: pytest.fail("it was served"))
    monkeypatch.setattr("ui.opening._stay_offline_unless", lambda *models: named.extend(models))
    crosscheck("sync")
    status, out, err = crosscheck(*command, option, "./no/such/model")
    assert (status, out) == (1, "")
    assert "./no/such/model" in named
    line = err.removeprefix("Starting Crosscheck\n")
    assert line.startswith(f"crosscheck: {option[2:]} './no/such/model' cannot be loaded: ")
    assert line.endswith("or leave it out for the one that is installed\n")
    assert line.count("\n") == 1


def test_search_prints_passages_best_first(crosscheck, seeds):
    status, out, _ = crosscheck("search", "the captain was not on the bridge", "-k", "2")
    assert status == 0
    assert out.splitlines()[0] == "1. Astrid: what we know"
    assert out.splitlines()[1].startswith("    Coast Daily, undated, coast:")
    assert sum(line.startswith(("1. ", "2. ", "3. ")) for line in out.splitlines()) == 2


def test_search_filters_by_publisher_and_day(crosscheck, seeds):
    def found(*options: str) -> list[str]:
        result = crosscheck("search", "ferry injured", "--json", *options)
        assert result.status == (0 if result.out != "[]\n" else 3)
        return sorted(passage["article"]["id"] for passage in json.loads(result.out))

    assert found("--publisher", "Coast Daily", "--publisher", "Northern Wire") == ["coast", "wire"]
    assert found("--since", "2026-03-04", "--until", "2026-03-04") == ["harbour"]
    assert found("--since", "2026-03-05") == []


def test_a_search_without_result_says_so_with_status_3(crosscheck, seeds):
    status, out, _ = crosscheck("search", "ferry", "--publisher", "Nobody")
    assert (status, out) == (3, "No article matches.\n")


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


def test_without_seeds_the_index_is_used_as_it_is(crosscheck, tmp_path):
    write_stories(tmp_path / "elsewhere")
    crosscheck("sync", "elsewhere")
    assert crosscheck("search", "ferry injured").status == 0


def test_no_sync_leaves_the_index_alone(crosscheck, seeds):
    def best(*options: str) -> str:
        found = crosscheck("search", "The captain was not on the bridge.", "--json", *options)
        return json.loads(found.out)[0]["article"]["id"]

    crosscheck("sync")
    (seeds / "coast.json").unlink()
    assert best("--no-sync") == "coast"
    assert best() != "coast"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("ask", "Why?"), "there is no index at .crosscheck and no folder of articles; name one"),
        (("ask", "Why?", "--no-sync"), "there is no index at .crosscheck"),
        (("ask", "Why?", "--articles", "nowhere"), "nowhere is not a folder; make it, or name"),
        (("sync", "nowhere"), "nowhere is not a folder; make it, or name another"),
        (("sync",), "there is no folder seeds or articles here; name a folder of articles"),
        (("watch", "nowhere"), "nowhere is not a folder; make it, or name another"),
        (("sources",), "there is no index at .crosscheck"),
    ],
)
def test_an_error_is_one_line_with_the_remedy_and_status_1(crosscheck, arguments, message):
    status, out, err = crosscheck(*arguments)
    assert (status, out) == (1, "")
    assert err.startswith(f"crosscheck: {message}")
    assert err.count("\n") == 1


def test_an_index_of_another_encoder_is_refused_with_the_remedy(crosscheck, seeds):
    crosscheck("sync", "--encoder", "left")
    status, _, err = crosscheck("ask", "Why?", "--encoder", "right")
    assert status == 1
    assert "was built with encoder 'left', not 'right'" in err


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (OSError(28, "No space left on device"), "[Errno 28] No space left on device"),
        (
            sqlite3.DatabaseError("disk image is malformed"),
            "DatabaseError: disk image is malformed; CROSSCHECK_TRACEBACK=1 shows where",
        ),
        (ValueError("two\nlines"), "ValueError: two lines; CROSSCHECK_TRACEBACK=1 shows where"),
    ],
)
def test_an_error_nobody_expected_is_one_line_too(crosscheck, seeds, monkeypatch, error, line):
    monkeypatch.setattr("qa.Assistant", lambda *_, **__: ScriptedAssistant({"Why": error}))
    crosscheck("sync")
    assert crosscheck("ask", "Why?") == Outcome(1, "", f"crosscheck: {line}\n")
    monkeypatch.setenv("CROSSCHECK_TRACEBACK", "1")
    with pytest.raises(type(error)):
        crosscheck("ask", "Why?")


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask",),
        ("ask", " "),
        ("search", "x", "-k", "0"),
        ("search", "x", "--since", "May"),
        ("ask", "a", "--no"),
    ],
)
def test_a_usage_error_has_status_2(crosscheck, arguments):
    status, out, err = crosscheck(*arguments)
    assert (status, out) == (2, "")
    assert "Error: " in err


def test_ctrl_c_is_quiet_and_has_status_130(crosscheck, seeds, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    crosscheck("sync")
    monkeypatch.setattr(ScriptedAssistant, "ask", interrupt)
    assert crosscheck("ask", "Why?") == Outcome(130, "", "")


def test_while_another_process_writes_the_index_is_used_as_it_is(crosscheck, seeds, tmp_path):
    crosscheck("sync")
    (seeds / "coast.json").unlink()
    started = time.monotonic()
    with writer_lock(tmp_path / ".crosscheck", wait=0):
        status, out, err = crosscheck("search", "captain bridge", "--json")
    assert time.monotonic() - started < WAIT / 2
    assert status == 0
    assert json.loads(out)[0]["article"]["id"] == "coast"
    assert err.startswith("Using the index as it is: ")
    assert f"process {os.getpid()}" in err


def test_chat_syncs_then_serves_and_tells_the_address(crosscheck, seeds, monkeypatch):
    served = {}
    (seeds / "sources.toml").write_text('examples = ["Who was hurt?"]', encoding="utf-8")

    def serve(library, assistant, *, articles, host, port, examples, announce):
        served.update(articles=articles, host=host, port=port, examples=examples)
        served.update(held=len(library.sources()))
        announce("http://127.0.0.1:7860/")

    monkeypatch.setattr("ui.serve.serve", serve)
    status, _, err = crosscheck("chat")
    assert status == 0
    assert served == {
        "articles": Path("seeds"),
        "host": "127.0.0.1",
        "port": 7860,
        "examples": ("Who was hurt?",),
        "held": 4,
    }
    assert err.splitlines() == [
        "Starting Crosscheck",
        "seeds: 4 articles added",
        "Crosscheck is at http://127.0.0.1:7860/; Ctrl-C ends it",
    ]


def test_chat_without_a_folder_keeps_what_is_added_in_articles(crosscheck, tmp_path, monkeypatch):
    served = []
    monkeypatch.setattr("ui.serve.serve", lambda *_, articles, **__: served.append(articles))
    assert crosscheck("chat", "--port", "0").status == 0
    assert served == [Path("articles")]
    assert not (tmp_path / "articles").exists()
    write_stories(tmp_path / "articles")
    assert crosscheck("search", "ferry").status == 0


def test_help_answers_without_loading_the_slow_libraries():
    code = (
        "import sys; from ui.cli import main; sys.argv = ['crosscheck', '--help']\n"
        "try: main()\n"
        "finally: print(sorted({'faiss', 'gradio', 'numpy', 'torch'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "Usage: " in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_reader_who_leaves_is_no_error_to_print(crosscheck, seeds, tmp_path):
    crosscheck("sync")
    for options in ([], ["--json"]):
        code = "from ui.cli import main; main()"
        process = subprocess.Popen(
            [sys.executable, "-c", code, "sources", *options],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": ""},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1
        process.stderr.close()


def test_output_in_an_encoding_that_lacks_a_character_is_still_printed(
    crosscheck, seeds, monkeypatch
):
    crosscheck("sync")
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", narrow)
    assert crosscheck("ask", "Who owns the “Astrid”?").status == 3
    assert crosscheck("ask", "Who owns the “Astrid”?", "--json").status == 3
    narrow.flush()
    for_a_person, for_a_program = narrow.buffer.getvalue().rsplit(b"\n", 2)[:2]
    assert b"?Twelve passengers were injured" in for_a_person
    assert json.loads(for_a_program)["question"] == "Who owns the “Astrid”?"

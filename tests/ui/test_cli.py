"""What every command does: which index it takes, and how it ends."""

import io
import json
import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.library import WAIT
from index.lock import writer_lock
from tests.ui.commands import Outcome, write_stories
from tests.ui.fakes import ScriptedAssistant

ROOT = Path(__file__).parents[2]


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

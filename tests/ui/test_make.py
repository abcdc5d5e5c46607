import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
INSTALLED = (".venv/.installed", ".venv/.installed-dev")


@pytest.fixture
def bin_folder(tmp_path) -> Path:
    """Hold a `crosscheck` that prints what it was given, and ends with the status in STATUS."""
    command = tmp_path / "bin" / "crosscheck"
    command.parent.mkdir()
    command.write_text("#!/bin/sh\nprintf '<%s>' \"$@\"\nexit ${STATUS:-0}\n")
    command.chmod(0o755)
    return command.parent


def make(*arguments: str, bin_folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    as_installed = [option for stamp in INSTALLED for option in ("-o", stamp)]
    return subprocess.run(
        ["make", "--no-print-directory", *as_installed, f"BIN={bin_folder}", *arguments],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "question",
    [
        "When does the revenue share end?",
        'Is it the company\'s "last" deal?',
        "Is $13 billion more than $HOME, $(shell id) or `id`?",
        "--version",
        "Who; exit 1 # pays",
        "Wer zahlt für »OpenAI«?",
    ],
)
def test_ask_hands_on_the_question_as_it_was_typed(bin_folder, question):
    done = make("ask", f"Q={question}", bin_folder=bin_folder)
    assert (done.returncode, done.stdout) == (0, f"<ask><--><{question}>")


def test_ask_without_a_question_says_how(bin_folder):
    done = make("ask", bin_folder=bin_folder)
    assert done.returncode == 2
    assert done.stderr.splitlines()[0].startswith('Ask something: make ask Q="')


def test_that_the_articles_do_not_say_is_no_error_of_make(bin_folder):
    assert make("ask", "Q=Why?", bin_folder=bin_folder, STATUS="3").returncode == 0
    assert make("ask", "Q=Why?", bin_folder=bin_folder, STATUS="1").returncode == 2


def test_help_lists_every_target_with_its_purpose(bin_folder):
    lines = make(bin_folder=bin_folder).stdout.splitlines()
    assert [line.split()[1] for line in lines] == [
        "help",
        "chat",
        "ask",
        "test",
        "lint",
        "format",
        "figures",
        "lock",
        "clean",
    ]


def test_the_lock_pins_every_package_and_names_no_place():
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert all(line.count("==") == 1 and not set(line) & set("@+/ ") for line in pins)
    assert "torch==2.13.0" in pins
    assert not [line for line in pins if line.startswith(("nvidia", "cuda", "triton"))]


def test_without_python_3_11_make_says_what_to_install(tmp_path):
    """Only an older `python3` is on the path."""
    for tool in ("bash", "sed", "mktemp", "rm", "cp", "make", "cat"):
        (tmp_path / tool).symlink_to(shutil.which(tool))
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    done = subprocess.run(
        [tmp_path / "make", "lock", "SHELL=" + str(tmp_path / "bash")],
        cwd=ROOT,
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == (
        "Crosscheck needs Python 3.11 or newer; install python3.11 and try again"
    )

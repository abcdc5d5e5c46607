"""The real model, the real index and the shipped articles, with every socket blocked."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.network import REFUSED

ROOT = Path(__file__).parents[2]
COMMAND = f"{REFUSED}\nfrom ui.cli import main\nmain()"


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    return folder


def crosscheck(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("HF_", "TRANSFORMERS"))}
    return subprocess.run(
        [sys.executable, "-c", COMMAND, *arguments],
        cwd=cwd,
        env={**environment, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_question_is_answered_without_network_and_without_noise(desk):
    done = crosscheck("ask", "When does the revenue share end?", "--json", cwd=desk)
    answer = json.loads(done.stdout)
    assert (done.returncode, answer["headline"]) == (0, "2030")
    noise = [
        line for line in done.stderr.splitlines() if not line.startswith(("seeds: ", "Indexing "))
    ]
    assert noise == []
    for citation in answer["citations"]:
        text = next(desk.glob(f"seeds/{citation['article_id']}.*")).read_text("utf-8")
        assert citation["quote"] in text


def test_what_the_seeds_do_not_say_has_status_3(desk):
    done = crosscheck("ask", "Who was the captain of the Titanic?", cwd=desk)
    assert done.returncode == 3
    assert done.stdout.startswith("The articles do not say.\n")

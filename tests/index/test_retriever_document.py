"""The examples of docs/retriever.md run as they stand, with every socket blocked."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from index.metadata import metadata
from index.models import Article, Passage, Span
from tests.network import REFUSED

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "retriever.md").read_text(encoding="utf-8")
PLAIN, LANGCHAIN, LLAMA_INDEX = re.findall(r"```python\n(.*?)```", DOCUMENT, flags=re.DOTALL)


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    return folder


@pytest.fixture
def shown(desk):
    """Return a function that runs an example and returns what it prints."""

    def run(example: str) -> list[str]:
        environment = {k: v for k, v in os.environ.items() if not k.startswith("HF_")}
        done = subprocess.run(
            [sys.executable, "-W", "error::DeprecationWarning", "-c", REFUSED + example],
            cwd=desk,
            env={**environment, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout.splitlines()

    return run


def test_the_retriever_is_used_as_described(shown):
    *passages, of_publisher, dated = shown(PLAIN)
    assert [line.split()[0] for line in passages] == ["1", "2", "3"]
    assert int(of_publisher) > 0
    assert dated == "0"  # No article of the seeds has a date.


def test_the_frameworks_find_the_same_and_ask_no_network(shown):
    plain = [line.split()[1:] for line in shown(PLAIN)[:3]]
    ids = [f"{article}:{start}-{end}" for article, start, end in plain]
    assert [line.split()[0] for line in shown(LANGCHAIN)] == ids
    assert [line.split()[0] for line in shown(LLAMA_INDEX)] == ids


def test_the_metadata_are_described():
    article = Article(id="a", text="Words.", title="A")
    passage = Passage(article=article, span=Span(start=0, end=6), text="Words.", score=1, rank=1)
    described = DOCUMENT.partition("## The metadata")[2]
    places = [described.index(f"`{name}`") for name in metadata(passage)]
    assert places == sorted(places)

"""The conditions say which code, data and machine gave a number."""

import hashlib
import subprocess
import sys
from datetime import date
from importlib.metadata import version

import pytest

from index.models import Article
from qa.evaluate.conditions import RESULTS, commit, conditions, cores, corpus_checksum, processor
from qa.evaluate.material import sampled
from qa.evaluate.report import Table
from qa.reading.network import READER


def git(folder, *command):
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", "-C", str(folder), *who, *command], check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def test_code_in_a_checkout_is_named_by_its_commit_and_whether_it_was_changed(tmp_path):
    file = tmp_path / "code.py"
    file.write_text("one")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "code.py")
    git(tmp_path, "commit", "-qm", "One")
    git(tmp_path, "tag", "-am", "tagged", "v1")
    head = git(tmp_path, "rev-parse", "--short", "HEAD")
    assert commit(file) == head
    file.write_text("two")
    assert commit(file) == f"{head}-dirty"
    git(tmp_path, "checkout", "-q", "code.py")
    kept = tmp_path / RESULTS / "reading.json"
    kept.parent.mkdir(parents=True)
    kept.write_text("{}")
    git(tmp_path, "add", ".")
    assert commit(file) == head  # One suite is measured after the other.
    kept.with_name("notes.json").write_text("{}")
    assert commit(file) == head
    installed = tmp_path / ".venv" / "code.py"  # Inside of another project's checkout.
    installed.parent.mkdir()
    installed.write_text("one")
    assert commit(installed) is None


def test_without_git_there_is_no_commit_and_the_version_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert commit() is None
    data = tmp_path / "data.jsonl"
    data.write_bytes(b"ferry")
    found = conditions("a-model", data=data, n=3, total=5)
    assert found["commit"] == f"none: release {version('crosscheck')}"
    assert found["models"] == "a-model"
    assert "sha256 of the corpus" not in found
    assert found["data"] == "data.jsonl"
    assert found["sha256"] == hashlib.sha256(b"ferry").hexdigest()[:16]
    assert (found["n"], found["drawn from"]) == (3, 5)


def test_the_machine_and_the_day_are_named(tmp_path):
    assert processor()
    assert cores() >= 1
    data = tmp_path / "data.jsonl"
    data.write_bytes(b"ferry")
    found = conditions(data=data, n=3, total=3)
    assert (found["processor"], found["cores"]) == (processor(), cores())
    assert found["Python"] == ".".join(map(str, sys.version_info[:3]))
    assert date.fromisoformat(found["date"]) <= date.today()
    assert "drawn from" not in found


def test_a_model_that_is_installed_is_named_with_its_checksum(tmp_path):
    reader = hashlib.sha256(READER.read_bytes()).hexdigest()[:16]
    found = conditions("all-MiniLM-L6-v2", READER.name, data=READER, n=1)
    assert found["models"] == (
        f"all-MiniLM-L6-v2 (53aa51172d142c89), reader.safetensors ({reader})"
    )


def test_a_corpus_is_told_by_its_articles_whatever_their_order():
    dam, mill = (
        Article(id=name, title=name.title(), text=f"The {name} burned.") for name in ("dam", "mill")
    )
    there = corpus_checksum([dam, mill])
    assert corpus_checksum(iter([mill, dam])) == there
    assert corpus_checksum([dam, mill.model_copy(update={"publisher": "Post"})]) != there
    assert corpus_checksum([dam]) != there
    assert len(there) == 16
    assert conditions(data=READER, corpus=there, n=1)["sha256 of the corpus"] == there


def test_a_sample_is_drawn_once_and_for_all_and_kept_in_order():
    assert sampled(range(100), 5) == [5, 33, 49, 53, 97]  # random.Random(0).sample, sorted
    assert sampled(range(3), None) == [0, 1, 2]


def test_a_table_with_a_row_that_is_too_short_cannot_be_made():
    with pytest.raises(ValueError, match="does not have the 2 columns"):
        Table(columns=("measure", "value"), rows=(("F1",),))

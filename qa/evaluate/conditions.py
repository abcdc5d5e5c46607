"""Under which conditions something is measured."""

import hashlib
import os
import platform
import subprocess
from collections.abc import Iterable
from datetime import date
from importlib.metadata import version
from pathlib import Path

from index import DEFAULT_ENCODER
from index.models import Article
from index.pieces import encoder_folder
from qa.reading.network import ENTAILMENT, READER
from qa.weights import DIGITS, sha256

RESULTS = Path("tests/benchmarks/results")
"""Where the project keeps the reports that its README quotes."""

Conditions = dict[str, str | int | float]


def conditions(
    *models: object,
    data: Path,
    checksum: str = "",
    corpus: str = "",
    n: int,
    total: int | None = None,
) -> Conditions:
    """Return what to know about a measurement before its numbers.

    Args:
        models: The parts that are measured, or their names.
        data: What it is measured with.
        checksum: Of the data; that of the file if it is left out.
        corpus: The checksum of the articles, where questions are asked of some.
        n: How many examples are measured.
        total: How many there are, where `n` are a sample of them.
    """
    found: Conditions = {
        "commit": commit() or f"none: release {version('crosscheck')}",
        "date": date.today().isoformat(),
        "models": ", ".join(model_name(model) for model in models),
        "processor": processor(),
        "cores": cores(),
        "Python": platform.python_version(),
        "data": data.resolve().name,
        "sha256": checksum or sha256(data),
        "n": n,
    }
    if corpus:
        found["sha256 of the corpus"] = corpus
    if total is not None and total > n:
        found["drawn from"] = total
    return found


def model_name(part: object) -> str:
    """Return what a part calls itself, or what it is; with its checksum where it is installed.

    >>> model_name("all-MiniLM-L6-v2"), model_name(object())
    ('all-MiniLM-L6-v2 (53aa51172d142c89)', 'object')
    """
    name = part if isinstance(part, str) else str(getattr(part, "name", type(part).__name__))
    file = _installed().get(name)
    return f"{name} ({sha256(file)})" if file and file.is_file() else name


def corpus_checksum(articles: Iterable[Article]) -> str:
    """Return the first digits of the checksum of articles, in whatever order and files they are."""
    found = hashlib.sha256()
    for article in sorted(articles, key=lambda one: one.id):
        found.update(article.model_dump_json().encode() + b"\n")
    return found.hexdigest()[:DIGITS]


def commit(here: Path = Path(__file__)) -> str | None:
    """Return the commit that a file is of, with "-dirty" where anything was changed since.

    Saved results are no change: one suite is measured after the other. None where the file is in no
    checkout, or beside one: a package is installed inside of other projects.
    """
    if _git(here, "ls-files", "--error-unmatch", here.name) is None:
        return None
    found = _git(here, "rev-parse", "--short", "HEAD")
    aside = f":(top,exclude){RESULTS.as_posix()}"
    changed = _git(here, "status", "--porcelain", "--untracked-files=no", "--", ":/", aside)
    return f"{found}-dirty" if changed else found


def processor() -> str:
    """Return the name of the processor; of its kind where the system does not tell."""
    told = Path("/proc/cpuinfo")
    if told.is_file():
        for line in told.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):  # Not on a Mac.
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _installed() -> dict[str, Path]:
    """Return the files of the models that are installed with Crosscheck, by their names."""
    return {
        DEFAULT_ENCODER: encoder_folder() / "model.safetensors",
        READER.name: READER,
        ENTAILMENT.name: ENTAILMENT,
    }


def _git(here: Path, *command: str) -> str | None:
    try:
        done = subprocess.run(
            ["git", "-C", str(here.parent), *command], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.strip()

"""Under which conditions something is measured."""

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

from qa.network import ENTAILMENT, READER
from qa.weights import sha256

Conditions = dict[str, str | int | float]


def conditions(
    *models: object, data: Path, checksum: str = "", n: int, total: int | None = None
) -> Conditions:
    """Return what to know about a measurement before its numbers.

    Args:
        models: The parts that are measured, or their names.
        data: What it is measured with.
        checksum: Of the data; that of the file if it is left out.
        n: How many examples are measured.
        total: How many there are, where `n` are a sample of them.
    """
    found: Conditions = {
        "Crosscheck": commit() or version("crosscheck"),
        "models": ", ".join(model_name(model) for model in models),
        "shipped weights": ", ".join(
            sha256(path) if path.is_file() else "none" for path in (READER, ENTAILMENT)
        ),
        "processor": processor(),
        "cores": cores(),
        "data": data.resolve().name,
        "sha256": checksum or sha256(data),
        "n": n,
    }
    if total is not None and total > n:
        found["drawn from"] = total
    return found


def model_name(part: object) -> str:
    """Return what a part calls itself, or what it is.

    >>> model_name("all-MiniLM-L6-v2"), model_name(object())
    ('all-MiniLM-L6-v2', 'object')
    """
    return part if isinstance(part, str) else str(getattr(part, "name", type(part).__name__))


def commit(here: Path = Path(__file__)) -> str | None:
    """Return the commit that a file is of, with "-dirty" where anything was changed since.

    None where it is in no checkout, or beside one: a package is installed inside of other projects.
    """
    if _git(here, "ls-files", "--error-unmatch", here.name) is None:
        return None
    return _git(here, "describe", "--always", "--dirty", "--exclude=*")


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


def _git(here: Path, *command: str) -> str | None:
    try:
        done = subprocess.run(
            ["git", "-C", str(here.parent), *command], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.strip()

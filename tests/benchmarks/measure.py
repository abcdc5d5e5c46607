"""Every suite, one after the other, and the figures of the README: `make figures DATA=PATH`.

    python -m tests.benchmarks.measure DATA [SUITE ...]

runs `crosscheck evaluate SUITE --save` with the files of DATA that MATERIAL names, at a commit with
nothing changed since. Indexes are made anew, in folders that are removed: an old one may have been
cut or encoded otherwise. `followups` asks of the articles of `multihop` as well, and so after it,
and `robust` of those of `seeds`.
All suites take about an hour on two cores; nothing else should run.
"""

import argparse
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from qa.evaluate import OF_A_CORPUS, OF_ARTICLES, RESULTS
from qa.evaluate.conditions import commit
from tests.benchmarks import figures
from tests.benchmarks.figures import ROOT

MATERIAL = {
    "speed": None,
    "seeds": "eval/seed_questions.jsonl",
    "robust": str(ROOT / "tests/benchmarks/robust.jsonl"),
    "multihop": "eval/multihop_rag",
    "followups": str(ROOT / "tests/benchmarks/followups.jsonl"),
    "ramdocs": "eval/ramdocs.jsonl",
    "ramdocs-sets": "eval/ramdocs.jsonl",
    "wikicontradict": "eval/wikicontradict.jsonl",
    "conflicts": "eval/conflicts.jsonl",
    "contradict": "eval",
    "topics": str(ROOT / "tests/benchmarks/topics.txt"),
    "reading": "train/squad2_dev-half1-v2.0.json.gz",
    "entailment": "train/nli.jsonl.gz",
}
"""Where the data of each suite is below DATA, or else its path; None where it needs none."""

INDEXES = {"followups": "multihop", "robust": "seeds"}
"""The suites that take the index of another, and add the shipped articles to it, or others."""
OTHERS = {"robust": str(ROOT / "tests/benchmarks/stories")}
"""Those other articles."""

COMMAND = (sys.executable, "-c", "from ui.cli import main; main()", "evaluate")


def arguments(suite: str, data: Path, indexes: Path) -> list[str]:
    """Return what `crosscheck evaluate` is given: `indexes` is a folder for those of all suites.

    >>> arguments("seeds", Path("data"), Path("new"))[:2]
    ['seeds', 'data/eval/seed_questions.jsonl']
    """
    below = MATERIAL[suite]
    path = [str(data / below)] if below else []
    index = ["--index", str(indexes / INDEXES.get(suite, suite))]
    needs = index if suite in OF_A_CORPUS or suite in OF_ARTICLES else []
    others = ["--articles", OTHERS[suite]] if suite in OTHERS else []
    return [suite, *path, *needs, *others, "--save", str(ROOT / RESULTS)]


def main() -> None:
    """Measure, save, and write the figures into the README."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.measure")
    parser.add_argument("data", type=Path, help="the folder that holds the folders eval and train")
    parser.add_argument("suites", nargs="*", metavar="SUITE", help="all where none is named")
    given = parser.parse_args()
    if unknown := set(given.suites) - set(MATERIAL):
        parser.error(f"no suite {', '.join(sorted(unknown))}; choose from {', '.join(MATERIAL)}")
    if (commit() or "-dirty").endswith("-dirty"):
        parser.error("a figure is of a commit; commit what was changed first")
    suites, data = given.suites or list(MATERIAL), given.data.resolve()
    needed = [data / below for suite in suites if (below := MATERIAL[suite])]
    if lacking := [str(path) for path in needed if not path.exists()]:
        parser.error(f"there is no {', '.join(dict.fromkeys(lacking))}")
    for place, suite in enumerate(suites):
        if (other := INDEXES.get(suite)) and other not in suites[:place]:
            parser.error(f"{suite} takes the index of {other}; name {other} before it")
    with TemporaryDirectory() as indexes:
        for suite in suites:
            began = perf_counter()
            command = [*COMMAND, *arguments(suite, data, Path(indexes))]
            if status := subprocess.run(command, cwd=ROOT, check=False).returncode:
                sys.exit(status)
            print(f"\n{suite} took {perf_counter() - began:.0f} s\n", flush=True)  # noqa: T201
    figures.main()


if __name__ == "__main__":
    main()

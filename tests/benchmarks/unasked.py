"""What is found between the articles of a set without a question: is it what was planted there?

    python -m tests.benchmarks.unasked [reports answers events ...] [--quiet]

A set of questions says which two articles differ on each; a set of wires also quotes what they say.
A warning is right where it sets two sides of what was planted against each other, with the
sentence of one of them at least where that is known. Everything else it says is false.
"""

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from index import Library
from qa.models import Conflict
from qa.unasked.comparer import SentenceComparer
from qa.unasked.conflicts import conflicts

FOLDER = Path(__file__).parent


class Planted(NamedTuple):
    """A disagreement that is there."""

    kind: str
    sides: tuple[tuple[str, ...], tuple[str, ...]]
    """The articles of either."""
    quotes: tuple[str, ...]
    """What they say, if it is known."""

    def told_by(self, conflict: Conflict) -> bool:
        """Return whether a conflict is this one."""
        one, other = conflict.sides
        meet = any(
            one.article_id in here and other.article_id in there
            for here, there in (self.sides, self.sides[::-1])
        )
        said = [" ".join(side.quote.split()) for side in conflict.sides]
        spoken = [" ".join(quote.split()) for quote in self.quotes]
        return meet and (
            not spoken
            or any(quote in words or words in quote for quote in spoken for words in said)
        )


def planted(name: str) -> list[Planted]:
    """Read what a set has of disagreements."""
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    found = []
    for case in map(json.loads, lines):
        if "articles" in case:
            sides = [tuple(case["articles"][at] for at in side) for side in case["sides"]]
            found.append(Planted(case["kind"], (sides[0], sides[1]), tuple(case["quotes"])))
        elif case.get("disagree"):
            kind = case["kind"].partition(":")[0]
            kind = case["id"].partition(":")[0] if kind == "seen" else kind
            found.append(Planted(kind, tuple(map(tuple, case["sides"])), ()))
    return found


def measure(name: str, told: Iterable[Conflict]) -> tuple[Counter[str], Counter[str], list[str]]:
    """Return how many were planted and found of each kind, and what was told besides."""
    there = planted(name)
    warnings = [conflict for conflict in told if conflict.warns]
    found = [one for one in there if any(one.told_by(conflict) for conflict in warnings)]
    besides = [one for one in warnings if not any(known.told_by(one) for known in there)]
    shown = [
        f"{one.confidence:.2f} {one.kind}: {one.about}\n"
        + "\n".join(f"    {side.article_id}: {side.quote}" for side in one.sides)
        for one in besides
    ]
    return Counter(one.kind for one in there), Counter(one.kind for one in found), shown


def main() -> None:
    """Index each set, and print what was found in it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=["reports", "answers", "events"])
    parser.add_argument("--quiet", action="store_true", help="print sums alone")
    given = parser.parse_args()
    for name in given.sets:
        with (
            tempfile.TemporaryDirectory() as folder,
            Library.open(folder, comparer=SentenceComparer()) as library,
        ):
            library.sync(FOLDER / name)
            there, found, besides = measure(name, conflicts(library))
        kinds = ", ".join(f"{kind} {found[kind]} of {count}" for kind, count in there.items())
        sums = f"{found.total()} of {there.total()} ({kinds}), {len(besides)} false"
        sys.stdout.write(f"{name}: {sums}\n")
        if not given.quiet:
            sys.stdout.write("".join(f"{one}\n" for one in besides))


if __name__ == "__main__":
    main()

"""The option `--save`: a report is written to a folder, too."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

if TYPE_CHECKING:
    from qa.evaluate import Report

OPTION = "--save"

Save = Annotated[
    Path | None,
    typer.Option(
        OPTION,
        metavar="[FOLDER]",
        help="Write conditions and tables to FOLDER/SUITE.json, too.  "
        "[FOLDER, where it is left out: tests/benchmarks/results]",
    ),
]


class Saving(TyperCommand):
    """A command whose `--save` may stand without its folder, which typer's options cannot."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take the arguments as `with_folder` returns them."""
        return super().parse_args(ctx, with_folder(args))


def with_folder(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with the folder of `--save`, where it is left out.

    >>> with_folder(["seeds", "questions.jsonl", "--save", "--json"])
    ['seeds', 'questions.jsonl', '--save', 'tests/benchmarks/results', '--json']
    >>> with_folder(["speed", "--save"]), with_folder(["speed", "--save", "here"])
    (['speed', '--save', 'tests/benchmarks/results'], ['speed', '--save', 'here'])
    """
    given = list(arguments)
    if OPTION in given:
        from qa.evaluate import RESULTS

        after = given.index(OPTION) + 1
        if after == len(given) or given[after].startswith("-"):
            given.insert(after, RESULTS.as_posix())
    return given


def save_report(report: "Report", folder: Path) -> None:
    """Write the tables of a report and their conditions to `folder`, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{report.suite}.json"
    file.write_text(report.summary().model_dump_json(indent=2) + "\n", encoding="utf-8")

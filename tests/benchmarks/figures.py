"""The figures of the README, from the saved results of `crosscheck evaluate`.

    python -m tests.benchmarks.figures

writes them into the table under "Measured". A row of the table says what is measured, its figure,
and the suites that it is of, or "by hand". A new row of a suite has a line in FIGURES, too.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from qa.evaluate import RESULTS, Report
from qa.evaluate.report import Cell

ROOT = Path(__file__).parents[2]
HEADING = "## Measured"
BY_HAND = "by hand"
PENDING = "not measured yet"  # A figure that may stand without a saved result.


class Saved:
    """The saved results in a folder; it remembers the suites that it was asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.asked: set[str] = set()

    def report(self, suite: str) -> Report:
        """Return what is saved of a suite.

        Raises:
            LookupError: nothing is.
        """
        self.asked.add(suite)
        file = self._folder / f"{suite}.json"
        if not file.is_file():
            raise LookupError(f"nothing is saved of {suite}; crosscheck evaluate {suite} --save")
        return Report.model_validate_json(file.read_text(encoding="utf-8"))

    def cell(self, suite: str, row: str, column: str = "value") -> Cell:
        """Return the number in the row that begins with `row`.

        Raises:
            LookupError: there is none.
        """
        report = self.report(suite)
        cells = {one[0]: dict(zip(report.columns, one, strict=True)) for one in report.rows}
        if column not in cells.get(row, {}):
            raise LookupError(f"what is saved of {suite} has no {column!r} of {row!r}")
        return cells[row][column]

    def share(self, suite: str, row: str, column: str = "value") -> str:
        """Return a number from 0 to 1 with two decimals, as in ".79" and "1.0"."""
        number = self.cell(suite, row, column)
        rounded = "–" if number is None else f"{number:.2f}"
        return rounded.removeprefix("0") if rounded != "1.00" else "1.0"

    def time(self, suite: str, row: str, column: str = "median ms") -> str:
        """Return a time in milliseconds, or in seconds from one second up."""
        milliseconds = self.cell(suite, row, column)
        assert isinstance(milliseconds, float)
        return f"{milliseconds:.0f} ms" if milliseconds < 1000 else f"{milliseconds / 1000:.1f} s"


def _seeds(of: Saved) -> str:
    right, asked, alarms = (
        of.cell("seeds", "all", name) for name in ("right", "of", "false alarms")
    )
    return f"{right} of {asked}, {alarms or 'no'} false alarm{'' if alarms in {0, 1} else 's'}"


def _comparing(of: Saved) -> str:
    return ", ".join(
        of.time("speed", f"compare 20 answers: {kind}") for kind in ("who", "when", "did")
    )


def _followups(of: Saved) -> str:
    halves = [
        of.report("followups").details[f"{half} half"].rows for half in ("development", "held")
    ]
    turns = [row for rows in halves for row in rows if row[0] == "follow-ups"]
    shown = ", ".join(f"{row[1]:.2f}".removeprefix("0") for row in turns)
    return f"{shown} (n {', '.join(str(row[-1]) for row in turns)})"


def _shares(*cells: tuple[str, ...]) -> Callable[[Saved], str]:
    """Return what prints shares with how many examples they are of, as in ".79, .74 (n 20, 9)"."""

    def printed(of: Saved) -> str:
        counts = [f"{of.cell(suite, row, 'n'):,}" for suite, row, *_ in cells]
        told = counts[:1] if len(set(counts)) == 1 else counts
        return f"{', '.join(of.share(*cell) for cell in cells)} (n {', '.join(told)})"

    return printed


def _time(*cell: str) -> Callable[[Saved], str]:
    return lambda of: of.time(*cell)


FIGURES: dict[str, Callable[[Saved], str]] = {
    "loading the networks": _time("speed", "load the models"),
    "indexing the shipped articles": _time("speed", "index 5 articles"),
    "one search over the shipped articles": _time("speed", "search the articles"),
    "an answer over them, once the networks are loaded": _time("speed", "answer a question"),
    "reading 20 passages": _time("speed", "read 20 passages"),
    "comparing 20 answers: of words, of figures, yes or no": _comparing,
    "one search over 609 articles, for questions that ask several sources": _time(
        "multihop", "search, median ms", "value"
    ),
    "MultiHop-RAG: declined, of the questions that the articles do not answer, and of the others "
    "with evidence found": _shares(
        ("multihop", "declined, of those without an answer"),
        ("multihop", "declined, of the others with evidence found"),
    ),
    "follow-ups understood as they are meant: of those that the rules were made with, of "
    "others": _followups,
    "misspelt, full-width, pasted and otherwise written questions that find the same article "
    "first": _shares(("robust", "all", "same first article")),
    "questions over the shipped articles that come out right": _seeds,
    "the best span of a paragraph, F1": _shares(("reading", "F1, answer forced")),
    "the same of a web page's excerpt, in questions with several meanings": _shares(
        ("ramdocs", "F1, answer forced")
    ),
    "knowing what a paragraph does not say, where half mislead: area under the curve": _shares(
        ("reading", "answering: area under the ROC curve")
    ),
    "does one sentence entail or contradict another: VitaminC, MNLI": _shares(
        ("entailment", "vitaminc", "accuracy"), ("entailment", "mnli", "accuracy")
    ),
    "of the warnings that documents disagree, those that are right": _shares(
        ("contradict", "warning: precision"), ("ramdocs-sets", "warning: precision")
    ),
    "of the questions whose documents disagree, those that are warned of": _shares(
        ("contradict", "warning: recall"), ("ramdocs-sets", "warning: recall")
    ),
    "invented topics with some eight pages each: of the warnings, those that are right; of what "
    "differs, what is warned of": _shares(
        ("topics", "warning: precision"), ("topics", "warning: recall")
    ),
    "of their pages that are heard, those that answer; of those that answer, what is heard": (
        _shares(
            ("topics", "pages that are heard: precision"), ("topics", "pages that answer: recall")
        )
    ),
    "MultiHop-RAG: MRR@10, Hits@10, Hits@4": _shares(
        *(("multihop", name) for name in ("MRR@10", "Hits@10", "Hits@4"))
    ),
}
"""How a figure is printed, by what its row says is measured."""


class Row(NamedTuple):
    """A row of the table, as it stands in the README."""

    what: str
    figure: str
    by: str

    @property
    def suites(self) -> set[str]:
        """The suites that it names."""
        return set(re.findall(r"`([\w-]+)`", self.by))


def rows(readme: str) -> list[Row]:
    """Return the rows of the table under "Measured", but for its head."""
    _, _, measured = readme.partition(f"{HEADING}\n")
    section, _, _ = measured.partition("\n## ")
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [Row(*(cell.strip() for cell in line.strip("|").split(" | "))) for line in lines[2:]]


def faults(readme: str, results: Path) -> Iterator[str]:
    """Yield what is wrong with the table: each figure is to be what is saved, rounded."""
    table = {row.what: row for row in rows(readme)}
    for what in FIGURES.keys() - table.keys():
        yield f"{what!r} has no row"
    for row in table.values():
        if row.what not in FIGURES:
            if row.by != BY_HAND:
                yield f"{row.what!r} is measured by {row.by}, and FIGURES does not say how"
            continue
        saved = Saved(results)
        try:
            figure = FIGURES[row.what](saved)
        except LookupError as error:
            if row.figure != PENDING:
                yield f"{row.what!r}: {error.args[0]}"
            continue
        if row.figure != figure:
            yield f"{row.what!r} is {figure}, and the README says {row.figure}"
        if row.suites != saved.asked:
            yield f"{row.what!r} is of {', '.join(sorted(saved.asked))}, and not of {row.by}"


def written(readme: str, results: Path) -> str:
    """Return the README with the figures that are saved, and a word for those that are not."""
    for row in rows(readme):
        if row.what in FIGURES:
            try:
                figure = FIGURES[row.what](Saved(results))
            except LookupError:
                figure = PENDING
            readme = readme.replace(f"| {row.what} | {row.figure} |", f"| {row.what} | {figure} |")
    return readme


def main() -> None:
    """Write the figures into the README."""
    file = ROOT / "README.md"
    file.write_text(written(file.read_text(encoding="utf-8"), ROOT / RESULTS), encoding="utf-8")


if __name__ == "__main__":
    main()

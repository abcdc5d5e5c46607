"""The report of an evaluation -> lines for a terminal or a pipe."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from qa.evaluate import Outcome, Report, SeedsReport, Table
from qa.evaluate.report import Cell
from ui.printing import BLANK, STEP, Line, clean

GAP = 3  # Columns between those of a table.


def score_lines(report: Report) -> Iterator[Line]:
    """Yield the conditions, the table, the tables that take it apart, and what went wrong."""
    yield Line(Text(report.suite, style="bold"))
    for name, value in report.conditions.items():
        yield Line(Text(f"{name}: {clean(shown(value))}", style="dim"), STEP)
    yield BLANK
    yield from _table(report)
    for title, table in report.details.items():
        yield BLANK
        yield Line(Text(title, style="bold"))
        yield from _table(table)
    if isinstance(report, SeedsReport):
        yield from _wrong([outcome for outcome in report.outcomes if not outcome.right])


def shown(cell: Cell) -> str:
    """Return a cell as it is printed: three decimals below 1, one above, a dash for None.

    >>> shown(0.98765), shown(1234.5), shown(6078), shown(None)
    ('0.988', '1,234.5', '6,078', '–')
    """
    if cell is None:
        return "–"
    if isinstance(cell, float):
        return f"{cell:,.3f}" if abs(cell) <= 1 else f"{cell:,.1f}"
    return f"{cell:,}" if isinstance(cell, int) else cell


def _table(table: Table) -> Iterator[Line]:
    """Yield the header and the rows; names stand on the left, numbers on the right."""
    rows = [list(table.columns), *([clean(shown(cell)) for cell in row] for row in table.rows)]
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for number, (first, *others) in enumerate(rows):
        cells = [first.ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
        yield Line(Text((" " * GAP).join(cells), style="" if number else "dim"))


def _wrong(outcomes: Sequence[Outcome]) -> Iterator[Line]:
    if outcomes:
        yield BLANK
        yield Line(Text("what went wrong", style="bold"))
    for outcome in outcomes:
        yield Line(Text(f"{clean(outcome.id)}: {clean(outcome.question)}"), STEP)
        yield Line(Text(clean(outcome.why), style="dim"), 2 * STEP)

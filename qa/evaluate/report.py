"""What a suite found out, and under which conditions."""

from collections.abc import Mapping
from typing import Any, Self

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer, model_validator

from index.models import Record

Cell = str | int | float | None
"""None where a measure is not defined, such as a precision where nothing was found."""

Row = tuple[Cell, ...]


class Table(Record):
    """Rows under named columns; every row has as many cells as there are columns."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @model_validator(mode="after")
    def _is_rectangular(self) -> Self:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"row {row} does not have the {len(self.columns)} columns")
        return self


class Report(Table):
    """The table of a suite, with all one needs to get the same numbers again."""

    suite: str
    conditions: Mapping[str, str | int | float] = Field(
        description="Version, models, machine, data and how many examples."
    )
    details: Mapping[str, Table] = Field(
        default={}, description="Tables that take a number apart, by what they show."
    )

    @model_serializer(mode="wrap")
    def _conditions_first(self, dump: SerializerFunctionWrapHandler) -> dict[str, Any]:
        dumped: dict[str, Any] = dump(self)
        return {name: dumped[name] for name in ("suite", "conditions")} | dumped

    def summary(self) -> "Report":
        """Return it without what came of single examples, which may quote what is not ours."""
        return Report(**{name: getattr(self, name) for name in Report.model_fields})


MEASURES = ("measure", "value", "n")
"""The columns of a suite with one value a row; n is how many examples it is the mean of."""


def values(report: Report) -> dict[str, Cell]:
    """Return the second column of a report by its first.

    >>> values(Report(suite="s", conditions={}, columns=MEASURES, rows=(("F1", 0.5, 2),)))
    {'F1': 0.5}
    """
    return {str(row[0]): row[1] for row in report.rows}

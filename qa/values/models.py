"""The records of a value: what was said, how exactly, and where."""

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from pydantic import Field

from index.models import Record, Span

ValueKind = Literal["date", "money", "percent", "count", "duration"]

Hedge = Literal[
    "exact",
    "about",  # around, roughly, some
    "nearly",  # almost, just under: a little below
    "just_over",  # a little above
    "at_least",  # over, more than
    "at_most",  # under, up to
    "vague",  # hundreds of, billions of
    "since",  # the start of something that lasts
    "until",  # the end of something that lasts
    "by",
    "before",
    "after",
]

Relation = Literal["equal", "compatible", "different", "incomparable"]
"""equal: the same statement but for its wording. compatible: both can hold.
different: both cannot hold, if said of the same thing. incomparable: no rule can tell."""


class Value(Record):
    """One value as a text states it. The hedge is kept beside the numbers, not worked into them."""

    kind: ValueKind
    span: Span = Field(
        description="Where its own words stand in the given text, without the hedge."
    )
    text: str = Field(min_length=1, description="span.of(the given text)")
    low: Decimal | date | None = Field(
        default=None,
        description="The lower end stated: of money in `unit`, of a percentage 27 for 27 %, of a "
        "duration in seconds, of a date its first day. None: a date that names no certain day.",
    )
    high: Decimal | date | None = Field(
        default=None, description="The upper end stated; the same as `low` for a single number."
    )
    step: Decimal = Field(
        default=Decimal(0),
        ge=0,
        description="How finely a number is stated: the true one may lie half a step off.",
    )
    unit: str | None = Field(
        default=None,
        description='money: the ISO 4217 code. percent: "%" or "percentage point". duration: '
        '"second". count: the counted noun, singular, or None. date: "fiscal" or "season" where '
        'the calendar is unsure, "--11-13" or "--11" where only the year is missing, else None.',
    )
    hedge: Hedge = "exact"


class Found(NamedTuple):
    """A value that is still being read."""

    kind: ValueKind
    start: int
    end: int
    low: Decimal | date | None
    high: Decimal | date | None
    unit: str | None = None
    step: Decimal = Decimal(0)
    scale: Decimal = Decimal(1)  # `low` of a written 1: 10**9 in "13 billion", 60 in "5 minutes".
    hedge: Hedge | None = None  # None: look at the words around it.
    bare: bool = False  # A number with no unit of its own; it may take one from its neighbour.

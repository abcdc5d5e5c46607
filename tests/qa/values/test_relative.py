"""Dates that are told from the day of publication."""

from datetime import date

import pytest

from qa.values import find_values

# What is told from Wednesday 15 November 2023.
RELATIVE = [
    ("yesterday", date(2023, 11, 14), date(2023, 11, 14)),
    ("last year", date(2023 - 1, 1, 1), date(2022, 12, 31)),
    ("next month", date(2023, 12, 1), date(2023, 12, 31)),
    ("three years ago", date(2020, 1, 1), date(2020, 12, 31)),
    ("two decades ago", date(2001, 1, 1), date(2005, 12, 31)),
    ("a century ago", date(1918, 1, 1), date(1928, 12, 31)),
    ("three centuries ago", date(1708, 1, 1), date(1738, 12, 31)),
    ("twenty-one centuries ago", None, None),
    ("last December", date(2022, 12, 1), date(2022, 12, 31)),
    ("last March", None, None),  # This year's or last year's: nobody knows.
    ("it fell on Monday", date(2023, 11, 13), date(2023, 11, 13)),
    ("it opens on Monday", None, None),
    (
        "they stole pictures from the hall early on Monday",
        date(2023, 11, 13),
        date(2023, 11, 13),
    ),
    ("they went to the court Monday", date(2023, 11, 13), date(2023, 11, 13)),
    ("he said it would open on Monday", None, None),
    ("they agreed to meet on Monday", None, None),
    ("it was told on the Monday", None, None),
    ("it was told. It opens Monday", None, None),
    ("on November 13", date(2023, 11, 13), date(2023, 11, 13)),
    ("on January 2", date(2024, 1, 2), date(2024, 1, 2)),
    ("on May 1", None, None),  # Half a year away on either side.
]


@pytest.mark.parametrize(("text", "first", "last"), RELATIVE)
def test_relative_dates_are_told_from_the_day_of_publication_when_that_is_safe(text, first, last):
    (value,) = find_values(text, published=date(2023, 11, 15))
    assert (value.kind, value.low, value.high) == ("date", first, last)

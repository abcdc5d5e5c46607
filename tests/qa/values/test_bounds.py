"""Between which numbers, or days, a value lies."""

from datetime import date
from decimal import Decimal

import pytest

from qa.values import bounds, find_values

ENDLESS = Decimal("Infinity")


def read(text):
    return find_values(text)[0]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("13 billion people", 13 * 10**9, 13 * 10**9),
        ("10 to 20 people", 10, 20),
        ("about 100 people", 90, 110),
        ("nearly 100 people", 90, 100),
        ("over 100 people", 100, ENDLESS),
        ("up to 100 people", 0, 100),
    ],
)
def test_the_bounds_of_a_number(text, low, high):
    assert bounds(read(text), read(text)) == (low, high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("in 1911", date(1911, 1, 1).toordinal(), date(1911, 12, 31).toordinal()),
        ("before 1911", -ENDLESS, date(1910, 12, 31).toordinal()),
        ("after 1911", date(1912, 1, 1).toordinal(), ENDLESS),
        ("by 1911", -ENDLESS, date(1911, 12, 31).toordinal()),
    ],
)
def test_the_bounds_of_a_date(text, low, high):
    assert bounds(read(text), read("in 1950")) == (low, high)


@pytest.mark.parametrize(
    ("value", "like"),
    [
        ("100 people", "100 dollars"),
        ("100 dollars", "100 euros"),
        ("100 km", "100 tonnes"),
        ("hundreds of people", "100 people"),
        ("around 1911", "in 1950"),
        ("on Monday", "in 1950"),
    ],
)
def test_what_cannot_be_compared_has_no_bounds(value, like):
    assert bounds(read(value), read(like)) is None


def test_bounds_are_told_in_the_unit_of_the_other():
    low, high = bounds(read("62 miles"), read("5 km"))
    assert (round(low), round(high)) == (100, 100)

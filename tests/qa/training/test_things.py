"""Sorts of things -> names and figures drawn by chance."""

import random
import re

import pytest

from qa.training.things import another, drawn


def ways(sort: str) -> set[str]:
    return {way for seed in range(60) for way in another(sort, random.Random(seed))}


@pytest.mark.parametrize(
    ("sort", "shape"),
    [
        ("person", r"[A-Z]\w+ [A-Z]\w+"),
        ("town", r"[A-Z][\w ]+"),
        ("country", r"[A-Z]\w+"),
        ("firm", r"[A-Z]\w+( [A-Z]\w+)?"),
        ("count 3 15", r"three|four|five|six|seven|eight|nine|ten|(\w+teen|eleven|twelve)|\d\d?"),
        ("count 2000 90000", r"\d{1,2},\d{3}"),
        (
            "money 2 90 million €",
            r"€\d\d?(\.\d)?( million|m|mn)|\d\d?(\.\d)? million euros",
        ),
        ("money 20 900", r"\$\d{2,3}|\d{2,3} dollars"),
        ("percent 2 40", r"\d\d?(\.\d)?( percent|%| per cent)"),
        ("year 1950 2020", r"(19[5-9]|20[0-2])\d"),
        ("date", r"\d\d? [A-Z]\w+( \d{4})?|[A-Z]\w+ \d\d?(, \d{4})?"),
        ("month", r"[A-Z][a-z]+"),
        ("weekday", r"[A-Z][a-z]+day"),
        ("length 2 60 square kilometres", r"(\w+|\d\d) square kilometres"),
        ("a heater | fireworks", r"a heater|fireworks"),
    ],
)
def test_a_sort_is_written_as_outlets_write_it(sort: str, shape: str) -> None:
    found = ways(sort)
    assert [way for way in found if not re.fullmatch(shape, way)] == []
    assert len(found) > 1


def test_limits_are_kept() -> None:
    numbers = {int(way.replace(",", "")) for way in ways("count 1200 4300")}
    assert min(numbers) >= 1200
    assert max(numbers) <= 4300


def test_the_ways_to_write_a_value_are_of_one_value() -> None:
    for seed in range(30):
        amounts = {
            re.sub(r"[^\d.]", "", way) for way in another("money 2 90 million", random.Random(seed))
        }
        assert len(amounts) == 1


def test_no_two_things_of_a_story_are_the_same() -> None:
    things = {"HURT": "count 3 6", "DEAD": "count 3 6", "MISSING": "count 3 6"}
    for seed in range(50):
        values = drawn(things, random.Random(seed)).values()
        assert len({value[0] for value in values}) == 3

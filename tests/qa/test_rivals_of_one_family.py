"""People who share a last name are set against each other as others are."""

import pytest

from tests.qa.test_rivals import found, reading


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ann Beck", "Bo Beck", True),
        ("Ann Beck", "A. Beck", False),
        ("Ann Beck", "Anna Beck", False),
        ("Ann Beck", "Ann Maria Beck", False),
        ("Ann Beck", "Beck", False),
        ("Ann Beck", "Bo Ash", True),
    ],
)
def test_two_of_one_family_are_two_people(one, other, expected):
    sides = [
        reading(number, f"{name} directed the film Harbour.", name)
        for number, name in enumerate((one, other), start=1)
    ]
    assert bool(found(*sides)) is expected

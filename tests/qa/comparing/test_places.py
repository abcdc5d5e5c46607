import pytest

from qa.comparing.places import folded, lies_in


@pytest.mark.parametrize(
    ("place", "other"),
    [
        ("Munich", "Germany"),
        ("munich", "the Germany"),
        ("Zürich", "Europe"),
        ("Chicago", "Illinois"),
        ("Chicago", "U.S."),
        ("London", "England"),
        ("London", "UK"),
        ("Tbilisi", "Georgia"),
        ("Atlanta", "Georgia"),
        ("Prague", "Czech Republic"),
        ("China", "Asia"),
    ],
)
def test_a_place_lies_in_what_is_around_it_and_not_the_reverse(place, other):
    assert lies_in(place, other)
    assert not lies_in(other, place)


@pytest.mark.parametrize(
    ("place", "other"),
    [
        ("Munich", "Turin"),
        ("Munich", "Austria"),
        ("Edinburgh", "England"),
        ("Windhoek", "North America"),  # Namibia's code is NA, and so is the continent's.
        ("Germany", "Germany"),
        ("Acme", "Germany"),
        ("Munich", "Acme"),
        ("", ""),
    ],
)
def test_nothing_else_is_said_to_lie_there(place, other):
    assert not lies_in(place, other)


def test_names_are_compared_without_case_accents_and_points():
    assert [folded(name) for name in ("The U.S.", "São Paulo", " New  York ")] == [
        "us",
        "sao paulo",
        "new york",
    ]

"""Of whom, of how much, and of what time a figure is."""

import pytest

from qa.telling.scope import ages_in, differ_in_scope
from qa.values import find_values


def apart(a: str, b: str) -> bool:
    return differ_in_scope(a, find_values(a)[0], b, find_values(b)[0])


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Acme sold 40,000 tonnes worldwide.", "Acme sold 4,000 tonnes across the country."),
        ("Acme has 3% of the market nationwide.", "Acme has 9% of the market in the state."),
        ("Acme made $3 million in the third quarter.", "Acme made $9 million last year."),
        ("Acme makes $3 million a year.", "Acme makes $1 million per quarter."),
        ("Acme reported 90 new cases.", "Acme reported a total of 981 cases."),
        ("Acme gave another $3 million.", "Acme has given $9 million in all."),
        ("At Acme 44% of people 12 and older had one.", "At Acme 30% of people 5 and up had one."),
        ("At Acme 58% of all residents had one.", "At Acme 69% of residents ages 12 and up did."),
        ("At Acme 67% of adults had one.", "At Acme 40% of people had one."),
        ("Acme charges $3 per barrel.", "Acme charges $9 a gallon."),
    ],
)
def test_figures_that_are_said_to_be_of_different_scopes(a, b):
    assert apart(a, b)
    assert apart(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Acme sold 40,000 tonnes worldwide.", "Acme sold 4,000 tonnes."),
        ("Acme made $3 million last year.", "Acme made $9 million in a year."),
        ("Acme made $3 million a year ago.", "Acme made $9 million in the third quarter."),
        ("Acme reported 90 cases.", "Acme reported a total of 981 cases."),
        ("At Acme 44% of people 12 and older had one.", "At Acme 30% of people 12 and up had one."),
        ("At Acme 67% of residents had one.", "At Acme 40% of the population had one."),
        ("Acme charges $3 per barrel.", "Acme charges $9 a barrel."),
        ("Acme has 3% of the market.", "Acme has 9% of the market."),
    ],
)
def test_figures_of_which_one_says_nothing_or_both_say_the_same(a, b):
    assert not apart(a, b)


@pytest.mark.parametrize(
    ("said", "ages"),
    [
        ("Children ages 5 to 11 may have one.", ["5 to 11"]),
        ("It is for people aged 65 and over.", ["65 and over"]),
        ("Children under 5 and adults 18-64 wait.", ["under 5", "18-64"]),
        ("It is for infants 6 months through 4 years.", ["6 months through 4 years"]),
        ("Some 44 % of people had one in 2021.", []),
        ("The storm killed 12 people and injured 5.", []),
        ("It rose by 3 or more, or 9 in all.", []),
    ],
)
def test_ages_are_told_from_figures(said, ages):
    assert [age.of(said) for age in ages_in(said)] == ages

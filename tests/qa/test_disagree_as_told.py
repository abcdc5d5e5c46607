"""How two values differ, as their sentences put it."""

from datetime import date

import pytest

from tests.qa.test_disagree import kinds, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge cost $13 million, of which the state paid $9 million.", []),
        ("The bridge cost $13 million, of which the state paid $8 million.", ["contradiction"]),
    ],
)
def test_a_sentence_that_tells_the_value_of_the_other_too_does_not_contradict_it(text, expected):
    other = (told("The bridge cost $9 million.", by="b"), "$9 million")
    assert kinds("How much did the bridge cost?", (told(text), "$13 million"), other) == expected


@pytest.mark.parametrize(
    ("answer", "expected"), [("54-year-old", ["contradiction"]), ("52-year-old", [])]
)
def test_ages_are_compared_however_they_are_told(answer, expected):
    one = (told(f"The {answer} Ann Ash was convicted on Friday."), answer)
    other = (told("Ann Ash, 52, was convicted on Friday.", by="b"), "52")
    assert kinds("How old is Ann Ash?", one, other) == expected


def test_what_is_per_day_is_of_another_scope_than_what_is_in_all():
    one = (told("The strike cost Ash Docks $3 million a day."), "$3 million")
    other = (told("The strike cost Ash Docks $52 million in all.", by="b"), "$52 million")
    daily = (told("The strike cost Ash Docks $5 million a day.", by="b"), "$5 million")
    asked = "How much did the strike cost Ash Docks?"
    assert (kinds(asked, one, other), kinds(asked, one, daily)) == (["scope"], ["contradiction"])


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ("Ash Docks pays $5 million now, or $4 a share, for the Vega mill.", ["superseded"]),
        ("Ash Docks pays $5 million, or $4 a share, for the Vega mill.", []),
        ("Ash Docks pays $5 million, or $6 a share, for the Vega mill.", ["superseded"]),
    ],
)
def test_what_tells_the_older_value_too_supersedes_it_only_where_it_tells_of_a_change(
    later, expected
):
    old = told("Ash Docks pays $4 for the Vega mill.", on=date(2024, 3, 1))
    new = told(later, on=date(2024, 4, 1), by="b")
    asked = "How much does Ash Docks currently pay for the Vega mill?"
    assert kinds(asked, (old, "$4"), (new, "$5 million")) == expected

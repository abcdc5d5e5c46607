"""What two answers need to be set against each other, however sure the reader is."""

import pytest

from tests.qa.comparing.test_rivals import Denying, alike, found, reading


@pytest.mark.parametrize(("there", "expected"), [("Lima", 1), ("Oslo, Bergen and Moss", 0)])
def test_answers_to_a_question_without_names_are_of_one_thing(there, expected):
    one = reading(1, "The dam in Lima, Peru, was designed by Ann Ash.", "Ann Ash", title="Night")
    other = reading(2, f"The dam in {there} was designed by Bo Beck.", "Bo Beck", title="Day")
    assert len(found(one, other, asked="Who designed the dam?")) == expected


def test_however_little_is_read_two_answers_may_differ_by_chance():
    pair = (alike("Ann", sure=0.2), alike("Bo", sure=0.2))
    assert found(*pair, entailment=Denying(0.1), read=1) == frozenset()
    assert found(*pair, entailment=Denying(0.2), read=1) == {(0, 1)}

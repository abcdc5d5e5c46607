"""Which questions ask for several things."""

import pytest

from qa.questions.lists import asks_for_list
from qa.questions.question import understand


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which banks advise the firm?", True),
        ("Which two banks advise the firm?", True),
        ("Which film directors won?", True),
        ("Which film directors win most?", True),
        ("Which car makes sold best?", True),
        ("Which company cars are electric?", True),
        ("Which bank advises the firm?", False),
        ("Which company makes the engines?", False),
        ("Which actor plays Bond?", False),
        ("Which team wins?", False),
    ],
)
def test_a_verb_is_no_plural(question, expected):
    assert asks_for_list(understand(question)) is expected

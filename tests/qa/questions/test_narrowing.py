"""The order in which filters are given up, and the question without its sources."""

import pytest

from index.filters import Filter
from qa.questions.narrowing import narrowings, unattributed

POST = Filter(kind="publisher", value="The Post", words="the Post")
NEWS = Filter(kind="publisher", value="Ferry News", words="Ferry News")
SINCE = Filter(kind="since", value="2024-05-01", words="in May 2024")
UNTIL = Filter(kind="until", value="2024-05-31", words="in May 2024")


def states(named, **how) -> list[str]:
    """The first letters of the states, one word for each narrowing."""
    return ["".join(one.state[0] for one in some) for some in narrowings(named, **how)]


def test_without_filters_there_is_one_search():
    assert list(narrowings(())) == [()]


def test_the_last_search_has_none():
    assert states([POST, NEWS]) == ["aa", "uu"]
    assert states([SINCE, UNTIL]) == ["aa", "uu"]


def test_days_are_given_up_before_sources():
    assert states([POST, SINCE, UNTIL]) == ["aaa", "auu", "uuu"]


def test_what_is_done_without_is_never_applied():
    assert states([POST, SINCE, UNTIL], without=["in May 2024"]) == ["arr", "urr"]
    assert states([POST, SINCE], without=["the Post", "in May 2024"]) == ["rr"]
    assert states([POST, SINCE], without=["something else"]) == ["aa", "au", "uu"]
    assert states([POST, SINCE], filtered=False) == ["rr"]


def test_they_stay_what_they_are():
    *_, last = narrowings([POST, SINCE])
    assert [(one.kind, one.value, one.words) for one in last] == [
        ("publisher", "The Post", "the Post"),
        ("since", "2024-05-01", "in May 2024"),
    ]


@pytest.mark.parametrize(
    ("question", "bare"),
    [
        ("According to the Post, who won?", "Who won?"),
        ("Who won, according to the Post and 'Ferry News', in May?", "Who won in May?"),
        ("Who, according to the Post, won?", "Who won?"),
        ("Who won, as reported by both the Post and Ferry News?", "Who won?"),
        ("Who won according to Ferry News in May 2024?", "Who won in May 2024?"),
        ("What does the Post say?", "What does the Post say?"),
        ("Who won, according to the Post's sources?", "Who won, according to the Post's sources?"),
        ("According to the Post?", "According to the Post?"),
        ("According to the police, who won?", "According to the police, who won?"),
    ],
)
def test_a_source_named_by_the_way_is_left_out(question, bare):
    assert unattributed(question, [POST, NEWS, SINCE]) == bare

"""Questions with a threshold: what is sought for them, and what a figure says to them."""

import pytest

from qa.answers.threshold import Threshold, sought
from qa.values import find_values


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Did it kill more than 100 people?", "How many people did it kill?"),
        ("Was the bridge built before 1911?", "When was the bridge built?"),
        ("Is the fine at least $40 million?", "How much is the fine?"),
        ("Is the tunnel longer than 5 km?", "How long is the tunnel?"),
        ("Is the tower taller than 250 metres (820 ft)?", "How tall is the tower?"),
        ("Did the strike last less than two weeks?", "How long did the strike last?"),
        ("Was turnout above 60 percent?", "What percentage was turnout?"),
        ("Did it lose over 1,000 tonnes of oil?", "How many tonnes of oil did it lose?"),
        ("Did more than 400 pupils enrol in May?", "How many pupils did enrol in May?"),
        ("Did she run the lap in under 50 seconds?", "How long did she run the lap?"),
        ("As of 2011, are more than 40 shops open?", "As of 2011, how many shops are open?"),
    ],
)
def test_the_figure_itself_is_sought(question, expected):
    assert sought(question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "Did the bridge open in 1911?",
        "Did it kill more than expected?",
        "Did it grow from over 100 to over 200 shops?",
        "Who has more than 100 shops?",
        "How many firms are worth more than $3 trillion?",
        "More than 100 shops?",
    ],
)
def test_any_other_question_is_sought_as_it_is(question):
    assert sought(question) == question


@pytest.mark.parametrize(
    ("asked", "told", "expected"),
    [
        ("more than 50 homes", "51 homes", "yes"),
        ("more than 50 homes", "50 homes", "no"),
        ("at least 50 homes", "50 homes", "yes"),
        ("no fewer than 50 homes", "49 homes", "no"),
        ("less than 50 homes", "50 homes", "no"),
        ("at most 50 homes", "50 homes", "yes"),
        ("no more than 50 homes", "51 homes", "no"),
        ("fewer than 50 homes", "forty-two homes", "yes"),
        ("more than 50 people", "60 volunteers", "yes"),
        ("more than 50 homes", "over 50 homes", None),
        ("more than 50 homes", "over 60 homes", "yes"),
        ("more than 50 homes", "about 51 homes", None),
        ("more than 50 homes", "about 52 homes", "yes"),
        ("more than 50 homes", "about 60 homes", "yes"),
        ("more than 95 homes", "about 100 homes", None),
        ("more than a quarter of it", "roughly 27 percent of it", "yes"),
        ("more than 50 homes", "about 80 homes", "yes"),
        ("more than 50 homes", "up to 40 homes", "no"),
        ("longer than 50 km", "40 miles", "yes"),
        ("longer than 50 km", "30 miles", "no"),
        ("longer than 50 km", "60 people", None),
        ("more than $2 million", "$3m", "yes"),
        ("more than $2 million", "3 million euros", None),
        ("before 1911", "in 1910", "yes"),
        ("before 1911", "in 1911", "no"),
        ("by 1911", "in 1911", "yes"),
        ("after 1911", "in December 1911", "no"),
        ("after 1911", "on 1 May 1920", "yes"),
        ("before 1911", "around 1905", None),
        ("before 1911", "before 1900", "yes"),
    ],
)
def test_what_a_figure_says_to_a_threshold(asked, told, expected):
    threshold = Threshold.of(f"Was it {asked}?")
    assert threshold is not None
    assert threshold.answers(find_values(f"It was {told}.")[0]) == expected

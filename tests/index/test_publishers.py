"""Publishers are found by the names they go by, where these are written like names."""

import pytest

from index.models import UNKNOWN_PUBLISHER
from index.publishers import Publishers

KNOWN = Publishers(
    [
        "Ferry Post",
        "The Age",
        "The Arden Herald",
        "Dam News - Travel",
        "Dam News - Sports",
        "Roar | The Sports Blog",
        "BirchSports.com",
        "Cbx",
        "eddy",
        "ebbTide",
        "Fortune",
        UNKNOWN_PUBLISHER,
        "",
    ]
)


def named(text: str) -> list[tuple[str, set[str]]]:
    return [(text[m.start : m.end], set(m.publishers)) for m in KNOWN.find(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("What does the Ferry Post say?", [("the Ferry Post", {"Ferry Post"})]),
        ("Ferry Post's view", [("Ferry Post", {"Ferry Post"})]),
        ("as FERRY POST wrote", [("FERRY POST", {"Ferry Post"})]),
        ("in 'The Age' today", [("The Age", {"The Age"})]),
        ("in the Age today", [("the Age", {"The Age"})]),
        ("an Arden Herald report", [("Arden Herald", {"The Arden Herald"})]),
        ("the Dam News - Sports page", [("the Dam News - Sports", {"Dam News - Sports"})]),
        (
            "the Roar | The Sports Blog",
            [("the Roar | The Sports Blog", {"Roar | The Sports Blog"})],
        ),
        ("Roar wrote", [("Roar", {"Roar | The Sports Blog"})]),
        ("BirchSports.com wrote", [("BirchSports.com", {"BirchSports.com"})]),
        ("BirchSports wrote", [("BirchSports", {"BirchSports.com"})]),
        ("CBX wrote", [("CBX", {"Cbx"})]),
        ("eddy wrote", [("eddy", {"eddy"})]),
        ("ebbtide wrote", [("ebbtide", {"ebbTide"})]),
        ("Dam News wrote", [("Dam News", {"Dam News - Travel", "Dam News - Sports"})]),
        (
            "Did Fortune and the Ferry Post agree?",
            [("Fortune", {"Fortune"}), ("the Ferry Post", {"Ferry Post"})],
        ),
    ],
)
def test_a_publisher_is_found_by_any_name_it_goes_by(text, found):
    assert named(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "at the age of nine",  # No capital letter.
        "in the Bronze Age",  # "The Age" is no name without "the" right before it.
        "a fortune in gold",
        "the ferry post office",
        "Ferry and Post",
        "an unknown source",
        "",
        "?!",
    ],
)
def test_other_words_are_no_publisher(text):
    assert named(text) == []


def test_without_publishers_nothing_is_found():
    assert Publishers([]).find("The Ferry Post") == []
    assert Publishers(["", "unknown"]).find("unknown") == []

"""The sources that a question attributes reports to are told from those it merely names."""

import pytest

from index.publishers import Publishers
from qa.questions.strangers import strangers


def named(text, *known):
    return [name.of(text) for name in strangers(text, Publishers(known).find(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("According to Bloomberg, did Acme pay?", ["Bloomberg"]),
        ("Did Acme pay, as reported by the Wall Street Journal?", ["Wall Street Journal"]),
        ("Which firm does the Ferry News article name?", ["Ferry News"]),
        ("What do articles from ‘Variety’ say of Acme?", ["Variety"]),
        ("Which firm, which Reuters reported had merged, is it?", ["Reuters"]),
        ("Did Acme pay Bolt in Bonn?", []),
        ("What did Acme announce according to its board?", []),
    ],
)
def test_a_name_is_a_source_where_reports_are_attributed_to_it(text, names):
    assert named(text) == names


def test_a_publisher_of_the_index_is_no_stranger():
    text = "Do the Ferry News article and the Bloomberg article agree?"
    assert named(text, "Ferry News") == ["Bloomberg"]

"""Names by their capitals, and acronyms spelled out."""

import pytest

from qa.answers.evidence import spelled_out
from qa.english.names import find_names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Yesterday the Bank of England met Ida Holm’s lawyers.", ["Bank of England", "Ida Holm"]),
        ("Talks began on Monday in March.", []),
        ("OpenAI hired him, and SoftBank paid.", ["OpenAI", "SoftBank"]),
        ("He flew to New York, London and Bonn.", ["New York", "London", "Bonn"]),
        ("- Shares fell.", []),
        ("", []),
    ],
)
def test_names_are_runs_of_capitalised_words(sentence, names):
    assert [span.of(sentence) for span in find_names(sentence)] == names


def test_a_first_word_is_a_name_only_when_it_is_known_as_one():
    sentence = "Nordlinie paid."
    assert find_names(sentence) == []
    assert [s.of(sentence) for s in find_names(sentence, known={"nordlinie"})] == ["Nordlinie"]


def test_an_acronym_is_found_where_it_is_spelled_out():
    assert spelled_out("agi").search("If Artificial General Intelligence comes")
    assert not spelled_out("ipo").search("in its prior obligation to us")

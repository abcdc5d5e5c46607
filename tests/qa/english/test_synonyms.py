"""Which words may stand for one another."""

import pytest

from qa.english.synonyms import are_of_one_sort, synonyms
from qa.english.terms import stem, stems


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("clause", "language", True),
        ("ban", "moratorium", True),
        ("layoffs", "cuts", True),
        ("stake", "shareholding", True),
        ("shut", "switched", True),
        ("aboard", "board", True),
        ("arrested", "custody", True),
        ("toll", "toll", True),
        ("ferry", "ferry", True),
        ("toll", "tax", False),
        ("clause", "team", False),
        ("ferry", "boat", False),
    ],
)
def test_words_of_one_sort(one, other, expected):
    assert are_of_one_sort(stem(one), stem(other)) is expected
    assert are_of_one_sort(stem(other), stem(one)) is expected


def test_a_word_of_two_sorts_has_the_synonyms_of_both_and_they_not_of_each_other():
    assert {stem("toll"), stem("tax")} <= synonyms({stem("levy")})
    assert stem("tax") not in synonyms({stem("toll")})
    assert synonyms({"ferri"}) == {"ferri"}


def test_a_phrase_stands_for_a_word():
    assert stem("die") in synonyms(stems("Three lost their lives."))
    assert stem("die") not in synonyms(stems("They lost the match."))
    assert stem("inhabitant") in synonyms(stems("Who lives there?"))

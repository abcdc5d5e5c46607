"""Whether the articles say is decided by what was found and read, in one probability."""

from math import log

import pytest

from index.asked import Asked
from index.publishers import Publishers
from qa.answers.answerability import STRICTNESS, Signs, probability, signs
from tests.qa.newsroom import COURIER, GAZETTE, HERALD, passage, reading

ALL = [passage(article, rank=n) for n, article in enumerate((HERALD, COURIER, GAZETTE), start=1)]
TOLL = reading(HERALD, "Officials said 12 people died.", "12", probability=0.8)
LATER = reading(GAZETTE, "The flood left 12 people dead.", "12", probability=0.6)
KNOWN = Publishers([HERALD.publisher, COURIER.publisher])


def seen(question, *readings, threshold=0.5, passages=ALL):
    return signs(Asked.of(question, KNOWN), passages, readings, threshold=threshold)


def test_the_surest_reading_counts_from_the_readers_own_threshold():
    assert seen("How many died?", LATER, TOLL).read == pytest.approx(log(0.8 / 0.2))
    assert seen("How many died?", TOLL, threshold=0.8).read == pytest.approx(0.0)
    assert seen("How many died?").read == pytest.approx(log(0.001 / 0.999))


def test_names_are_looked_for_where_it_is_read_and_anywhere():
    found = seen("Did Schools shut for the Governor, or Quillby?", TOLL)
    assert (found.names_there, found.names_found) == (1 / 3, 2 / 3)


def test_what_an_article_was_asked_instead_does_not_miss_what_it_lacks():
    asked = Asked.of("Did Quillby shut the Schools?", KNOWN)
    for topic, found in ((None, 1 / 2), ("Did who shut the Schools?", 1.0)):
        assert signs(asked, ALL, [TOLL], threshold=0.5, topic=topic).names_found == found


def test_a_question_without_names_misses_none():
    found = seen("how many people died?", TOLL)
    assert (found.names_there, found.names_found) == (1.0, 1.0)


def test_words_count_where_most_of_them_stand_together():
    # Of "council", "decided" and "banks" the Gazette has two, and the Herald's title has the third.
    assert seen("what the council decided of banks", TOLL).words == pytest.approx(2 / 3)


def test_a_title_counts_as_words_of_its_passages():
    assert seen("river bursts banks", TOLL, passages=ALL[:1]).words == 1.0


def test_a_source_that_is_not_in_the_index_is_a_stranger():
    found = seen("Do The Herald and a Bloomberg report say how many died?", TOLL)
    assert (found.strangers, found.compound) == (0.5, 1.0)
    assert found.compound_words == found.words
    plain = seen("How many died?", TOLL)
    assert (plain.strangers, plain.compound, plain.compound_words) == (0.0, 0.0, 0.0)


def test_without_passages_nothing_speaks_for_it():
    nothing = seen("Did Quillby win?", passages=[])
    assert probability(nothing) < 0.01


SURE = Signs(2.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("change", "lower"),
    [
        ({"read": 0.0}, True),
        ({"names_there": 0.0}, True),
        ({"names_found": 0.0}, True),
        ({"words": 0.2}, True),
        ({"strangers": 1.0}, True),
        ({"read": 4.0}, False),
    ],
)
def test_each_sign_moves_the_probability_its_way(change, lower):
    assert (probability(SURE._replace(**change)) < probability(SURE)) == lower


def test_a_sure_reading_of_all_that_is_asked_is_answered_and_a_stranger_is_not():
    assert probability(SURE) > 0.95
    assert probability(Signs(-1.0, 0.0, 0.3, 0.3, 0.0, 0.0, 0.0)) < 0.05 < STRICTNESS

"""A passage is worth what its best sentence says of a clause."""

from math import log

import pytest

from index.overlap import overlaps


def of(clause: str, *passages: str) -> list[float]:
    return overlaps([clause], passages)[clause]


def test_rare_words_count_and_shared_ones_hardly():
    shared, rare = log(1 + 0.5 / 3.5), log(1 + 2.5 / 1.5)  # In 3 of 3 passages, and in 1 of 3.
    assert of("dam held", "The dam.", "The dam held.", "A dam!") == pytest.approx(
        [shared / (shared + rare), 1.0, shared / (shared + rare)]
    )


def test_words_of_one_sentence_count_and_those_of_two_do_not_add_up():
    together, apart = of("ferry sank", "The ferry sank.", "The ferry lay. The dam sank.")
    assert (together, apart) == (1.0, 0.5)


@pytest.mark.parametrize(
    "passage",
    ["Ferries\nsank", "The ferry? It sank", '"A ferry." Sank', "The ferry!) It sank"],
)
def test_sentences_end_where_they_do(passage):
    assert of("ferry sank", "The ferry sank.", passage) == [1.0, 0.5]


def test_an_abbreviated_number_is_no_end():
    assert of("ferry sank", "The ferry 2.5 sank.", "Nothing.")[0] == 1.0


@pytest.mark.parametrize(
    ("asked", "written"),
    [("ending", "It ends."), ("days", "a DAY"), ("Zürich", "in Zurich"), ("Zurich", "in Zürich")],
)
def test_forms_of_a_word_are_one(asked, written):
    assert of(asked, written, "nothing else") == [1.0, 0.0]


def test_each_clause_is_judged_by_itself():
    found = overlaps(["the dam broke", "the ferry sank"], ["A ferry sank.", "A dam broke."])
    assert found == {"the dam broke": [0.0, 1.0], "the ferry sank": [1.0, 0.0]}


def test_where_nothing_is_said_all_are_alike():
    assert of("dam", "Nothing.", "Nothing else.") == [0.0, 0.0]
    assert of("", "Nothing.") == [0.0]
    assert of("dam") == []

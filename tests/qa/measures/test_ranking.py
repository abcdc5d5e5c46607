"""Rankings are measured as the script of MultiHop-RAG does, on values worked by hand."""

import pytest

from qa.measures import all_found, average_precision, held, hit, reciprocal_rank

DAM, MILL, FERRY = "The dam held.", "The mill burned.", "The ferry sank."
NOTHING: set[str] = set()


def test_a_passage_holds_a_sentence_when_it_has_it_whole_but_for_spaces_and_newlines():
    passages = [f"Rain.\n{DAM} {MILL}", "The  dam\nheld.", "The dam held", "the dam held.", "\tThe"]
    assert held(passages, [DAM, MILL]) == [
        {"Thedamheld.", "Themillburned."},
        {"Thedamheld."},
        NOTHING,
        NOTHING,
        NOTHING,
    ]


def test_a_tab_is_no_space_in_the_script():
    assert held(["The\tdam held."], [DAM]) == [NOTHING]


@pytest.mark.parametrize(
    ("rank", "mrr", "hits_10", "hits_4"),
    [(1, 1, 1, 1), (4, 1 / 4, 1, 1), (5, 1 / 5, 1, 0), (10, 1 / 10, 1, 0), (11, 0, 0, 0)],
)
def test_the_first_that_is_found_decides(rank, mrr, hits_10, hits_4):
    found = [NOTHING] * (rank - 1) + [{DAM}, {DAM, MILL}]
    assert reciprocal_rank(found, k=10) == mrr
    assert (hit(found, k=10), hit(found, k=4)) == (hits_10, hits_4)


@pytest.mark.parametrize(
    ("found", "gold", "expected"),
    [
        ([{DAM}, {MILL}], 2, (1 + 1 / 2) / 2),  # The usual one would be (1/1 + 2/2) / 2.
        ([{DAM, MILL}], 2, 2 / 2),
        ([NOTHING, {DAM}, {DAM}], 1, 1 / 2),  # Found once.
        ([NOTHING, {DAM, MILL}, {FERRY}], 4, (2 / 2 + 1 / 3) / 4),
        ([NOTHING] * 9 + [{DAM}], 2, 1 / 10 / 2),
        ([NOTHING] * 10 + [{DAM}], 1, 0),
        ([{DAM}], 20, 1 / 10),
        ([], 2, 0),
    ],
)
def test_average_precision_counts_what_is_new_at_each_rank(found, gold, expected):
    assert average_precision(found, gold, k=10) == pytest.approx(expected)


def test_all_is_found_when_the_first_together_hold_it():
    found = held([DAM, "Rain.", MILL], [DAM, MILL])
    assert [all_found(found, [DAM, MILL], k=k) for k in (1, 2, 3)] == [0, 0, 1]
    assert all_found(found, [DAM, DAM], k=1) == 1
    assert all_found(found, [FERRY, DAM], k=3) == 0


def test_nothing_found_is_no_error():
    assert (reciprocal_rank([], k=10), hit([], k=10), all_found([], [DAM], k=10)) == (0, 0, 0)

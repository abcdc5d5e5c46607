"""A question is taken apart where it goes from one source to the next."""

import pytest

from index.asked import LONGEST, MOST_PARTS, Asked
from index.publishers import Publishers

KNOWN = Publishers(["Ferry Post", "Dam News", "Birch Times"])
POST, NEWS, TIMES = (frozenset({name}) for name in ("Ferry Post", "Dam News", "Birch Times"))


def asked(text: str) -> Asked:
    return Asked.of(text, KNOWN)


def summary(text: str) -> list[tuple[str, tuple, list[str]]]:
    return [
        (
            " ".join("".join(part.clauses).split()),
            part.publishers,
            [str(period.since) for period in part.periods],
        )
        for part in asked(text).parts
    ]


def test_each_source_has_its_own_words_and_days():
    assert summary(
        "Does the Ferry Post article say on March 5, 2024 that the dam held, while the Dam News "
        "report of 7 March 2024 says that it broke, according to the Birch Times?"
    ) == [
        ("Does article say on that the dam held,", (POST,), ["2024-03-05"]),
        ("while report of says that it broke", (NEWS,), ["2024-03-07"]),
        (", according to ?", (TIMES,), []),
    ]


def test_sources_in_one_list_share_a_part():
    assert summary("Who broke the dam, as the Ferry Post, Dam News, and the Birch Times say?") == [
        ("Who broke the dam, as , , and say?", (POST, NEWS, TIMES), [])
    ]


def test_a_source_that_is_named_twice_in_a_part_counts_once():
    assert summary("Do the Ferry Post and the Ferry Post agree?") == [
        ("Do and agree?", (POST,), [])
    ]


def test_without_a_border_between_them_the_next_source_begins_its_part():
    assert summary("How the Ferry Post contradicts Dam News") == [
        ("How contradicts", (POST,), []),
        ("", (NEWS,), []),
    ]


@pytest.mark.parametrize(
    ("question", "is_plain"),
    [
        ("When does the revenue share end?", True),
        ("Who built the dam, and when?", True),  # "and when" says nothing by itself.
        ("dam", True),
        ("?", True),
        ("What happened in 2024?", True),
        ("What happened in March 2024?", False),
        ("What does the Ferry Post say?", False),
        ("Who built the old stone dam, and why did the ferry to Birch sink early?", False),
    ],
)
def test_a_question_is_plain_when_it_names_no_source_or_day_and_is_one_clause(question, is_plain):
    assert asked(question).is_plain is is_plain


def test_clauses_have_words_enough_to_look_for():
    (part,) = asked(
        "Which company, known for its dams, built the stone weir at Arden in spring, and sold "
        "four old ferries to Birch?"
    ).parts
    assert part.clauses == (
        "Which company, known for its dams, built the stone weir at Arden in spring, ",
        "and sold four old ferries to Birch?",
    )


def test_a_pasted_page_is_not_taken_apart_for_ever():
    page = asked("The Ferry Post says yes, but Dam News says no. " * 1000)
    assert len(page.parts) == MOST_PARTS
    assert len(page.text) == 47_000
    assert sum(len("".join(part.clauses)) for part in page.parts) < LONGEST


def test_what_comes_after_the_last_part_is_in_it():
    text = ", ".join(f"the Ferry Post says {n} and Dam News {n}" for n in range(MOST_PARTS))
    assert "7" in "".join(asked(text).parts[-1].clauses)

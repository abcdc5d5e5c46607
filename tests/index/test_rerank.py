"""Every part of a question has its places, and the sources and days it names come first."""

from datetime import date

import pytest

from index.asked import Asked
from index.models import Span
from index.publishers import Publishers
from index.rerank import CLAUSE, PERIOD, PUBLISHER, READ, SPREAD, WHOLE, PartsReranker, spread
from index.store import StoredChunk, StoredText

DAY, OTHER = date(2024, 3, 5), date(2024, 3, 6)


def chunk(key: int, article: str = "") -> StoredChunk:
    return StoredChunk(key, article or f"a{key}", Span(start=0, end=1), None)


class Shelf:
    """Tells what its chunks say, and counts how many it was asked for."""

    def __init__(self, *texts: StoredText):
        self.held = dict(enumerate(texts, start=1))
        self.asked = 0

    def __call__(self, keys):
        self.asked += len(keys)
        return {key: self.held[key] for key in keys if key in self.held}


def reranked(question: str, *rows: tuple[float, str, str, date | None]):
    """Rank chunks 1, 2, … of these (score, text, publisher, day); return their keys and scores."""
    texts = Shelf(*(StoredText(*row[1:]) for row in rows))
    found = [(row[0], chunk(key)) for key, row in enumerate(rows, start=1)]
    asked = Asked.of(question, Publishers(row[2] for row in rows))
    ranked = PartsReranker().rerank(asked, sorted(found, key=lambda one: -one[0]), texts)
    return [one.key for _, one in ranked], [score for score, _ in ranked]


@pytest.mark.parametrize(
    "asked",
    ["Who built the old dam at Arden, and why did the ferry to Birch sink early?",
     "What did the Ferry Post say of the old dam, and of the mill on May 5, 2021?"],
)  # fmt: skip
def test_a_question_that_names_nothing_that_was_found_keeps_its_order(asked):
    rows = [(1.0, "Nothing."), (0.9, "The old dam at Arden."), (0.5, "The mill and the ferry.")]
    keys, scores = reranked(asked, *((*row, "Dam News", DAY) for row in rows))
    assert (keys, scores) == ([1, 2, 3], [1.0, 0.9, 0.5])


def test_the_weights_sum_to_1():
    assert pytest.approx(1) == WHOLE + CLAUSE + PUBLISHER + PERIOD


def test_the_source_and_the_day_that_are_named_count_what_they_count():
    keys, scores = reranked(
        "What did the Ferry Post say on March 5, 2024?",
        (1.0, "Nothing.", "Dam News", None),
        (0.9, "Nothing.", "Dam News", DAY),
        (0.8, "Nothing.", "Ferry Post", OTHER),
        (0.5, "Nothing.", "Ferry Post", DAY),
    )
    assert keys == [4, 3, 2, 1]
    assert scores == pytest.approx(
        [0.5 * WHOLE + PUBLISHER + PERIOD, 0.8 * WHOLE + PUBLISHER, 0.9 * WHOLE + PERIOD, WHOLE]
    )


def test_a_named_source_is_preferred_and_no_other_is_left_out():
    keys, _ = reranked(
        "What did the Ferry Post say?",
        (1.0, "Nothing.", "Dam News", None),
        (0.1, "Nothing.", "Ferry Post", None),
    )
    assert keys == [2, 1]


def test_the_passage_that_says_it_in_one_sentence_comes_before_one_that_has_the_words():
    keys, scores = reranked(
        "Did the Ferry Post say that the mill burned?",
        (0.6, "The mill stood. A barn burned.", "Ferry Post", None),
        (0.5, "The mill burned down.", "Ferry Post", None),
    )
    assert keys == [2, 1]
    assert scores[0] == pytest.approx(0.5 * WHOLE + CLAUSE + PUBLISHER)


def test_the_parts_of_a_question_take_turns():
    question = "Did the Ferry Post say the mill burned, while Dam News said the ferry sank?"
    keys, scores = reranked(
        question,
        (1.0, "The mill burned.", "Ferry Post", None),
        (0.9, "The mill burned late.", "Ferry Post", None),
        (0.8, "The mill burned early.", "Ferry Post", None),
        (0.1, "The ferry sank.", "Dam News", None),
        (0.0, "The ferry sank late.", "Dam News", None),
    )
    assert keys == [1, 4, 2, 5, 3]
    assert scores == sorted(scores, reverse=True)


def test_the_part_with_the_best_passage_begins():
    keys, _ = reranked(
        "Did the Ferry Post say the mill burned, while Dam News said the ferry sank?",
        (0.5, "The mill burned.", "Ferry Post", None),
        (1.0, "The ferry sank.", "Dam News", None),
        (0.9, "The ferry sank late.", "Dam News", None),
    )
    assert keys == [2, 1, 3]


def test_the_sources_of_one_list_take_turns():
    keys, _ = reranked(
        "Who burned the mill, as the Ferry Post and Dam News say?",
        (1.0, "The mill burned.", "Ferry Post", None),
        (0.9, "The mill burned.", "Ferry Post", None),
        (0.1, "The mill burned.", "Dam News", None),
    )
    assert keys == [1, 3, 2]


def test_passages_are_spread_over_articles_where_no_source_is_named():
    asked = Asked.of(
        "Who built the old stone dam, and why did the ferry to Birch sink early?", Publishers([])
    )
    assert len(asked.parts[0].clauses) == 2
    found = [(1.0, chunk(1, "a")), (0.9, chunk(2, "a")), (0.8, chunk(3, "b"))]
    texts = Shelf(*[StoredText("Nothing.", "Ferry Post", None)] * 3)
    ranked = PartsReranker().rerank(asked, found, texts)
    assert [one.key for _, one in ranked] == [1, 3, 2]
    assert [score for score, _ in ranked] == pytest.approx([1.0, 0.8, 0.9 * SPREAD])


def test_a_plain_question_keeps_its_order_and_nothing_is_read():
    texts = Shelf()
    found = [(1.0, chunk(1, "a")), (0.9, chunk(2, "a")), (0.8, chunk(3, "b"))]
    asked = Asked.of("Why did the mill burn?", Publishers(["Ferry Post"]))
    assert PartsReranker().rerank(asked, found, texts) == spread(found)
    assert texts.asked == 0


def test_only_the_best_are_read_and_the_others_follow():
    rows = [StoredText("Nothing.", "Ferry Post", None)] * (READ + 5)
    found = [(1 - key / 1000, chunk(key)) for key in range(1, READ + 6)]
    texts = Shelf(*rows)
    asked = Asked.of("What does the Ferry Post say?", Publishers(["Ferry Post"]))
    ranked = PartsReranker().rerank(asked, found, texts)
    assert [one.key for _, one in ranked] == list(range(1, READ + 6))
    assert texts.asked == READ
    assert ranked[-1][0] == pytest.approx((1 - (READ + 5) / 1000) * WHOLE)


def test_where_nothing_was_found_nothing_is_ranked():
    assert reranked("What does the Ferry Post say, and what does Dam News say?") == ([], [])


def test_the_passages_of_one_article_are_spread():
    found = [(1.0, chunk(1, "a")), (0.9, chunk(2, "a")), (0.8, chunk(3, "b"))]
    assert [(round(score, 3), one.key) for score, one in spread(found)] == [
        (1.0, 1),
        (0.8, 3),
        (round(0.9 * SPREAD, 3), 2),
    ]

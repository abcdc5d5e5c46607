"""Examples -> pieces; whose answers are found again by decoding them."""

import random

import pytest
import torch

from index.models import Span
from index.pieces import CLS, PAD, SEP, tokenizer
from qa.datasets.pairs import Pair
from qa.reading.windows import LONGEST, windows
from qa.training.examples import Asked
from qa.training.features import (
    IGNORED,
    Example,
    batches,
    padded,
    pair_examples,
    question_examples,
)

BRIDGE = "The Łódź bridge was opened by Ida Müller-Holm in May 1932 (at $2.5m)."
LONG = "The rain fell on the river. " * 80 + "Ida Holm opened it in 1932. " + "It rained. " * 80


def ask(answer: str | None, passage: str = BRIDGE, *, title: str = "Bridges") -> Asked:
    span = None
    if answer:
        start = passage.index(answer)
        span = Span(start=start, end=start + len(answer))
    return Asked("Who opened it?", title, passage, span, "asked")


def decoded(pieces: list[int]) -> str:
    return tokenizer().decode(pieces)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("Ida Müller-Holm", "ida muller - holm"),
        ("May 1932", "may 1932"),
        ("$2.5m", "$ 2. 5m"),
        ("üll", "muller"),  # A part of a word is all of its pieces.
    ],
)
def test_start_and_end_are_the_pieces_of_the_answer(answer, words):
    (example,) = question_examples([ask(answer)])
    found = decoded(example.pieces[example.start : example.end + 1])
    assert found.replace(" ", "") == words.replace(" ", "")
    assert example.label == IGNORED


def test_a_question_without_an_answer_points_at_the_first_mark():
    (example,) = question_examples([ask(None)])
    assert (example.start, example.end, example.pieces[0]) == (0, 0, CLS)


@pytest.mark.parametrize("title", ["Bridges", ""])
def test_a_short_passage_is_learnt_from_as_it_is_read(title):
    (example,) = question_examples([ask("May 1932", title=title)])
    (window,) = windows("Who opened it?", title, BRIDGE)
    assert (example.pieces, example.side, example.first) == window[:3]


def test_a_long_passage_is_cut_so_that_its_answer_is_inside():
    example, silent = question_examples([ask("1932", LONG), ask(None, LONG)])
    assert len(example.pieces) == len(silent.pieces) == LONGEST
    assert decoded(example.pieces[example.start : example.end + 1]) == "1932"
    assert decoded(silent.pieces[silent.first :]).startswith("the rain fell")


def test_pairs_have_their_label_and_the_premise_first():
    (example,) = pair_examples([Pair("It rained.", "It was dry.", 2, "snli")])
    rained, dry = (
        tokenizer().encode(text, add_special_tokens=False).ids
        for text in ("It rained.", "It was dry.")
    )
    assert example.pieces == [CLS, *rained, SEP, *dry, SEP]
    assert (example.side, example.label) == (len(rained) + 2, 2)


def test_a_batch_is_padded_and_knows_where_the_passage_is():
    long = Example([CLS, 7, SEP, 8, 9, SEP], side=3, first=3, start=3, end=4, label=IGNORED)
    short = Example([CLS, SEP, 8, SEP], side=2, first=2, start=0, end=0, label=1)
    batch = padded([long, short])
    assert batch.pieces.tolist() == [long.pieces, [*short.pieces, PAD, PAD]]
    assert batch.sides.tolist() == [[0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 0, 0]]
    assert batch.mask.tolist() == [[1] * 6, [1, 1, 1, 1, 0, 0]]
    marked = [[1, 0, 0, 1, 1, 0], [1, 0, 1, 0, 0, 0]]  # The first mark stands for "none".
    assert batch.passage.tolist() == torch.tensor(marked).bool().tolist()
    assert [batch.start.tolist(), batch.end.tolist()] == [[3, 0], [4, 0]]
    assert batch.label.tolist() == [IGNORED, 1]


class TestBatches:
    EXAMPLES = question_examples([ask(None, "It rained. " * n) for n in range(1, 30)])

    def test_every_example_is_in_one_batch(self):
        found = list(batches(self.EXAMPLES, pieces=200, rng=random.Random(0)))
        lengths = sorted(n for batch in found for n in batch.mask.sum(dim=1).tolist())
        assert lengths == sorted(len(example.pieces) for example in self.EXAMPLES)

    def test_a_batch_holds_no_more_pieces_than_it_may_padding_included(self):
        found = [b.pieces for b in batches(self.EXAMPLES, pieces=200, rng=random.Random(0))]
        assert all(pieces.numel() <= 200 for pieces in found)
        assert max(len(pieces) for pieces in found) > 4
        (single,) = batches(self.EXAMPLES[-1:], pieces=10, rng=random.Random(0))
        assert len(single.pieces) == 1

    def test_the_order_is_by_chance_and_of_the_seed(self):
        def order(seed: int) -> list[int]:
            return [
                len(b.pieces) for b in batches(self.EXAMPLES, pieces=200, rng=random.Random(seed))
            ]

        assert order(1) == order(1)
        assert order(1) != order(2)
        assert sorted(order(1)) == sorted(order(2))

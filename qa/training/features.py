"""Examples -> batches of word pieces, of similar length."""

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from index.models import Span
from index.pieces import PAD, SEP, tokenizer
from qa.datasets.pairs import Pair
from qa.reading.windows import LONGEST, opening, paired
from qa.training.examples import Asked

IGNORED = -100  # A place that no loss is asked of.


class Example(NamedTuple):
    """Pieces with what is to be learnt.

    `start` and `end` are places of pieces, 0 (the first mark) where there is no answer.
    `first` is where the passage begins. `label` is IGNORED for a question.
    """

    pieces: list[int]
    side: int
    first: int
    start: int
    end: int
    label: int


class Batch(NamedTuple):
    """Tensors of one task, padded to the longest."""

    pieces: Tensor
    sides: Tensor
    mask: Tensor
    passage: Tensor
    start: Tensor
    end: Tensor
    label: Tensor


def question_examples(asked: Sequence[Asked], *, longest: int = LONGEST) -> list[Example]:
    """Return the pieces of questions and passages; an answer beyond the window is cut to it."""
    encode = tokenizer().encode_batch
    questions = encode([a.question for a in asked], add_special_tokens=False)
    titles = encode([a.title for a in asked], add_special_tokens=False)
    passages = encode([a.passage for a in asked], add_special_tokens=False)
    found = []
    for one, question, title, passage in zip(asked, questions, titles, passages, strict=True):
        head, side = opening(question.ids, title.ids)
        place = _pieces(passage.offsets, one.answer) if one.answer else None
        room = longest - len(head) - 1
        cut = max(0, place[1] + 1 - room) if place else 0
        body = passage.ids[cut : cut + room]
        first = len(head)
        start, end = (p - cut + first for p in place) if place else (0, 0)
        found.append(Example([*head, *body, SEP], side, first, start, end, IGNORED))
    return found


def pair_examples(pairs: Sequence[Pair]) -> list[Example]:
    """Return the pieces of pairs, the premise first."""
    encode = tokenizer().encode_batch
    premises = encode([p.premise for p in pairs], add_special_tokens=False)
    hypotheses = encode([p.hypothesis for p in pairs], add_special_tokens=False)
    found = []
    for pair, premise, hypothesis in zip(pairs, premises, hypotheses, strict=True):
        pieces, side = paired(premise.ids, hypothesis.ids)
        found.append(Example(pieces, side, 0, 0, 0, pair.label))
    return found


def batches(examples: Sequence[Example], *, pieces: int, rng: random.Random) -> Iterator[Batch]:
    """Yield batches of at most `pieces` pieces, padding included, in random order."""
    order = sorted(range(len(examples)), key=lambda i: (len(examples[i].pieces), rng.random()))
    groups: list[list[int]] = [[]]
    for place in order:
        longest = len(examples[place].pieces)
        if groups[-1] and (len(groups[-1]) + 1) * longest > pieces:
            groups.append([])
        groups[-1].append(place)
    rng.shuffle(groups)
    for group in groups:
        yield padded([examples[place] for place in group])


def padded(examples: Sequence[Example]) -> Batch:
    """Return examples as tensors."""
    longest = max(len(e.pieces) for e in examples)
    shape = (len(examples), longest)
    ids, sides = torch.full(shape, PAD), torch.zeros(shape, dtype=torch.long)
    mask, passage = torch.zeros(shape, dtype=torch.long), torch.zeros(shape, dtype=torch.bool)
    for row, example in enumerate(examples):
        length = len(example.pieces)
        ids[row, :length] = torch.tensor(example.pieces)
        sides[row, example.side : length] = 1
        mask[row, :length] = 1
        passage[row, example.first : length - 1] = True
    passage[:, 0] = True  # The first mark stands for "it does not say".
    columns = [torch.tensor([e[i] for e in examples]) for i in (3, 4, 5)]
    return Batch(ids, sides, mask, passage, *columns)


def _pieces(offsets: Sequence[tuple[int, int]], answer: Span) -> tuple[int, int] | None:
    """Return the first and the last piece of an answer."""
    inside = [
        place
        for place, (start, end) in enumerate(offsets)
        if start < answer.end and answer.start < end
    ]
    return (inside[0], inside[-1]) if inside else None

"""Two sentences -> word pieces, and what the other has of each: what the network compares."""

from collections.abc import Sequence

from index.pieces import CLS, SEP, tokenizer
from qa.marks import KINDS, marks
from qa.windows import Row

LONGEST = 160  # pieces of two sentences together; long ones are cut
SIDES = 2 * KINDS  # What a piece's side can be: the sentence it is of, and its mark.


def rows(pairs: Sequence[tuple[str, str]]) -> list[Row]:
    """Return a row for each (premise, hypothesis), in their order.

    The side of a piece is that of its sentence, 0 or 1, plus twice its mark.
    """
    texts = [text for pair in pairs for text in pair]
    encoded = tokenizer().encode_batch(texts, add_special_tokens=False)
    found = []
    for (premise, hypothesis), one, other in zip(pairs, encoded[::2], encoded[1::2], strict=True):
        marked = marks(premise, hypothesis, (one.offsets, other.offsets))
        found.append(joined((one.ids, marked[0]), (other.ids, marked[1])))
    return found


def joined(
    premise: tuple[Sequence[int], Sequence[int]], hypothesis: tuple[Sequence[int], Sequence[int]]
) -> Row:
    """Return two sentences, pieces and marks each, as one row."""
    room = LONGEST // 2
    pieces, marked = (part[:room] for part in hypothesis)
    left = LONGEST - len(pieces) - 3
    ids, others = (part[:left] for part in premise)
    sides = [0, *(2 * mark for mark in others), 0, *(1 + 2 * mark for mark in marked), 1]
    return Row([CLS, *ids, SEP, *pieces, SEP], sides)

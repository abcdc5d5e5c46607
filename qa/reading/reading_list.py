"""Which of the passages found are read: the best, but of as many articles as can be.

Ten articles that agree hold more and better passages than the one that says otherwise. It is read
all the same, because every article has its turn before any has a third.
"""

from collections.abc import Sequence

from index.models import Passage

EACH = (
    2  # Passages of an article before the others have their turn: the answer may be in its second.
)


def reading_list(passages: Sequence[Passage], *, most: int, each: int = EACH) -> list[Passage]:
    """Return at most `most` of the passages, in their order.

    The first `each` of every article go before the rest of any.
    """
    seen: dict[str, int] = {}
    turns: list[tuple[bool, int]] = []
    for place, passage in enumerate(passages):
        before = seen.get(passage.article.id, 0)
        seen[passage.article.id] = before + 1
        turns.append((before >= each, place))
    return [passages[place] for place in sorted(place for _, place in sorted(turns)[:most])]

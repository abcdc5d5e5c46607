"""How good a ranking of passages is, by the gold sentences that they hold.

The script of MultiHop-RAG is `retrieval_evaluate.py` of Tang and Yang, COLM 2024, arXiv 2401.15391.
"""

from collections.abc import Iterable, Sequence, Set

Held = Sequence[Set[str]]
"""The gold sentences that each passage holds, the best passage first."""


def held(passages: Iterable[str], gold: Iterable[str]) -> list[set[str]]:
    r"""Return which of the gold sentences each passage holds whole, spaces and newlines apart.

    Source: the script of MultiHop-RAG, which so decides what is relevant.

    >>> gold = ["The dam held.", "Theferry sank."]
    >>> [sorted(one) for one in held(["The dam held.\nThe  ferry sank.", "The dam"], gold)]
    [['Thedamheld.', 'Theferrysank.'], []]
    """
    wanted = {_squeezed(sentence) for sentence in gold}
    texts = (_squeezed(passage) for passage in passages)
    return [{sentence for sentence in wanted if sentence in text} for text in texts]


def reciprocal_rank(found: Held, k: int) -> float:
    """Return 1 / the rank of the first passage that holds any, 0 if none of the first `k` does.

    The mean over questions is MRR@k, in the script of MultiHop-RAG as everywhere.

    Source: Voorhees, The TREC-8 question answering track report, TREC 1999.

    >>> reciprocal_rank([set(), {"a"}, {"b"}], k=10)
    0.5
    """
    ranks = (rank for rank, sentences in enumerate(found[:k], start=1) if sentences)
    return 1 / next(ranks, float("inf"))


def hit(found: Held, k: int) -> float:
    """Return 1 if any of the first `k` passages holds any, and 0 if none does.

    The mean over questions is Hits@k, which is success at k.

    Source: the script of MultiHop-RAG.

    >>> hit([set(), {"a"}], k=1), hit([set(), {"a"}], k=2)
    (0.0, 1.0)
    """
    return float(any(found[:k]))


def average_precision(found: Held, gold: int, k: int) -> float:
    """Return the sum over ranks of (gold sentences first found there / rank), over min(gold, k).

    The mean over questions is what the script of MultiHop-RAG calls MAP@k. It differs from average
    precision as TREC has it, which adds (all found up to a rank / that rank) at the ranks where
    something is found, and divides by `gold`. Where one sentence is gold both are 1 / its rank;
    where several are found, one a passage, this one is lower. `gold` counts a repeated sentence as
    often as it is given, as the script does.

    Source: the script of MultiHop-RAG.

    >>> average_precision([{"a"}, set(), {"a", "b"}], gold=2, k=10)  # (1/1 + 1/3) / 2
    0.6666666666666666
    """
    total, before = 0.0, set[str]()
    for rank, sentences in enumerate(found[:k], start=1):
        total += len(sentences - before) / rank
        before |= sentences
    return total / min(gold, k)


def all_found(found: Held, gold: Iterable[str], k: int) -> float:
    """Return 1 if the first `k` passages together hold every gold sentence, and 0 if not.

    That is whether recall at k is 1. The script of MultiHop-RAG does not have it.

    Source: recall of van Rijsbergen, Information Retrieval, 1979, chapter 7.

    >>> all_found([{"adam."}, {"aferry."}], ["A dam.", "a ferry."], k=2)
    0.0
    """
    return float({_squeezed(sentence) for sentence in gold} <= set[str]().union(*found[:k]))


def _squeezed(text: str) -> str:
    return text.replace(" ", "").replace("\n", "")

"""Sentences compared as they are and under their titles: "He won" says nothing of whom."""

from collections.abc import Sequence

from qa.entail import Entailment, Judgement


def titled(sentence: str, title: str) -> str:
    """Return a sentence with the title of its article before it.

    >>> titled("He won the election.", "Woodrow Wilson")
    'Woodrow Wilson: He won the election.'
    """
    return f"{title}: {sentence}" if title else sentence


def judge_titled(
    entailment: Entailment, pairs: Sequence[tuple[str, str]], titles: Sequence[str]
) -> list[Judgement]:
    """Judge pairs, each premise as it is and under its article's title; return the mean of both.

    Source: of VitaminC's held-out pairs .788 are told right without the titles of their pages,
    .793 with them, and .803 by the mean.

    Args:
        entailment: It is asked twice a pair.
        pairs: Premises and hypotheses.
        titles: Those of the articles that the premises stand in, as many; "" where there is none.
    """
    under = [
        (titled(premise, title), hypothesis)
        for (premise, hypothesis), title in zip(pairs, titles, strict=True)
    ]
    judged = entailment.judge([*pairs, *under])
    return [
        _mean(plain, told)
        for plain, told in zip(judged[: len(pairs)], judged[len(pairs) :], strict=True)
    ]


def _mean(one: Judgement, other: Judgement) -> Judgement:
    return Judgement(
        entailment=(one.entailment + other.entailment) / 2,
        neutral=(one.neutral + other.neutral) / 2,
        contradiction=(one.contradiction + other.contradiction) / 2,
    )

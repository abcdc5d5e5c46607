"""Conversations with follow-ups -> how many are understood as they are meant.

Each turn is really asked, so that a follow-up leans on what was answered and not on what should
have been: what goes wrong in a turn may go wrong in the next one, too.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from pydantic import Field

from index import Retriever
from index.models import Record
from qa.ask import Assistant
from qa.datasets.followups import COMPLETE, Conversation, Turn, read_followups
from qa.english.terms import stems
from qa.evaluate.conditions import conditions
from qa.evaluate.material import EvaluationError, material, sampled
from qa.evaluate.parts import Parts, Progress
from qa.evaluate.report import Report, Row, Table
from qa.measures.matching import normalised
from qa.models import Answer

KIND = "a .jsonl file of conversations"
COLUMNS = ("turns", "as meant", "same words", "same first article", "made wrong", "n")


class Understood(Record):
    """What was made of one turn."""

    id: str = Field(description="Of the conversation.")
    half: str
    kind: str
    question: str = Field(description="As it was typed.")
    understood: str = Field(description="As it was searched for.")
    meant: tuple[str, ...] = Field(description="What would be right.")
    right: bool = Field(description="It is one of these, but for case, marks and articles.")
    same_words: bool = Field(description="It has the same content words as one of these.")
    same_article: bool = Field(description="It finds the same article first as the first of these.")

    @property
    def made_wrong(self) -> bool:
        """Whether it was changed into something else than is meant."""
        return not self.same_words and _plain(self.understood) != _plain(self.question)


class FollowupsReport(Report):
    """How many turns were understood, and what was made of each."""

    outcomes: tuple[Understood, ...]


def evaluate_followups(
    parts: Parts, path: Path, *, limit: int | None = None, progress: Progress | None = None
) -> FollowupsReport:
    """Have the conversations whose articles are in the index, and judge what was understood.

    Args:
        parts: Of which `assistant` is asked; `retriever` is over the same articles.
        path: A .jsonl file, one `Conversation` a line.
        limit: How many conversations to draw; None takes all.
        progress: Called as it goes on.

    Raises:
        EvaluationError: the file cannot be read, or a line is no conversation, or the index holds
            the articles of none.
    """
    if parts.assistant is None or parts.retriever is None:
        raise EvaluationError("there is nobody to ask; name an assistant and its retriever")
    read = material(read_followups, path, kind=KIND)
    titles = {source.title for source in parts.retriever.library.sources()}
    held = [one for one in read if titles.issuperset(one.about)]
    if not held:
        raise EvaluationError(
            f"the index at {parts.retriever.library.folder} holds the articles of no conversation "
            f"in {path}; name another one with --index FOLDER"
        )
    drawn = sampled(held, limit)
    outcomes: list[Understood] = []
    for number, conversation in enumerate(drawn, start=1):
        outcomes += understood(parts.assistant, parts.retriever, conversation)
        if progress:
            progress(number, len(drawn))
    found = conditions(
        parts.encoder,
        parts.spans,
        parts.entailment,
        data=path,
        corpus=parts.corpus,
        n=len(drawn),
        total=len(held),
    )
    left_out = "left out, as their articles are not in the index"
    return FollowupsReport(
        suite="followups",
        conditions=found | {left_out: len(read) - len(held)},
        columns=COLUMNS,
        rows=tuple(_rows(outcomes)),
        details={
            f"{half} half": Table(columns=COLUMNS, rows=tuple(_rows(some)))
            for half, some in _apart(outcomes, [one.half for one in outcomes])
        }
        | {"by kind": _by_kind(outcomes)},
        outcomes=tuple(outcomes),
    )


def understood(
    assistant: Assistant, retriever: Retriever, conversation: Conversation
) -> list[Understood]:
    """Ask every turn of a conversation, and judge all but the first."""
    history: list[Answer] = [assistant.ask(conversation.opening)]
    outcomes = []
    for turn in conversation.turns:
        history.append(assistant.ask(turn.question, history))
        outcomes.append(judged(retriever, conversation, turn, history[-1].question))
    return outcomes


def judged(
    retriever: Retriever, conversation: Conversation, turn: Turn, question: str
) -> Understood:
    """Say whether a turn was understood as it is meant."""
    right = _plain(question) in {_plain(one) for one in turn.alone}
    return Understood(
        id=conversation.id,
        half=conversation.half,
        kind=turn.kind,
        question=turn.question,
        understood=question,
        meant=turn.alone,
        right=right,
        same_words=right or set(stems(question)) in [set(stems(one)) for one in turn.alone],
        same_article=_first(retriever, question) == _first(retriever, turn.alone[0]),
    )


def _plain(question: str) -> str:
    """Return a question without case, marks, articles and the "'s" of an owner.

    >>> _plain("What is the Toll’s amount?") == _plain("what is toll amount")
    True
    """
    return normalised(re.sub(r"['’]s?(?!\w)", "", question))


def _first(retriever: Retriever, question: str) -> str | None:
    """Return the id of the article that is found first."""
    return next((passage.article.id for passage in retriever.search(question, k=1)), None)


def _rows(outcomes: Sequence[Understood]) -> Iterable[Row]:
    yield _row("follow-ups", [one for one in outcomes if one.kind != COMPLETE])
    yield _row("complete questions", [one for one in outcomes if one.kind == COMPLETE])
    yield _row("all", outcomes)


def _by_kind(outcomes: Sequence[Understood]) -> Table:
    rows = [_row(kind, some) for kind, some in _apart(outcomes, [one.kind for one in outcomes])]
    return Table(columns=COLUMNS, rows=tuple(rows))


def _apart(
    outcomes: Sequence[Understood], labels: Sequence[str]
) -> Iterable[tuple[str, list[Understood]]]:
    for label in sorted(set(labels)):
        yield label, [one for one, its in zip(outcomes, labels, strict=True) if its == label]


def _row(name: str, outcomes: Sequence[Understood]) -> Row:
    flags = [(one.right, one.same_words, one.same_article, one.made_wrong) for one in outcomes] or [
        (False,) * 4
    ]
    shares = (sum(column) / len(flags) for column in zip(*flags, strict=True))
    return (name, *(share if outcomes else None for share in shares), len(outcomes))

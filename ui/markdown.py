"""Answer -> Markdown with its citations, for the clipboard and for a file."""

import re
from collections.abc import Iterable

from qa.models import Answer, Citation, Disagreement
from ui import words
from ui.filters import searched
from ui.session import Turn

_ACTIVE = re.compile(
    r"""
    [\\`*\[\]<>|~]            # acts anywhere
    | (?<![^\W_])_ | _(?![^\W_])  # emphasis; not the one in some_name
    | &(?=\#?\w+;)             # an entity
    | ^[\#+=-]                 # a heading or a list
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s)")  # "2030. That is when" begins a list.


def escape(said: str) -> str:
    r"""Return `said` on one line, with nothing left that Markdown acts on.

    >>> print(escape("[a](javascript:b) some_name"), escape("2030. That is when."))
    \[a\](javascript:b) some_name 2030\. That is when.
    """
    line = _ACTIVE.sub(r"\\\g<0>", " ".join(said.split()))
    return _NUMBERED.sub(r"\1\\\2", line)


def answer_markdown(answer: Answer, *, asked: str) -> str:
    """Return the answer: headline, numbered quotes, disagreements, and where each quote stands."""
    lines = [f"## {escape(asked)}", ""]
    if answer.question.strip() != asked.strip():
        lines += [f"Understood as: {escape(answer.question)}", ""]
    for said in searched(answer):
        lines += [escape(said), ""]
    lines += _said(answer) if answer.answered else _declined(answer)
    return "\n".join(lines).rstrip() + "\n"


def chat_markdown(turns: Iterable[Turn]) -> str:
    """Return the whole chat, answers and errors, in order."""
    parts = ["# Crosscheck\n"]
    for turn in turns:
        if turn.answer is not None:
            parts.append(answer_markdown(turn.answer, asked=turn.question))
        elif turn.error is not None:
            parts.append(f"## {escape(turn.question)}\n\n{escape(turn.error)}\n")
    return "\n".join(parts)


def _said(answer: Answer) -> list[str]:
    lines = [f"**{escape(answer.headline)}**", ""] if answer.headline else []
    for statement in answer.statements:
        lines += [f"- {escape(statement.text)} {_numbers(answer, statement.citations)}"]
    lines += [""]
    for disagreement in answer.disagreements:
        lines += _disagreement(answer, disagreement)
    if not answer.disagreements:
        lines += [words.agreement(answer), ""]
    for number, citation in enumerate(answer.citations, start=1):
        lines += [_source(number, citation), "", f"> {escape(citation.quote)}", ""]
    return lines


def _numbers(answer: Answer, citations: Iterable[Citation]) -> str:
    return "".join(f"[{answer.number(citation)}]" for citation in citations)


def _disagreement(answer: Answer, disagreement: Disagreement) -> list[str]:
    lines = [f"**{words.warning(disagreement)}:** {escape(disagreement.about)}", ""]
    told = words.supports(disagreement, disagreement.sides)
    for side, support in zip(disagreement.sides, told, strict=True):
        numbers = _numbers(answer, side.citations)
        lines += [f"- {escape(side.answer)} ({support}) {numbers}"]
    return [*lines, ""]


def _source(number: int, citation: Citation) -> str:
    by = escape(words.titled(citation.title, citation.publisher, citation.published))
    where = f"{escape(citation.article_id)}, characters {citation.start}–{citation.end}"
    url = f" <{citation.url}>" if citation.url else ""
    return f"[{number}] {by}. {where}.{url}"


def _declined(answer: Answer) -> list[str]:
    lines = [f"**{words.DECLINED}.**", ""]
    if answer.nearest:
        lines += [words.NEAREST, ""]
    for passage in answer.nearest:
        article = passage.article
        by = escape(words.titled(article.title, article.publisher, article.published))
        lines += [f"> {escape(passage.text)}", "", f"{by}.", ""]
    return lines

"""Answers, passages and sources -> lines for a terminal or a pipe.

What articles say is stripped of control characters: it must not be able to move the cursor.
"""

import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from io import TextIOWrapper
from textwrap import shorten
from typing import NamedTuple

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from index.models import Failure, Passage, Record, Source, SyncReport
from qa.models import Answer, Citation, Conflict, Disagreement
from ui import words
from ui.filters import restriction, searched

STEP = 4  # Columns to indent by.
NEAREST_WIDTH = 300  # Characters of a passage that is no answer: enough to see what it is about.
HIDDEN = frozenset({"Cc", "Cf", "Cs"})
"""Unicode categories that print nothing of their own: controls, direction marks, surrogates."""


class Line(NamedTuple):
    """One paragraph; a terminal wraps it, a pipe gets it whole."""

    text: Text
    indent: int = 0


BLANK = Line(Text(""))


def put(lines: Iterable[Line], record: Record | Sequence[Record] | None) -> None:
    """Print `record` to stdout as one line of JSON; without one, `lines` for a person."""
    if record is None:
        show(lines, Console())
    else:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")  # JSON is UTF-8 wherever it is printed.
        print(_json(record), flush=True)  # A reader who left is noticed here, not at the end.


def show(lines: Iterable[Line], console: Console) -> None:
    """Print `lines`, wrapped with their indent on a terminal and never wrapped elsewhere."""
    for text, indent in lines:
        if console.is_terminal and text:  # Padding leaves an empty line out.
            console.print(Padding(text, (0, 0, 0, indent), expand=False))
        else:
            console.print(Text(" " * indent if text else "") + text, soft_wrap=True)


def _json(record: Record | Sequence[Record]) -> str:
    if isinstance(record, Sequence):
        return f"[{','.join(_json(one) for one in record)}]"
    return record.model_dump_json()


def clean(said: str) -> str:
    r"""Return `said` on one line, without what a terminal would act on.

    >>> clean("The deal\n was \x1b[31msigned\u202e.")
    'The deal was [31msigned.'
    """
    visible = (c for c in " ".join(said.split()) if unicodedata.category(c) not in HIDDEN)
    return "".join(visible)


def answer_lines(answer: Answer, *, asked: str) -> Iterator[Line]:
    """Yield the answer: headline, statements, disagreements, quotes, and who is silent."""
    if answer.question.strip() != asked.strip():
        yield Line(Text(f"Understood as: {clean(answer.question)}", style="dim"))
        yield BLANK
    yield from _filters(answer)
    if not answer.answered:
        yield from _declined(answer)
        return
    if answer.headline:
        yield Line(Text(clean(answer.headline), style="bold"))
        yield BLANK
    for statement in answer.statements:
        yield Line(_numbered(clean(statement.text), answer, statement.citations))
    yield BLANK
    for disagreement in answer.disagreements:
        yield from _disagreement(disagreement, answer)
    if not answer.disagreements:
        yield Line(Text(words.agreement(answer), style="dim"))
        yield BLANK
    for number, citation in enumerate(answer.citations, start=1):
        yield from quote_lines(citation, mark=f"[{number}] ")
    if answer.silent:
        yield BLANK
        ids = ", ".join(clean(id_) for id_ in answer.silent)
        yield Line(Text(f"Read, and silent on this: {ids}", style="dim"))


def _filters(answer: Answer) -> Iterator[Line]:
    only = restriction(answer)
    lines = searched(answer)
    for line in lines:
        hint = " (--no-filters asks without)" if line == only else ""
        yield Line(Text(f"{clean(line)}{hint}", style="dim"))
    if lines:
        yield BLANK


def passage_lines(passages: Sequence[Passage]) -> Iterator[Line]:
    """Yield the passages a search found, best first."""
    for passage in passages:
        yield Line(Text(f"{passage.rank}. {clean(passage.article.title)}", style="bold"))
        yield Line(Text(f"{_place(passage)}, score {passage.score:.2f}", style="dim"), STEP)
        yield Line(Text(clean(passage.text)), STEP)
    if not passages:
        yield Line(Text("No article matches."))


def source_lines(sources: Sequence[Source], failures: Sequence[Failure]) -> Iterator[Line]:
    """Yield every article of the index, and what could not be read."""
    for source in sources:
        yield Line(Text(clean(source.title), style="bold"))
        by = words.byline(clean(source.publisher), source.published)
        passages = words.count(source.passages, "passage")
        yield Line(Text(f"{by}, {passages}, {clean(source.id)}", style="dim"), STEP)
    passages = words.count(sum(source.passages for source in sources), "passage")
    yield Line(Text(f"{words.count(len(sources), 'article')}, {passages}"))
    yield from problem_lines("could not be read", failures)


def report_lines(report: SyncReport) -> Iterator[Line]:
    """Yield what a sync did, and what it could not do."""
    yield Line(
        Text(
            f"{len(report.added)} added, {len(report.changed)} changed, "
            f"{len(report.removed)} removed, {len(report.unchanged)} unchanged"
        )
    )
    yield from problem_lines("could not be read", report.failed)
    yield from problem_lines("read with a warning", report.warnings)


def problem_lines(what: str, problems: Sequence[Failure]) -> Iterator[Line]:
    """Yield a heading and one line for each problem; nothing when there is none."""
    if problems:
        yield Line(Text(f"{len(problems)} {what}:", style="yellow"))
    for problem in problems:
        yield Line(Text(f"{clean(problem.where)}: {clean(problem.reason)}"), STEP)


def _declined(answer: Answer) -> Iterator[Line]:
    yield Line(Text(f"{words.DECLINED}.", style="bold"))
    if answer.nearest:
        yield BLANK
        yield Line(Text(words.NEAREST, style="dim"))
    for passage in answer.nearest:
        beginning = shorten(clean(passage.text), NEAREST_WIDTH, placeholder=" …")
        yield Line(Text(f"“{beginning}”"), STEP)
        yield Line(Text(_place(passage), style="dim"), STEP)


def title_line(raised: Disagreement | Conflict) -> Line:
    """Return what differs and how, marked where the reader is warned."""
    title = f"{words.warning(raised)}: {clean(raised.about)}"
    if raised.warns:
        return Line(Text(f"! {title}", style="bold yellow"))
    return Line(Text(title, style="bold"))


def byline(citation: Citation) -> str:
    """Return who says it and when."""
    title, publisher = clean(citation.title), clean(citation.publisher)
    return words.source(title, publisher, citation.published)


def quote_lines(
    citation: Citation, *, mark: str = "", indent: int = 0, again: bool = False
) -> Iterator[Line]:
    """Yield the words of a citation after its `mark`, and below them where they stand.

    Where it says the same `again` as another, the words are left out.
    """
    if not again:
        yield Line(Text.assemble((mark, "cyan"), f"“{clean(citation.quote)}”"), indent)
    place = f"{byline(citation)}, {clean(citation.article_id)}"
    yield Line(Text(place, style="dim"), indent + STEP)


def _disagreement(disagreement: Disagreement, answer: Answer) -> Iterator[Line]:
    yield title_line(disagreement)
    told = words.supports(disagreement, disagreement.sides)
    for side, support in zip(disagreement.sides, told, strict=True):
        yield Line(Text(f"{clean(side.answer)} ({support})"), STEP)
        for citation in side.citations:
            number = f"[{answer.number(citation)}]"
            yield Line(Text.assemble((number, "cyan"), f" {byline(citation)}"), 2 * STEP)
    yield Line(Text(words.meaning(disagreement), style="dim"))
    yield BLANK


def _numbered(said: str, answer: Answer, citations: Iterable[Citation]) -> Text:
    numbers = "".join(f"[{answer.number(citation)}]" for citation in citations)
    return Text.assemble(said, " ", (numbers, "cyan"))


def _place(passage: Passage) -> str:
    article = passage.article
    by = words.byline(clean(article.publisher), article.published)
    return f"{by}, {clean(article.id)}:{passage.span.start}-{passage.span.end}"

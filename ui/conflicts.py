"""What articles say against each other -> lines for a terminal or a pipe, and JSON."""

from collections.abc import Iterator, Sequence
from typing import Self

from pydantic import Field
from rich.text import Text

from index.models import Finding, SyncReport
from qa.models import Conflict
from qa.unasked.conflicts import by_subject
from ui import words
from ui.printing import BLANK, STEP, Line, byline, clean, quote_lines, title_line

MOST_NEW = 5  # Told after a sync, which may have other things to tell.
NAMELESS = "Without a name in common"


class Synced(SyncReport):
    """What `sync --json` prints: a report with its findings as a reader sees them."""

    findings: tuple[Finding, ...] = Field(default=(), exclude=True)
    disagreements: tuple[Conflict, ...] = Field(default=(), description="Those that are new.")

    @classmethod
    def of(cls, report: SyncReport, new: Sequence[Conflict]) -> Self:
        """Return the report with `new` for its findings."""
        return cls(**dict(report), disagreements=tuple(new))


def new_lines(new: Sequence[Conflict]) -> Iterator[Line]:
    """Yield what a sync found, one line each; nothing where it found nothing."""
    if new:
        yield Line(Text(f"{words.count(len(new), 'new disagreement')}:", style="yellow"))
    for conflict in new[:MOST_NEW]:
        sides = "; ".join(byline(side) for side in conflict.sides)
        yield Line(Text.assemble(title_line(conflict).text, f" ({sides})"), STEP)
    if len(new) > MOST_NEW:
        yield Line(Text(f"and {len(new) - MOST_NEW:,} more: crosscheck disagreements"), STEP)


def conflict_lines(
    ranked: Sequence[Conflict], *, most: int, of: int, compared: int, waiting: int
) -> Iterator[Line]:
    """Yield the first conflicts by subject, each with both quotes, and how many there are.

    Args:
        ranked: The conflicts that were asked for, warnings first, then notes.
        most: How many of them to show.
        of: How many there are, whatever was asked for.
        compared: How many articles were compared.
        waiting: How many were not, yet.
    """
    for group in by_subject(ranked[:most]):
        subject = ", ".join(clean(name) for name in group[0].subject)
        yield Line(Text(subject or NAMELESS, style="bold underline"))
        yield BLANK
        for conflict in group:
            yield from _conflict(conflict)
    yield Line(Text(_total(len(ranked), most=most, of=of, compared=compared)))
    if waiting:
        text = f"{words.count(waiting, 'article')} not compared yet; crosscheck sync compares them."
        yield Line(Text(text, style="yellow"))


def _conflict(conflict: Conflict) -> Iterator[Line]:
    yield title_line(conflict)
    supports = words.supports(conflict, conflict.support)
    for side, support in zip(conflict.support, supports, strict=True):
        said: set[str] = set()
        for citation in side.citations:
            yield from quote_lines(citation, indent=STEP, again=citation.quote in said)
            said.add(citation.quote)
        yield Line(Text(support, style="dim"), 2 * STEP)
    meaning = words.meaning(conflict)
    yield Line(Text(f"{meaning} Confidence {conflict.confidence:.2f}.", style="dim"))
    yield BLANK


def _total(found: int, *, most: int, of: int, compared: int) -> str:
    """Return how many are shown of how many there are.

    >>> _total(3, most=20, of=7, compared=5)
    '3 of 7 disagreements among 5 articles.'
    >>> _total(7, most=2, of=7, compared=5)
    '2 of 7 disagreements among 5 articles; --limit 7 shows all that match.'
    """
    among = f"among {words.count(compared, 'article')}"
    if of == 0:
        return f"No disagreement found {among}."
    shown = min(found, most)
    part = "" if shown == of else f"{shown:,} of "
    rest = f"; --limit {found} shows all that match" if shown < found else ""
    return f"{part}{words.count(of, 'disagreement')} {among}{rest}."

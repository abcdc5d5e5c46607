"""The list of sources -> HTML: a page of the table, what failed, and how a sync went."""

from collections.abc import Sequence
from pathlib import Path

from index.models import Failure, Progress, Source, SyncReport
from ui import words
from ui.markup import button, icon, text
from ui.shelf import shared_files

PAGE = 50  # Rows; enough to scan, few enough to lay out at once on a phone.


def matching(sources: Sequence[Source], needle: str) -> list[Source]:
    """Return the sources in whose title, publisher, date or file every word of `needle` is."""
    wanted = needle.casefold().split()
    return [s for s in sources if all(word in _searched(s) for word in wanted)]


def _searched(source: Source) -> str:
    by = words.byline(source.publisher, source.published)
    return f"{source.title} {by} {source.published or ''} {source.file}".casefold()


def render_sources(
    sources: Sequence[Source], failures: Sequence[Failure], *, needle: str = "", page: int = 0
) -> str:
    """Return page `page` (from 0) of the sources that match, and what could not be read."""
    found = matching(sources, needle)
    page = clamp_page(page, len(found))
    shared = shared_files(sources)
    rows = "".join(
        _row(source, shared=shared[source.folder, source.file])
        for source in found[page * PAGE : (page + 1) * PAGE]
    )
    return (
        f'<div class="cc-sources"><p class="cc-count" role="status">{_count(sources, found)}</p>'
        f"{_failures(failures)}{_table(rows)}{_pager(page, len(found))}</div>"
    )


def clamp_page(page: int, rows: int) -> int:
    """Return the nearest page that exists.

    >>> clamp_page(7, 120), clamp_page(-1, 120), clamp_page(3, 0)
    (2, 0, 0)
    """
    return max(0, min(page, (rows - 1) // PAGE))


def _count(sources: Sequence[Source], found: Sequence[Source]) -> str:
    if not sources:
        return "No articles yet. Add some above."
    if len(found) == len(sources):
        return words.count(len(sources), "article")
    return f"{len(found):,} of {words.count(len(sources), 'article')}"


def _table(rows: str) -> str:
    if not rows:
        return ""
    heads = "".join(
        f'<th scope="col">{head}</th>'
        for head in ("Title", "Publisher", "Date", "Passages", "State", "Action")
    )
    return f'<table class="cc-table"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def _row(source: Source, *, shared: bool) -> str:
    title = button(
        text(source.title), event="read", payload={"article_id": source.id}, style="cc-open"
    )
    cells = {
        "Title": f'{title}<span class="cc-file">{text(source.file)}</span>',
        "Publisher": text(words.publisher_name(source.publisher)),
        "Date": text(words.day(source.published)),
        "Passages": f"{source.passages:,}",
        "State": _state(source),
        "Action": _removal(source, shared=shared),
    }
    return "<tr>" + "".join(f'<td data-head="{h}">{c}</td>' for h, c in cells.items()) + "</tr>"


def _state(source: Source) -> str:
    if (Path(source.folder) / source.file).exists():
        return f'<span class="cc-state">{icon("check")}indexed</span>'
    return f'<span class="cc-state cc-bad">{icon("warning")}file is gone; sync to remove</span>'


def _removal(source: Source, *, shared: bool) -> str:
    if shared:
        return f'<span class="cc-quiet">a record of {text(Path(source.file).name)}</span>'
    question = f"Delete the file {source.file} from {source.folder}? “{source.title}” goes with it."
    return button(
        f'Remove<span class="cc-unseen"> {text(source.title)}</span>',
        event="discard",
        payload={"article_id": source.id},
        style="cc-tool",
        confirm=question,
    )


def _failures(failures: Sequence[Failure]) -> str:
    if not failures:
        return ""
    items = "".join(f"<li><strong>{text(f.where)}</strong> {text(f.reason)}</li>" for f in failures)
    line = f"{words.count(len(failures), 'thing')} could not be read"
    return (
        f'<details class="cc-card cc-warn" open><summary>{icon("warning")}{line}</summary>'
        f"<ul>{items}</ul></details>"
    )


def _pager(page: int, rows: int) -> str:
    pages = (rows - 1) // PAGE + 1
    if pages <= 1:
        return ""
    before = _turn(page - 1, "Previous") if page > 0 else ""
    after = _turn(page + 1, "Next") if page + 1 < pages else ""
    return (
        f'<nav class="cc-pager" aria-label="Pages">{before}'
        f"<span>Page {page + 1} of {pages:,}</span>{after}</nav>"
    )


def _turn(page: int, label: str) -> str:
    return button(label, event="leaf", payload={"page": page}, style="cc-tool")


def render_progress(progress: Progress) -> str:
    """Return a bar that says how far a sync is."""
    share = progress.done / progress.total if progress.total else 0.0
    stage = progress.stage.capitalize()
    said = f"{stage}: {words.count(progress.articles, 'article')}, {share:.0%}"
    return (
        f'<div class="cc-status" role="status"><p>{said}</p>'
        f'<progress aria-label="{stage}" max="1" value="{share:.3f}"></progress></div>'
    )


def render_status(message: str, *, problems: Sequence[str] = ()) -> str:
    """Return one line on what was done, and one for each thing that went wrong."""
    lines = "".join(f"<li>{icon('warning')}{text(problem)}</li>" for problem in problems)
    listed = f'<ul class="cc-problems">{lines}</ul>' if lines else ""
    said = f"<p>{text(message)}</p>" if message else ""
    return f'<div class="cc-status" role="status">{said}{listed}</div>'


def report_line(reports: Sequence[SyncReport]) -> str:
    """Return what a sync changed, in one sentence.

    >>> report_line([SyncReport(added=("a",)), SyncReport(added=("b",), unchanged=("c", "d"))])
    'Up to date: 2 added, 2 unchanged.'
    """
    counts = []
    for kind in ("added", "changed", "removed", "unchanged"):
        number = sum(len(getattr(report, kind)) for report in reports)
        counts += [f"{number:,} {kind}"] if number else []
    return f"Up to date: {', '.join(counts) or 'no articles'}."

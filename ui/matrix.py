"""Conflicts -> a table of sources against the matters they differ on."""

from collections.abc import Sequence

from qa.models import WARNED, Conflict
from ui import words
from ui.markup import button, icon, text, unseen
from ui.matters import Matter, Saying, link, matter
from ui.quotes import place_of

MOST = 6  # Columns; more are a search, not a glance.
MOST_SOURCES = 12  # Rows, likewise: they fit on a screen.
MOST_SAYINGS = 3  # Of one source on one matter; a publisher of many articles may say more.
NAMELESS = "No name in common"
ALONE = "stands alone"


def render_matrix(ranked: Sequence[Conflict]) -> str:
    """Return the table of the first matters, and how many are left out; nothing for no conflict."""
    if not ranked:
        return ""
    found = link(ranked)
    shown = [matter(linked) for linked in found[:MOST]]
    heads = "".join(f'<th scope="col">{_head(matter)}</th>' for matter in shown)
    names = _sources(shown)
    left = _left_out(len(found) - MOST, len(names) - MOST_SOURCES)
    rows = "".join(_row(name, shown) for name in names[:MOST_SOURCES])
    return (
        '<div class="cc-matrix-box" role="region" aria-label="Who says what" tabindex="0">'
        '<table class="cc-matrix"><caption>Who says what</caption>'
        f'<thead><tr><th scope="col">Source</th>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>{left}"
    )


def _sources(matters: Sequence[Matter]) -> list[str]:
    """Return the sources: those that stand alone first, then those with most to say."""
    alone = [matter.alone for matter in matters]
    names = [name for matter in matters for name in matter.said]
    return sorted(
        set(names),
        key=lambda name: (-alone.count(name), -names.count(name), name.casefold()),
    )


def _head(matter: Matter) -> str:
    sign = "warning" if matter.kind in WARNED else "note"
    about = f'<span class="cc-matter-about">{text(matter.about)}</span>' if matter.about else ""
    return (
        f'<span class="cc-matter">{text(matter.subject or NAMELESS)}</span> {about} '
        f'<span class="cc-matter-kind">{icon(sign)}{text(words.KIND_NAMES[matter.kind])}</span>'
    )


def _row(name: str, matters: Sequence[Matter]) -> str:
    cells = "".join(_cell(matter.said.get(name, ()), matter.alone == name) for matter in matters)
    return f'<tr><th scope="row">{text(name)}</th>{cells}</tr>'


def _cell(sayings: Sequence[Saying], alone: bool) -> str:
    if not sayings:
        return f'<td class="cc-nothing"><span aria-hidden="true">–</span>{unseen("nothing")}</td>'
    different = list({saying.short.casefold(): saying for saying in reversed(sayings)}.values())
    said = "".join(_saying(saying) for saying in different[::-1][:MOST_SAYINGS])
    if len(different) > MOST_SAYINGS:
        said += f'<span class="cc-quiet">and {len(different) - MOST_SAYINGS} more</span>'
    mark = f'<span class="cc-alone">{icon("warning")}{ALONE}</span>' if alone else ""
    return f"<td>{said}{mark}</td>"


def _saying(saying: Saying) -> str:
    content = f"{text(saying.short)}{unseen('. Show it in its article')}"
    return button(content, event="cite", payload=place_of(saying.citation), style="cc-open")


def _left_out(matters: int, sources: int) -> str:
    left = [
        words.count(number, f"more {noun}")
        for number, noun in ((matters, "matter"), (sources, "source"))
        if number > 0
    ]
    if not left:
        return ""
    return f'<p class="cc-quiet">{" and ".join(left)} not in this table; filter to see others.</p>'

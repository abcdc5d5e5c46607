"""Conflicts -> a table of sources against the matters they differ on."""

from collections.abc import Sequence

from qa.models import WARNED, Conflict
from ui import words
from ui.markup import button, icon, text, unseen
from ui.matters import Matter, Saying, link, matter
from ui.quotes import place_of

MOST = 6  # Columns; more are a search, not a glance.
NAMELESS = "No name in common"
ALONE = "stands alone"


def render_matrix(ranked: Sequence[Conflict]) -> str:
    """Return the table of the first matters, and how many are left out; nothing for no conflict."""
    if not ranked:
        return ""
    found = link(ranked)
    shown = [matter(linked) for linked in found[:MOST]]
    heads = "".join(f'<th scope="col">{_head(matter)}</th>' for matter in shown)
    rows = "".join(_row(name, shown) for name in _sources(shown))
    return (
        '<div class="cc-matrix-box" role="region" aria-label="Who says what" tabindex="0">'
        '<table class="cc-matrix"><caption>Who says what</caption>'
        f'<thead><tr><th scope="col">Source</th>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>{_left_out(len(found))}"
    )


def _sources(matters: Sequence[Matter]) -> list[str]:
    """Return the sources, those with most to say first."""
    names = [name for matter in matters for name in matter.said]
    return sorted(set(names), key=lambda name: (-names.count(name), name.casefold()))


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
    said = "".join(_saying(saying) for saying in sayings)
    mark = f'<span class="cc-alone">{icon("warning")}{ALONE}</span>' if alone else ""
    return f"<td>{said}{mark}</td>"


def _saying(saying: Saying) -> str:
    content = f"{text(saying.short)}{unseen('. Show it in its article')}"
    return button(content, event="cite", payload=place_of(saying.citation), style="cc-open")


def _left_out(matters: int) -> str:
    if matters <= MOST:
        return ""
    left = words.count(matters - MOST, "more matter")
    return f'<p class="cc-quiet">{left} not in this table; filter to see others.</p>'

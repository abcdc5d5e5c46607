"""The Disagreements tab as HTML: how far comparing is, the matrix, and the cards by subject."""

from collections.abc import Sequence

from qa.models import Conflict
from qa.unasked.conflicts import by_subject
from ui import words
from ui.card import conflict_card
from ui.comparing import Look, News
from ui.markup import button, icon, text
from ui.matrix import NAMELESS, render_matrix

PAGE = 20  # Cards at first, and with each "show more": a few screens.
SOON, LATER = 1000, 3000  # Milliseconds until assets/page.js looks again, while it is in view.
MOST_NEW = 5  # Told after a sync, which may have other things to tell.

IMPOSSIBLE = (
    "Nothing here compares articles: the weights for it are missing. Install Crosscheck again."
)


def render_head(look: Look, *, chosen: int, held_back: bool = False) -> str:
    """Return how much was found, and how far comparing is.

    Args:
        look: What is known.
        chosen: How many of those that were found are shown.
        held_back: More was found than is shown, to a reader who is in the midst of it.
    """
    is_at_work = bool(look.waiting and look.possible and not look.problem)
    role = "" if is_at_work else ' role="status"'  # It is not read out every second.
    more = f'<p class="cc-tools">{_refresh("Show what was found since")}</p>' if held_back else ""
    return (
        f'<div class="cc-head" data-look="{SOON if is_at_work else LATER}">'
        f'<h2 class="cc-count"{role}>{text(_count(look, chosen))}</h2>'
        f"{_bar(look) if is_at_work else ''}{_problem(look.problem)}{more}</div>"
    )


def _count(look: Look, chosen: int) -> str:
    compared, found = look.articles - look.waiting, len(look.found)
    among = f"in {words.count(compared, 'article')}"
    if not look.possible:
        return IMPOSSIBLE
    if not look.articles:
        return "No articles yet. Add some in the Sources tab."
    if not compared and not found:
        return "The articles are not compared yet."
    so_far = " so far" if look.waiting else ""
    if not found:
        return f"No disagreements were found {among}{so_far}."
    part = "" if chosen == found else f"{chosen:,} of "
    return f"{part}{words.count(found, 'disagreement')}{so_far or f' {among}'}"


def _bar(look: Look) -> str:
    done = look.articles - look.waiting
    said = f"Compared {done:,} of {words.count(look.articles, 'article')}"
    return (
        f'<p class="cc-quiet">{said}</p><progress aria-label="{said}" max="1" '
        f'value="{done / max(1, look.articles):.3f}"></progress>'
    )


def _problem(problem: str) -> str:
    if not problem:
        return ""
    return (
        f'<div class="cc-card cc-error" role="alert">{icon("warning")}<p>{text(problem)}</p></div>'
        f'<p class="cc-tools">{_refresh("Try again")}</p>'
    )


def _refresh(label: str) -> str:
    return button(label, event="refresh", payload={}, style="cc-tool")


def render_board(
    chosen: Sequence[Conflict], *, version: int, view: str = "", most: int = PAGE
) -> str:
    """Return the matrix of what was chosen, and its first cards by subject.

    Args:
        chosen: Warnings first, then notes.
        version: Tells it from what was found since; assets/page.js sends it with every look.
        view: How it was chosen, likewise.
        most: How many cards.
    """
    return (
        f'<div class="cc-board" data-version="{version}" data-view="{text(view)}">'
        f"{render_matrix(chosen)}{_cards(chosen, most)}</div>"
    )


def _cards(chosen: Sequence[Conflict], most: int) -> str:
    groups = "".join(_group(group) for group in by_subject(chosen[:most]))
    left = len(chosen) - most
    if left <= 0:
        return groups
    label = f"Show {min(left, PAGE)} more of {left:,}" if left > PAGE else f"Show {left} more"
    more = button(label, event="more", payload={"most": most + PAGE}, style="cc-tool")
    return f'{groups}<p class="cc-tools cc-more">{more}</p>'


def _group(group: Sequence[Conflict]) -> str:
    cards = "".join(conflict_card(conflict) for conflict in group)
    subject = ", ".join(group[0].subject) or NAMELESS
    return f'<section class="cc-group"><h3 class="cc-subject">{text(subject)}</h3>{cards}</section>'


def render_news(news: News | None, *, problem: str = "") -> str:
    """Return what the last sync changed, or how far it is known; nothing after one without news.

    Args:
        news: What is known.
        problem: Why comparing stopped, if it did.
    """
    if news is None:
        return ""
    if news.waiting and problem:
        return (
            '<div class="cc-status" role="status"><ul class="cc-problems">'
            f"<li>{icon('warning')}{text(problem)}</li></ul>"
            f'<p class="cc-tools">{_visit("Try again in Disagreements")}</p></div>'
        )
    if news.waiting:
        left = words.count(news.waiting, "new article")
        return (
            f'<div class="cc-status" data-hear="{SOON}">'
            f"<p>Comparing {left} with the others …</p></div>"
        )
    if not news.new:
        return '<div class="cc-status" role="status"><p>No new disagreement.</p></div>'
    told = "".join(f"<li>{_told(conflict)}</li>" for conflict in news.new[:MOST_NEW])
    more = len(news.new) - MOST_NEW
    rest = f"<li>and {more:,} more</li>" if more > 0 else ""
    return (
        '<div class="cc-status" role="status">'
        f"<p><strong>{words.count(len(news.new), 'new disagreement')}:</strong></p>"
        f'<ul class="cc-news">{told}{rest}</ul>'
        f'<p class="cc-tools">{_visit("See them in Disagreements")}</p></div>'
    )


def _visit(label: str) -> str:
    return button(label, event="visit", payload={}, style="cc-tool")


def _told(conflict: Conflict) -> str:
    by = "; ".join(words.source(s.title, s.publisher, s.published) for s in conflict.sides)
    return f'{text(conflict.about)} <span class="cc-by">{text(by)}</span>'

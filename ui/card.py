"""Something that sources disagree on -> a card: what kind, about what, and each side."""

from collections.abc import Sequence
from datetime import date

from qa.models import Citation, Conflict, Disagreement, Position
from ui import words
from ui.markup import button, icon, text
from ui.quotes import Numbering, place_of, render_quotes

MOST = 0.6  # Of a quote: an answer as long as that is not told again above it.


def disagreement_card(disagreement: Disagreement, *, number: Numbering) -> str:
    """Return a disagreement of an answer, the side that spoke last first.

    A warning quotes each side. A note only says who stands where: the sentences are in the answer.

    Args:
        disagreement: What the positions disagree on.
        number: Gives the numbers of the answer's citations.
    """
    sides = sorted(disagreement.sides, key=_latest, reverse=True)
    quoted = [side.citations[0] for side in sides]
    shown = [
        _side(
            render_quotes(
                side.citations,
                number=number,
                against=_other(quoted, at),
                about=disagreement.about,
                brief=not disagreement.warns,
            ),
            answer="" if disagreement.warns and _is_quoted_whole(side) else side.answer,
            support=support,
        )
        for at, (side, support) in enumerate(
            zip(sides, words.supports(disagreement, sides), strict=True)
        )
    ]
    return _card(disagreement, shown, quoted, meaning=words.meaning(disagreement))


def conflict_card(conflict: Conflict) -> str:
    """Return the two sides, the newest first, with what each article says."""
    shown = [
        _side(
            render_quotes(side.citations, against=_other(conflict.sides, at), about=conflict.about),
            support=support,
        )
        for at, (side, support) in enumerate(
            zip(conflict.support, words.supports(conflict, conflict.support), strict=True)
        )
    ]
    meaning = f"{words.meaning(conflict)} Confidence {conflict.confidence:.2f}."
    return _card(conflict, shown, conflict.sides, meaning=meaning)


def _card(
    raised: Disagreement | Conflict,
    sides: Sequence[str],
    quoted: Sequence[Citation],
    *,
    meaning: str,
) -> str:
    title = words.warning(raised)
    style, sign = ("cc-warn", "warning") if raised.warns else ("cc-note", "note")
    return (
        f'<section class="cc-card {style}" aria-label="{text(title)}: {text(raised.about)}">'
        f"<h4>{icon(sign)}{text(title)}</h4>"
        f'<p class="cc-about">{text(raised.about)}</p>'
        f'<div class="cc-sides">{"".join(sides)}</div>'
        f'<p class="cc-meaning">{text(meaning)}</p>'
        f'<p class="cc-tools">{_see_all(quoted)}</p></section>'
    )


def _side(quotes: str, *, answer: str = "", support: str = "") -> str:
    said = f'<p class="cc-side-answer">{text(answer)}</p>' if answer else ""
    counted = f'<p class="cc-support">{text(support)}</p>' if support else ""
    return f'<div class="cc-side">{said}{quotes}{counted}</div>'


def _is_quoted_whole(side: Position) -> bool:
    """Return whether the answer is most of what is quoted below it, or its beginning cut short."""
    return side.answer.endswith("…") or len(side.answer) > MOST * len(side.citations[0].quote)


def _see_all(quoted: Sequence[Citation]) -> str:
    many = "both" if len(quoted) == 2 else f"all {len(quoted)}"
    places = {"places": [place_of(citation) for citation in quoted]}
    return button(f"See {many} passages", event="cite", payload=places, style="cc-tool")


def _other(quoted: Sequence[Citation], at: int) -> str:
    """Return the words that a side is held against: the first side's, or the second's."""
    return quoted[0 if at else 1].quote


def _latest(side: Position) -> date:
    return max(citation.published or date.min for citation in side.citations)

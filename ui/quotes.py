"""Citations -> buttons that say a quote and open its article there."""

from collections.abc import Callable, Mapping, Sequence

from qa.models import Citation
from ui import words
from ui.differing import differing
from ui.markup import button, text, unseen

SHOWN = 3  # Quotes of one answer; the rest is folded, so that the other side stays in view.

Numbering = Callable[[Citation], int]
"""Returns the number that a citation is shown with."""


def place_of(citation: Citation) -> Mapping[str, object]:
    """Return what a click on a citation asks for."""
    return {"article_id": citation.article_id, "start": citation.start, "end": citation.end}


def render_quotes(
    citations: Sequence[Citation],
    *,
    number: Numbering | None = None,
    against: str | None = None,
    about: str = "",
    brief: bool = False,
) -> str:
    """Return the quotes as buttons; words that an earlier source has used are not repeated.

    Args:
        citations: What to show, in this order.
        number: Gives their numbers, where they have any.
        against: The quote of another side: the words that differ from it are marked.
        about: What the sides differ on, in one line.
        brief: The words stand above; say only whose they are.
    """
    seen: set[str] = set()
    rows = []
    for citation in citations:
        again = "the same words" if citation.quote in seen else None
        said = _said(citation.quote, against, about, instead="" if brief else again)
        rows.append(_quote(citation, said, number=number, repeated=brief or again is not None))
        seen.add(citation.quote)
    first, rest = "".join(rows[:SHOWN]), rows[SHOWN:]
    if not rest:
        return first
    more = f"{words.count(len(rest), 'more source')}"
    return f"{first}<details><summary>{more}</summary>{''.join(rest)}</details>"


def _said(quote: str, against: str | None, about: str, *, instead: str | None) -> str:
    """Return the words of a quote, or what stands there instead of them."""
    if instead is not None:
        return instead
    return f"<q>{text(quote) if against is None else marked(quote, against, about)}</q>"


def marked(quote: str, against: str, about: str = "") -> str:
    """Return a quote with the words marked that differ from another."""
    parts, at = [], 0
    for span in differing(quote, against, about=about):
        parts += [text(quote[at : span.start]), f"<mark>{text(span.of(quote))}</mark>"]
        at = span.end
    return "".join([*parts, text(quote[at:])])


def _quote(citation: Citation, said: str, *, number: Numbering | None, repeated: bool) -> str:
    by = text(words.source(citation.title, citation.publisher, citation.published))
    if number is not None:
        by = f'<span class="cc-number">[{number(citation)}]</span> {by}'
    shown = f'<span class="cc-words">{said}</span> ' if said else ""
    content = f'{shown}<span class="cc-by">{by}</span>{unseen(". Show it in its article")}'
    style = "cc-quote cc-repeated" if repeated else "cc-quote"
    return button(content, event="cite", payload=place_of(citation), style=style)

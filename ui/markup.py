"""Pieces of HTML that several parts of the page share. Everything put in is escaped here."""

import json
from collections.abc import Mapping
from html import escape
from urllib.parse import urlsplit

from pydantic import HttpUrl

ICONS = {
    # Drawn in a 20 x 20 box, filled with the colour of the text around them.
    "warning": "M10 2 1 18h18L10 2Zm-1 6h2v5H9V8Zm0 6.500h2v2H9v-2Z",
    "note": "M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9 8h2v7H9V8Zm0-3.500h2v2H9v-2Z",
    "check": "M7.500 15.700 2.300 10.500l1.500-1.500 3.700 3.700L16.200 4l1.500 1.500Z",
    "remove": "m5 3.600 5 5 5-5L16.400 5l-5 5 5 5-1.400 1.400-5-5-5 5L3.600 15l5-5-5-5Z",
    "add": "M9 3h2v6h6v2h-6v6H9v-6H3V9h6V3Z",
    "none": "M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM5 9h10v2H5V9Z",
}


def icon(name: str) -> str:
    """Return a drawing that says nothing to a screen reader; the words beside it do."""
    return (
        '<svg class="cc-icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">'
        f'<path d="{ICONS[name]}"/></svg>'
    )


def text(words: str) -> str:
    """Return `words` as text of an element or of a quoted attribute.

    >>> text('<img src="x">')
    '&lt;img src=&quot;x&quot;&gt;'
    """
    return escape(words, quote=True)


def unseen(words: str) -> str:
    """Return words for a screen reader only."""
    return f'<span class="cc-unseen">{text(words)}</span>'


def button(
    content: str, *, event: str, payload: Mapping[str, object], style: str, confirm: str = ""
) -> str:
    """Return a button that triggers `event` with `payload` (see assets/page.js).

    Args:
        content: HTML, already escaped.
        event: The name of the event of the gr.HTML that listens for it.
        payload: What the handler gets; it must not trust it.
        style: A CSS class.
        confirm: A question to ask first.
    """
    data = json.dumps(payload, ensure_ascii=False)
    ask = f' data-confirm="{text(confirm)}"' if confirm else ""
    return (
        f'<button type="button" class="{style}" data-event="{event}" '
        f'data-payload="{text(data)}"{ask}>{content}</button>'
    )


def link(url: HttpUrl | None) -> str:
    """Return a link to the publisher's own page, or nothing when it is not a web address."""
    address = str(url or "")
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return ""
    return (
        f'<a class="cc-link" href="{text(address)}" target="_blank" rel="noopener noreferrer">'
        f"{text(parts.hostname)}{unseen(' (opens in a new tab)')}</a>"
    )

"""An article with a quote marked in it, or several passages -> HTML of the reading pane."""

from collections.abc import Iterator, Sequence

from index.models import Article, Span
from ui import words
from ui.markup import button, link, text

WINDOW = 60_000  # Characters shown on each side of the quote; a browser lays out that many at once.
AROUND = 160  # Characters on each side of a quote that is one of two: both fit on a screen.

BACK = '<button type="button" class="cc-back" data-back>← Back</button>'
EMPTY = (
    '<div class="cc-pane cc-pane-empty"><p>Click a quote to read it where it stands, '
    "in its article.</p></div>"
)


def key(article_id: str, span: Span | None) -> str:
    """Return what assets/page.js knows a place by, so that it scrolls when the place is there."""
    return f"{article_id}:{span.start}-{span.end}" if span else f"{article_id}:"


def render_article(article: Article, span: Span | None = None) -> str:
    """Return the article, the characters in `span` in <mark>."""
    first, last = _window(article, span)
    before = _left_out(first, "before") if span and first == span.start - WINDOW else ""
    after = _left_out(len(article.text) - last, "after")
    body = "".join(_paragraphs(article.text, first, last, span))
    return (
        f'<article class="cc-pane" data-key="{text(key(article.id, span))}" tabindex="-1" '
        f'aria-label="{text(article.title)}">{BACK}{_header(article)}'
        f'<div class="cc-text">{before}{body}{after}</div></article>'
    )


def render_passages(passages: Sequence[tuple[Article, Span]]) -> str:
    """Return the passages one under the other, each with its article and its quote in <mark>."""
    keys = "|".join(key(article.id, span) for article, span in passages)
    body = "".join(_passage(article, span) for article, span in passages)
    return (
        f'<div class="cc-pane cc-passages" data-key="{text(keys)}" tabindex="-1" role="region" '
        f'aria-label="{len(passages)} passages">{BACK}{body}</div>'
    )


def _passage(article: Article, span: Span) -> str:
    first, last = _around(article.text, span)
    before = " cc-cut-before" if article.text[:first].strip() else ""
    after = " cc-cut-after" if article.text[last:].strip() else ""
    body = "".join(_paragraphs(article.text, first, last, span))
    place = {"article_id": article.id, "start": span.start, "end": span.end}
    whole = button("Read the whole article", event="cite", payload=place, style="cc-open")
    return (
        f'<article class="cc-passage" aria-label="{text(article.title)}">{_header(article)}'
        f'<div class="cc-text{before}{after}">{body}</div><p>{whole}</p></article>'
    )


def _around(body: str, span: Span) -> tuple[int, int]:
    """Return the range of whole words around a quote."""
    first, last = max(0, span.start - AROUND), min(len(body), span.end + AROUND)
    while 0 < first < span.start and not body[first - 1].isspace():
        first += 1
    while span.end < last < len(body) and not body[last].isspace():
        last -= 1
    return first, last


def render_problem(message: str, *, article_id: str = "") -> str:
    """Return one sentence in place of an article."""
    place = text(key(article_id, None))
    return (
        f'<div class="cc-pane cc-problem" role="alert" data-key="{place}" tabindex="-1">'
        f"{BACK}<p>{text(message)}</p></div>"
    )


def _header(article: Article) -> str:
    origin = f"First published by {article.origin}" if article.origin else ""
    author = f"By {article.author}" if article.author else ""
    facts = [words.publisher_name(article.publisher), words.day(article.published), author, origin]
    items = "".join(f"<li>{text(fact)}</li>" for fact in facts if fact)
    address = link(article.url)
    items += f"<li>{address}</li>" if address else ""
    return (
        f'<header><h2 class="cc-title">{text(article.title)}</h2>'
        f'<ul class="cc-facts">{items}</ul></header>'
    )


def _window(article: Article, span: Span | None) -> tuple[int, int]:
    """Return the range of characters to show: everything, unless the article is very long.

    A first line that only repeats the title is left out; the title stands above.
    """
    start, end = (span.start, span.end) if span else (len(article.text), 0)
    first_line = article.text.partition("\n")[0]
    repeats = first_line.strip() == article.title and len(first_line) <= start
    first = max(len(first_line) if repeats else 0, start - WINDOW if span else 0)
    return first, min(len(article.text), end + WINDOW)


def _left_out(characters: int, where: str) -> str:
    if not characters:
        return ""
    return f'<p class="cc-left-out">{words.count(characters, "character")} {where} this.</p>'


def _paragraphs(body: str, first: int, last: int, span: Span | None) -> Iterator[str]:
    """Yield one <p> a line; a quote over several lines is marked in each."""
    at = first
    for line in body[first:last].splitlines(keepends=True):
        if line.strip():
            yield f"<p>{_marked(line, at, span)}</p>"
        at += len(line)


def _marked(line: str, at: int, span: Span | None) -> str:
    if span is None:
        return text(line)
    start = min(max(span.start - at, 0), len(line))
    end = min(max(span.end - at, 0), len(line))
    if not line[start:end].strip():
        return text(line)
    return f"{text(line[:start])}<mark>{text(line[start:end])}</mark>{text(line[end:])}"

"""An article with a quote marked in it -> HTML of the reading pane."""

from collections.abc import Iterator

from index.models import Article, Span
from ui import words
from ui.markup import link, text

WINDOW = 60_000  # Characters shown on each side of the quote; a browser lays out that many at once.

BACK = '<button type="button" class="cc-back" data-back>← Back to the answer</button>'
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

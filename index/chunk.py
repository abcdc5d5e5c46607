"""Article -> Chunks on sentence edges."""

from collections.abc import Callable, Iterator
from functools import partial

from index.models import Article, Chunk, Span
from index.segment import segment, trimmed
from index.tokens import TokenCounter, count_tokens

MAX_TOKENS = 200  # About 150 words: with its title and heading it fills the encoder's 256 pieces.
LONGEST_COUNTED = 4_000  # characters; tiktoken takes quadratic time on long runs without a space
LONGEST_LINE = 150  # characters of a title or heading that are embedded; few have as many
CHUNKER_VERSION = 1  # Raise it when the same text is cut in another place: it is then read again.

Fits = Callable[[str], bool]
"""Whether the encoder takes in the whole of this text."""


def split(
    article: Article,
    *,
    fits: Fits = lambda _: True,
    count_tokens: TokenCounter = count_tokens,
    max_tokens: int = MAX_TOKENS,
) -> list[Chunk]:
    """Pack whole sentences into chunks of at most `max_tokens` tokens.

    Sentences are never reordered, so `chunk.span.of(article.text) == chunk.text` holds for every
    chunk. A heading starts a chunk, and the later chunks of its section name it. Furniture is in
    no chunk. Only a sentence that is too long by itself is cut, between words where it has any.
    """

    def embeds(above: str, span: Span) -> bool:
        text = span.of(article.text)
        return (
            len(text) <= LONGEST_COUNTED and count_tokens(text) <= max_tokens and fits(above + text)
        )

    chunks: list[Chunk] = []
    for heading, sentences in _sections(article.text):
        named = heading.of(article.text) if heading else None
        above = lines_above(article.title, named, fits=fits)
        for span in _pack(article.text, sentences, partial(embeds, above)):
            chunks.append(
                Chunk(
                    article_id=article.id,
                    number=len(chunks),
                    span=span,
                    text=span.of(article.text),
                    heading=None if heading and span.start <= heading.start else named,
                )
            )
    return chunks


def lines_above(title: str, heading: str | None, *, fits: Fits) -> str:
    """Return the lines that the encoder reads before the words of a chunk.

    Each is cut where it would take more than a quarter of the encoder's window.
    """
    return "".join(_short(line, fits) + "\n" for line in (title, heading) if line)


def _short(line: str, fits: Fits) -> str:
    line = line[:LONGEST_LINE]
    while len(line) > 1 and not fits("\n".join([line] * 4)):
        line = line[: len(line) // 2]
    return line


def _sections(text: str) -> Iterator[tuple[Span | None, list[Span]]]:
    """Yield runs of sentences without furniture between them, each with its heading.

    The heading begins the first run of its section.
    """
    heading: Span | None = None
    run: list[Span] = []
    for piece in segment(text):
        if piece.kind != "sentence" and run:
            yield heading, run
            run = []
        if piece.kind == "heading":
            heading = piece.span
        if piece.kind != "furniture":
            run.append(piece.span)
    if run:
        yield heading, run


def _pack(text: str, sentences: list[Span], fits: Callable[[Span], bool]) -> Iterator[Span]:
    """Yield spans over as many neighbouring sentences as fit."""
    current: Span | None = None
    for sentence in sentences:
        for piece in _pieces(text, sentence, fits):
            wider = Span(start=current.start, end=piece.end) if current else piece
            if current and not fits(wider):
                yield current
                wider = piece
            current = wider
    if current:
        yield current


def _pieces(text: str, span: Span, fits: Callable[[Span], bool]) -> Iterator[Span]:
    """Yield `span`, halved until every half fits, between words where there is white space."""
    if fits(span) or span.end - span.start == 1:
        yield span
        return
    middle = (span.start + span.end) // 2
    space = text.rfind(" ", span.start + 1, middle)
    cut = space if space > 0 else middle
    for start, end in ((span.start, cut), (cut, span.end)):
        if half := trimmed(text, start, end):
            yield from _pieces(text, half, fits)

"""Article -> Chunks on sentence edges."""

from collections.abc import Callable, Iterator
from functools import partial

from index.models import Article, Chunk, Span
from index.segment import Segment, segment
from index.tokens import TokenCounter, count_tokens

MAX_TOKENS = 200  # About 150 words: with its title and heading it fills the encoder's 256 pieces.
LONGEST_COUNTED = 4_000  # characters; tiktoken takes quadratic time on long runs without a space
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
    chunks: list[Chunk] = []

    def embeds(heading: str | None, span: Span) -> bool:
        text = span.of(article.text)
        return (
            len(text) <= LONGEST_COUNTED
            and count_tokens(text) <= max_tokens
            and fits(embedded_text(article.title, heading, text))
        )

    for heading, sentences in _sections(article.text):
        for span in _pack(article.text, sentences, partial(embeds, heading)):
            text = span.of(article.text)
            above = None if heading and text.startswith(heading) else heading
            chunks.append(
                Chunk(
                    article_id=article.id, number=len(chunks), span=span, text=text, heading=above
                )
            )
    return chunks


def embedded_text(title: str, heading: str | None, text: str) -> str:
    """Return what the encoder reads of a chunk: its words, under the title and the heading."""
    return "\n".join(part for part in (_short(title), _short(heading), text) if part)


def _short(line: str | None) -> str:
    """Cut a title so that it cannot crowd out the chunk."""
    return (line or "")[:150]


def _sections(text: str) -> Iterator[tuple[str | None, list[Span]]]:
    """Yield runs of sentences without furniture between them, each with its heading."""
    heading: str | None = None
    run: list[Span] = []
    for piece in segment(text):
        if piece.kind == "sentence":
            run.append(piece.span)
            continue
        if run and not _is_only_a_heading(piece, run, heading, text):
            yield heading, run
            run = []
        if piece.kind == "heading":
            heading = piece.span.of(text)
            run.append(piece.span)
    if run:
        yield heading, run


def _is_only_a_heading(piece: Segment, run: list[Span], heading: str | None, text: str) -> bool:
    """Return whether the run is a heading with nothing below it, which the next one joins."""
    return piece.kind == "heading" and len(run) == 1 and run[0].of(text) == heading


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
    space = max(text.rfind(" ", span.start + 1, middle), text.rfind("\n", span.start + 1, middle))
    cut = space if space > 0 else middle
    yield from _pieces(text, Span(start=span.start, end=cut), fits)
    yield from _pieces(text, Span(start=cut + (space > 0), end=span.end), fits)

"""Answer -> HTML. Pure, and all text from an article is escaped."""

from collections.abc import Sequence

from index.models import Article, Passage
from qa.models import Answer, Citation, Disagreement, Position, Statement
from ui import words
from ui.markup import button, icon, text, unseen

SHOWN_QUOTES = (
    3  # A position with more sources folds the rest, so that the other side stays in view.
)
LONG_HEADLINE = 48  # Characters; a longer headline is a sentence and is set smaller.
LONG_PASSAGE = 320  # Characters of a nearest passage; enough to see why it is no answer.


def render_answer(answer: Answer, *, asked: str, silent: Sequence[Article] = ()) -> str:
    """Return the answer as HTML.

    Args:
        answer: What the assistant said.
        asked: The question in the reader's own words.
        silent: The articles of `answer.silent`, as far as they still exist.
    """
    warnings = [d for d in answer.disagreements if d.warns]
    notes = [d for d in answer.disagreements if not d.warns]
    parts = [_understood(answer.question, asked)]
    if answer.answered:
        parts += [_headline(answer)]
        parts += [_disagreement(answer, d) for d in warnings]
        parts += [_statements(answer, warnings)]
        parts += [_disagreement(answer, d) for d in notes]
        parts += [] if answer.disagreements else [_agreement(answer)]
    else:
        parts += [_declined(answer)]
    return "".join([*parts, _silent(silent)])


def _understood(question: str, asked: str) -> str:
    if question.strip() == asked.strip():
        return ""
    return f'<p class="cc-understood">Understood as: <q>{text(question)}</q></p>'


def _headline(answer: Answer) -> str:
    if answer.headline is not None:
        size = " cc-long" if len(answer.headline) > LONG_HEADLINE else ""
        return f'<h3 class="cc-headline{size}">{text(answer.headline)}</h3>'
    many = len(answer.positions) > 1
    line = "The articles give different answers" if many else "What the articles say"
    return f'<h3 class="cc-headline cc-long">{line}</h3>'


def _statements(answer: Answer, warnings: Sequence[Disagreement]) -> str:
    shown = {side.text: set(side.citations) for d in warnings for side in d.sides}
    left = [s for s in answer.statements if not set(s.citations) <= shown.get(s.text, set())]
    if not left:
        return ""
    items = "".join(f"<li>{_statement(answer, statement)}</li>" for statement in left)
    return f'<ul class="cc-statements">{items}</ul>'


def _statement(answer: Answer, statement: Statement) -> str:
    own_words = any(c.quote == statement.text for c in statement.citations)
    sentence = "" if own_words else f'<p class="cc-sentence">{text(statement.text)}</p>'
    return sentence + _quotes(answer, statement.citations)


def _quotes(answer: Answer, citations: Sequence[Citation], *, brief: bool = False) -> str:
    """Return the quotes as buttons; words that an earlier source has used are not repeated.

    Args:
        answer: Knows their numbers.
        citations: What to show, in this order.
        brief: The words stand above; say only whose they are.
    """
    seen: set[str] = set()
    rows = []
    for citation in citations:
        words_again = "" if brief else "the same words" if citation.quote in seen else None
        rows.append(_quote(answer.number(citation), citation, instead=words_again))
        seen.add(citation.quote)
    first, rest = "".join(rows[:SHOWN_QUOTES]), rows[SHOWN_QUOTES:]
    if not rest:
        return first
    more = f"{words.count(len(rest), 'more source')}"
    return f"{first}<details><summary>{more}</summary>{''.join(rest)}</details>"


def _quote(number: int, citation: Citation, *, instead: str | None) -> str:
    """Return a button that shows a quote, or what stands there instead of its words."""
    by = words.source(citation.title, citation.publisher, citation.published)
    said = f"<q>{text(citation.quote)}</q>" if instead is None else instead
    style = "cc-quote" if instead is None else "cc-quote cc-repeated"
    shown = f'<span class="cc-words">{said}</span> ' if said else ""
    content = (
        f'{shown}<span class="cc-by">'
        f'<span class="cc-number">[{number}]</span> {text(by)}</span>'
        f"{unseen('. Show it in its article')}"
    )
    place = {"article_id": citation.article_id, "start": citation.start, "end": citation.end}
    return button(content, event="cite", payload=place, style=style)


def _disagreement(answer: Answer, disagreement: Disagreement) -> str:
    title = words.warning(disagreement)
    style, sign = ("cc-warn", "warning") if disagreement.warns else ("cc-note", "note")
    sides = "".join(
        _side(answer, side, brief=not disagreement.warns) for side in disagreement.sides
    )
    return (
        f'<section class="cc-card {style}" aria-label="{text(title)}">'
        f"<h4>{icon(sign)}{text(title)}</h4>"
        f'<p class="cc-about">{text(disagreement.about)}</p>'
        f'<div class="cc-sides">{sides}</div>'
        f'<p class="cc-meaning">{text(words.KIND_MEANINGS[disagreement.kind])}</p></section>'
    )


def _side(answer: Answer, side: Position, *, brief: bool) -> str:
    return (
        f'<div class="cc-side"><p class="cc-side-answer">{text(side.answer)}</p>'
        f"{_quotes(answer, side.citations, brief=brief)}"
        f'<p class="cc-support">{text(words.support(side))}</p></div>'
    )


def _agreement(answer: Answer) -> str:
    sign = "check" if words.compared(answer) > 1 else "note"
    return f'<p class="cc-agreement">{icon(sign)}{text(words.agreement(answer))}</p>'


def _declined(answer: Answer) -> str:
    nearest = "".join(_nearest(passage) for passage in answer.nearest)
    label = f'<p class="cc-about">{text(words.NEAREST)}</p>' if nearest else ""
    return (
        f'<section class="cc-card cc-declined" aria-label="{text(words.DECLINED)}">'
        f"<h3>{icon('none')}{text(words.DECLINED)}</h3>{label}{nearest}</section>"
    )


def _nearest(passage: Passage) -> str:
    article, span = passage.article, passage.span
    quote = " · ".join(" ".join(line.split()) for line in passage.text.splitlines() if line.strip())
    if len(quote) > LONG_PASSAGE:
        quote = f"{quote[:LONG_PASSAGE].rsplit(' ', 1)[0]} …"
    by = words.titled(article.title, article.publisher, article.published)
    content = (
        f'<span class="cc-words">{text(quote)}</span> <span class="cc-by">{text(by)}</span>'
        f"{unseen('. Show it in its article')}"
    )
    place = {"article_id": article.id, "start": span.start, "end": span.end}
    return button(content, event="cite", payload=place, style="cc-quote cc-nearest")


def _silent(articles: Sequence[Article]) -> str:
    if not articles:
        return ""
    items = "".join(f"<li>{_title(article)}</li>" for article in articles)
    verb = "was read and does not say" if len(articles) == 1 else "were read and do not say"
    line = f"{words.count(len(articles), 'article')} {verb}"
    return f'<details class="cc-silent"><summary>{line}</summary><ul>{items}</ul></details>'


def _title(article: Article) -> str:
    by = words.byline(article.publisher, article.published)
    content = f'{text(article.title)} <span class="cc-by">{text(by)}</span>'
    return button(content, event="cite", payload={"article_id": article.id}, style="cc-open")

"""Answer -> HTML. Pure, and all text from an article is escaped."""

from collections.abc import Sequence

from index.models import Article, Passage
from qa.models import Answer, Disagreement, Statement
from ui import words
from ui.card import disagreement_card
from ui.filters import render_filters
from ui.markup import button, icon, text, unseen
from ui.quotes import render_quotes

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
    parts = [_understood(answer.question, asked), render_filters(answer)]
    if answer.answered:
        parts += [_headline(answer)]
        parts += [disagreement_card(one, number=answer.number) for one in warnings]
        parts += [_statements(answer, warnings)]
        parts += [disagreement_card(one, number=answer.number) for one in notes]
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
    many = len(answer.positions) > 1 and not answer.gathered
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
    return sentence + render_quotes(statement.citations, number=answer.number)


def _agreement(answer: Answer) -> str:
    sign = "check" if words.compared(answer) > 1 and not answer.gathered else "note"
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

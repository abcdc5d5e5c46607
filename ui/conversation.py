"""Chat -> HTML of the conversation."""

from collections.abc import Sequence

from qa.models import Answer
from ui import words
from ui.filters import searched
from ui.markdown import answer_markdown, chat_markdown
from ui.markup import button, icon, text
from ui.session import Chat, Turn


def render_chat(chat: Chat, *, examples: Sequence[str] = (), articles: int = 0) -> str:
    """Return the conversation, or an invitation to begin one."""
    if not chat.turns:
        body = _invitation(examples, articles)
    else:
        body = "".join(_turn(turn) for turn in chat.turns) + _tools(chat)
    finished = sum(not turn.pending for turn in chat.turns)
    state = f"{finished}/{len(chat.turns)}"  # assets/page.js asks for the next answer by it.
    return f'<div class="cc-log" data-state="{state}">{_announcement(chat)}{body}</div>'


def _announcement(chat: Chat) -> str:
    """Return what a screen reader says when the conversation changes."""
    said = _spoken(chat.turns[-1]) if chat.turns else ""
    return f'<p class="cc-unseen" role="status" aria-live="polite">{text(said)}</p>'


def _spoken(turn: Turn) -> str:
    if turn.error is not None:
        return turn.error
    if turn.answer is None:
        return "Reading the articles."
    return " ".join([_answer_spoken(turn.answer), *searched(turn.answer)])


def _answer_spoken(answer: Answer) -> str:
    if not answer.answered:
        return f"{words.DECLINED}."
    warned = " ".join(f"{words.warning(d)}." for d in answer.disagreements if d.warns)
    return f"Answer: {answer.headline or 'several'}. {warned}".strip()


def _invitation(examples: Sequence[str], articles: int) -> str:
    if not articles:
        return (
            '<div class="cc-invitation"><h2>No articles yet</h2>'
            "<p>Add some in the Sources tab; then ask about them here.</p></div>"
        )
    rows = "".join(
        f"<li>{button(text(e), event='ask', payload={'question': e}, style='cc-example')}</li>"
        for e in examples
    )
    listed = f"<p>For example:</p><ul>{rows}</ul>" if rows else ""
    return (
        f'<div class="cc-invitation"><h2>Ask {words.count(articles, "article")} a question</h2>'
        "<p>The answer comes in the sources’ own words. Where they disagree, you see both sides; "
        f"where they say nothing, you are told so.</p>{listed}</div>"
    )


def _turn(turn: Turn) -> str:
    return (
        f'<article class="cc-turn"><h2 class="cc-question">{text(turn.question)}</h2>'
        f"{_outcome(turn)}</article>"
    )


def _outcome(turn: Turn) -> str:
    if turn.error is not None:
        return f'<div class="cc-card cc-error">{icon("warning")}{text(turn.error)}</div>'
    if turn.answer is None:
        return '<p class="cc-reading">Reading the articles<span aria-hidden="true">…</span></p>'
    markdown = answer_markdown(turn.answer, asked=turn.question)
    copy = (
        f'<button type="button" class="cc-tool" data-copy="{text(markdown)}">'
        "Copy with citations</button>"
    )
    return f'<div class="cc-answer">{turn.html}<p class="cc-tools">{copy}</p></div>'


def _tools(chat: Chat) -> str:
    markdown = text(chat_markdown(chat.turns))
    return (
        '<p class="cc-tools cc-chat-tools">'
        f'<button type="button" class="cc-tool" data-download="{markdown}">Download chat</button>'
        f"{button('New chat', event='restart', payload={}, style='cc-tool')}</p>"
    )

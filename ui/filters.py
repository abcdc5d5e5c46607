"""The filters of an answer, in words and as chips that take one away or put it back."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from index.filters import Filter, FilterState
from qa.models import Answer
from ui.markup import button, icon, text, unseen
from ui.words import day

LABELS: dict[FilterState, str] = {"applied": "Only", "removed": "Asked without"}


def restriction(answer: Answer) -> str:
    """Return which articles alone were searched, or nothing when all were.

    >>> may = Filter(kind="since", value="2024-05-01", words="since May 2024")
    >>> restriction(Answer(question="Who left since May 2024?", answered=False, filters=[may]))
    'Only since 1 May 2024'
    """
    return _listed(answer, "applied")


def searched(answer: Answer) -> list[str]:
    """Return what is to be said of the articles that were searched: nothing without filters."""
    lines = (restriction(answer), _listed(answer, "removed"), widening(answer))
    return [line for line in lines if line]


def widening(answer: Answer) -> str:
    """Return that, as no such article answers, others were searched, or nothing.

    >>> found = Filter(kind="publisher", value="Post", words="the Post", state="unmatched")
    >>> widening(Answer(question="What does the Post say?", answered=False, filters=[found]))
    'No article from Post answers this, so all articles were searched.'
    """
    unmatched = _in_state(answer, "unmatched")
    if not unmatched:
        return ""
    asked = [one for one in answer.filters if one.state != "removed"]
    publishers = _any_of([one.value for one in asked if one.kind == "publisher"])
    days = _days([one for one in asked if one.kind != "publisher"])
    described = " ".join(part for part in (publishers and f"from {publishers}", days) if part)
    kept = _in_state(answer, "applied")
    wider = "those of any date" if kept else "all articles"
    return f"No article {described} answers this, so {wider} were searched."


def render_filters(answer: Answer) -> str:
    """Return a row of chips for what was applied, one for what was taken away, and the notice."""
    notice = widening(answer)
    said = f'<p class="cc-widened">{icon("note")}{text(notice)}</p>' if notice else ""
    return _row(answer, "applied") + _row(answer, "removed") + said


def _row(answer: Answer, state: FilterState) -> str:
    groups = _in_state(answer, state)
    if not groups:
        return ""
    label = LABELS[state]
    chips = "".join(_chip(answer, group, state) for group in groups)
    return (
        f'<div class="cc-filters" role="group" aria-label="{label}">'
        f'<span class="cc-filters-label" aria-hidden="true">{label}</span>{chips}</div>'
    )


def _chip(answer: Answer, group: Sequence[Filter], state: FilterState) -> str:
    """Return the button that asks again with this filter the other way, and the rest as it is."""
    changed = group[0].words
    removed = {one.words for one in answer.filters if one.state == "removed"} ^ {changed}
    without = dict.fromkeys(one.words for one in answer.filters if one.words in removed)
    payload = {"question": answer.question, "without": list(without)}
    is_on = state == "applied"
    does = "Ask again without the filter: " if is_on else "Ask again with the filter: "
    sign = icon("remove" if is_on else "add")
    style = "cc-chip" if is_on else "cc-chip cc-off"
    content = f"{unseen(does)}<span>{text(_meaning(group))}</span>{sign}"
    return button(content, event="again", payload=payload, style=style)


def _listed(answer: Answer, state: FilterState) -> str:
    shown = [_meaning(group) for group in _in_state(answer, state)]
    return f"{LABELS[state]} {'; '.join(shown)}" if shown else ""


def _in_state(answer: Answer, state: FilterState) -> list[list[Filter]]:
    """Return the filters in this state, those of the same words together."""
    some = [one for one in answer.filters if one.state == state]
    return [list(group) for _, group in groupby(some, key=lambda one: one.words)]


def _meaning(group: Sequence[Filter]) -> str:
    return _any_of([one.value for one in group if one.kind == "publisher"]) or _days(group)


def _any_of(names: Sequence[str]) -> str:
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _days(filters: Sequence[Filter]) -> str:
    days = {one.kind: day(date.fromisoformat(one.value)) for one in filters}
    since, until = days.get("since"), days.get("until")
    if since and until:
        return f"on {since}" if since == until else f"from {since} to {until}"
    return (since and f"since {since}") or (until and f"until {until}") or ""

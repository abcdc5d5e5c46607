"""The words the page uses for dates, publishers, counts and kinds of disagreement.

HTML and Markdown say the same thing in the same words, so the words are here and neither has them.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from textwrap import shorten

from index.models import UNKNOWN_PUBLISHER
from qa.comparing.ages import Age, ages
from qa.models import Answer, Conflict, Disagreement, Kind, Position, Support
from qa.telling.forecast import is_unconfirmed

LONGEST_TITLE = 60  # characters; beside a quote it only has to tell articles apart

DECLINED = "The articles do not say"
GATHERED = "The sentences nearest to what is asked. No disagreement found among them."
GATHERED_ONE = "The sentence nearest to what is asked. No short answer was found."
NEAREST = "Nearest passages. They are near the question; they do not answer it."

KIND_TITLES: dict[Kind, str] = {
    "contradiction": "Sources disagree",
    "superseded": "Sources disagree: one reports a change",
    "estimate": "Figures differ",
    "scope": "Different things are meant",
    "opinion": "Opinions differ",
}
KIND_NAMES: dict[Kind, str] = {
    "contradiction": "Cannot both hold",
    "superseded": "One reports a change",
    "estimate": "Figures differ",
    "scope": "Different things",
    "opinion": "Opinions",
}
"""Short, for a list to choose from."""
KIND_MEANINGS: dict[Kind, str] = {
    "contradiction": "These cannot both hold. Crosscheck does not pick a side.",
    "superseded": "The same fact at different times. Crosscheck does not pick a side.",
    "estimate": "They are rounded or hedged differently, and can both hold.",
    "scope": "They speak of different things, and can both hold.",
    "opinion": "These are forecasts or judgements.",
}
UNCONFIRMED = "unconfirmed"
ONE_UNCONFIRMED = "One source does not confirm what it says"
MAY_BE = "One side is reported, expected or hoped for; the other is told as a fact."


def day(published: date | None) -> str:
    """Return the date as a person writes it.

    >>> day(date(2026, 4, 7)), day(None)
    ('7 April 2026', 'undated')
    """
    return "undated" if published is None else f"{published.day} {published:%B %Y}"


def publisher_name(publisher: str) -> str:
    """Return the publisher, or words for not knowing it."""
    return "unknown publisher" if publisher == UNKNOWN_PUBLISHER else publisher


def byline(publisher: str, published: date | None) -> str:
    """Return who said it and when.

    >>> byline("Bloomberg", None)
    'Bloomberg, undated'
    """
    return f"{publisher_name(publisher)}, {day(published)}"


def source(title: str, publisher: str, published: date | None) -> str:
    """Return who said it and when, with the title where the publisher tells no two apart.

    >>> source("Ferry aground", "unknown", None), source("Ferry aground", "Bloomberg", None)
    ('“Ferry aground”, unknown publisher, undated', 'Bloomberg, undated')
    """
    by = byline(publisher, published)
    if publisher != UNKNOWN_PUBLISHER:
        return by
    return f"“{shorten(title, LONGEST_TITLE, placeholder='…')}”, {by}"


def titled(title: str, publisher: str, published: date | None) -> str:
    """Return which article it is.

    >>> titled("Ferry aground.", "Bloomberg", None)
    '“Ferry aground.”, Bloomberg, undated'
    """
    return f"“{title}”, {byline(publisher, published)}"


def count(number: int, noun: str) -> str:
    """Return the number with its noun.

    >>> count(1, "source"), count(1200, "source")
    ('1 source', '1,200 sources')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def support(given: Position | Support, *further: str) -> str:
    """Return how many sources give a position or a side, from how many origins, and its age."""
    sources = len(_article_ids([given]))
    told = [count(sources, "source"), count(given.origins, "origin"), *further]
    return ", ".join(one for one in told if one)


def supports(raised: Disagreement | Conflict, given: Sequence[Position | Support]) -> list[str]:
    """Return who gives each side; which is the older one, and which one is not confirmed."""
    told: list[Age] = [""] * len(given)
    if raised.kind == "superseded":
        told = ages([side.citations for side in given])
    unsure = _unconfirmed(given)
    return [
        support(side, age, UNCONFIRMED if is_unsure else "")
        for side, age, is_unsure in zip(given, told, unsure, strict=True)
    ]


def _unconfirmed(given: Sequence[Position | Support]) -> list[bool]:
    """Return which sides are only reported or expected; none where all of them are."""
    unsure = [isinstance(one, Position) and is_unconfirmed(one.text, one.answer) for one in given]
    return [not all(unsure) and one for one in unsure]


def compared(answer: Answer) -> int:
    """Return how many articles answer."""
    return len(_article_ids(answer.positions))


def agreement(answer: Answer) -> str:
    """Return the line that stands where disagreements would, when there are none."""
    articles = compared(answer)
    if answer.gathered:
        return GATHERED if articles > 1 else GATHERED_ONE
    if articles == 1:
        return "Only one article answers, so there is nothing to check it against."
    return f"No disagreement found among the {articles:,} articles that answer."


def warning(disagreement: Disagreement | Conflict) -> str:
    """Return the heading of a disagreement."""
    if _is_of_report(disagreement):
        return ONE_UNCONFIRMED
    return KIND_TITLES[disagreement.kind]


def meaning(disagreement: Disagreement | Conflict) -> str:
    """Return what the kind of a disagreement means for a reader."""
    return MAY_BE if _is_of_report(disagreement) else KIND_MEANINGS[disagreement.kind]


def _is_of_report(raised: Disagreement | Conflict) -> bool:
    if not isinstance(raised, Disagreement) or raised.kind != "opinion":
        return False
    return any(_unconfirmed(raised.sides))


def _article_ids(given: Iterable[Position | Support]) -> set[str]:
    return {citation.article_id for one in given for citation in one.citations}

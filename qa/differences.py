"""Two claims that differ -> the kind of their disagreement, by what they say of time."""

import re

from qa.change import are_opposed
from qa.claims import Claim
from qa.forecast import are_forecasts
from qa.models import Kind

SAME_TIME = 1  # Days: what two articles report of one day is printed on it or the next.

_PRESENT = re.compile(
    r"\b(?:is|are|has|have|remains?|stands?|holds?|needs?|costs?|faces?|owns?|expects?|plans?|now"
    r"|currently|so far|to date)\b|['’](?:s|re|ve)\b",
    re.IGNORECASE,
)
_OF_THE_DAY = re.compile(
    r"\b(?:rose|fell|slipped|gained|lost|climbed|dropped|jumped|settled|edged|eased|returned"
    r"|pulled back|closed|slid|surged|tumbled|rallied|ticked|sank|soared|plunged|rebounded|added"
    r"|dipped|(?:was|were|little) (?:up|down|higher|lower|changed))\b",
    re.IGNORECASE,
)
"""What prices, polls and tables do: every day has its own."""

_WEEKDAY = re.compile(r"\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def kind_of_difference(a: Claim, b: Claim) -> Kind | None:
    """Return how two claims about one thing differ, of which only one can hold at a time.

    None where each may hold on its own day: two articles of different days on what changes daily.
    """
    if are_forecasts(a.text, b.text):
        return "opinion"
    if are_opposed(a.text, b.text):
        return "superseded"
    days = [claim.article.published for claim in (a, b)]
    if days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= SAME_TIME:
        return "contradiction"
    if _OF_THE_DAY.search(a.text) and _OF_THE_DAY.search(b.text):
        return None
    if any(_PRESENT.search(text) or _WEEKDAY.search(text) for text in (a.text, b.text)):
        return "superseded"
    return "contradiction"

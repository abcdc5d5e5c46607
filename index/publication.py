"""The days of publication that a question names: "articles from October 2023", "since 3 May 2024".

A day in a question mostly says when something happened. It says when that was reported only where
the words speak of reporting, or after "since": what has been so since a day can only have been
reported after it. An event ("before the deal") is no day. English is assumed.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from index.attribution import ARTICLE, NEAR, SAY
from index.days import Period, find_periods
from index.publishers import Mention

DAY = timedelta(days=1)

_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b(?![-/.]?\w)")
_WHEN = r"(?P<when>since|after|before|until|till|up to|in|on|of|from|during|dated|between)"
_LEAD = re.compile(rf"(?:(?:\b|[(,]\s*){_WHEN}\s+(?:the\s+)?)$", re.IGNORECASE)
_PUBLISHED = r"(?:published|posted|written|reported|dated|(?:that|which) (?:was|were|appeared)|out)"
_ARTICLES = re.compile(
    r"\b(?:articles?|coverage|stories|reporting|headlines|news|(?:news|press) reports?)"
    rf"(?:\s+(?:[\w’'-]+\s+){{0,8}}?{_PUBLISHED}){{0,2}}\s*$"
    r"|\b(?:what|who|which)\s+(?:\w+\s+)?(?:is|was|were|been)\s+(?:first\s+)?reported\s*$",
    re.IGNORECASE,
)
_BY_SOURCE = re.compile(
    rf"['’\"”]?s?\s*,?\s*(?:(?:{ARTICLE}|{SAY}|{_PUBLISHED})\s*)*", re.IGNORECASE
)
_RECORD = re.compile(
    r"\b(?:first|last|only|best|worst|most|least|highest|lowest|biggest|largest|smallest|fastest"
    r"|slowest|longest|shortest|greatest|strongest|weakest|deadliest|steepest|hottest|coldest)\b"
    r"[^,.;:?!]*$",
    re.IGNORECASE,
)
"""Before "since", of what was so until then: "the first loss since May 2014"."""
_SEVERAL = re.compile(
    r"\b(?:(?:in)?consisten\w+|chang\w+|compar\w+|differ\w*|contradict\w*|(?:dis)?agree\w*"
    r"|remain\w*|later|earlier|subsequent\w*|previous\w*|same (?:day|date)"
    r"|between (?:the|an?)|and the one)\b",
    re.IGNORECASE,
)
"""Words that hold what was published on a day against what was published on another."""
_TO = re.compile(r"\s*(?:and|to|until|till|[-–—])\s*(?:the\s+)?", re.IGNORECASE)


class Window(NamedTuple):
    """Days of publication, and the words that name them: text[start:end]."""

    start: int
    end: int
    since: date | None
    until: date | None


def published(text: str, sources: Sequence[Sequence[Mention]]) -> Window | None:
    """Return the days of publication that the text names; None where it names none.

    None as well where it names days of several articles, or holds that of one against others: one
    stretch of time cannot hold them.

    Args:
        text: A question.
        sources: The publishers whose word it asks for, those of one list together.

    >>> print(published("Who was fired on 17 November 2023?", []))
    None
    >>> str(published("What do articles before October 2023 say?", []).until)
    '2023-09-30'
    """
    windows = list(_windows(text, sources))
    return windows[0] if len(windows) == 1 else None


def _windows(text: str, sources: Sequence[Sequence[Mention]]) -> Iterator[Window]:
    periods = _periods(text)
    is_of_several = len(sources) > 1 or bool(_SEVERAL.search(text))
    while periods:
        first, *periods = periods
        if lead := _LEAD.search(text, 0, first.start):
            when = lead["when"].casefold()
            if not (_is_reported(text, lead.start(), sources) or _is_since(text, lead, first)):
                continue
            if is_of_several and when != "since":
                continue
            last = first
            is_range = when in {"between", "from"} and periods
            if is_range and _TO.fullmatch(text, first.end, periods[0].start):
                last, *periods = periods
            if when == "between" and last is first:
                continue
            yield _window(text, lead.start("when"), when, first, last)


def _periods(text: str) -> list[Period]:
    """Return the days, months and years in order, without those that can be read in two ways."""
    found = find_periods(text)
    for year in _YEAR.finditer(text):
        if not any(one.start < year.end() and year.start() < one.end for one in found):
            number = int(year.group())
            found.append(Period(*year.span(), date(number, 1, 1), date(number, 12, 31)))
    ways = Counter(one.start for one in found)
    return sorted(one for one in found if ways[one.start] == 1)


def _is_reported(text: str, lead: int, sources: Sequence[Sequence[Mention]]) -> bool:
    if _ARTICLES.search(text, max(0, lead - NEAR), lead):
        return True
    ends = [group[-1].end for group in sources]
    return any(end <= lead and _BY_SOURCE.fullmatch(text, end, lead) for end in ends)


def _is_since(text: str, lead: re.Match[str], period: Period) -> bool:
    """Return whether it is "since" a day or month: a year says rather how long something is so."""
    return (
        lead["when"].casefold() == "since"
        and period.until - period.since < 31 * DAY
        and not _RECORD.search(text, 0, lead.start())
    )


def _window(text: str, start: int, when: str, first: Period, last: Period) -> Window:
    onwards = re.compile(r"\s*(?:on|onwards?)\b").match(text, first.end)
    since: date | None = first.since
    until: date | None = last.until
    if when in {"since", "after"} or (when == "from" and onwards and last is first):
        since, until = (first.until + DAY if when == "after" else first.since), None
    elif when == "before":
        since, until = None, first.since - DAY
    elif when in {"until", "till", "up to"}:
        since = None
    end = onwards.end() if onwards and when == "from" and last is first else last.end
    return Window(start, end, since, until)

"""What a question asks for -> how well a likely span answers it, and where its words end."""

import re
from collections.abc import Iterator

from index.models import Span
from qa.questions.question import Question
from qa.telling.clock import tells_time_of_day
from qa.values import Value, find_values

UNFIT = -8.0  # More than mostly lies between the best span of a window and the twentieth.

_BETWEEN = re.compile(r"\s*[-–—]\s*(?=[0-9]{3,4}|[0-9]{1,2} [A-Z]|[A-Z])|\s+(?:to|until)\s+")
_YEAR = re.compile(r"[0-9]{3,4}")
_WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?$", re.IGNORECASE
)
_DECIMAL = re.compile(r"[0-9]\.[0-9]+(?![0-9]|[mM]\b| (?:million|billion)\b)")
_PEOPLE = frozenset({None, "person", "inhabitant", "resident", "death", "injury"})


def aptness(question: Question, text: str, within: Span, span: Span) -> float:
    """Return what the score of a span gains for being of the kind that is asked for.

    The network knows words better than numbers: asked for a population, it likes households,
    percentages and degrees of latitude as much, and for a time of day the day. `within` is the
    sentence of the span.

    >>> from qa.questions.question import understand
    >>> asked, text = understand("What is the population?"), "It has 8,930 people, 3,456 homes."
    >>> whole = Span(start=0, end=len(text))
    >>> [aptness(asked, text, whole, Span(start=place, end=place + 5)) for place in (7, 21)]
    [0.0, -8.0]
    """
    if question.wants_time_of_day and not tells_time_of_day(span.of(text)):
        return UNFIT
    if question.wants_population and not _counts_people(text, within, span):
        return UNFIT
    return 0.0


def completed(question: Question, text: str, within: Span, span: Span) -> Span:
    """Return a span that cuts no date in two, and of a stretch of time has the end asked for.

    Where a year is asked for, a year is enough. `within` is the sentence of the span.

    >>> from qa.questions.question import understand
    >>> asked, text = understand("When was he born?"), "Ash (2 July 1829 – 3 May 1913) sang."
    >>> completed(asked, text, Span(start=0, end=len(text)), Span(start=12, end=16)).of(text)
    '2 July 1829'
    >>> asked, text = understand("When is the fair?"), "It is on Monday, May 3, in Ash."
    >>> completed(asked, text, Span(start=0, end=len(text)), Span(start=9, end=15)).of(text)
    'Monday, May 3'
    """
    if question.kinds[0] != "date":
        return span
    for place, value in [] if question.wants_year else _values(text, within):
        if value.kind == "date" and (place.meets(span) or _is_day_of(text, span, place)):
            span = Span(start=min(place.start, span.start), end=max(place.end, span.end))
    end = end_asked_for(question, span.of(text))
    if end is None or not _YEAR.search(end.of(span.of(text))):
        return span  # "Prior to 1900" has no beginning.
    return Span(start=span.start + end.start, end=span.start + end.end)


def _is_day_of(text: str, span: Span, day: Span) -> bool:
    """Return whether a span is the day of the week before a date: "Monday" of "Monday, May 3"."""
    between = text[span.end : day.start]
    return bool(_WEEKDAY.search(span.of(text)) and between.strip() in {"", ","})


def end_asked_for(question: Question, words: str) -> Span | None:
    """Return where the end that is asked for stands in the words of a stretch of time.

    >>> from qa.questions.question import understand
    >>> end_asked_for(understand("When did she die?"), "1875 – 1946").of("1875 – 1946")
    '1946'
    """
    ends = ends_of(words)
    return ends[question.end == "end"] if ends and question.end else None


def ends_of(words: str) -> tuple[Span, ...]:
    """Return where both ends of a stretch of time stand; nothing if it has no two.

    >>> [end.of("1875 – May 1946") for end in ends_of("1875 – May 1946")]
    ['1875', 'May 1946']
    """
    between = [match.span() for match in _BETWEEN.finditer(words)]
    if len(between) != 1 or not 0 < between[0][0] < between[0][1] < len(words):
        return ()
    first, second = between[0]
    return Span(start=0, end=first), Span(start=second, end=len(words))


def _counts_people(text: str, within: Span, span: Span) -> bool:
    """Return whether a span is a number that may be one of people: whole, and of nothing else."""
    words = span.of(text)
    met = [value for place, value in _values(text, within) if place.meets(span)]
    if _DECIMAL.search(words) or not (met or any(c.isdigit() for c in words)):
        return False
    return all(value.kind == "count" and value.unit in _PEOPLE for value in met)


def _values(text: str, within: Span) -> Iterator[tuple[Span, Value]]:
    """Yield the values of a sentence with where they stand in the text."""
    for value in find_values(within.of(text)):
        start = within.start + value.span.start
        yield Span(start=start, end=within.start + value.span.end), value

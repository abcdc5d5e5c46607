"""A statement and one of its values or names -> the question that it answers.

"The toll rose to $4 in 1932" without "$4" asks "The toll rose to how much in 1932?". A reader that
is asked so, and finds the value of another sentence, says that both are values of the same thing.
"""

import re
from collections.abc import Mapping

from index.models import Span
from index.words import STOP_WORDS
from qa.values import Value, ValueKind

_ASKS: Mapping[ValueKind, str] = {
    "date": "when",
    "money": "how much",
    "percent": "what percentage",
    "duration": "how long",
}
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)"
BEFORE_DATE = re.compile(
    rf"(?:\b(?:on|in|by|since|until|during)\s+(?:the\s+)?{_WEEKDAY}?|{_WEEKDAY})$", re.IGNORECASE
)
BEFORE_PLACE = re.compile(
    r"\b(?:in|at|near|to|from|outside|into|towards?)\s+(?:the )?$", re.IGNORECASE
)
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
_TENS = rf"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-(?:{_UNITS}))?"
_NUMBER = re.compile(
    rf"(?:[\d.,]+|{_UNITS}|{_TEENS}|{_TENS}|hundred|thousand|million|billion|dozen|and|a|half)"
    r"(?:[ -]|$)",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"(?:, (?:which|who|where|while|when|but|although|as|with|according)\b|; | [–—] "
    r"|, (?:\w+ ){0,3}(?:said|says)\b).*",
    re.DOTALL,
)
"""Another clause behind the gap: another article need not tell of it."""

_OPENING = re.compile(r"^\W*([A-Z]\w+) $")
"""One word before a name: most are a first name or an office, and the gap is of the whole name."""

_AGE = re.compile(r"^, (?:aged )?\d{1,3}(?:,|(?=\W))")
_CLEFT = re.compile(r"^It (?:was|is)\b")
_RELATIVE = re.compile(r"^,? (?:who|which|that)\b")


def question_for(statement: str, value: Value) -> str:
    """Return a statement as the question for one of its values.

    >>> from qa.values import find_values
    >>> said = "The toll, paid by 12 drivers, rose to $4 in 1932."
    >>> [question_for(said, value) for value in find_values(said)]  # doctest: +NORMALIZE_WHITESPACE
    ['The toll, paid by how many drivers, rose to $4 in 1932?',
     'The toll, paid by 12 drivers, rose to how much in 1932?',
     'The toll, paid by 12 drivers, rose to $4 when?']
    """
    before, after = statement[: value.span.start], statement[value.span.end :]
    if value.kind == "date":
        before = BEFORE_DATE.sub("", before)
    return _asked(before, asks_for(value), after)


def question_for_name(statement: str, name: Span) -> str:
    """Return a statement as the question for a name in it.

    >>> said = "Ann Ash opened the mill in Aldwick, the town said."
    >>> question_for_name(said, Span(start=0, end=7))
    'Who opened the mill in Aldwick?'
    >>> question_for_name(said, Span(start=27, end=34))
    'Ann Ash opened the mill where?'
    >>> said = "It was driver Bo Birk, 59, who found it."
    >>> question_for_name(said, Span(start=14, end=21))
    'It was driver who found it?'
    """
    before, after = statement[: name.start], _AGE.sub("", statement[name.end :])
    opening = _OPENING.match(before)
    if opening and opening[1].lower() not in STOP_WORDS:
        before = ""
    if _CLEFT.match(before):
        after = _RELATIVE.sub("", after)
    where = BEFORE_PLACE.search(before)
    return _asked(before[: where.start()] if where else before, "where" if where else "who", after)


def question_with(statement: str, place: Span, asking: str) -> str:
    """Return a statement as the question for the words at a place.

    >>> question_with("It sailed at 5 pm.", Span(start=13, end=17), "what time")
    'It sailed at what time?'
    """
    return _asked(statement[: place.start], asking, statement[place.end :])


def _asked(before: str, word: str, after: str) -> str:
    after = _BESIDE.sub("", after)
    asked = " ".join(f"{before}{word}{after}".split()).rstrip(" .!”\"’'")
    return asked[:1].upper() + asked[1:] + "?"


def asks_for(value: Value) -> str:
    """Return the words that ask for a value: of a count, what is counted stays.

    >>> from qa.values import find_values
    >>> [asks_for(value) for value in find_values("Eleven penguin chicks hatched.")]
    ['how many penguin chicks']
    """
    if value.kind != "count":
        return _ASKS[value.kind]
    return f"how many {without_number(value.text)}".strip()


def without_number(words: str) -> str:
    """Return the words of a value without its number.

    >>> without_number("12 million people"), without_number("$4")
    ('people', '$4')
    """
    while match := _NUMBER.match(words):
        words = words[match.end() :]
    return words

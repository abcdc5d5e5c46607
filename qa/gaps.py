"""A statement and one of its values -> the question that the value answers.

"The toll rose to $4 in 1932" without "$4" asks "The toll rose to how much in 1932?". A reader that
is asked so, and finds the value of another sentence, says that both are values of the same thing.
"""

import re
from collections.abc import Mapping

from qa.values import Value, ValueKind

_ASKS: Mapping[ValueKind, str] = {
    "date": "when",
    "money": "how much",
    "percent": "what percentage",
    "duration": "how long",
}
_BEFORE_DATE = re.compile(r"\b(?:on|in|by|since|until|during)\s+$", re.IGNORECASE)


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
        before = _BEFORE_DATE.sub("", before)
    asked = " ".join(f"{before}{_asks(value)}{after}".split()).rstrip(" .!”\"’'")
    return asked[:1].upper() + asked[1:] + "?"


def _asks(value: Value) -> str:
    if value.kind != "count":
        return _ASKS[value.kind]
    counted = re.search(r"[^\W\d_][\w\s-]*$", value.text)
    return f"how many {counted.group()}" if counted and value.unit else "how many"

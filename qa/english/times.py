"""A time as it is typed in a question: "in 2024", "last year", "on Monday"."""

import re

MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow)"
_YEAR = rf"(?:(?:{MONTH}|early|late|mid)(?: \d{{1,2}},?)? ?)?(?:19|20)\d\d"
_NEAR = r"(?:last|next|this) (?:year|month|week|quarter|season)"

TIME = re.compile(
    r"\b(?P<at>(?:in|on|at|since|until|by|before|after|during) )?(?P<time>(?:the )?"
    rf"(?:{_YEAR}|{MONTH}(?: \d{{1,2}})?|{_NEAR}|{_DAY}))\b",
    re.IGNORECASE,
)
"""A time, `time`, and the preposition before it, `at`."""

YEAR = re.compile(r"\b(?:1[5-9]|20)[0-9]{2}\b")
"""A year as it stands in an article."""


def with_preposition(time: str) -> str:
    """Return a time as it stands at the end of a question.

    >>> with_preposition("2024"), with_preposition("last year"), with_preposition("since May")
    ('in 2024', 'last year', 'since May')
    """
    if re.match(r"\w+day\b(?<!today)(?<!yesterday)", time, re.IGNORECASE):
        return f"on {time}"
    return f"in {time}" if re.match(rf"(?:{MONTH}|\d)", time, re.IGNORECASE) else time

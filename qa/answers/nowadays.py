"""What is asked about now: who came before, who comes next and what is planned answer it not."""

import re
from collections.abc import Sequence

from qa.questions.question import Question
from qa.read import Reading

NEAR = 60  # Characters behind an answer in which its own time is told.

_TELLS_OF_NOW = re.compile(
    r"\b(?:latest|newest|most recent(?:ly)?|current(?:ly)?|reigning|incumbent|now|nowadays|to date"
    r"|so far|this (?:year|season|month|week)|as of)\b",
    re.IGNORECASE,
)
_ASKS_NOW = re.compile(
    r"\b(?:latest|newest|most recent(?:ly)?|current(?:ly)?|now|today|reigning"
    r"|this (?:year|season|month|week))\b",
    re.IGNORECASE,
)
_ASKS_OTHERWISE = re.compile(
    r"\b(?:next|upcoming|will|plan\w*|expect\w*|due|last|previous|former|before|first)\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:former|previous|then|ex|outgoing|predecessor|one-time|runner-up|succeed(?:s|ed|ing)"
    r"|replac(?:es|ed|ing)|took over from|takes over from|taking over from|instead of"
    r"|next (?:year|season|month|week)['’]s)\b(?! (?:(?:in|on) [\w ]+ )?by\b)"
    r"[ ,-]+(?:[a-z-]+,? ){0,3}$",
    re.IGNORECASE,
)
"""Before an answer: who held it, or will."""

_OF_BEFORE = re.compile(
    r"^(?:,? who (?:was|had been|served|held|led)| was [^,;]*\buntil"
    r"|[^A-Z]*?\b(?:the|a) (?:year|season|month|week) (?:before|earlier)"
    r"|[^A-Z]*?\b(?:the previous|last) (?:year|season)|[^A-Z]*?\buntil (?:19|20)\d\d"
    r"|[^A-Z]*?\bfrom (?:19|20)\d\d (?:to|until))\b"
)
_PLANNED = re.compile(
    r"\b(?:(?:plan(?:s|ned|ning)?|aim(?:s|ed|ing)?|intend(?:s|ed)?|hop(?:es|ed|ing)|want(?:s|ed)?"
    r"|would like|propos(?:es|ed|ing)|seek(?:s|ing)?|sought) (?:to|for)|target(?:s|ed|ing)?)\b"
    r"[^.;]*$",
    re.IGNORECASE,
)


def tells_of_now(sentence: str) -> bool:
    """Return whether a sentence says itself that it tells of what is so now.

    >>> tells_of_now("She is the latest winner."), tells_of_now("She won in 2019.")
    (True, False)
    """
    return bool(_TELLS_OF_NOW.search(sentence))


def of_now(question: Question, readings: Sequence[Reading]) -> list[Reading]:
    """Leave out what was before, what comes next and what is planned, where now is asked about.

    "It plans to have 100 stores" says nothing of how many it has, and in "Ash, who succeeded Birk",
    Birk is not the mayor. What asks for the next or for a plan is left as it is.
    """
    if _ASKS_OTHERWISE.search(question.text):
        return list(readings)
    amount = question.is_of_now and question.wants_amount
    now = bool(_ASKS_NOW.search(question.text)) and not question.wants_value
    return [
        one
        for one in readings
        if not (amount and _is_planned(one)) and not (now and _is_of_another_time(one))
    ]


def _is_planned(reading: Reading) -> bool:
    return bool(_PLANNED.search(_before(reading)))


def _is_of_another_time(reading: Reading) -> bool:
    behind = reading.words[reading.answer_in_sentence.end :][:NEAR]
    told = _OF_BEFORE.search(behind)
    return bool(_OF_OTHERS.search(_before(reading))) or (
        told is not None and not tells_of_now(told[0])
    )


def _before(reading: Reading) -> str:
    return reading.words[: reading.answer_in_sentence.start]

"""Questions that set a figure as a threshold, "more than 50 homes?", answered by another figure."""

import re
from typing import Literal, NamedTuple

from index.models import Span
from qa.answers.polarity import Polarity
from qa.english.grammar import AUXILIARIES
from qa.values import Bounds, Value, bounds, find_values
from qa.values.measures import in_unit_of

REACH = 40  # Characters before a figure in which it is made a threshold.

_WORDS = r"(?: (?:a total of|about|around|some|an estimated|the year|the end of|mid|early|late))?"

Side = Literal["above", "below"]

_SIZE: tuple[tuple[Side, str, bool], ...] = (
    ("above", r"at least|(?:no|not) (?:less|fewer|lower) than|a minimum of", True),
    ("below", r"at most|(?:no|not) (?:more|greater|higher) than|up to|a maximum of", True),
    (
        "above",
        r"(?:more|higher|greater|larger|longer|bigger|heavier|taller|deeper|older|better) than"
        r"|over|above|exceed\w*|surpass\w*|in excess of|upwards of|beyond|top(?:s|ped)?",
        False,
    ),
    (
        "below",
        r"(?:less|fewer|lower|smaller|shorter|lighter|younger|worse) than|under|below",
        False,
    ),
)
_TIME: tuple[tuple[Side, str, bool], ...] = (
    ("below", r"before|prior to|earlier than", False),
    ("above", r"after|later than", False),
    ("below", r"by", True),
)
_BEFORE = {
    of_time: [
        (side, includes, re.compile(rf"\b(?:{words}){_WORDS} ?$", re.IGNORECASE))
        for side, words, includes in table
    ]
    for of_time, table in ((False, _SIZE), (True, _TIME))
}

_OPENING = re.compile(
    rf"^(?P<lead>[^,?]{{1,60}}, )?(?P<auxiliary>{AUXILIARIES})(?= )", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"^ ?\([^()]*\)")
_PARTS = re.compile(r"^ of (?:the )?\w+(?: [A-Z]\w+)*")
_ENDS_OPEN = re.compile(r"(?: (?:of|in|at|with|by|to|for))? *$")
_ADJECTIVES = {
    "longer": "long", "shorter": "long", "older": "old", "younger": "old", "taller": "tall",
    "heavier": "heavy", "lighter": "heavy", "deeper": "deep", "higher": "high",
}  # fmt: skip
_NUMBER = re.compile(r"^(?:[\d.,]+|[\w-]+)\s+(?:(?:hundred|thousand|million|billion)\s+)?")


class Threshold(NamedTuple):
    """What a question compares with.

    Attributes:
        value: The figure that it names.
        side: Whether it asks for what lies above or below.
        includes: Whether the figure itself is asked for as well: "at least 50".
        said: Where the question says so, from the words of comparison to the figure's end.
    """

    value: Value
    side: Side
    includes: bool
    said: Span

    @classmethod
    def of(cls, question: str) -> "Threshold | None":
        """Return the threshold of a question; None where it has none, or several.

        >>> found = Threshold.of("Did it destroy at least 50 homes?")
        >>> found.side, found.includes, found.said.of("Did it destroy at least 50 homes?")
        ('above', True, 'at least 50 homes')
        """
        found = [one for value in find_values(question) if (one := _set_by(question, value))]
        return found[0] if len(found) == 1 else None

    def asked_with(self, question: str) -> str:
        """Return the words that ask for such a figure: "when", "how many homes"."""
        compared = self.said.of(question).casefold().split()[0]
        if self.value.kind == "date":
            return "when"
        if compared in _ADJECTIVES:
            return f"how {_ADJECTIVES[compared]}"
        of_what = _PARTS.match(question[self.said.end :])
        if self.value.kind == "count" and (of_what or not _is_measure(self.value)):
            return f"how many {_NUMBER.sub('', self.value.text)}"
        return {"duration": "how long", "percent": "what percentage"}.get(
            self.value.kind, "how much"
        )

    def answers(self, value: Value) -> Polarity | None:
        """Return whether a figure is what is asked for; None where it may or may not be.

        Whatever a figure counts, it counts what is asked for: volunteers are people.

        >>> paid = Threshold.of("Did it cost more than $2 million?")
        >>> told = [find_values(it)[0] for it in ("$3m", "$2m", "about $2.1m", "3 euros")]
        >>> [paid.answers(one) for one in told]
        ['yes', 'no', None, None]
        """
        value = counted_as(self.value, value)
        told, mark = bounds(value, self.value), bounds(self._exact, self.value)
        if told is None or mark is None:
            return None
        lies_above = _lies_above(told, mark, self.includes == (self.side == "above"))
        if lies_above is None:
            return None
        return "yes" if lies_above == (self.side == "above") else "no"

    @property
    def _exact(self) -> Value:
        return self.value.model_copy(update={"hedge": "exact"})


def sought(question: str) -> str:
    """Return the question whose answer answers a yes-or-no question that has a threshold.

    >>> sought("Did the fire in Birch destroy more than 200 homes?")
    'How many homes did the fire in Birch destroy?'
    >>> sought("Was the bridge at Birch built before 1911?"), sought("Is the bridge old?")
    ('When was the bridge at Birch built?', 'Is the bridge old?')
    """
    threshold = Threshold.of(question)
    if threshold is None:
        return question
    return fronted(question, threshold.said, threshold.asked_with(question)) or question


def fronted(question: str, asked: Span, asking: str) -> str | None:
    """Return a yes-or-no question as the question for some of its words; None if it is no such.

    Args:
        question: It begins with its auxiliary, or with words before that and a comma.
        asked: Where those words stand.
        asking: What asks for them: "when", "how many homes".

    >>> fronted("Did the mill shut in 1987 or 1991?", Span(start=18, end=33), "when")
    'When did the mill shut?'
    """
    opening = _OPENING.match(question)
    if opening is None:
        return None
    rest = _IN_BRACKETS.sub("", question[asked.end :])
    parts = _PARTS.match(rest)
    of_what, rest = (parts[0], rest[parts.end() :]) if parts else ("", rest)
    before = _ENDS_OPEN.sub("", question[opening.start("auxiliary") : asked.start])
    front = f"{opening['lead'] or ''}{asking}{of_what}"
    return f"{front[0].upper()}{front[1:]} {before[0].lower()}{before[1:]}{rest}"


def _lies_above(told: Bounds, mark: Bounds, includes: bool) -> bool | None:
    """Return whether bounds lie above a mark, which may be included; None where they may or not."""
    if told[0] > mark[1] or (includes and told[0] >= mark[0]):
        return True
    if told[1] < mark[0] or (not includes and told[1] <= mark[1]):
        return False
    return None


def counted_as(asked: Value, told: Value) -> Value:
    """Return a count as one of what is asked for, whatever it counts; a measure as it is."""
    if {told.kind, asked.kind} != {"count"} or _is_measure(told) or _is_measure(asked):
        return told
    return told.model_copy(update={"unit": asked.unit})


def _is_measure(value: Value) -> bool:
    return in_unit_of(value, value) is not None


def _set_by(question: str, value: Value) -> "Threshold | None":
    """Return the threshold that a question makes of one of its figures, if it does."""
    start = value.span.start
    before = question[max(0, start - REACH) : start]
    for side, includes, pattern in _BEFORE[value.kind == "date"]:
        if found := pattern.search(before):
            opens = start - len(before) + found.start()
            return Threshold(value, side, includes, Span(start=opens, end=value.span.end))
    return None

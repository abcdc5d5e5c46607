"""Whether an answer is of the kind that is asked for: a time, a number, or somebody by name."""

import re
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal

from index.models import Span
from qa.answer_values import value_of
from qa.clock import tells_time_of_day
from qa.grammar import AUXILIARIES
from qa.question import Question
from qa.read import Reading
from qa.terms import stems
from qa.values import Value, find_values
from qa.values.measures import UNITS

_TIMES = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday "
    "friday saturday sunday today tonight yesterday tomorrow now currently week weeks month "
    "months year years decade decades century centuries day days night nights morning evening "
    "afternoon midnight noon spring summer autumn fall winter season quarter christmas "
    "thanksgiving easter ramadan eve never ago soon later earlier immediately recently when "
    "whenever after before while during until till since once war era age period reign "
    "childhood birth death time times end start beginning first last next"
)
_LEADS = "after before during until till since when while once following upon"
_NUMBERS = (
    "zero no none nobody nothing not any one two three four five six seven eight nine ten "
    "eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds "
    "thousand thousands million millions billion billions trillion trillions dozen dozens "
    "single both pair couple few several many half halves third quarter twice thrice majority "
    "minority most all every entire more less free first second fourth fifth sixth seventh "
    "eighth ninth tenth"
)


def _any_of(words: str) -> str:
    return rf"\b(?:{'|'.join(words.split())})\b"


_TIME = re.compile(rf"\d|{_any_of(_TIMES)}", re.IGNORECASE)
_LEAD = re.compile(rf"{_any_of(_LEADS)}\W+(?:\w+\W+){{0,2}}$", re.IGNORECASE)
_NUMBER = re.compile(
    rf"\d|\b\w+teen|\b(?:dou|tri|quadru)(?:bl|pl)\w+|{_any_of(_NUMBERS)}", re.IGNORECASE
)
_WHO = re.compile(r"(?:(?:by|to|from|with|for) )?who(?:m|se)?\b", re.IGNORECASE)
_MORE = re.compile(
    r"\band (?:(?:in|on|at|for|by) )?(?:when|where|who|why|how|what|which)\b", re.IGNORECASE
)


_ASKS = re.compile(
    rf"\W*(?:who(?:m|se)?|what|which|when|where|why|how|{AUXILIARIES})\b|\W*(?:\S+\s*){{1,5}}$",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r"[,;:.!?·|–—\"”]")

_MEASURES = (
    (
        "length",
        r"how (?:tall|deep|wide|thick)\b|(?:height|depth|width|diameter|wingspan|altitude)\b",
    ),
    ("mass", r"how heavy\b|weight\b"),
    ("speed", r"how fast\b|(?:top |maximum |average )?speed\b"),
)
_IS = r"(?:what|which) (?:is|was|are|were) (?:the |its |his |her |their )?(?:\w+ )?"
_OF_MEASURE = tuple(
    (base, re.compile(rf"^(?:{_IS})?(?:{asks})", re.IGNORECASE)) for base, asks in _MEASURES
)
_FATES = {
    fate: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for fate, words in (
        (
            "dead",
            r"kill\w*|die[sd]?|dead|deaths?|dying|fatal\w*|perish\w*|drown\w*|lost their lives",
        ),
        ("hurt", r"hurt|injur\w+|wound\w*|hospitali[sz]ed"),
        ("missing", r"missing|unaccounted for"),
        ("saved", r"rescued?|saved|survive[ds]?|survivors?|evacuated|brought (?:down|out|ashore)"),
        ("held", r"arrest\w*|detain\w*"),
    )
}
"""What may have become of people: who is hurt is not counted among the dead."""
_NEXT = re.compile(r"[,;:.!?](?=\s|$)|\band\b|\d")
MOST_BETWEEN = 3  # Words between "killed" and the number of those who were.
NEAR = 40  # Characters in which they stand.
_HOW_OLD = re.compile(r"how old\b", re.IGNORECASE)
_NAME = r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
_BEFORE_AGE = re.compile(rf"{_NAME}(?:, (?:who (?:is|was) |aged |now )?| \()$")
_AFTER_YEARS = re.compile(rf"-year-old (?:[a-z-]+ ){{0,3}}{_NAME}")
_UNIT_IN_SHORT = re.compile(r"(?<=[0-9])[ \u00a0-]?(?:m|cm|mm|km|ft|in|g|kg|lbs?|oz|t)\b")
_AGE = re.compile(r"[A-Z][\w'’-]+(?:, | \()$")
_AFTER_AGE = re.compile(r"[,)]")
_NO_PLACE_BEFORE = re.compile(r"\b(?:of|with|as)\s+$", re.IGNORECASE)


def of_the_kind(question: Question, readings: Sequence[Reading]) -> list[Reading]:
    """Leave out answers that tell no time where one is asked for, or no number, or name nobody.

    A reader points somewhere in each passage, and at "Sign Me Up" in one that does not say when. Of
    42 times and 87 numbers that were left out so on the eval data five were answers: three said
    "no", two the place of a question for when and where. Such are kept now. What itself asks
    answers nothing.
    """
    readings = [one for one in readings if not _is_asked_itself(one)]
    if _MORE.search(question.text):
        return list(readings)
    if _WHO.match(question.text):
        return [one for one in readings if _is_named(one)] or list(readings)
    readings = _measuring(question, readings)
    if question.wants_place:
        return [one for one in readings if _may_be_a_place(one)]
    return _of_value(question, readings) if question.wants_value else list(readings)


def _of_value(question: Question, readings: Iterable[Reading]) -> list[Reading]:
    if question.wants_time_of_day:
        return [one for one in readings if tells_time_of_day(one.answer)]
    if question.kinds[0] == "date":
        return [one for one in readings if _tells_time(one)]
    return [one for one in readings if _tells_number(question, one)]


def _is_asked_itself(reading: Reading) -> bool:
    """Return whether an answer is of a clause that asks: not "She was born in Ash, wasn't she?".

    "About half of it is made there?" only sounds as if it did.
    """
    text, place = reading.words, reading.answer_in_sentence
    ends = _CLAUSE_ENDS.search(text, place.end)
    if ends is None or ends.group() != "?":
        return False
    begins = max((m.end() for m in _CLAUSE_ENDS.finditer(text, 0, place.start)), default=0)
    return bool(_ASKS.match(text[begins : ends.start()]))


def _measuring(question: Question, readings: Sequence[Reading]) -> Sequence[Reading]:
    """Leave out measures of another sort, and counts, where "how tall" or "how fast" is asked."""
    base = next((base for base, asks in _OF_MEASURE if asks.search(question.text)), None)
    if base is None:
        return readings
    told = [(one, value_of(one, question)) for one in readings]
    measured = any(_base(value) == base for _, value in told)
    return [one for one, value in told if value is None or _may_be(value, base, one, sure=measured)]


def _may_be(value: Value, base: str, reading: Reading, *, sure: bool) -> bool:
    """Return whether a value may measure; a bare number does unless others surely do."""
    if value.kind != "count" or _base(value) == base:
        return True
    if _UNIT_IN_SHORT.search(value.text) or _UNIT_IN_SHORT.match(reading.words, value.span.end):
        return True
    return value.unit is None and not sure


def _base(value: Value | None) -> str | None:
    unit = UNITS.get(value.unit or "") if value else None
    return unit.base if unit else None


def _may_be_a_place(reading: Reading) -> bool:
    """Return whether an answer has letters, and is not what somebody died of or with."""
    if not any(character.isalpha() for character in reading.answer):
        return False
    before = reading.words[: reading.answer_in_sentence.start]
    named = any(character.isupper() for character in reading.answer)
    return named or not _NO_PLACE_BEFORE.search(before)


def _is_named(reading: Reading) -> bool:
    """Return whether an answer has a capital, other than that of "Sunday".

    "Shareholders" is an answer where nobody names them.
    """
    return any(character.isupper() for character in _TIME.sub("", reading.answer))


def _tells_time(reading: Reading) -> bool:
    before = reading.words[: reading.answer_in_sentence.start]
    if _LEAD.search(before):
        return True
    told = find_values(reading.answer)
    counts = bool(told) and all(value.kind == "count" and value.unit for value in told)
    return bool(_TIME.search(reading.answer)) and not counts


def _tells_number(question: Question, reading: Reading) -> bool:
    """Return whether an answer has a number, and not only a date or a number of something beside.

    "Two towns" are none to "How many homes are there in the towns?".
    """
    told = find_values(reading.answer)
    if not told:
        return bool(_NUMBER.search(reading.answer))
    if _is_of_another(question, reading):
        return False
    if question.counted and _counts_something_else(question.counted, reading):
        return False
    return any(_may_be_asked_for(question, value) for value in told)


def _is_of_another(question: Question, reading: Reading) -> bool:
    """Return whether a number is of those who fared otherwise, or the age of somebody else."""
    text, place = reading.words, reading.answer_in_sentence
    asked = {fate for fate, words in _FATES.items() if words.search(question.text)}
    if asked and (told := _fate(text, place)):
        return told not in asked
    if not _HOW_OLD.match(question.text) or not question.names:
        return False
    owner = _BEFORE_AGE.search(text, 0, place.start) or _AFTER_YEARS.match(text, place.end)
    return owner is not None and not question.names & set(stems(owner["name"]))


def _fate(text: str, place: Span) -> str | None:
    """Return what a sentence says has become of a number of people: "64 people hurt"."""
    ends = _NEXT.search(text, place.end)
    inside = _fates(text, place.start, place.end)
    before = _fates(text, max(0, place.start - NEAR), place.start)
    if not inside and before:
        end, fate = max((match.end(), fate) for match, fate in before)
        if len(text[end : place.start].split()) <= MOST_BETWEEN:
            return fate
    after = inside or _fates(text, place.end, ends.start() if ends else len(text))
    return min(((match.start(), fate) for match, fate in after), default=(0, None))[1]


def _fates(text: str, start: int, end: int) -> list[tuple[re.Match[str], str]]:
    return [
        (match, fate)
        for fate, words in _FATES.items()
        for match in words.finditer(text, start, end)
    ]


def _counts_something_else(counted: str, reading: Reading) -> bool:
    """Return whether a number is no number of these: an amount, a duration, a mean, an age."""
    place, text = reading.answer_in_sentence, reading.words
    if re.fullmatch(r"[1-9]?[0-9]", reading.answer) and _AGE.search(text, 0, place.start):
        return bool(_AFTER_AGE.match(text, place.end))
    told = [value for value in find_values(text) if value.span.meets(place)]
    asked = {one.kind for one in find_values(f"12 {counted}")}
    return bool(told) and all(_is_something_else(value, asked) for value in told)


def _is_something_else(value: Value, asked: Collection[str]) -> bool:
    if value.kind in {"money", "duration"}:
        return value.kind not in asked
    if value.kind != "count" or value.unit or not isinstance(value.low, Decimal):
        return False
    return value.low != int(value.low)


def _may_be_asked_for(question: Question, value: Value) -> bool:
    return value.kind != "date" and not (value.unit and question.counts_beside(value.unit))

"""What a number in a sentence counts or measures, and whether that is what is asked for."""

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from index.models import Span
from qa.answers.answer_values import counts_alike, value_of
from qa.english.terms import stems
from qa.questions.question import Question
from qa.read import Reading
from qa.values import Value, find_values
from qa.values.measures import UNITS
from qa.values.numbers import number_at

_MEASURES = (
    (
        "length",
        r"how (?:tall|deep|wide|thick)\b|(?:height|depth|width|diameter|wingspan|altitude)\b",
    ),
    ("mass", r"how heavy\b|weight\b"),
    ("speed", r"how fast\b|(?:top |maximum |average )?speed\b"),
)
_HOW_LONG = re.compile(r"how long (?:is|was|are|were) (?!it\b)", re.IGNORECASE)
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
        ("ill", r"f[ae]ll(?:en|s)? (?:ill|sick)|taken ill|sickened|infected"),
    )
}
"""What may have become of people: who is hurt is not counted among the dead."""
_ASIDE = re.compile(r"[^,;.]{0,20}(?:, (?:both |all )?aged [^,]*,)")  # "Two, aged 3 and 5, died"
_NUMBER = re.compile(r"[A-Za-z]+|[0-9][0-9,]*")
_NEXT = re.compile(r"[,;:.!?](?=\s|$)|\band\b|\d")
MOST_BETWEEN = 3  # Words between "killed" and the number of those who were.
NEAR = 40  # Characters in which they stand.
_NAME = r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
_BEFORE_AGE = re.compile(rf"{_NAME}(?:, (?:who (?:is|was) |aged |now )?| \()$")
_AFTER_YEARS = re.compile(rf"-year-old (?:[a-z-]+ ){{0,3}}{_NAME}")
_UNIT_IN_SHORT = re.compile(r"(?<=[0-9])[ \u00a0-]?(?:m|cm|mm|km|ft|in|g|kg|lbs?|oz|t)\b")
_AGE = re.compile(r"[A-Za-z][\w'’-]+(?:, | \()$")
_AGED = re.compile(r"\b(?:aged|ages|age) (?:[0-9]+(?:,| and| to|,? and) )*$")
_AFTER_AGE = re.compile(r"[,)]")


def measuring(question: Question, readings: Sequence[Reading]) -> Sequence[Reading]:
    """Leave out measures of another sort, and counts, where "how tall" or "how fast" is asked.

    "How long is it?" asks for a length where the surest answer is one.
    """
    base = next((base for base, asks in _OF_MEASURE if asks.search(question.text)), None)
    told = [(one, value_of(one, question)) for one in readings]
    if _HOW_LONG.match(question.text):
        _, surest = max(told, key=lambda one: one[0].probability, default=(None, None))
        lasts = "duration" if _base(surest) == "length" else None
        return [one for one, value in told if value is None or value.kind != lasts]
    if base is None:
        return readings
    measured = any(_base(value) == base for _, value in told)
    return [one for one, value in told if value is None or _may_be(value, base, one, sure=measured)]


def counting(question: Question, readings: Sequence[Reading]) -> Sequence[Reading]:
    """Leave out numbers of other things where one of what is asked is read as surely.

    "14 stops" is no answer to how many cars, where another article says "9,000 cars". What is read
    more surely may be other words for it: "42 inpatients" of patients.
    """
    unit = _unit_asked(question)
    if unit is None:
        return readings
    told = [(one, value_of(one, question)) for one in readings]
    named = [one.probability for one, value in told if _counts(one, value, unit)]
    surest = max(named, default=0.0)
    return [
        one for one, value in told if one.probability > surest or not _counts_another(value, unit)
    ]


def _counts(reading: Reading, value: Value | None, unit: str) -> bool:
    """Return whether a number is said to be of what is asked."""
    said = value_of(reading)
    named = said is not None and said.unit is not None
    return named and value is not None and bool(value.unit) and counts_alike(value.unit, unit)


def _unit_asked(question: Question) -> str | None:
    """Return the unit of what a question asks the number of, as a value has it."""
    if question.kinds[0] != "count" or question.counted is None:
        return None
    asked = find_values(f"12 {question.counted}")
    return asked[0].unit if asked and asked[0].kind == "count" else None


def _counts_another(value: Value | None, unit: str) -> bool:
    if value is None or value.kind != "count" or value.unit is None:
        return False
    return not counts_alike(value.unit, unit)


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


def is_of_others(question: Question, reading: Reading) -> bool:
    """Return whether a number is of those who fared otherwise, or the age of somebody else."""
    text, place = reading.words, reading.answer_in_sentence
    asked = {fate for fate, words in _FATES.items() if words.search(question.text)}
    if asked and (told := _fate(text, place)):
        return told not in asked
    if not question.wants_age or not question.names:
        return False
    owner = _BEFORE_AGE.search(text, 0, place.start) or _AFTER_YEARS.match(text, place.end)
    return owner is not None and not question.names & set(stems(owner["name"]))


def with_number_asked_for(question: Question, reading: Reading) -> Reading:
    """Return a reading with the number of its sentence that is asked for, if it has another.

    To how many died, "47 fell ill, of whom three died" answers with three; to how many passengers,
    "380 passengers, 45 cars" does not answer with 45.
    """
    unit = _unit_asked(question)
    if unit and _counts_another(value_of(reading, question), unit):
        told = find_values(reading.words)
        alike = [one for one in told if one.unit and counts_alike(one.unit, unit)]
        return _answering(reading, alike[0].span) if len(alike) == 1 else reading
    asked = {fate for fate, words in _FATES.items() if words.search(question.text)}
    if not asked or question.kinds[0] != "count" or not _is_other(question, reading):
        return reading
    text, place = reading.words, reading.answer_in_sentence
    found = next((one for one in _numbers(text, place) if _fate(text, one) in asked), None)
    if found is None:
        return reading
    return _answering(reading, found)


def _answering(reading: Reading, place: Span) -> Reading:
    """Return a reading that answers with another stretch of its sentence."""
    first = reading.sentence.start
    span = Span(start=first + place.start, end=first + place.end)
    return reading.model_copy(update={"span": span, "answer": place.of(reading.words)})


def _is_other(question: Question, reading: Reading) -> bool:
    return is_of_others(question, reading) or counts_something_else(question, reading)


def _numbers(text: str, beside: Span) -> Iterator[Span]:
    """Yield where the whole numbers of a sentence stand, with what they count, but for one.

    That of a day or of an amount is none.
    """
    told = find_values(text)
    values = [value.span for value in told if value.kind == "count"]
    others = [value.span for value in told if value.kind != "count"]
    for token in _NUMBER.finditer(text):
        number = number_at(text, token.start())
        if number is None or number.value != int(number.value):
            continue
        bare = Span(start=token.start(), end=number.end)
        span = next((one for one in values if one.meets(bare)), bare)
        if not span.meets(beside) and not any(one.meets(bare) for one in others):
            yield span


def _fate(text: str, place: Span) -> str | None:
    """Return what a sentence says has become of a number of people: "64 people hurt"."""
    aside = _ASIDE.match(text, place.end)
    ends = _NEXT.search(text, aside.end() if aside else place.end)
    inside = _fates(text, place.start, place.end)
    before = _fates(text, max(0, place.start - NEAR), place.start)
    if not inside and before:
        end, fate = max((match.end(), fate) for match, fate in before)
        between = len(text[end : place.start].split())
        if between <= MOST_BETWEEN and not _NEXT.search(text, end, place.start):
            return fate
    after = inside or _fates(text, place.end, ends.start() if ends else len(text))
    return min(((match.start(), fate) for match, fate in after), default=(0, None))[1]


def _fates(text: str, start: int, end: int) -> list[tuple[re.Match[str], str]]:
    return [
        (match, fate)
        for fate, words in _FATES.items()
        for match in words.finditer(text, start, end)
    ]


def counts_something_else(question: Question, reading: Reading) -> bool:
    """Return whether a number counts not what is asked: an amount, a duration, a mean, an age."""
    if question.counted is None:
        return False
    place, text = reading.answer_in_sentence, reading.words
    if _AGED.search(text, 0, place.start):
        return True
    if re.fullmatch(r"[1-9]?[0-9]", reading.answer) and _AGE.search(text, 0, place.start):
        return bool(_AFTER_AGE.match(text, place.end))
    told = [value for value in find_values(text) if value.span.meets(place)]
    asked = {one.kind for one in find_values(f"12 {question.counted}")}
    return bool(told) and all(_is_something_else(value, asked) for value in told)


def _is_something_else(value: Value, asked: Collection[str]) -> bool:
    if value.kind in {"money", "duration"}:
        return value.kind not in asked
    if value.kind != "count" or value.unit or not isinstance(value.low, Decimal):
        return False
    return value.low != int(value.low)

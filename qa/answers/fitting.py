"""Whether an answer is of the kind that is asked for: a time, a number, or somebody by name."""

import re
from collections.abc import Sequence

from qa.answers.counted import (
    counting,
    counts_something_else,
    is_of_others,
    measuring,
    with_number_asked_for,
)
from qa.answers.roles import holds_a_role
from qa.english.borders import clause_at
from qa.english.grammar import AUXILIARIES
from qa.english.terms import stems
from qa.questions.question import Question
from qa.read import Reading
from qa.telling.clock import tells_time_of_day
from qa.values import Value, find_values

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

_FEW_DIGITS = re.compile(r"[0-9]{1,3}")
_CLAUSE = re.compile(
    r"(?:why|how (?:will|would|do|does|did|can|could|is|are|was|were|has|have))\b", re.IGNORECASE
)
_BYLINE = re.compile(
    r"\W*(?:(?:written|reporting|words|report|story) )?by [A-Z][^.!?]{0,60}$", re.IGNORECASE
)
_WROTE = re.compile(r"\b(?:wr[io]te\w*|author\w*|report\w*|journalist\w*|by whom)\b", re.IGNORECASE)
_CASE = re.compile(r"(?P<name>[A-Z][\w’'-]+) (?:case|trial|hearing|lawsuit|suit|appeal|inquest)\b")
_BY_DEGREES = re.compile(r"how (?:fast|hot|cold|steep|strong)\b", re.IGNORECASE)
_CLOCK = re.compile(r"\d:\d\d\b|\d ?[ap]\.?m\b", re.IGNORECASE)
_OLD = re.compile(r"\b(?:old|older|age|aged|ages)\b", re.IGNORECASE)
_DELAY = re.compile(r"['’]?s?[ -](?:delays?|late\b(?!r)|behind schedule|long\b)", re.IGNORECASE)
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
    if _CLAUSE.match(question.text):
        return [one for one in readings if not _is_value(one)]
    if _WHO.match(question.text):
        readings = [one for one in readings if not _is_nobody_asked_for(question, one)]
        return [one for one in readings if _is_named(one)] or list(readings)
    readings = [with_number_asked_for(question, one) for one in measuring(question, readings)]
    readings = counting(question, readings)
    if question.wants_place:
        return [one for one in readings if _may_be_a_place(one)]
    if question.wants_age:
        readings = [one for one in readings if _may_be_an_age(one)]
    return _of_value(question, readings) if question.wants_value else list(readings)


def _is_value(reading: Reading) -> bool:
    """Return whether an answer is a value and nothing else: "30 June" gives no reason."""
    return any(value.text == reading.answer for value in find_values(reading.answer))


def _is_nobody_asked_for(question: Question, reading: Reading) -> bool:
    """Return whether an answer is who wrote the article, or whose the case is that is asked about.

    Of "the judge in the Ash case", Ann Ash is none.
    """
    if _BYLINE.match(reading.words) and not _WROTE.search(question.text):
        return True
    *_, last = stems(reading.answer) or [""]
    return any(last in stems(match["name"]) for match in _CASE.finditer(question.text))


def _of_value(question: Question, readings: Sequence[Reading]) -> list[Reading]:
    if question.wants_time_of_day:
        return [one for one in readings if tells_time_of_day(one.answer)]
    if question.kinds[0] == "date":
        return [one for one in readings if _tells_time(one)]
    if _BY_DEGREES.match(question.text) and not any(_NUMBER.search(r.answer) for r in readings):
        return list(readings)  # "Rather slowly"
    return [one for one in readings if _tells_number(question, one)]


def _is_asked_itself(reading: Reading) -> bool:
    """Return whether an answer is of a clause that asks: not "She was born in Ash, wasn't she?".

    "About half of it is made there?" only sounds as if it did.
    """
    clause = clause_at(reading.words, reading.answer_in_sentence)
    asks = reading.words[clause.end :].startswith("?")
    return asks and bool(_ASKS.match(clause.of(reading.words)))


def _may_be_a_place(reading: Reading) -> bool:
    """Return whether an answer has letters, names no "mayor Bo Birk", and is not "of smallpox"."""
    if not any(character.isalpha() for character in reading.answer):
        return False
    before = reading.words[: reading.answer_in_sentence.start]
    named = any(character.isupper() for character in reading.answer)
    if named and (holds_a_role(before) or holds_a_role(reading.answer)):
        return False
    return named or not _NO_PLACE_BEFORE.search(before)


def _may_be_an_age(reading: Reading) -> bool:
    """Return whether an answer has a number, and is no time that something lasts: "three years"."""
    lasts = any(value.kind == "duration" for value in find_values(reading.answer))
    return bool(_NUMBER.search(reading.answer)) and (not lasts or bool(_OLD.search(reading.words)))


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
    if _FEW_DIGITS.fullmatch(reading.answer):
        return _is_date(reading)
    return bool(_TIME.search(reading.answer)) and not counts and not _delays(reading, told)


def _is_date(reading: Reading) -> bool:
    """Return whether a number is part of a date in its sentence: "21" of "21 May", "the 21st"."""
    met = reading.answer_in_sentence
    told = find_values(reading.words, reading.passage.article.published)
    return any(value.kind == "date" and value.span.meets(met) for value in told)


def _delays(reading: Reading, told: Sequence[Value]) -> bool:
    """Return whether an answer is how late or how long something was: "with ten months' delay"."""
    lasts = bool(told) and all(value.kind == "duration" for value in told)
    return lasts and bool(_DELAY.match(reading.words, reading.answer_in_sentence.end))


def _tells_number(question: Question, reading: Reading) -> bool:
    """Return whether an answer has a number, and not only a date or a number of something beside.

    "Two towns" are none to "How many homes are there in the towns?".
    """
    told = find_values(reading.answer)
    if not told:
        return bool(_NUMBER.search(reading.answer)) and not _CLOCK.search(reading.answer)
    if is_of_others(question, reading) or counts_something_else(question, reading):
        return False
    return any(_may_be_asked_for(question, value) for value in told)


def _may_be_asked_for(question: Question, value: Value) -> bool:
    return value.kind != "date" and not (value.unit and question.counts_beside(value.unit))

"""What value an answer is, and how two of them compare."""

import re

from qa.english.synonyms import count_alike
from qa.english.terms import stem, stems
from qa.questions.question import Question
from qa.read import Reading
from qa.reading.choice import end_asked_for
from qa.telling.clock import find_times, of_one_clock
from qa.values import Relation, Value, compare, find_values
from qa.values.numbers import number_at

_YEAR = re.compile(
    r"(?:c\.|ca\.|circa|about|around)? ?(?P<year>1[0-9]{3}|20[0-9]{2})", re.IGNORECASE
)

_AGE = re.compile(
    r"(?:aged? )?(?P<years>\d{1,3})(?:[ -]years?)?(?:[ -]olds?| of age)?", re.IGNORECASE
)
_MOST = re.compile(
    r"\b(?:capacity|maximum|at most|limit|cap|ceiling|record"
    r"|can\b.*\b(?:carry|hold|seat|take|accommodate|fit|sleep|store|contain|host|lift|reach|last))\b",
    re.IGNORECASE,
)
_LEAST = re.compile(r"\b(?:minimum|at least|how old (?:must|do)|from what age)\b", re.IGNORECASE)
_MAGNITUDE = re.compile(r"\bmagnitude\b", re.IGNORECASE)  # It stands before its number, if at all.
_PEOPLE_WORDS = """
person death injury worker employee volunteer patient student pupil child adult man woman resident
inhabitant citizen voter fan spectator visitor passenger traveller soldier troop civilian
protester demonstrator migrant refugee prisoner detainee hostage guest customer user member player
participant attendee delegate victim life soul individual speaker survivor teacher nurse doctor
officer staff villager islander viewer runner thief gunman suspect competitor contestant finalist
entrant starter finisher hiker climber skier swimmer sailor fisherman miner firefighter paramedic
medic rescuer policeman policewoman constable deputy lawmaker legislator senator councillor
councilor minister mp judge juror lawyer prosecutor witness defendant plaintiff convict inmate
offender picket striker docker dockworker farmer driver cyclist motorist pedestrian commuter rider
biker trucker pilot footballer athlete coach referee singer actor actress artist musician dancer
writer author journalist reporter engineer scientist researcher academic professor lecturer
trainee apprentice intern graduate pensioner retiree veteran baby infant toddler teenager youth
girl boy kid parent relative tenant homeowner landlord shareholder investor trader banker manager
executive director applicant candidate nominee supporter opponent rioter looter attacker militant
rebel insurgent guard recruit conscript pilgrim worshipper subscriber listener reader follower
workmate colleague inpatient outpatient schoolchild
schoolboy schoolgirl
shopper consumer holidaymaker tourist camper evacuee robber burglar fraudster hacker addict orphan
settler bystander onlooker marcher activist campaigner diplomat fatality
"""
_PEOPLE = frozenset({None, *_PEOPLE_WORDS.split()})
"""What counts people, whatever it calls them; what "12" counts is not said."""


def value_of(reading: Reading, question: Question | None = None) -> Value | None:
    """Return the value that a reading answers with; None when it answers with words.

    Given the question, "1870" is a year where a date is asked for, and of a stretch of time it is
    the end that is asked for: of "1875 – 1946", when somebody was born is 1875. Where the time of
    day is asked for, nothing else is a value.
    """
    met = reading.answer_in_sentence
    if question and question.wants_time_of_day:
        return next((time for time in find_times(reading.words) if time.span.meets(met)), None)
    told = find_values(reading.words, reading.passage.article.published)
    meant = [value for value in told if value.span.meets(met)]
    value = meant[0] if meant else None
    if question is None:
        return value
    if question.kinds[0] == "date" and [one.kind for one in meant[:2]] == ["date", "date"]:
        # "Tuesday, finishes on the third Sunday": which of them is not said.
        return meant[0].model_copy(update={"low": None, "high": None, "unit": None})
    if question.kinds[0] == "date" and (year := _YEAR.fullmatch(reading.answer)):
        hedge = value.hedge if value and value.text == year["year"] else None
        value = _alone(f"in {year['year']}", value)
        value = value.model_copy(update={"hedge": hedge}) if value and hedge else value
    elif question.wants_age and (age := _AGE.fullmatch(reading.answer)):
        value = _alone(age["years"], None)
    elif value is None and question.wants_value:
        value = _alone(reading.answer, value) or _number(reading.answer)
    return value and _of_limit(question, _counted(question, _end_asked_for(question, value)))


def counts_alike(one: str | None, other: str | None) -> bool:
    """Return whether two units may count the same: people by whatever name, shops and stores.

    >>> counts_alike("gunman", "person"), counts_alike("car", "stop")
    (True, False)
    >>> counts_alike("patient", "inpatient"), counts_alike("household", "home")
    (True, True)
    """
    return {one, other} <= _PEOPLE or count_alike(one, other)


def _of_limit(question: Question, value: Value) -> Value:
    """Return a bound as what it is where the bound is asked for: "up to 900" of what a ship holds.

    >>> from qa.questions.question import understand
    >>> _of_limit(understand("How many can it hold?"), find_values("up to 900 people")[0]).hedge
    'exact'
    """
    asks = {"at_most": _MOST, "at_least": _LEAST}.get(value.hedge)
    if asks is None or not question.wants_value or not asks.search(question.text):
        return value
    return value.model_copy(update={"hedge": "exact"})


def _counted(question: Question, value: Value) -> Value:
    """Return a value as a count of what is asked for, where its words name that.

    "657 Oak Barrel restaurants" and "658 Oak Barrel stores" count Oak Barrels.
    """
    if value.kind == "count" and value.unit is None and _MAGNITUDE.search(question.text):
        return value.model_copy(update={"unit": "magnitude"})
    if value.kind != "count" or question.counted is None:
        return value
    if value.unit is not None and stem(question.counted) not in stems(value.text):
        return value
    asked = find_values(f"12 {question.counted}")
    if not asked or asked[0].kind != "count":
        return value
    return value.model_copy(update={"unit": asked[0].unit})


def _alone(text: str, value: Value | None) -> Value | None:
    """Return the one value of a text; where it has several or none, the value that is given."""
    found = find_values(text)
    return found[0] if len(found) == 1 else value


def _number(text: str) -> Value | None:
    """Return what is no more than a number in words, "nineteen", as if it were in digits."""
    number = number_at(text, 0)
    if number is None or number.end < len(text) or number.value != int(number.value):
        return None
    return _alone(str(int(number.value)), None)


def _end_asked_for(question: Question, value: Value) -> Value:
    if value.kind != "date" or value.low == value.high:
        return value
    part = end_asked_for(question, value.text)
    found = find_values(part.of(value.text)) if part else []
    return found[0] if len(found) == 1 and found[0].kind == "date" else value


def relation(a: Value, b: Value) -> Relation:
    """Compare two values that answer the same question.

    Then "12 people" and "12 dead" count the same thing, which by themselves they need not, and
    "eighteen" may be "18 years".
    """
    if {a.kind, b.kind} == {"count", "duration"} and None in {a.unit, b.unit}:
        count, duration = (a, b) if a.kind == "count" else (b, a)
        number = number_at(duration.text, 0)
        return "equal" if number and number.value == count.low else "incomparable"
    a, b = of_one_clock(a, b)
    if a.kind == b.kind == "count" and counts_alike(a.unit, b.unit):
        a, b = (value.model_copy(update={"unit": None}) for value in (a, b))
    if a.kind == b.kind == "count" and None in {a.unit, b.unit}:
        bare = [value.model_copy(update={"unit": None}) for value in (a, b)]
        return "equal" if compare(*bare) == "equal" else compare(a, b)
    return compare(a, b)

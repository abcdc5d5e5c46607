"""Questions that offer a choice, "Did it close in 1987 or 1991?", and what is asked instead.

Where values or names are offered, the question is for the value or the name. Where other words are,
it is one yes-or-no question for each: "Is it open?" and "Is it closed?".
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from index.models import Span
from qa.answers.answer_values import relation
from qa.answers.threshold import counted_as, fronted
from qa.english.grammar import AUXILIARIES, DO, PREPOSITIONS
from qa.english.names import find_names
from qa.english.terms import stems
from qa.english.verbs import PAST, THIRD, inflected
from qa.questions.conjuncts import DETERMINERS, conjuncts, side_by_side
from qa.questions.gaps import BEFORE_DATE, BEFORE_PLACE, asks_for, without_number
from qa.questions.in_full import in_full
from qa.questions.question import understand, without_preamble
from qa.questions.statement import statement
from qa.telling.clock import OF_DAY, OF_HALF, find_times
from qa.values import Value, find_values

_PREPOSITION = "|".join(sorted(PREPOSITIONS | {"off", "outside", "inside", "across"}))
_DETERMINER = "|".join(sorted(DETERMINERS))
_LEAD = rf"(?:(?:{_PREPOSITION})\s+)?(?:(?:{_DETERMINER})\s+)?"
"""What may stand before an alternative, told once or twice: "in 1987 or in 1991"."""

_OR = re.compile(r",? or (?:else )?")
_OR_NOT = re.compile(r",? or not(?=[ ?]*$)")
_LEAD_AHEAD = re.compile(_LEAD, re.IGNORECASE)
_THE = re.compile(rf"\b(?:{_DETERMINER})\s+$", re.IGNORECASE)
_LEAD_BEHIND = re.compile(rf"\b{_LEAD}$", re.IGNORECASE)
_CLAUSE = re.compile(rf"(?:{AUXILIARIES})\b")  # Not "May 2019".
_INCLUSIVE = re.compile(
    r"\b(?:any|anyone|anybody|anything|anywhere|ever)\b"
    r"|\bor (?:more|less|fewer|so|later|earlier|others?|otherwise|another|above|over|neither)\b",
    re.IGNORECASE,
)
"""What asks whether one of them is so, and not which: "Did it kill or injure anyone?"."""

_AT = re.compile(r"\b(at|by|until|since|from|before|after|around|about) $", re.IGNORECASE)
_UNTIL = re.compile(r"(until|since) ", re.IGNORECASE)
_WORD = re.compile(r"[^\s,;?]+")


class Alternative(NamedTuple):
    """One of the things that a question offers.

    Attributes:
        text: Its words.
        question: Whether it is so.
        value: None of a name and of other words.
    """

    text: str
    question: str
    value: Value | None = None

    def is_named_by(self, answer: str) -> bool:
        """Return whether an answer has its value, or all its words; of a name a part is enough.

        >>> birk, open_ = Alternative("Bo Birk", "Did Bo Birk win?"), Alternative("open", "Is it?")
        >>> birk.is_named_by("Birk"), open_.is_named_by("wide open"), open_.is_named_by("closed")
        (True, True, False)
        """
        if self.value:
            if self.value.unit in {OF_DAY, OF_HALF}:
                told = list(find_times(f"at {answer}"))
            else:
                told = [counted_as(self.value, one) for one in find_values(answer)]
            return any(relation(self.value, one) in {"equal", "compatible"} for one in told)
        said, own = set(stems(answer)), set(stems(self.text))
        return bool(said) and (own <= said or (self.text != self.text.lower() and said <= own))


class Offer(NamedTuple):
    """What a question offers.

    Attributes:
        kind: What is offered.
        alternatives: Two or more.
        asked: The question for the value or the name; for other words the question itself.
    """

    kind: Literal["value", "name", "words"]
    alternatives: tuple[Alternative, ...]
    asked: str


def to_ask(question: str) -> str:
    """Return a question without preamble and without "or not".

    >>> to_ask("The bridge was shut in May. Is the bridge at Birch open or not?")
    'Is the bridge at Birch open?'
    """
    return side_by_side(_OR_NOT.sub("", in_full(without_preamble(question))))


@lru_cache(maxsize=64)
def offer(question: str) -> Offer | None:
    """Return what a question offers; None where it offers no choice.

    >>> for question in (
    ...     "Did the mill in Birch shut in 1987 or 1991?",
    ...     "Did Ann Ash or Bo Birk win the seat?",
    ...     "Is the rival open or closed today?",
    ... ):
    ...     found = offer(question)
    ...     print(found.kind, found.asked, [one.text for one in found.alternatives])
    value When did the mill in Birch shut? ['1987', '1991']
    name Who won the seat? ['Ann Ash', 'Bo Birk']
    words Is the rival open or closed today? ['open', 'closed']
    """
    either = _either(question)
    if either is None:
        return None
    rest = question[either.end :].rstrip(" ?")
    if _CLAUSE.match(rest):
        first = question[: either.start].rstrip(" ,")
        return Offer("words", (_clause(first), _clause(rest)), question)
    return (
        _of_values(question, either) or _of_names(question, either) or _of_words(question, either)
    )


def _clause(words: str) -> Alternative:
    """Return a question of its own as an alternative, told as a statement."""
    question = f"{words[:1].upper()}{words[1:]}?"
    return Alternative((statement(question) or words).rstrip("."), question)


def _either(question: str) -> Span | None:
    """Return where a yes-or-no question has its "or", if it has one and asks which."""
    found = [Span(start=one.start(), end=one.end()) for one in _OR.finditer(question)]
    if len(found) != 1 or _INCLUSIVE.search(question):
        return None
    return found[0] if understand(question).kinds[0] == "yes_no" else None


def _of_values(question: str, either: Span) -> Offer | None:
    times = list(find_times(question))
    values = find_values(question[:1].lower() + question[1:])
    values = [*times, *(v for v in values if not any(v.span.meets(time.span) for time in times))]
    both = next((v.span for v in values if v.span.start < either.start < v.span.end), None)
    after = either.end + _lead_of(question[either.end :])
    last = next((value.span for value in values if value.span.start == after), None)
    first = next((value.span for value in values if value.span.end == either.start), None)
    if both:  # "Two or three days".
        first = Span(start=both.start, end=either.start)
        last = Span(start=either.end, end=both.end)
    if first is None or last is None:
        return None
    places = [*_listed(question, [value.span for value in values], first), last]
    stated = {value.span: value for value in values}
    told = stated.get(last) or next(iter(find_values(last.of(question))), None)
    if told is None:
        return None
    head, tail = question[: places[0].start], question[last.end :]
    found = []
    for place in places:
        value = stated.get(place)
        if value is None or value.kind != told.kind or (told.unit and not value.unit):
            value = _like(told, place.of(question))
        if value is None:
            return None
        found.append(Alternative(value.text, f"{head}{value.text}{tail}", value))
    place = _with_lead(question, Span(start=places[0].start, end=last.end), told)
    asked = fronted(question, *_asking(question, place, told))
    if asked is None or understand(asked).kinds[0] == "yes_no":
        return None
    return Offer("value", tuple(found), asked)


def _asking(question: str, place: Span, told: Value) -> tuple[Span, str]:
    """Return what asks for values, and the place of the words that it stands for."""
    if told.unit in {OF_DAY, OF_HALF}:
        lead = _AT.search(question[: place.start])
        start = lead.start() if lead else place.start
        return Span(start=start, end=place.end), f"{lead[1] if lead else 'at'} what time"
    lead = _UNTIL.match(place.of(question)) if told.kind == "date" else None
    return place, f"{lead[1]} {asks_for(told)}" if lead else asks_for(told)


def _like(last: Value, words: str) -> Value | None:
    """Return the value of words that may leave the unit to the last one: "27 or 49 percent"."""
    for text in (words, f"{words} {without_number(last.text)}"):
        found = find_values(text)
        if len(found) == 1 and (found[0].kind, found[0].unit) == (last.kind, last.unit):
            return found[0]
    return None


def _with_lead(question: str, place: Span, value: Value) -> Span:
    """Return a place with what goes before a date there: "on 3 May"."""
    found = BEFORE_DATE.search(question[: place.start]) if value.kind == "date" else None
    return Span(start=found.start(), end=place.end) if found else place


def _listed(question: str, places: Sequence[Span], last: Span) -> list[Span]:
    """Return the places that end in `last` with nothing but commas between them."""
    found = [last]
    while before := [one for one in places if question[one.end : found[0].start].strip() == ","]:
        found.insert(0, before[0])
    return found


def _of_names(question: str, either: Span) -> Offer | None:
    names = [name for name in find_names(question[:1].lower() + question[1:]) if name.start]
    after = either.end + _lead_of(question[either.end :])
    last = next((name for name in names if name.start == after), None)
    first = next((name for name in names if name.end == either.start), None)
    if first is None or last is None:
        return None
    lead = question[either.end : after]
    places = [_led(question, one, lead) for one in _listed(question, names, first)]
    places.append(Span(start=either.end, end=last.end))
    asked = _for_the_name(question, places)
    return Offer("name", _each(question, places), asked) if asked else None


def _each(question: str, places: Sequence[Span]) -> tuple[Alternative, ...]:
    """Return the words at some places as alternatives, each with the question for it alone."""
    head, tail = question[: places[0].start], question[places[-1].end :]
    texts = [place.of(question) for place in places]
    return tuple(
        Alternative(text[_lead_of(text) :], " ".join(f"{head}{text}{tail}".split()))
        for text in texts
    )


def _led(question: str, name: Span, lead: str) -> Span:
    """Return a name with what leads to it, as far as that leads to the last one offered as well."""
    if not lead:
        return name
    own = _LEAD_BEHIND.search(question[: name.start])
    words = own[0].split() if own else []
    if len(words) > len(lead.split()):
        words = words[-len(lead.split()) :]
    return Span(start=name.start - len("".join(f"{word} " for word in words)), end=name.end)


def _lead_of(text: str) -> int:
    """Return how many characters stand before an alternative."""
    lead = _LEAD_AHEAD.match(text)
    return lead.end() if lead else 0


def _for_the_name(question: str, places: Sequence[Span]) -> str | None:
    """Return the question for the name where names are offered."""
    name = places[0].start + _lead_of(places[0].of(question))
    where = BEFORE_PLACE.search(question[:name])
    lead = where or _THE.search(question[:name])
    place = Span(start=lead.start() if lead else name, end=places[-1].end)
    auxiliary = question[: place.start].strip().casefold()
    if auxiliary in DO:
        verb, _, rest = question[place.end :].strip().partition(" ")
        return f"Who {inflected(verb, PAST if auxiliary == 'did' else THIRD)} {rest}"
    return fronted(question, place, "where" if where else "who")


def _of_words(question: str, either: Span) -> Offer | None:
    auxiliary, *left = (
        Span(start=word.start(), end=word.end())
        for word in _WORD.finditer(question[: either.start])
    )
    right = [
        Span(start=either.end + word.start(), end=either.end + word.end())
        for word in _WORD.finditer(question[either.end :])
    ]
    many = conjuncts(
        auxiliary.of(question),
        [word.of(question) for word in left],
        [word.of(question) for word in right],
    )
    if many is None:
        return None
    places = [
        Span(start=left[-many[0]].start, end=left[-1].end),
        Span(start=right[0].start, end=right[many[1] - 1].end),
    ]
    return Offer("words", _each(question, places), question)

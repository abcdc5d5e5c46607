"""May two positions be set against each other? What they must share, whatever they answer."""

from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date
from itertools import product

from qa.names import find_names
from qa.positions import Held
from qa.question import Question
from qa.terms import stems
from qa.values import Value, find_values

ENOUGH_NAMES = 3  # Shared by two passages; passages about different events share one or two.
SHARED_NAMES = 0.3  # Of the fewer names of two passages, where they have few.
MOST_NAMES = 0.5  # Of the question's names: a sentence without them may be about anybody.


def tell_of_the_same(a: Held, b: Held) -> bool:
    """Return whether two passages can be about one event: they share names, or one has none.

    "How many died in the earthquake?" finds every earthquake, and each has its own toll.
    """
    fewer = min(len(a.around), len(b.around))
    shared = len(a.around & b.around)
    return shared >= ENOUGH_NAMES or shared >= SHARED_NAMES * fewer


def names_its_subject(question: Question, held: Held) -> bool:
    """Return whether most names of the question stand in the sentence, or above it."""
    return len(question.names & _told(held)) >= MOST_NAMES * len(question.names)


def names_all(question: Question, held: Held) -> bool:
    """Return whether all names of the question, and there are some, stand there.

    A day is no name. Then it speaks of what the question names, whatever else its passage tells of.
    """
    names = {one for name in find_names(question.text) for one in stems(name.of(question.text))}
    return bool(names) and names <= _told(held)


def _told(held: Held) -> set[str]:
    passage = held.readings[0].passage
    return set(stems(f"{passage.article.title} {passage.heading or ''} {held.sentence}"))


def of_one_time(one: str, other: str) -> bool:
    """Return whether two sentences can be of one time: where both name years, these must meet.

    >>> of_one_time("Since 2012 it is banned.", "In 1985 it was allowed.")
    False
    >>> of_one_time("It is banned until 2030.", "Since 2012 it is allowed.")
    True
    """
    here, there = list(_times(one)), list(_times(other))
    met = (a[0] <= b[1] and b[0] <= a[1] for a, b in product(here, there))
    return not (here and there) or any(met)


def _times(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of time that a sentence names with their year, in whole years."""
    for value in find_values(sentence):
        if value.kind == "date" and any(c.isdigit() for c in value.text):
            yield from _stretch(value)


def _stretch(value: Value) -> Iterator[tuple[int, int]]:
    if not isinstance(value.low, date) or not isinstance(value.high, date):
        return
    if value.hedge in {"until", "by", "before"}:
        yield MINYEAR, value.high.year - 1  # "Before 1830" and "since 1830" do not meet.
    else:
        yield value.low.year, MAXYEAR if value.hedge in {"since", "after"} else value.high.year

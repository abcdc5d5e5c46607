"""May two positions be set against each other? What they must share, whatever they answer."""

import re
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date
from itertools import product

from qa.answers.evidence import names_of, names_within, terms_of
from qa.answers.polarity import subject_names
from qa.comparing.positions import Held
from qa.english.names import find_names
from qa.english.synonyms import synonyms
from qa.english.terms import akin, stems
from qa.english.times import YEAR
from qa.questions.question import Question
from qa.read import Reading
from qa.telling.sentences import Sentence
from qa.values import Value, find_values

ENOUGH_NAMES = 3  # Shared by two passages; passages about different events share one or two.
SHARED_NAMES = 0.3  # Of the fewer names of two passages, where they have few.
ENOUGH_OF_ARTICLES, SHARED_BY_ARTICLES = 4, 0.25
"""The same of whole articles: of two sets of articles of 450 words 11 and 10 differences were told
rightly with these, 7 and 7 without, 12 and 10 with .15, 11 and 8 with .35."""
MOST_MISSING = 0.2  # Of the words that are asked, where the other sentence has them.
MOST_UNNAMED = 1 / 3  # Of the question's names, those that stand nowhere in an article.
MOST_UNNAMED_ANYWHERE = 0.5  # The same, where its sentence does not say of anywhere else.
_MOST_OF_ALL = re.compile(r"\bthe (?:most|least|fewest|\w{3,}est|first|last|only)\b", re.IGNORECASE)
_PLACED = re.compile(r"\b(?:in|at|near|of|from|outside|for)\s+$", re.IGNORECASE)
_APPOSED = re.compile(r", (?:an?|the|who|whose|which)\b")
LEAD = 300  # Characters in which an article says what it is about.
MOST_NAMES = 0.5  # Of the question's names: a sentence without them may be about anybody.


def tell_of_the_same(a: Held, b: Held) -> bool:
    """Return whether two passages can be about one event: they share names, or one has none.

    "How many died in the earthquake?" finds every earthquake, and each has its own toll.
    """
    fewer = min(len(a.around), len(b.around))
    shared = len(a.around & b.around)
    if shared >= ENOUGH_NAMES or shared >= SHARED_NAMES * fewer:
        return True
    one, other = (names_of(held.readings[0].passage.article) for held in (a, b))
    shared = len(one & other)
    return shared >= ENOUGH_OF_ARTICLES and shared >= SHARED_BY_ARTICLES * min(len(one), len(other))


def names_its_subject(question: Question, held: Held) -> bool:
    """Return whether most names of the question stand in the sentence, before or above it.

    Of a sentence that names nothing else, "Adult entry is £14.50", the beginning of its article
    may say what it is about.

    And a word of each of them, or of two of three, stands somewhere in the article: one that never
    names Arden does not tell of the plant in Arden. Half are enough where the sentence does not
    tell of anywhere else.
    """
    reading = held.readings[0]
    if question.wants_amount and _is_of_another(question, reading):
        return False
    near = told_around(reading)
    if not _names_others(reading):
        near |= set(stems(reading.passage.article.text[:LEAD]))
    if len(question.names & near) < MOST_NAMES * len(question.names):
        return False
    told = terms_of(held.readings[0].passage.article)
    names = [set(stems(name.of(question.text))) for name in find_names(question.text)]
    missing = sum(1 for name in names if name and not name & told)
    most = MOST_UNNAMED if _is_placed_elsewhere(question, reading) else MOST_UNNAMED_ANYWHERE
    return missing <= most * len(names)


def _is_of_another(question: Question, reading: Reading) -> bool:
    """Return whether an amount is told of another: "Ash, an investor who paid $38" of Birk's.

    Who says something is no such one, and what is asked about may stand in the sentence besides.
    """
    text, subject = reading.words, subject_names(question)
    first = next(iter(find_names(text, known=names_within(reading.passage.article))), None)
    if first is None or not subject or subject & set(stems(text)):
        return False
    opens = not text[: first.start].strip() and first.end <= reading.answer_in_sentence.start
    return opens and bool(_APPOSED.match(text, first.end))


def _is_placed_elsewhere(question: Question, reading: Reading) -> bool:
    """Return whether a sentence says "in Horten" where the question does not name Horten."""
    known = question.names | set(stems(reading.answer))
    return any(
        _PLACED.search(reading.words, 0, name.start)
        and not known & set(stems(name.of(reading.words)))
        for name in find_names(reading.words)
    )


def names_all(question: Question, held: Held) -> bool:
    """Return whether all names of the question, and there are some, stand there.

    A day is no name. Then it speaks of what the question names, whatever else its passage tells of.
    What is the most of all, "the hottest year on record", is one thing by its words, which stand
    there.
    """
    called = [name.of(question.text) for name in find_names(question.text)]
    names = {one for name in called for one in stems(name)}
    if not names and _MOST_OF_ALL.search(question.text):
        names = set(question.terms)
    around = _around(held.readings[0])
    whole = all(_stands_whole(name, around) for name in called)
    return bool(names) and whole and names <= set(stems(around))


def _stands_whole(name: str, text: str) -> bool:
    """Return whether the words of a name stand side by side, or in one name.

    The Ash Museum is not named where the Elm Museum and the Ash council are.
    """
    own = stems(name)
    if len(own) < 2 or " ".join(own) in " ".join(stems(text)):
        return True
    return any(set(own) <= set(stems(one.of(text))) for one in find_names(text))


def tell_both(a: Held, b: Held) -> bool:
    """Return whether one sentence tells the other's value as well, as that of something else.

    "It pays $1.6 billion, or $38.50 a share" does not contradict "$38.50".
    """
    return (
        a.value is not None and b.value is not None and (_tells(a, b.value) or _tells(b, a.value))
    )


def _tells(held: Held, value: Value) -> bool:
    day = held.readings[0].passage.article.published
    return value.low is not None and any(
        one.kind == value.kind
        and (one.low, one.high) == (value.low, value.high)
        and (one.unit == value.unit or one.kind == "count")
        for one in find_values(held.sentence, day)
    )


def speak_of_the_same_attribute(question: Question, a: Held, b: Held) -> bool:
    """Return whether what one sentence has of what is asked, the other has too, or stands there.

    "Nine were injured" says nothing of how many were killed, where another sentence does. What the
    kind of answer implies, a duration that something lasts, need not be said.
    """
    values = [side.value for side in (a, b) if side.value]
    counted = {one for value in values for one in stems(value.unit or "")}
    asked = question.terms - question.names - question.implied - counted
    said = [akin(asked, stems(side.sentence)) for side in (a, b)]
    near = [akin(asked, synonyms(told_around(side.readings[0]))) for side in (a, b)]
    missing = max(len(said[0] - near[1]), len(said[1] - near[0]))
    return missing <= MOST_MISSING * len(asked)


def of_the_year_asked(question: Question, held: Held) -> bool:
    """Return whether a sentence can be of the year that a question names, if it names one."""
    asked, said = (set(YEAR.findall(text)) for text in (question.text, held.sentence))
    return not (asked and said) or bool(asked & said)


def told_around(reading: Reading) -> set[str]:
    """Return the stems of a reading's sentence, what stands before it, its heading and title."""
    return set(stems(_around(reading)))


def _around(reading: Reading) -> str:
    return Sentence(passage=reading.passage, span=reading.sentence, is_heading=False).around


def _names_others(reading: Reading) -> bool:
    """Return whether a sentence names anything but what it answers with."""
    answer = set(stems(reading.answer))
    names = (set(stems(name.of(reading.words))) for name in find_names(reading.words))
    return any(name and not name <= answer for name in names)


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

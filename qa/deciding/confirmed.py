"""Does an article confirm what a yes-or-no question names, by what it answers instead?"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby, islice
from typing import NamedTuple

from index.models import Article, Passage, Span
from qa.answers.answer_values import relation, value_of
from qa.answers.evidence import names_within
from qa.answers.polarity import Polarity
from qa.answers.same_figures import has_figures
from qa.comparing.gates import of_one_time
from qa.comparing.places import lies_in
from qa.comparing.positions import is_same_name
from qa.comparing.titled import Most, judge_titled
from qa.deciding.focus import Focus, asked_of, foci, has_focus
from qa.english.names import find_names
from qa.english.synonyms import are_of_one_sort
from qa.english.terms import stem, stems
from qa.entail import Entailment
from qa.questions.question import Question, understand
from qa.questions.statement import statement
from qa.read import Reader, Reading
from qa.telling.sentences import Sentence
from qa.unasked.stated import are_of_two_harms, may_be_one_value
from qa.values import Value, find_values

MOST_READ = 24  # Passages, those with several names as often: as long as the question's own take.
SAYS_SO = 0.65  # Probability from which an article gives what is named as its answer.
SAYS_NAME = 0.7  # The same of a name: other names are as near.
SAYS_ELSE = 0.85  # The same, of something else: an article has much else.
DENIES = 0.8  # Contradiction, at least, of what says something else where another article says yes.
DENIES_LATER = 0.9  # The same, and of the answer, where it was told long before or after that.
BEYOND_DOUBT = 0.97  # The same, where the article has what is named, in another sentence.
DENIES_ALONE = 0.2  # The same, where no article says yes.
DENIES_NAME = 0.8  # The same of a name: that another tore his tendon does not say that he did not.
DENIED = 0.5  # Contradiction from which a sentence that has what is named does not say it.
SUPPORTED = 0.5  # Entailment of what answers with a name: all that is asked has to be so besides.
"""Chosen on invented reports (`tests/benchmarks/asserted.jsonl`) and sentences of real news; with
DENIES .5 two more of 40 disagreements are found there, and three more of 61 warnings are false.
"""

ONE_STORY = 7  # Days: what is told of later is mostly another event.


class Told(NamedTuple):
    """What a passage answers instead of confirming something."""

    focus: Focus
    reading: Reading


def read_for(reader: Reader, question: str, passages: Sequence[Passage]) -> list[Told]:
    """Read passages for what they are to confirm; those that cannot tell are not read."""
    asked = ((one, at) for at, p in enumerate(passages) for one in asked_of(question, p.article))
    order = sorted(islice(asked, MOST_READ), key=lambda pair: (pair[0].question, pair[1]))
    return [
        Told(focus, reading)
        for focus, group in groupby(order, key=lambda pair: pair[0])
        for reading in reader.read(focus.question, [passages[at] for _, at in group])
    ]


def confirmations(
    question: str,
    told: Iterable[Told],
    entailment: Entailment,
    *,
    beside: Iterable[Reading] = (),
) -> list[Reading]:
    """Return what articles say to a yes-or-no question, with "yes" or "no", one for each at most.

    An article says yes by answering with all that is named. It says no by answering with something
    else, if it does not have what is named and its sentence contradicts that; if it has it in
    another sentence, that contradiction has to be beyond doubt.

    Args:
        question: What was asked.
        told: What was read for it.
        entailment: Compares sentences with what is asked about.
        beside: What says yes or no in other ways. What says the same here is as sure; what says no
            by its words, though the figure that is named is its answer, is left out, and so is what
            says yes in a sentence that answers with another.

    Returns:
        Those and what is left of `beside`.
    """
    best: dict[str, dict[Focus, Reading]] = {}
    for focus, reading in told:
        of_article = best.setdefault(reading.passage.article.id, {})
        if focus not in of_article or of_article[focus].probability < reading.probability:
            of_article[focus] = reading
    asked = understand(question)
    said = [one for of_article in best.values() if (one := _said(asked, of_article))]
    pairs = list(zip(said, _judged(question, said, entailment), strict=True))
    of_names = _is_of_names(question)
    yes = [
        one
        for one, judged in pairs
        if one.answer == "yes"
        and judged.contradiction < DENIED
        and (judged.entailment >= SUPPORTED or not of_names)
    ]
    surely = {
        one.passage.article.id
        for one, judged in pairs
        if one in yes and judged.entailment >= SUPPORTED and not of_names
    }
    of_others = _of_another(best)
    others = [
        one
        for one in beside
        if (one.answer != "no" or one.passage.article.id not in surely)
        and (one.answer != "yes" or (one.passage.article.id, one.sentence) not in of_others)
    ]
    confirming = [one.passage.article for one in (*others, *yes) if one.answer == "yes"]
    no = [
        one
        for one, judged in pairs
        if one.answer == "no"
        and _denies(question, one, judged.contradiction, confirming=confirming)
        and not are_of_two_harms(question, one.words)
        and _is_of_its_time(question, one)
    ]
    return [*(_as_sure_as(others, one) for one in (*yes, *no)), *others]


def _is_of_names(question: str) -> bool:
    """Return whether it asks to confirm names alone, and no figure or date."""
    return all(focus.value is None for focus in foci(question))


def _of_another(read: Mapping[str, Mapping[Focus, Reading]]) -> set[tuple[str, Span]]:
    """Return the sentences that have what is named, but answer with something else.

    "In 1803 he was appointed, and in 1805 he married" does not say that he married in 1803.
    """
    return {
        (article_id, reading.sentence)
        for article_id, of_article in read.items()
        for focus, reading in of_article.items()
        if focus.value and reading.probability >= SAYS_ELSE and confirmed(focus, reading) == "no"
    }


def _as_sure_as(others: Iterable[Reading], reading: Reading) -> Reading:
    """Return a reading, as sure as what says the same of its article in another way."""
    same = (
        other.probability
        for other in others
        if other.answer == reading.answer and other.passage.article.id == reading.passage.article.id
    )
    return reading.model_copy(update={"probability": max([reading.probability, *same])})


def _judged(question: str, said: Sequence[Reading], entailment: Entailment) -> list[Most]:
    """Return how probably each sentence says what is asked, or denies it."""
    asked = statement(question) or question
    titles = [one.passage.article.title for one in said]
    judged = judge_titled(entailment, [(one.words, asked) for one in said], titles)
    return [both.most for both in judged]


def _is_of_its_time(question: str, reading: Reading) -> bool:
    """Return whether a sentence is of the time that a question names, or answers when it was."""
    asks_when = any(focus.value and focus.value.kind == "date" for focus in foci(question))
    return asks_when or of_one_time(question, reading.words)


def _denies(
    question: str, reading: Reading, contradiction: float, *, confirming: Sequence[Article]
) -> bool:
    """Return whether what says something else is sure enough to say no.

    It is to be surer where others say yes, and surest where it was told long before or after, or
    where its article has what is named as well.
    """
    article = reading.passage.article
    if any(focus.value and has_focus(article, focus) for focus in foci(question)):
        return contradiction >= BEYOND_DOUBT
    if not confirming:
        return contradiction >= (DENIES_NAME if _is_of_names(question) else DENIES_ALONE)
    days = [other.published for other in confirming]
    day = article.published
    if day and all(days) and min(abs((day - one).days) for one in days if one) > ONE_STORY:
        return min(contradiction, reading.probability) >= DENIES_LATER
    return contradiction >= DENIES


def _said(question: Question, read: Mapping[Focus, Reading]) -> Reading | None:
    """Return the least sure reading of an article if each says yes, or the one that says no."""
    reading = min(read.values(), key=lambda one: one.probability)
    answers = {confirmed(focus, one) for focus, one in read.items()}
    if answers == {"yes"}:
        sentence = Sentence(passage=reading.passage, span=reading.sentence, is_heading=False)
        enough = SAYS_SO if any(focus.value for focus in read) else SAYS_NAME
        sure = reading.probability >= enough and has_figures(question, sentence)
        return reading.model_copy(update={"answer": "yes"}) if sure else None
    if answers == {"no"} and reading.probability >= SAYS_ELSE:
        apart = not any(_has_it_beside(reading, focus) for focus in read)
        return reading.model_copy(update={"answer": "no"}) if apart else None
    return None


def _has_it_beside(reading: Reading, focus: Focus) -> bool:
    """Return whether what is named stands in the very sentence, or of a name in its article."""
    if focus.value is None:
        return has_focus(reading.passage.article, focus)
    told = find_values(reading.words, reading.passage.article.published)
    return any(may_be_one_value(focus.value, other) for other in told)


def confirmed(focus: Focus, reading: Reading) -> Polarity | None:
    """Return whether a reading says what a question names, or something else; None if neither.

    Args:
        focus: What the question names.
        reading: What was found for `focus.question`.
    """
    if focus.value is None:
        return _names_it(focus.text, reading)
    told = value_of(reading, focus.asked)
    if told is None:
        return None
    units = [stem(one.unit or "") for one in (told, focus.value)]
    if are_of_one_sort(*units):
        told = told.model_copy(update={"unit": focus.value.unit})
    related = relation(focus.value, told)
    if related == "different":
        return "no"
    borne_out = related == "compatible" and _bears_out(focus.value, told)
    return "yes" if related == "equal" or borne_out else None


def _bears_out(named: Value, told: Value) -> bool:
    """Return whether one of two values that both can hold is the other, but for a hedge, or in it.

    "On 5 May" is a day of May, and "May" is not that day.
    """
    if named.kind == "date" and named.low is None:  # Its year is not named.
        day = told.unit if told.low is None else f"{told.low:--%m-%d}"
        return told.low == told.high and (day or "").startswith(named.unit or "-")
    if named.kind != "date":
        return named.low is not None and (named.low, named.high) == (told.low, told.high)
    ends = [one for one in (named.low, told.low, told.high, named.high) if isinstance(one, date)]
    return len(ends) == 4 and ends == sorted(ends)


def _names_it(name: str, reading: Reading) -> Polarity | None:
    wanted = frozenset(stems(name))
    at = reading.answer_in_sentence
    known = names_within(reading.passage.article) | {word.casefold() for word in name.split()}
    told = [
        one.of(reading.words) for one in find_names(reading.words, known=known) if one.meets(at)
    ]
    if not told:
        return None
    return "yes" if any(_are_one(name, wanted, other) for other in told) else "no"


def _are_one(name: str, wanted: frozenset[str], other: str) -> bool:
    said = frozenset(stems(other))
    if said <= wanted or wanted <= said or is_same_name(name, other):
        return True
    return lies_in(name, other) or lies_in(other, name)

"""Questions beside what is said of other matters -> pairs of which neither says anything.

Most of what is found for a question in a large body of articles is of something else: of whom it
names, but not of what it asks, or of what it asks in somebody else's case. Such a sentence shares
some words with the question, and decides nothing.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from index.segment import segment
from qa.datasets.pairs import LABELS, Pair
from qa.datasets.topics import Page, Topic
from qa.english.names import find_names
from qa.english.terms import stems
from qa.english.verbs import ING, PARTICIPLE, inflected, is_noun, lemma_of_past, lemma_of_third
from qa.questions.question import understand
from qa.questions.statement import stated, statement
from qa.training.asserted import Asserted
from qa.training.crossed import alike

SOURCE = "elsewhere"
MOST_SHARED = 0.5  # Of what a question asks of its subject, in a sentence that does not decide it.
ANSWERED = 0.4  # Of the questions of topics, those that are drawn in a round.
FEWEST = 3  # Words of a question for an answer, or half of them may be all that is asked.
INVENTED = 2000  # Short questions of a round, about whom a sentence names.
NEAREST = 12  # Sentences that share most, of which one is drawn.

_ASKS = (
    ("Did {} {} {}?", None),
    ("Will {} {} {}?", None),
    ("Does {} {} {}?", None),
    ("Has {} {} {}?", PARTICIPLE),
    ("Is {} {} {}?", ING),
)
_NO_DEEDS = {None, "be", "have", "do", "shall", "will", "can", "may", "say"}
_THING = re.compile(r"\b(?P<thing>an? (?P<noun>[a-z]{3,}))\b(?! [a-z])")
_LOWER = re.compile(r"\b[a-z]{3,}\b")
_NEUTRAL = LABELS.index("neutral")


class _Told(NamedTuple):
    """A sentence of a page."""

    topic: str
    title: str
    text: str
    stems: frozenset[str]
    names: tuple[str, ...]


class _Asked(NamedTuple):
    """What to look for elsewhere: a question of a topic, and an answer of one of its pages."""

    topic: str
    text: str
    answer: str | None


def pairs(asserted: Iterable[Asserted], topics: Sequence[Topic], rng: random.Random) -> list[Pair]:
    """Set questions beside a sentence of another topic: as they are, and of whom that names.

    To a question that is not answered with yes or no, what stands there of the sort of an answer
    is taken for one. Beside them stand short questions with a verb of a sentence and a thing of
    another: "Apple recorded record sales" does not deny that it recorded an album.
    """
    told = [one for topic in topics for page in topic.pages.values() for one in _told(topic, page)]
    places: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(told):
        for stem in one.stems:
            places[stem].append(place)
    asked = [_Asked(one.topic.name, one.text, None) for one in asserted]
    asked += [
        _Asked(topic.name, one.text, one.answers[rng.choice(sorted(one.answers))])
        for topic in topics
        for one in topic.questions
        if one.answers and understand(one.text).kinds[0] != "yes_no" and rng.random() < ANSWERED
    ]
    found = [pair for one in asked for pair in _of(one, told, places, rng)]
    return found + list(_invented(told, rng))


def _told(topic: Topic, page: Page) -> Iterator[_Told]:
    for part in segment(page.text):
        text = part.span.of(page.text)
        names = tuple(name.of(text) for name in find_names(text))
        yield _Told(topic.name, page.title, text, frozenset(stems(text)), names)


def _of(
    one: _Asked, told: Sequence[_Told], places: dict[str, list[int]], rng: random.Random
) -> Iterator[Pair]:
    question = understand(one.text)
    asked = question.terms - question.names
    if one.answer is not None and len(asked) < FEWEST:
        return
    shared = Counter(place for stem in sorted(asked) for place in places.get(stem, ()))
    near = [
        place
        for place, count in shared.items()
        if count <= max(1, MOST_SHARED * len(asked)) and told[place].topic != one.topic
    ]
    for renamed in (False, True):
        choices = [place for place in near if told[place].names or not renamed]
        choices = sorted(choices, key=lambda place: (-shared[place], rng.random()))[:NEAREST]
        sentence = told[rng.choice(choices)] if choices else None
        if sentence is None or question.names & sentence.stems:
            continue
        asks = _renamed(one.text, rng.choice(sentence.names)) if renamed else one.text
        hypothesis = asks and _hypothesis(asks, one.answer, sentence, rng)
        if hypothesis:
            yield Pair(sentence.text, hypothesis, _NEUTRAL, SOURCE, sentence.title)


def _invented(told: Sequence[_Told], rng: random.Random) -> Iterator[Pair]:
    """Ask of whom a sentence names whether they did what it says with a thing of another."""
    naming = [one for one in told if one.names]
    things = [match for one in told for match in _THING.finditer(one.text)]
    if not things:
        return
    for one in rng.sample(naming, min(INVENTED, len(naming))):
        thing = rng.choice(things)
        verbs = [v for word in _LOWER.findall(one.text) if (v := _verb(word)) not in _NO_DEEDS]
        if not verbs or thing["noun"] in one.text or not is_noun(thing["noun"]):
            continue
        asks, form = rng.choice(_ASKS)
        verb = rng.choice(verbs)
        verb = inflected(verb, form) if form else verb
        hypothesis = statement(asks.format(rng.choice(one.names), verb, thing["thing"]))
        if hypothesis:
            yield Pair(one.text, hypothesis, _NEUTRAL, SOURCE, one.title)


def _verb(word: str) -> str | None:
    return lemma_of_past(word) or lemma_of_third(word)


def _hypothesis(asks: str, answer: str | None, sentence: _Told, rng: random.Random) -> str | None:
    """Return what is asked as a statement, with something of the sentence for the answer."""
    if answer is None:
        return statement(asks)
    things = [thing for thing in alike(sentence.text, answer) if thing not in asks]
    return stated(asks, rng.choice(things)) if things else None


def _renamed(question: str, name: str) -> str | None:
    """Return a question of somebody else than the first whom it names; None if it names nobody."""
    asked = find_names(question)[:1]
    return f"{question[: asked[0].start]}{name}{question[asked[0].end :]}" if asked else None

"""Stories -> pairs of sentences, drawn anew each round.

Two tellings of a fact entail each other, with another value they contradict each other, as a denial
contradicts both; a near miss says nothing of the fact, nor does a sentence with a wrong answer.
"""

import random
from collections.abc import Iterable, Iterator, Mapping

from qa.datasets.pairs import LABELS, Pair
from qa.questions.statement import stated, statement
from qa.training.filling import different, filled, things_in
from qa.training.story import YES, Fact, Story
from qa.training.things import Drawn, drawn

MISTAKEN = 2  # sentences with a wrong answer, for each question

ENTAILMENT, NEUTRAL, CONTRADICTION = map(LABELS.index, ("entailment", "neutral", "contradiction"))


def pairs(told: Iterable[Story], rng: random.Random) -> list[Pair]:
    """Draw a handful of pairs of sentences for every fact, some with a headline of their article.

    Where the fact is a value, headlines that tell it are left out; else all are.
    """
    return [pair for story in told for fact in story.facts for pair in _of_fact(story, fact, rng)]


def _of_fact(story: Story, fact: Fact, rng: random.Random) -> Iterator[Pair]:
    values = drawn(story.things, rng)
    asked = {thing for _, thing in fact.questions}
    titles = [] if YES in asked else [t for t in story.titles if asked.isdisjoint(things_in(t))]
    for premise, hypothesis, label in _pairs(story, fact, values, rng):
        title = filled(rng.choice(titles), values, rng).text if titles else ""
        yield Pair(premise, hypothesis, label, story.source, title)


def _pairs(
    story: Story, fact: Fact, values: Mapping[str, Drawn], rng: random.Random
) -> Iterator[tuple[str, str, int]]:
    def told(template: str, values: Mapping[str, Drawn] = values) -> str:
        return filled(template, values, rng).text

    one, two = rng.sample(fact.tellings, 2)
    if set(things_in(two)) <= set(things_in(one)):
        yield told(one), told(two), ENTAILMENT
    yield from _answers(story, fact, values, rng)
    if fact.denials:
        sides = [told(rng.choice(fact.denials)), told(rng.choice(fact.tellings))]
        rng.shuffle(sides)
        yield sides[0], sides[1], CONTRADICTION
    if fact.near:
        sides = [told(rng.choice(fact.near)), told(rng.choice(fact.tellings))]
        rng.shuffle(sides)
        yield sides[0], sides[1], NEUTRAL
    besides = rng.choice(story.facts)
    if besides is not fact:
        yield told(rng.choice(besides.tellings)), told(two), NEUTRAL
    yield from _supposed(fact, values, rng)


def _answers(
    story: Story, fact: Fact, values: Mapping[str, Drawn], rng: random.Random
) -> Iterator[tuple[str, str, int]]:
    """Yield tellings with another value, and what question and value say together."""
    options = [(text, thing) for text, thing in fact.questions if thing != YES]
    if not options:
        return
    question, thing = rng.choice(options)
    other = different(story.things[thing], values[thing], rng)
    one, two = rng.sample(fact.tellings, 2)
    telling = filled(one, values, rng).text
    if other is not None:
        otherwise = dict(values) | {thing: other}
        yield telling, filled(two, otherwise, rng).text, CONTRADICTION
        yield telling, _stated(question, thing, otherwise, rng), CONTRADICTION
    yield telling, _stated(question, thing, values, rng), ENTAILMENT
    yield filled(two, values, rng).text, _stated(question, thing, values, rng), ENTAILMENT
    if fact.near:
        near = filled(rng.choice(fact.near), values, rng).text
        yield near, _stated(question, thing, values, rng), NEUTRAL
    yield from _mistaken(story, fact, (question, thing), values, rng)


def _mistaken(
    story: Story,
    fact: Fact,
    asked: tuple[str, str],
    values: Mapping[str, Drawn],
    rng: random.Random,
) -> Iterator[tuple[str, str, int]]:
    """Yield sentences with what a hasty reader takes for the answer: they do not say it.

    Other things of the same sort, near the fact and elsewhere, and the fact told of another town,
    firm or person.
    """
    question, thing = asked
    besides = [telling for other in story.facts if other is not fact for telling in other.tellings]
    found = [
        (text, other)
        for text in (*fact.near, *fact.near, *besides)
        for other in things_in(text)
        if other != thing and _sort(story, other) == _sort(story, thing)
    ]
    for text, other in rng.sample(found, min(MISTAKEN, len(found))):
        said = filled(text, values, rng).text
        yield said, _stated(question, thing, dict(values) | {thing: values[other]}, rng), NEUTRAL
    telling = rng.choice(fact.tellings)
    told = things_in(telling)
    names = [name for name in things_in(question) if name in told and name != thing]
    others = {name: different(story.things[name], values[name], rng) for name in names}
    if names and all(others.values()):
        elsewhere = dict(values) | {name: new for name, new in others.items() if new}
        said = filled(telling, elsewhere, rng).text
        yield said, _stated(question, thing, values, rng), NEUTRAL


def _sort(story: Story, thing: str) -> str:
    """Return the name of the sort of a thing, "|" where there are choices."""
    sort = story.things[thing]
    return "|" if "|" in sort else sort.split()[0]


def _stated(question: str, thing: str, values: Mapping[str, Drawn], rng: random.Random) -> str:
    return stated(filled(question, values, rng).text, rng.choice(values[thing]))


def _supposed(
    fact: Fact, values: Mapping[str, Drawn], rng: random.Random
) -> Iterator[tuple[str, str, int]]:
    """Yield what a yes-or-no question supposes, beside a telling, a denial or a near miss."""
    options = [text for text, thing in fact.questions if thing == YES]
    supposed = statement(filled(rng.choice(options), values, rng).text) if options else None
    if supposed is None:
        return
    yield filled(rng.choice(fact.tellings), values, rng).text, supposed, ENTAILMENT
    if fact.denials:
        yield filled(rng.choice(fact.denials), values, rng).text, supposed, CONTRADICTION
    if fact.near:
        yield filled(rng.choice(fact.near), values, rng).text, supposed, NEUTRAL

"""Stories -> short articles with questions, and pairs of sentences; drawn anew each round.

A question is answered where a telling of its fact stands, and not where only what nearly tells it
does. Two tellings of a fact entail each other, with another value they contradict each other, and a
near miss says nothing of the fact.
"""

import random
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from index.models import Span
from qa.datasets.pairs import LABELS, Pair
from qa.statement import stated, statement
from qa.training.examples import Asked
from qa.training.story import SLOT, YES, Fact, Story
from qa.training.things import Drawn, another, are_alike, drawn

SOURCE = "stories"

SILENT = 0.8  # Questions without an answer, for each that has one.
ELSEWHERE = 0.25  # Of those, the ones about another town, person, firm than the article's.
NEAR = 0.6  # Of articles, those with near misses of what is asked.
OTHERS = (1, 5)  # other facts of an article
BACKGROUND = 0.4  # of the sentences without an answer
TITLED = 0.8  # of the articles
MISTAKEN = 2  # sentences with a wrong answer, for each question
IN_ORDER = 0.7  # Of articles, those that tell the facts as the story lists them.
PARAGRAPHS = 0.3  # Of the sentences, those that begin a paragraph.

ENTAILMENT, NEUTRAL, CONTRADICTION = map(LABELS.index, ("entailment", "neutral", "contradiction"))


class Sentence(NamedTuple):
    """A sentence with its things filled in, and where each of them stands."""

    text: str
    places: Mapping[str, Span]


def filled(template: str, values: Mapping[str, Drawn], rng: random.Random) -> Sentence:
    """Fill in the things; a sentence begins with a capital letter, and with no digit below 100.

    >>> filled("{WHO.last} saw it.", {"WHO": ("Ann Ash",)}, random.Random(0)).text
    'Ash saw it.'
    """
    places: dict[str, Span] = {}
    text, done = "", 0
    for slot in SLOT.finditer(template):
        text += template[done : slot.start()]
        done = slot.end()
        begins = re.search(r"(?:^|[.!?:]\s+|^\W+|[.!?]\W+)$", text) is not None
        value = _written(values[slot[1]], begins, rng)
        value = value.split()[-1] if slot[2] else value
        value = value[:1].upper() + value[1:] if begins else value
        places.setdefault(slot[1], Span(start=len(text), end=len(text) + len(value)))
        text += value
    text += template[done:]
    return Sentence(text[:1].upper() + text[1:], places)


def _written(value: Drawn, begins: bool, rng: random.Random) -> str:
    words = [way for way in value if not way[0].isdigit()] if begins else []
    return rng.choice(words or value)


def questions(told: Iterable[Story], rng: random.Random) -> list[Asked]:
    """Ask every fact once, and most of them once more where they are not told."""
    return [asked for story in told for asked in _asked(story, rng)]


def _asked(story: Story, rng: random.Random) -> Iterator[Asked]:
    for fact in story.facts:
        options = [(text, thing) for text, thing in fact.questions if thing != YES]
        if not options:
            continue
        question, thing = rng.choice(options)
        yield _answered(story, fact, question, thing, rng)
        if rng.random() < SILENT:
            question, thing = rng.choice(options)
            yield _silent(story, fact, question, thing, rng)


def _answered(story: Story, fact: Fact, question: str, thing: str, rng: random.Random) -> Asked:
    values = drawn(story.things, rng)
    telling = filled(rng.choice(fact.tellings), values, rng)
    around = [text for text in _around(story, fact, rng) if not _names(text[1], thing)]
    passage, place = _article(telling, around, values, rng, order=story.facts.index(fact))
    answer = telling.places[thing]
    moved = Span(start=place + answer.start, end=place + answer.end)
    title = _title(story, question, values, passage, rng)
    return Asked(filled(question, values, rng).text, title, passage, moved, SOURCE)


def _silent(story: Story, fact: Fact, question: str, thing: str, rng: random.Random) -> Asked:
    """Ask where the fact is not told, or is told of something else than is asked about."""
    values = drawn(story.things, rng)
    asked = filled(question, values, rng).text
    if rng.random() < ELSEWHERE and (found := _of_another(story, fact, question, values, rng)):
        return found._replace(question=asked)
    around = [text for text in _around(story, fact, rng, near=1.0) if not _names(text[1], thing)]
    around = around or [(0, text) for text in story.background]
    first = around.pop(rng.randrange(len(around)))
    passage, _ = _article(filled(first[1], values, rng), around, values, rng, order=first[0])
    titles = [title for title in story.titles if not _names(title, thing)]
    title = filled(rng.choice(titles), values, rng).text if titles else ""
    return Asked(asked, title, passage, None, f"{SOURCE}, near")


def _of_another(
    story: Story, fact: Fact, question: str, values: Mapping[str, Drawn], rng: random.Random
) -> Asked | None:
    """Tell the fact of another town, firm or person than the question names, if it names one."""
    others = dict(values)
    for name in _things(question):
        others[name] = _different(story.things[name], values[name], rng) or values[name]
    telling = filled(rng.choice(fact.tellings), others, rng)
    passage, _ = _article(telling, _around(story, fact, rng), others, rng, order=0)
    title = filled(rng.choice(story.titles), others, rng).text
    changed = [others[name] for name in _things(question) if others[name] != values[name]]
    if not any(way in f"{title} {passage}" for ways in changed for way in ways):
        return None  # For all that a reader can see, it may be what is asked about.
    return Asked(question, title, passage, None, f"{SOURCE}, of another")


def _around(
    story: Story, fact: Fact, rng: random.Random, *, near: float = NEAR
) -> list[tuple[int, str]]:
    """Return what else an article tells, each with its place in the order of the story."""
    found = [(0, text) for text in story.background if rng.random() < BACKGROUND]
    if rng.random() < near:
        some = rng.sample(fact.near, rng.randint(min(1, len(fact.near)), len(fact.near)))
        found += [(story.facts.index(fact), text) for text in some]
    others = [other for other in story.facts if other is not fact]
    for other in rng.sample(others, min(len(others), rng.randint(*OTHERS))):
        place = story.facts.index(other)
        found.append((place, rng.choice(other.tellings)))
        if other.near and rng.random() < NEAR / 4:
            found.append((place, rng.choice(other.near)))
    return found


def _article(
    telling: Sentence,
    around: Iterable[tuple[int, str]],
    values: Mapping[str, Drawn],
    rng: random.Random,
    *,
    order: int,
) -> tuple[str, int]:
    """Return an article, and where the telling begins in it."""
    sentences = [(place, filled(text, values, rng).text) for place, text in around]
    sentences.append((order, telling.text))
    mine = len(sentences) - 1
    ranks = list(range(len(sentences)))
    rng.shuffle(ranks)
    if rng.random() < IN_ORDER:
        ranks.sort(key=lambda i: sentences[i][0])  # Stable: what nearly tells it goes either way.
    article, begins = "", 0
    for rank in ranks:
        if article:
            article += "\n\n" if rng.random() < PARAGRAPHS else " "
        begins = len(article) if rank == mine else begins
        article += sentences[rank][1]
    return article, begins


def _title(
    story: Story,
    question: str,
    values: Mapping[str, Drawn],
    passage: str,
    rng: random.Random,
) -> str:
    """Return a headline, always one where the article does not name what is asked about."""
    named = [filled(f"{{{slot[1]}}}", values, rng).text for slot in SLOT.finditer(question)]
    if rng.random() < TITLED or not any(name in passage for name in named):
        return filled(rng.choice(story.titles), values, rng).text
    return ""


def pairs(told: Iterable[Story], rng: random.Random) -> list[Pair]:
    """Draw a handful of pairs of sentences for every fact, some with a headline of their article.

    Where the fact is a value, headlines that tell it are left out; else all are.
    """
    return [pair for story in told for fact in story.facts for pair in _of_fact(story, fact, rng)]


def _of_fact(story: Story, fact: Fact, rng: random.Random) -> Iterator[Pair]:
    values = drawn(story.things, rng)
    asked = {thing for _, thing in fact.questions}
    titles = [] if YES in asked else [t for t in story.titles if asked.isdisjoint(_things(t))]
    for premise, hypothesis, label in _pairs(story, fact, values, rng):
        title = filled(rng.choice(titles), values, rng).text if titles else ""
        yield Pair(premise, hypothesis, label, SOURCE, title)


def _pairs(
    story: Story, fact: Fact, values: Mapping[str, Drawn], rng: random.Random
) -> Iterator[tuple[str, str, int]]:
    def told(template: str, values: Mapping[str, Drawn] = values) -> str:
        return filled(template, values, rng).text

    one, two = rng.sample(fact.tellings, 2)
    if _things(two) <= _things(one):
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
    other = _different(story.things[thing], values[thing], rng)
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
        for other in _things(text)
        if other != thing and _sort(story, other) == _sort(story, thing)
    ]
    for text, other in rng.sample(found, min(MISTAKEN, len(found))):
        said = filled(text, values, rng).text
        yield said, _stated(question, thing, dict(values) | {thing: values[other]}, rng), NEUTRAL
    telling = rng.choice(fact.tellings)
    names = _things(question) & _things(telling) - {thing}
    others = {name: _different(story.things[name], values[name], rng) for name in names}
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


def _things(template: str) -> set[str]:
    return {slot[1] for slot in SLOT.finditer(template)}


def _names(template: str, thing: str) -> bool:
    return thing in _things(template)


def _different(sort: str, old: Drawn, rng: random.Random) -> Drawn | None:
    """Return another value of a sort, if there is one."""
    for _ in range(50):
        new = another(sort, rng)
        if not are_alike(new, old):
            return new
    return None

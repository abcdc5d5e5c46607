"""Stories -> short articles with questions, pages -> lists of rows with questions, drawn anew.

A question is answered where a telling of its fact stands, and not where only what nearly tells it
does, or where the fact is told of another town, firm or person. It is asked by a person, or by
another telling with a gap, as articles are compared: whatever stood in the gap.
"""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from index.models import Span
from qa.questions.gaps import question_for, question_for_name
from qa.training.examples import Asked
from qa.training.filling import Sentence, different, filled, things_in
from qa.training.story import YES, Fact, Story
from qa.training.things import Drawn, drawn
from qa.values import find_values

SILENT = 0.8  # Questions without an answer, for each that has one.
ELSEWHERE = 0.25  # Of those, the ones about another town, person, firm than the article's.
NEAR = 0.6  # Of articles, those with near misses of what is asked.
OTHERWISE = 0.6  # Of gaps, those whose article tells another value than stood there.
OTHERS = (1, 5)  # other facts of an article
BACKGROUND = 0.4  # of the sentences without an answer
TITLED = 0.8  # of the articles
IN_ORDER = 0.7  # Of articles, those that tell the facts as the story lists them.
PARAGRAPHS = 0.3  # Of the sentences, those that begin a paragraph.
BETWEEN_ROWS = ("\n", "\n", " ", " ", "\n\n", " | ", " · ", "; ")


def questions(told: Iterable[Story], rng: random.Random) -> list[Asked]:
    """Ask every fact once, and most of them once more where they are not told."""
    return [asked for story in told for asked in _asked(story, rng)]


def gaps(told: Iterable[Story], rng: random.Random) -> list[Asked]:
    """Ask every fact once with a gap in a telling, and most of them once more where untold."""
    return [asked for story in told for asked in _with_gaps(story, rng)]


class _Asking(NamedTuple):
    """A question, and what an article is told with that is to answer it or not."""

    question: str
    template: str
    """What the question is made of: one that is written, or a telling."""
    thing: str
    """What it asks for."""
    values: Mapping[str, Drawn]

    @property
    def names(self) -> list[str]:
        """The other things that it names."""
        return [name for name in things_in(self.template) if name != self.thing]


def _asked(story: Story, rng: random.Random) -> Iterator[Asked]:
    for fact in story.facts:
        options = [(text, thing) for text, thing in fact.questions if thing != YES]
        if not options:
            continue
        yield _answered(story, fact, _question(story, options, rng), rng)
        if rng.random() < SILENT:
            yield _silent(story, fact, _question(story, options, rng), rng)


def _question(story: Story, options: Sequence[tuple[str, str]], rng: random.Random) -> _Asking:
    template, thing = rng.choice(options)
    values = drawn(story.things, rng)
    return _Asking(filled(template, values, rng).text, template, thing, values)


def _with_gaps(story: Story, rng: random.Random) -> Iterator[Asked]:
    for fact in story.facts:
        things = [thing for _, thing in fact.questions if thing != YES]
        if not things or len(fact.tellings) < 2:
            continue
        if asking := _gap(story, fact, rng.choice(things), rng):
            if rng.random() < OTHERWISE:
                asking = _otherwise(story, asking, rng)
            yield _answered(story, fact, asking, rng)
        if rng.random() < SILENT and (asking := _gap(story, fact, rng.choice(things), rng)):
            yield _silent(story, fact, asking, rng)


def _gap(story: Story, fact: Fact, thing: str, rng: random.Random) -> _Asking | None:
    """Ask with a gap in a telling, in place of a value or name; None where it is neither."""
    template, values = rng.choice(fact.tellings), drawn(story.things, rng)
    sentence = filled(template, values, rng)
    if thing not in sentence.places:
        return None
    place = sentence.places[thing]
    value = next((v for v in find_values(sentence.text) if v.span.meets(place)), None)
    if value is not None:
        return _Asking(question_for(sentence.text, value), template, thing, values)
    if not values[thing][0][0].isupper():
        return None
    return _Asking(question_for_name(sentence.text, place), template, thing, values)


def _otherwise(story: Story, asking: _Asking, rng: random.Random) -> _Asking:
    """Let the article tell another value than stood in the gap."""
    thing = asking.thing
    other = different(story.things[thing], asking.values[thing], rng)
    return asking._replace(values=dict(asking.values) | {thing: other}) if other else asking


def _answered(story: Story, fact: Fact, asking: _Asking, rng: random.Random) -> Asked:
    tellings = [text for text in fact.tellings if text != asking.template]
    telling = filled(rng.choice(tellings), asking.values, rng, row=story.page)
    around = _around(story, fact, rng, without=asking.thing)
    order = story.facts.index(fact)
    passage, place = _article(story, telling, around, asking.values, rng, order=order)
    answer = telling.places[asking.thing]
    moved = Span(start=place + answer.start, end=place + answer.end)
    title = _title(story, asking, passage, rng)
    return Asked(asking.question, title, passage, moved, story.source)


def _silent(story: Story, fact: Fact, asking: _Asking, rng: random.Random) -> Asked:
    """Ask where the fact is not told, or is told of something else than is asked about."""
    thing, values = asking.thing, asking.values
    if rng.random() < ELSEWHERE and (found := _of_another(story, fact, asking, rng)):
        return found
    around = [
        text for text in _around(story, fact, rng, near=1.0) if thing not in things_in(text[1])
    ]
    around = around or [(0, text) for text in story.background]
    first = around.pop(rng.randrange(len(around)))
    opening = filled(first[1], values, rng, row=story.page)
    passage, _ = _article(story, opening, around, values, rng, order=first[0])
    titles = [title for title in story.titles if thing not in things_in(title)]
    title = filled(rng.choice(titles), values, rng).text if titles else ""
    return Asked(asking.question, title, passage, None, f"{story.source}, near")


def _of_another(story: Story, fact: Fact, asking: _Asking, rng: random.Random) -> Asked | None:
    """Tell the fact of another town, firm or person than the question names, if it names one."""
    values, others = asking.values, dict(asking.values)
    for name in asking.names:
        others[name] = different(story.things[name], values[name], rng) or values[name]
    telling = filled(rng.choice(fact.tellings), others, rng, row=story.page)
    passage, _ = _article(story, telling, _around(story, fact, rng), others, rng, order=0)
    title = filled(rng.choice(story.titles), others, rng).text
    changed = [others[name] for name in asking.names if others[name] != values[name]]
    if not any(way in f"{title} {passage}" for ways in changed for way in ways):
        return None  # For all that a reader can see, it may be what is asked about.
    return Asked(asking.question, title, passage, None, f"{story.source}, of another")


def _around(
    story: Story, fact: Fact, rng: random.Random, *, near: float = NEAR, without: str = ""
) -> list[tuple[int, str]]:
    """Return what else an article tells, each with its place in the order of the story.

    Args:
        story: Where it is from.
        fact: What the article tells, or does not.
        rng: Decides all that is left to chance.
        near: How often near misses of the fact are told.
        without: A thing that nothing of it may speak of: it would answer.
    """
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
    return [one for one in found if without not in things_in(one[1])]


def _article(
    story: Story,
    telling: Sentence,
    around: Iterable[tuple[int, str]],
    values: Mapping[str, Drawn],
    rng: random.Random,
    *,
    order: int,
) -> tuple[str, int]:
    """Return an article, and where the telling begins in it."""
    sentences = [(at, filled(text, values, rng, row=story.page).text) for at, text in around]
    sentences.append((order, telling.text))
    mine = len(sentences) - 1
    ranks = list(range(len(sentences)))
    rng.shuffle(ranks)
    if rng.random() < IN_ORDER:
        ranks.sort(key=lambda i: sentences[i][0])  # Stable: what nearly tells it goes either way.
    between = rng.choice(BETWEEN_ROWS)
    article, begins = "", 0
    for rank in ranks:
        if article and story.page:
            article += between
        elif article:
            article += "\n\n" if rng.random() < PARAGRAPHS else " "
        begins = len(article) if rank == mine else begins
        article += sentences[rank][1]
    return article, begins


def _title(story: Story, asking: _Asking, passage: str, rng: random.Random) -> str:
    """Return a headline, always one where the article does not name what is asked about."""
    named = [filled(f"{{{thing}}}", asking.values, rng).text for thing in asking.names]
    if rng.random() < TITLED or not any(name in passage for name in named):
        return filled(rng.choice(story.titles), asking.values, rng).text
    return ""

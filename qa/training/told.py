"""Stories -> short articles with questions, pages -> lists of rows with questions, drawn anew.

A question is answered where a telling of its fact stands, and not where only what nearly tells it
does, or where the fact is told of another town, firm or person.
"""

import random
from collections.abc import Iterable, Iterator, Mapping

from index.models import Span
from qa.training.examples import Asked
from qa.training.filling import Sentence, different, filled, things_in
from qa.training.story import YES, Fact, Story
from qa.training.things import Drawn, drawn

SILENT = 0.8  # Questions without an answer, for each that has one.
ELSEWHERE = 0.25  # Of those, the ones about another town, person, firm than the article's.
NEAR = 0.6  # Of articles, those with near misses of what is asked.
OTHERS = (1, 5)  # other facts of an article
BACKGROUND = 0.4  # of the sentences without an answer
TITLED = 0.8  # of the articles
IN_ORDER = 0.7  # Of articles, those that tell the facts as the story lists them.
PARAGRAPHS = 0.3  # Of the sentences, those that begin a paragraph.
BETWEEN_ROWS = ("\n", "\n", " ", " ", "\n\n", " | ", " · ", "; ")


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
    telling = filled(rng.choice(fact.tellings), values, rng, row=story.page)
    around = _around(story, fact, rng, without=thing)
    passage, place = _article(story, telling, around, values, rng, order=story.facts.index(fact))
    answer = telling.places[thing]
    moved = Span(start=place + answer.start, end=place + answer.end)
    title = _title(story, question, values, passage, rng)
    return Asked(filled(question, values, rng).text, title, passage, moved, story.source)


def _silent(story: Story, fact: Fact, question: str, thing: str, rng: random.Random) -> Asked:
    """Ask where the fact is not told, or is told of something else than is asked about."""
    values = drawn(story.things, rng)
    asked = filled(question, values, rng).text
    if rng.random() < ELSEWHERE and (found := _of_another(story, fact, question, values, rng)):
        return found._replace(question=asked)
    around = [
        text for text in _around(story, fact, rng, near=1.0) if thing not in things_in(text[1])
    ]
    around = around or [(0, text) for text in story.background]
    first = around.pop(rng.randrange(len(around)))
    opening = filled(first[1], values, rng, row=story.page)
    passage, _ = _article(story, opening, around, values, rng, order=first[0])
    titles = [title for title in story.titles if thing not in things_in(title)]
    title = filled(rng.choice(titles), values, rng).text if titles else ""
    return Asked(asked, title, passage, None, f"{story.source}, near")


def _of_another(
    story: Story, fact: Fact, question: str, values: Mapping[str, Drawn], rng: random.Random
) -> Asked | None:
    """Tell the fact of another town, firm or person than the question names, if it names one."""
    others = dict(values)
    for name in things_in(question):
        others[name] = different(story.things[name], values[name], rng) or values[name]
    telling = filled(rng.choice(fact.tellings), others, rng, row=story.page)
    passage, _ = _article(story, telling, _around(story, fact, rng), others, rng, order=0)
    title = filled(rng.choice(story.titles), others, rng).text
    changed = [others[name] for name in things_in(question) if others[name] != values[name]]
    if not any(way in f"{title} {passage}" for ways in changed for way in ways):
        return None  # For all that a reader can see, it may be what is asked about.
    return Asked(question, title, passage, None, f"{story.source}, of another")


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


def _title(
    story: Story,
    question: str,
    values: Mapping[str, Drawn],
    passage: str,
    rng: random.Random,
) -> str:
    """Return a headline, always one where the article does not name what is asked about."""
    named = [filled(f"{{{thing}}}", values, rng).text for thing in things_in(question)]
    if rng.random() < TITLED or not any(name in passage for name in named):
        return filled(rng.choice(story.titles), values, rng).text
    return ""

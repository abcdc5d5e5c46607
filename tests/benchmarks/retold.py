"""Bodies of invented reports: two outlets tell of one event, and differ on a thing or two.

The stories are those that are held out from training (`qa/training/stories`). Most reports tell of
something else besides.
"""

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from index.models import Article, Span
from qa.training.filling import different, filled
from qa.training.story import YES, Fact, Story, stories
from qa.training.things import Drawn, drawn

DIFFER = 0.8  # Of the events, those that are told differently.
DROPPED = 0.15  # Of the facts of an event, those that a report leaves out.
BESIDES = 0.6  # Of the reports, those that tell of something else as well.
PARAGRAPHS = 0.4  # Of the sentences, those that begin a paragraph.

Values = Mapping[str, Drawn]


class Told(NamedTuple):
    """A sentence of a report before its things are filled in, and what event it tells of."""

    template: str
    values: Values
    event: str


class Report(NamedTuple):
    """An article, and where it tells which thing of which event."""

    article: Article
    things: Sequence[tuple[Span, tuple[str, str]]]

    def tells(self, span: Span) -> set[tuple[str, str]]:
        """Return the things, each with its event, that are told in a part of the article."""
        return {thing for place, thing in self.things if place.meets(span)}


def body(seed: str) -> list[Report]:
    """Draw two reports of each story that is held out."""
    rng = random.Random(seed)
    held = [story for story in stories() if story.held_out]
    return [report for n, story in enumerate(held) for report in _reports(n, story, held, rng)]


def _reports(number: int, story: Story, held: Sequence[Story], rng: random.Random) -> list[Report]:
    values = drawn(story.things, rng)
    tellings = [rng.sample(fact.tellings, len(fact.tellings)) for fact in story.facts]
    day = date(2025, 1, 1) + timedelta(days=rng.randrange(300))
    found = []
    for side, told in enumerate((values, _changed(story, values, rng))):
        sentences = _sentences(story, told, tellings, side, str(number), rng)
        if rng.random() < BESIDES:
            sentences += _besides(rng.choice([one for one in held if one is not story]), rng)
        title = filled(rng.choice(story.titles), told, rng).text
        published = day + timedelta(days=rng.choice((0, 0, 1, 2)) if side else 0)
        found.append(_report(f"{number}-{side}", title, published, sentences, rng))
    return found


def _changed(story: Story, values: Values, rng: random.Random) -> Values:
    """Return the values with one or two of those that are asked for changed, if any."""
    asked = sorted({thing for fact in story.facts for _, thing in fact.questions} - {YES})
    if not asked or rng.random() >= DIFFER:
        return values
    changed = dict(values)
    for thing in rng.sample(asked, min(len(asked), rng.choice((1, 1, 2)))):
        changed[thing] = different(story.things[thing], values[thing], rng) or values[thing]
    return changed


def _sentences(
    story: Story,
    values: Values,
    tellings: Sequence[Sequence[str]],
    side: int,
    event: str,
    rng: random.Random,
) -> list[Told]:
    """Tell the facts of an event, each report in words of its own, with some near misses."""
    found = []
    for fact, ways in zip(story.facts, tellings, strict=True):
        if rng.random() >= DROPPED:
            found.append(Told(ways[side % len(ways)], values, event))
        found += [Told(text, values, event) for text in fact.near if rng.random() < 0.4]
    return found + [Told(text, values, event) for text in story.background if rng.random() < 0.5]


def _besides(story: Story, rng: random.Random) -> list[Told]:
    """Tell a few facts of something else."""
    values = drawn(story.things, rng)
    facts: list[Fact] = rng.sample(story.facts, min(len(story.facts), rng.randint(3, 6)))
    return [Told(rng.choice(fact.tellings), values, f"besides {story.name}") for fact in facts]


def _report(
    name: str, title: str, published: date, sentences: Sequence[Told], rng: random.Random
) -> Report:
    text, things = "", []
    for told in sentences:
        sentence = filled(told.template, told.values, rng)
        if text:
            text += "\n\n" if rng.random() < PARAGRAPHS else " "
        for thing, place in sentence.places.items():
            span = Span(start=len(text) + place.start, end=len(text) + place.end)
            things.append((span, (told.event, thing)))
        text += sentence.text
    publisher = f"The {rng.choice(('Herald', 'Courier', 'Post'))} {name}"
    article = Article(id=name, title=title, text=text, publisher=publisher, published=published)
    return Report(article, things)

"""Paragraphs with questions -> what the reader learns from in one round, drawn anew each time."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from index.models import Span
from qa.datasets.squad import Paragraph, Question
from qa.training import changes
from qa.training.examples import Asked

SILENT = 0.7  # Questions without an answer, for each that has one.
RENAMED = 0.12  # Of the answerable ones, those with another name in question and passage.
TITLED = 0.6  # Of all, those that see the title of their article, as passages of news do.
WHOLE = 0.3  # Of all, those whose passage is left whole; the others lose sentences at its ends.
SHORTEST, ENOUGH = 30, 110  # words of a passage that was cut, at least
NEIGHBOURS = 6  # The most similar other paragraphs of a question, to draw one from.
LOWER = 0.1  # Of the questions, those in lower case, as people type them.

Change = Callable[[Asked, Sequence[str], random.Random], Asked | None]


@dataclass(frozen=True)
class Course:
    """All paragraphs, with the nearest others of every question."""

    paragraphs: Sequence[Paragraph]
    neighbours: dict[tuple[int, int], tuple[int, ...]]
    names: Sequence[str]


def prepare(paragraphs: Sequence[Paragraph], rng: random.Random) -> Course:
    """Find the neighbours of every question, in the same source, and names to put in."""
    neighbours: dict[tuple[int, int], tuple[int, ...]] = {}
    for source in dict.fromkeys(p.source for p in paragraphs):
        places = [i for i, p in enumerate(paragraphs) if p.source == source]
        neighbours |= _nearest(paragraphs, places)
    texts = rng.sample(list(paragraphs), min(len(paragraphs), 3000))
    names = [thing for p in texts for thing in changes.things(p.text)]
    return Course(paragraphs, neighbours, names)


def one_round(
    course: Course, rng: random.Random, *, shares: Mapping[str, float] | None = None
) -> list[Asked]:
    """Draw every question once, and beside most of them one that is not answered.

    Args:
        course: The paragraphs with their questions.
        rng: Decides all that is left to chance.
        shares: Of the questions of a source, the share that is drawn; else all.
    """
    return list(_drawn(course, rng, shares or {}))


def _drawn(course: Course, rng: random.Random, shares: Mapping[str, float]) -> Iterator[Asked]:
    for place, paragraph in enumerate(course.paragraphs):
        share = shares.get(paragraph.source, 1.0)
        for number, question in enumerate(paragraph.questions):
            if share < 1 and rng.random() >= share:
                continue
            title = paragraph.title if rng.random() < TITLED else ""
            asked = Asked(question.text, title, paragraph.text, question.span, "asked")
            if question.span is None:
                yield typed(asked, rng)
                yield typed(asked, rng)  # Written by people to mislead, and rare: told twice.
                continue
            pool = rng.sample(course.names, min(12, len(course.names)))
            changed = (
                changes.renamed_throughout(asked, pool, rng) if rng.random() < RENAMED else None
            )
            yield typed(changed or cut(asked, paragraph.sentences, rng), rng)
            if rng.random() < SILENT:
                silent = _silent(course, (place, number), asked, pool, rng)
                if silent:
                    yield typed(silent, rng)


def _silent(
    course: Course, key: tuple[int, int], asked: Asked, pool: Sequence[str], rng: random.Random
) -> Asked | None:
    """Return one question that is not answered, of a kind drawn by chance, if one can be made."""
    sentences = course.paragraphs[key[0]].sentences
    question = course.paragraphs[key[0]].questions[key[1]]
    short = cut(asked, sentences, rng)
    kinds: list[tuple[float, Callable[[], Asked | None]]] = [
        (3.0, lambda: changes.with_another_name(short, pool, rng)),
        (2.0, lambda: changes.with_passage_of_another(short, pool, rng)),
        (2.0, lambda: changes.with_the_opposite(short, rng)),
        (0.25, lambda: changes.denied(short, rng)),
        (0.7, lambda: changes.asking_for_another_kind(short, rng)),
        (1.5, lambda: changes.without_the_sentence(asked, sentences)),
        (2.5, lambda: _elsewhere(course, key, asked, question, rng)),
    ]
    while kinds:
        weights = [weight for weight, _ in kinds]
        chosen = rng.choices(range(len(kinds)), weights)[0]
        if made := kinds.pop(chosen)[1]():
            return made
    return None


def _elsewhere(
    course: Course, key: tuple[int, int], asked: Asked, question: Question, rng: random.Random
) -> Asked | None:
    """Ask it of a similar paragraph that does not hold the answer."""
    for place in rng.sample(course.neighbours[key], len(course.neighbours[key])):
        other = course.paragraphs[place]
        if not any(answer.casefold() in other.text.casefold() for answer in question.answers):
            moved = asked._replace(passage=other.text, answer=None, kind="other paragraph")
            return cut(moved, other.sentences, rng)
    return None


def cut(asked: Asked, sentences: Sequence[Span], rng: random.Random) -> Asked:
    """Take sentences off both ends of a passage, never the answer's."""
    if rng.random() < WHOLE or len(sentences) < 3:
        return asked
    answer = asked.answer
    if answer:
        kept = [i for i, s in enumerate(sentences) if s.meets(answer)]
        if not kept:
            return asked
        low, high = kept[0], kept[-1]
    else:
        low = high = rng.randrange(len(sentences))
    least = rng.randint(SHORTEST, ENOUGH)
    while _words(asked.passage, sentences, low, high) < least:
        sides = [s for s in (-1, 1) if 0 <= (low if s < 0 else high) + s < len(sentences)]
        if not sides:
            break
        if rng.choice(sides) < 0:
            low -= 1
        else:
            high += 1
    start, end = sentences[low].start, sentences[high].end
    moved = Span(start=answer.start - start, end=answer.end - start) if answer else None
    return asked._replace(passage=asked.passage[start:end], answer=moved)


def _words(text: str, sentences: Sequence[Span], low: int, high: int) -> int:
    return text.count(" ", sentences[low].start, sentences[high].end)


def typed(asked: Asked, rng: random.Random) -> Asked:
    """Write some questions as people type them: in lower case, without the question mark."""
    if rng.random() < LOWER:
        return asked._replace(question=asked.question.casefold().rstrip("?"))
    return asked


def _nearest(
    paragraphs: Sequence[Paragraph], places: Sequence[int]
) -> dict[tuple[int, int], tuple[int, ...]]:
    """Return the paragraphs most like each question, by the cosine of tf-idf."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(stop_words="english", sublinear_tf=True, dtype=np.float32)
    rows = csr_matrix(vectorizer.fit_transform([paragraphs[i].text for i in places]))
    keys = [(i, n) for i in places for n in range(len(paragraphs[i].questions))]
    asked = vectorizer.transform([paragraphs[i].questions[n].text for i, n in keys])
    found: dict[tuple[int, int], tuple[int, ...]] = {}
    step = 1000
    for first in range(0, len(keys), step):
        scores = (csr_matrix(asked[first : first + step]) @ rows.T).toarray()
        most = min(NEIGHBOURS, len(places) - 1)
        best = np.argpartition(-scores, most, axis=1)[:, : NEIGHBOURS + 1]
        for key, row in zip(keys[first : first + step], best, strict=True):
            found[key] = tuple(places[int(i)] for i in row if places[int(i)] != key[0])
    return found

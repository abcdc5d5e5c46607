"""Pairs of sentences -> what the comparing network learns from in one round, drawn anew."""

import random
from collections.abc import Iterator, Mapping, Sequence

from index.models import Span
from qa.datasets.pairs import LABELS, Pair
from qa.datasets.squad import Paragraph
from qa.english.terms import stems
from qa.training.lessons import Course

SHARES = {"snli": 0.5}
"""Of the pairs whose source begins so, those that are drawn in a round; of all others, all.

SNLI's are captions of pictures: news is not like them.
"""
TURNED = 0.15  # Of contradictions and neutral pairs, those that are told the other way round.
SILENT = 0.07  # Pairs of similar sentences of different articles, for each pair that was given.
LONGEST = 300  # characters of either of them
ALIKE = 2  # words, at least, that such sentences share

NEUTRAL = LABELS.index("neutral")


def one_round(
    pairs: Sequence[Pair],
    course: Course,
    rng: random.Random,
    *,
    shares: Mapping[str, float] = SHARES,
) -> list[Pair]:
    """Draw most pairs once, and beside them sentences that tell of different things."""
    drawn = [pair for pair in pairs if _is_drawn(pair, shares, rng)]
    drawn = [_turned(pair) if rng.random() < TURNED else pair for pair in drawn]
    silent = list(_silent(course, round(SILENT * len(drawn)), rng))
    return [*drawn, *silent]


def _is_drawn(pair: Pair, shares: Mapping[str, float], rng: random.Random) -> bool:
    share = next((part for source, part in shares.items() if pair.source.startswith(source)), 1)
    return share >= 1 or rng.random() < share


def _turned(pair: Pair) -> Pair:
    """Tell a pair the other way round; what one sentence entails need not entail it."""
    if LABELS[pair.label] == "entailment":
        return pair
    return pair._replace(premise=pair.hypothesis, hypothesis=pair.premise)


def _silent(course: Course, most: int, rng: random.Random) -> Iterator[Pair]:
    """Yield similar sentences of different paragraphs: neither says anything of the other."""
    keys = rng.sample(sorted(course.neighbours), min(3 * most, len(course.neighbours)))
    made = 0
    for place, number in keys:
        if made == most:
            return
        paragraph = course.paragraphs[place]
        question = paragraph.questions[number]
        if not course.neighbours[place, number]:
            continue
        other = course.paragraphs[rng.choice(course.neighbours[place, number])]
        sentences = _short(paragraph)
        if question.span:
            sentences = [s for s in sentences if s.meets(question.span)]
        sentence = rng.choice(sentences).of(paragraph.text) if sentences else ""
        similar = _most_alike(sentence, other)
        if similar is None or similar == sentence:
            continue
        made += 1
        yield Pair(sentence, similar, NEUTRAL, "similar sentences")


def _short(paragraph: Paragraph) -> list[Span]:
    return [s for s in paragraph.sentences if s.end - s.start <= LONGEST]


def _most_alike(sentence: str, paragraph: Paragraph) -> str | None:
    """Return the sentence of a paragraph with most words of another; None where few are shared."""
    wanted = set(stems(sentence))
    ranked = [
        (len(wanted & set(stems(text))), text)
        for text in (span.of(paragraph.text) for span in _short(paragraph))
    ]
    shared, best = max(ranked, key=lambda one: one[0], default=(0, None))
    return best if shared >= ALIKE else None

"""Sets of pages -> what one of them says beside what another answers, in pairs, drawn anew.

As two articles are compared when a question was asked: the sentence of one, and the question with
the answer of the other as a statement. The sentence denies it where it answers otherwise, bears it
out where it answers the same, and a page that does not answer says nothing of it, although it is on
the topic and has something of the right kind.
"""

import random
from collections.abc import Iterable, Iterator

from index.segment import segment
from qa.datasets.pairs import LABELS, Pair
from qa.datasets.topics import Page, Question, Relation, Topic
from qa.datasets.written import places
from qa.english.names import find_names
from qa.english.terms import overlap, stems
from qa.questions.statement import stated
from qa.values import find_values

SOURCE = "crossed"
SILENT = 2  # Pages that do not answer, for each question of a round.
ANSWERING = 3  # Pages that answer, at most, likewise.

_LABELS: dict[Relation | None, str] = {
    "same": "entailment",
    "both": "neutral",
    "differ": "contradiction",
}


def pairs(found: Iterable[Topic], rng: random.Random) -> list[Pair]:
    """Draw some pairs for every question that any page answers."""
    return [
        pair
        for topic in found
        for question in topic.questions
        if question.answers
        for pair in _of_question(topic, question, rng)
    ]


def _of_question(topic: Topic, question: Question, rng: random.Random) -> Iterator[Pair]:
    drawn = rng.sample(sorted(question.answers), min(ANSWERING, len(question.answers)))
    told = {
        number: sentence_with(topic.pages[number], question.answers[number]) for number in drawn
    }
    says = {number: stated(question.text, question.answers[number]) for number in drawn}

    def pair(number: int, hypothesis: str, label: str, sentence: str = "") -> Pair:
        premise = sentence or told[number]
        title = topic.pages[number].title
        return Pair(premise, hypothesis, LABELS.index(label), SOURCE, title)

    for one in drawn:
        for other in drawn:
            label = _LABELS.get(question.relation(one, other))
            if one != other and label:
                yield pair(one, says[other], label)
                if label == "contradiction" and one < other:
                    yield pair(one, told[other], label)
    yield pair(drawn[0], says[drawn[0]], "entailment")
    others = [number for number in topic.pages if number not in question.answers]
    for number in rng.sample(others, min(SILENT, len(others))):
        answered = rng.choice(drawn)
        sentence, thing = _mistaken(topic.pages[number], question, answered, rng)
        yield pair(number, says[answered], "neutral", sentence)
        if thing:
            mistaken = stated(question.text, thing)
            yield pair(number, mistaken, "neutral", sentence)
            if "~" not in question.signs:
                yield pair(answered, mistaken, "contradiction")


def sentence_with(page: Page, words: str) -> str:
    """Return the sentence of a page that has words, as one of its own; the first of several."""
    place = places(page.text, words)[0]
    found = [part.span for part in segment(page.text) if part.span.meets(place)]
    return page.text[found[0].start : found[-1].end] if found else page.text


def near(page: Page, question: str) -> list[str]:
    """Return the two sentences of a page that are most like a question."""
    asked = set(stems(question))
    sentences = [part.span.of(page.text) for part in segment(page.text)] or [page.text]
    return sorted(sentences, key=lambda one: -overlap(stems(one), asked))[:2]


def _mistaken(
    page: Page, question: Question, answered: int, rng: random.Random
) -> tuple[str, str | None]:
    """Return what a hasty reader takes for the answer, and the sentence it stands in.

    Something of the sort of an answer, a figure or a name, from one of the two sentences that are
    most like the question; None where they have none.
    """
    asked = set(stems(question.text))
    sentence = rng.choice(near(page, question.text))
    right = [words.casefold() for words in question.answers.values()]
    choices = [
        thing
        for thing in alike(sentence, question.answers[answered])
        if not any(thing.casefold() in words or words in thing.casefold() for words in right)
        and not set(stems(thing)) <= asked
    ]
    return sentence, rng.choice(choices) if choices else None


def alike(sentence: str, answer: str) -> list[str]:
    """Return what is of the sort of an answer: dates for a date, sums for a sum, else names."""
    kinds = {value.kind for value in find_values(answer)}
    if kinds:
        return [value.text for value in find_values(sentence) if value.kind in kinds]
    if not any(map(str.isupper, answer)):
        return []
    names = [name for name in find_names(sentence) if name.start or " " in name.of(sentence)]
    return [name.of(sentence) for name in names]

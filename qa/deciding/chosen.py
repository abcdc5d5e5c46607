"""What articles say of each thing that a question offers, and where they disagree on that."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations

from qa.comparing.positions import Held
from qa.comparing.titled import Most, judge_titled
from qa.deciding.alternatives import Alternative, Offer
from qa.entail import Entailment
from qa.models import KINDS, Answer, Disagreement, Position
from qa.questions.statement import statement
from qa.read import Reading

READ = 0.6  # Probability from which a sentence is asked which alternative it means.
MOST = 6  # Such sentences.
MEANT = 0.6  # Entailment, at least, of the alternative that a sentence means.
MARGIN = 0.45  # By how much more than another it is so, of entailment less contradiction.
DENIED = 0.5  # Contradiction from which a sentence denies an alternative that another means.
SURE = 0.9  # Probability, at least, of one that shares only names with the question.
OPPOSED = 0.8  # Contradiction from which one of two values or names is denied by the other's.
BORNE_OUT = 0.25  # Entailment of either, at least, by the sentence that it stands in.


def meant(
    offered: Offer, readings: Iterable[Reading], entailment: Entailment
) -> dict[Alternative, list[Reading]]:
    """Return what sentences say to the question of each alternative, yes or no.

    A sentence means an alternative that its answer names, or the one that it entails by far more
    than any other.

    Args:
        offered: What a question offers.
        readings: What was read for the question itself.
        entailment: Compares the sentences with each alternative.
    """
    surest: dict[tuple[str, int], Reading] = {}
    for one in sorted(readings, key=lambda one: -one.probability):
        if one.probability >= READ:
            surest.setdefault((one.passage.article.id, one.sentence.start), one)
    told = list(surest.values())[:MOST]
    judged = [_judged(alternative, told, entailment) for alternative in offered.alternatives]
    said: dict[Alternative, list[Reading]] = {one: [] for one in offered.alternatives}
    for reading, each in zip(told, zip(*judged, strict=True), strict=True):
        own = _means(offered, reading, each)
        for alternative, judgement in zip(offered.alternatives, each, strict=True):
            if own == alternative:
                said[alternative].append(reading.model_copy(update={"answer": "yes"}))
            elif own and judgement.contradiction >= DENIED:
                said[alternative].append(reading.model_copy(update={"answer": "no"}))
    return said


def _means(offered: Offer, reading: Reading, judged: Sequence[Most]) -> Alternative | None:
    """Return which alternative a sentence means, if it can be told."""
    pairs = list(zip(offered.alternatives, judged, strict=True))
    named = [(one, judgement) for one, judgement in pairs if one.is_named_by(reading.answer)]
    if len(named) == 1 and named[0][1].contradiction < DENIED:
        return named[0][0]
    pairs.sort(key=lambda pair: -_borne_out(pair[1]))
    (best, sure), (_, other), *_ = pairs
    apart = _borne_out(sure) - _borne_out(other)
    return best if sure.entailment >= MEANT and apart >= MARGIN else None


def _borne_out(judgement: Most) -> float:
    return judgement.entailment - judgement.contradiction


def _judged(
    alternative: Alternative, told: Sequence[Reading], entailment: Entailment
) -> list[Most]:
    """Return how probably each sentence says that one is so, or denies it."""
    asked = statement(alternative.question) or alternative.question
    titles = [reading.passage.article.title for reading in told]
    judged = judge_titled(entailment, [(reading.words, asked) for reading in told], titles)
    return [both.most for both in judged]


def opposed(
    offered: Offer, held: Sequence[Held], entailment: Entailment
) -> frozenset[tuple[int, int]]:
    """Return the places of two positions that name different alternatives, of which one is denied.

    Args:
        offered: What a question offers, in values or names.
        held: The positions.
        entailment: Compares their sentences with each alternative.
    """
    told = [one.readings[0] for one in held]
    judged = [_judged(alternative, told, entailment) for alternative in offered.alternatives]
    named = [
        [at for at, one in enumerate(offered.alternatives) if one.is_named_by(reading.answer)]
        for reading in told
    ]
    said = [
        [at for at in places if judged[at][place].entailment >= BORNE_OUT]
        if held[place].probability >= SURE or not held[place].in_other_words
        else []
        for place, places in enumerate(named)
    ]
    return frozenset(
        (min(a, b), max(a, b))
        for a, b in permutations(range(len(held)), 2)
        for at in said[a]
        if said[b] and at not in named[b] and judged[at][b].contradiction >= OPPOSED
    )


def narrowed(
    offered: Offer, answer: Answer
) -> tuple[tuple[Position, ...], tuple[Disagreement, ...]]:
    """Return the positions that name what a question offers or differ from those, and how.

    All of an answer is returned where none names it: the articles say something else.
    """
    ours = [
        position
        for position in answer.positions
        if any(one.is_named_by(position.answer) for one in offered.alternatives)
    ]
    if not ours:
        return answer.positions, answer.disagreements
    raised = tuple(one for one in answer.disagreements if any(side in ours for side in one.sides))
    sides = [side for one in raised for side in one.sides]
    return tuple(one for one in answer.positions if one in ours or one in sides), raised


def positions_on(
    offered: Offer, answers: Sequence[Answer]
) -> dict[Alternative, tuple[Position, ...]]:
    """Return what the articles say of each alternative: that it is so, or "not" it.

    Who denies one by affirming another is heard there only, and who denies all of them nowhere.

    Args:
        offered: What a question offers.
        answers: What the articles say to the question of each: yes or no.
    """
    affirmed, denied = ([_who(answer, said) for answer in answers] for said in ("yes", "no"))
    of_none = denied[0].intersection(*denied[1:])
    found = {}
    for place, (one, answer) in enumerate(zip(offered.alternatives, answers, strict=True)):
        others = of_none.union(*affirmed[:place], *affirmed[place + 1 :])
        told = (_told(one, position, others) for position in answer.positions)
        found[one] = tuple(position for position in told if position)
    return found


def _who(answer: Answer, said: str) -> frozenset[str]:
    """Return the ids of the articles that say yes, or no."""
    return frozenset(
        cited for position in answer.positions if position.answer == said for cited in _by(position)
    )


def disagreements_on(
    question: str,
    positions: Mapping[Alternative, Sequence[Position]],
    answers: Sequence[Answer],
) -> tuple[Disagreement, ...]:
    """Return what articles disagree on of what a question offers, the gravest kind first.

    Args:
        question: What was asked.
        positions: What the articles say of each alternative; see `positions_on`.
        answers: What they say to the question of each: yes or no.
    """
    found: dict[tuple[Position, ...], Disagreement] = {}
    for answer in answers:
        for raised in answer.disagreements:
            of_sides = frozenset(cited for side in raised.sides for cited in _by(side))
            sides = tuple(
                one for said in positions.values() for one in said if set(_by(one)) & of_sides
            )
            if len(sides) > 1 and _each_alone(sides):
                told = ", or ".join(side.answer for side in sides)
                about = f"{question} {told}"
                found[sides] = Disagreement(kind=raised.kind, about=about, sides=sides)
    return tuple(sorted(found.values(), key=lambda one: KINDS.index(one.kind)))


def _each_alone(sides: Sequence[Position]) -> bool:
    """Return whether each side has an article that is on no other: "by link or code" is on both."""
    by = [set(_by(side)) for side in sides]
    return all(own - set().union(*by[:place], *by[place + 1 :]) for place, own in enumerate(by))


def _by(position: Position) -> Iterator[str]:
    """Yield the ids of the articles that hold a position."""
    return (citation.article_id for citation in position.citations)


def _told(one: Alternative, position: Position, others: frozenset[str]) -> Position | None:
    """Return a yes or a no as what is said of an alternative; None if `others` say all of it."""
    if position.answer == "yes":
        return position.model_copy(update={"answer": one.text})
    left = tuple(cited for cited in position.citations if cited.article_id not in others)
    if not left:
        return None
    text = position.text if left == position.citations else left[0].quote
    origins = min(position.origins, len(left))
    return Position(answer=f"not {one.text}", text=text, citations=left, origins=origins)

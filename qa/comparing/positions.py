"""The articles' answers -> the distinct ones, each with the readings behind it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from math import prod

from qa.answers.answer_values import relation, value_of
from qa.answers.evidence import names_in
from qa.answers.roles import names_a_role
from qa.cite import cite
from qa.comparing.origins import count_origins
from qa.comparing.places import lies_in
from qa.english.names import find_names
from qa.english.terms import akin, overlap, stems
from qa.models import Position
from qa.questions.question import Question
from qa.read import Reading
from qa.values import Value, compare, find_values
from qa.values.precision import coarseness, is_finer

ON_ATTRIBUTE = 1 / 3  # Share of the question's words that are no names: one of up to three.
SURE_OF_VERDICT = 0.7  # The same of a yes or a no.
SURE = 0.8  # Probability of a reading that is on the subject in other words: "killed" for died.
"""With .95, .85, .75 and .65 the pages of `topics.txt` that are heard answer in .58, .59, .58, .55,
and of those that answer .69, .73, .77 and .79 are heard; warnings are the same.
"""
ALIKE_BUT_FOR_VALUES = 0.6  # The same, for their other words: a day or a speaker may differ.
ALIKE = 0.8  # Jaccard similarity of stems from which two sentences say the same.

_TITLE_WORDS = """
Mr Mrs Ms Miss Dr Sir Lord Lady Dame Prof Professor Judge Justice Senator Sen Rep Gov Councillor
Cllr Officer Sergeant Sgt Detective Inspector Constable General Colonel Major Lieutenant Prince
Princess Saint St Father Sister Brother Reverend Rev Bishop Cardinal Archbishop Aunt Uncle
Commissioner Sheriff
"""
_TITLES = frozenset(_TITLE_WORDS.split())

_CAPITALISED = re.compile(r"\b[A-Z][\w'’]+")


@dataclass(frozen=True)
class Held:
    """A position and who holds it: one reading an article, most probable first."""

    position: Position
    readings: tuple[Reading, ...]
    value: Value | None
    in_other_words: bool = False
    """Whether it shares only names with the question: see `in_other_words`."""

    @property
    def sentence(self) -> str:
        """The sentence that stands for the position."""
        return self.readings[0].words

    @property
    def probability(self) -> float:
        """How probable its surest reading is."""
        return max(reading.probability for reading in self.readings)

    @cached_property
    def around(self) -> frozenset[str]:
        """The names in the passage and its title: whom and what it tells of."""
        return names_in(self.readings[0].passage)


def best_by_article(readings: Iterable[Reading], *, threshold: float) -> list[Reading]:
    """Return each article's most probable answer, most probable first."""
    best: dict[str, Reading] = {}
    for reading in sorted(readings, key=lambda reading: -reading.probability):
        if reading.probability >= threshold:
            best.setdefault(reading.passage.article.id, reading)
    return list(best.values())


def hold(question: Question, readings: Sequence[Reading]) -> list[Held]:
    """Put readings with the same answer together, the one that most origins give first."""
    kept = _without_vague(on_attribute(question, readings))
    held = [_held(question, group) for group in _groups(question, kept)]
    return sorted(held, key=lambda held: -held.position.origins)


def in_other_words(question: Question, readings: Sequence[Reading]) -> list[Held]:
    """Return the answers that `hold` leaves out, most probable first.

    Their sentences share only names with the question. Most are about something else, but where
    one is surely set against another answer, it is one.
    """
    kept = on_attribute(question, readings)
    places = {id(reading) for reading in kept}
    others = [reading for reading in readings if id(reading) not in places]
    groups = _groups(question, _without_vague([*kept, *others]))
    return [
        replace(_held(question, group), in_other_words=True)
        for group in groups
        if id(group[0]) not in places
    ]


def _groups(question: Question, readings: Iterable[Reading]) -> list[list[Reading]]:
    groups: list[list[Reading]] = []
    for reading in readings:
        for group in groups:
            if _is_same(question, group[0], reading) and (
                not question.wants_value or all(_is_same(question, g, reading) for g in group[1:])
            ):
                group.append(reading)
                break
        else:
            groups.append([reading])
    return groups


def _probability(group: Sequence[Reading]) -> float:
    """Return how probable it is that one of the origins of an answer is right."""
    origins = count_origins([reading.passage.article for reading in group])
    best = sorted((reading.probability for reading in group), reverse=True)[:origins]
    return 1 - prod(1 - probability for probability in best)


def standing(question: Question, readings: Sequence[Reading], *, threshold: float) -> list[Reading]:
    """Return the answers of articles that bear each other out, or are probable by themselves.

    An answer is taken for one when it is probable that at least one of the origins that give it is
    right: 1 - (1 - p1)(1 - p2)... On 160 questions of MultiHop-RAG's development half, half of
    which its articles do not answer, that declines as many of those as the most probable answer
    alone, and makes the first answer right for 69 rather than 58 % of the others it answers.

    Args:
        question: What was asked.
        readings: One an article, most probable first; weak ones count as well.
        threshold: The probability from which an answer stands.
    """
    return [
        reading
        for group in _groups(question, readings)
        if _probability(group) >= threshold
        for reading in group
    ]


def on_attribute(question: Question, readings: Sequence[Reading]) -> Sequence[Reading]:
    """Leave out readings that share only names with the question, where others share more.

    A sentence about the same company and another of its figures is no answer, and would be taken
    for a disagreement. What the reader is sure of may say it in other words; so does what says yes
    or no by what it answers instead.
    """
    attribute = question.terms - question.names - question.implied
    close = [
        reading
        for reading in readings
        if reading.probability >= (SURE_OF_VERDICT if reading.answer in {"yes", "no"} else SURE)
        or (question.kinds[0] == "yes_no" and reading.span != reading.sentence)
        or len(akin(attribute, stems(reading.words))) >= ON_ATTRIBUTE * len(attribute)
    ]
    return close or readings


def _without_vague(readings: Sequence[Reading]) -> Sequence[Reading]:
    """Leave out "billions of dollars" where another article names the figure."""
    vague = [(value := value_of(r)) is not None and value.hedge == "vague" for r in readings]
    if all(vague):
        return readings
    return [reading for reading, is_vague in zip(readings, vague, strict=True) if not is_vague]


def differ_in_a_value(a: Reading, b: Reading) -> bool:
    """Return whether two sentences are alike but for a value: "ends in 2027", "ends in 2029".

    What is asked about may be another thing; that they disagree is said all the same.
    """
    left, right = _firm_values(a), _firm_values(b)
    words = [
        set(stems(reading.words)) - {stem for value in values for stem in stems(value.text)}
        for reading, values in ((a, left), (b, right))
    ]
    return overlap(*words) >= ALIKE_BUT_FOR_VALUES and any(
        compare(one, other) == "different" and _is_alone(one, right) and _is_alone(other, left)
        for one, other in product(left, right)
    )


def _firm_values(reading: Reading) -> list[Value]:
    """Return the values in figures; "today" and "billions" are no ground to disagree on."""
    values = find_values(reading.words, reading.passage.article.published)
    return [v for v in values if v.hedge != "vague" and any(c.isdigit() for c in v.text)]


def _is_alone(value: Value, others: Sequence[Value]) -> bool:
    return all(compare(value, other) not in {"equal", "compatible"} for other in others)


def position_of(group: Sequence[Reading]) -> Position:
    """Return the position that readings hold, in the words of the first."""
    leader = group[0]
    return Position(
        answer=leader.answer,
        text=" ".join(leader.words.split()),
        citations=tuple(cite(reading.passage.article, reading.sentence) for reading in group),
        origins=count_origins([reading.passage.article for reading in group]),
    )


def _held(question: Question, group: Sequence[Reading]) -> Held:
    told = [value_of(one, question) if one.span != one.sentence else None for one in group]
    if told[0]:  # The one that says most of when or how much is shown.
        finest = min(range(len(group)), key=lambda at: coarseness(told[at]))
        shown = [group[finest], *group[:finest], *group[finest + 1 :]]
        return Held(position_of(shown), tuple(group), told[finest])
    return Held(position_of(group), tuple(group), told[0])


def _is_same(question: Question, a: Reading, b: Reading) -> bool:
    kind = question.kinds[0]
    if kind == "yes_no" and {a.answer, b.answer} <= {"yes", "no"}:
        return a.answer == b.answer
    if question.wants_value:
        left, right = value_of(a, question), value_of(b, question)
        if left is None or right is None:
            return stems(a.answer) == stems(b.answer)
        related = relation(left, right)
        return related == "equal" or (related == "compatible" and is_finer(left, right))
    if kind == "name" or question.wants_place:
        refined = lies_in(a.answer, b.answer) or lies_in(b.answer, a.answer)
        same = is_same_name(a.answer, b.answer) and not are_two_people(a, b)
        return same or (question.wants_place and refined)
    if kind == "text" and stems(a.answer) == stems(b.answer) != []:
        return True
    return overlap(stems(a.words), stems(b.words)) >= ALIKE and not differ_in_a_value(a, b)


def are_two_people(a: Reading, b: Reading) -> bool:
    """Return whether a bare last name is that of another than the one who is named in full.

    "Kestrel" is Dario where its article names him, and not Milan Kestrel.
    """
    short, long = sorted((a, b), key=lambda one: len(one.answer.split()))
    if len(short.answer.split()) != 1 or len(long.answer.split()) < 2:
        return False
    text = short.passage.article.text
    named = [name.of(text).split() for name in find_names(text)]
    told = {one[-2] for one in named if len(one) > 1 and one[-1] == short.answer} - _TITLES
    told = {one for one in told if not names_a_role(one)}
    return bool(told) and not told & set(long.answer.split())


def is_same_name(a: str, b: str) -> bool:
    """Return whether one name is the other, a part of it or its initials: "Altman", "Sam Altman".

    >>> is_same_name("IMAD", "Institute for Maritime Archaeology and Diving")
    True
    """
    left, right = set(stems(a)), set(stems(b))
    part = bool(left and right) and (left <= right or right <= left)
    return part or a in _initials(b) or b in _initials(a)


def _initials(name: str) -> list[str]:
    """Return the initials of a name of several words, of those with a capital; nothing of one."""
    words = _CAPITALISED.findall(name)
    return ["".join(word[0] for word in words)] if len(words) > 1 else []

"""Do two articles answer a question differently? Told by several signs together, none of them sure.

What the rules of `qa.comparing.kinds` cannot tell is weighed: how sure the reader is of both
answers, whether either article denies the other's, how much alike they are told, whether what is
asked for changes with time, and whether both tell of now. The more is read, the likelier two
answers differ because the reader erred.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import combinations
from math import log

from qa.answers.answer_values import relation
from qa.answers.nowadays import tells_of_now
from qa.comparing.gates import (
    names_all,
    names_its_subject,
    of_the_year_asked,
    speak_of_the_same_attribute,
    tell_of_the_same,
)
from qa.comparing.positions import Held, are_two_people
from qa.english.terms import overlap, stems
from qa.entail import Entailment, Judgement
from qa.questions.lists import asks_for_list
from qa.questions.question import Question
from qa.questions.statement import stated

MOST = 5  # Positions to compare with each other, of those that most origins give: 20 judgements.
BESIDE = 40  # Characters in which an answer may be told in other words: "known to all as Sasha".
SUREST = 0.99  # Of a probability: above it the reader is no surer than it is right.
SIGN = 2.0  # Added to the log-odds where a sign fully holds: it makes them 7 times as high.
DENIAL = 3.0  # The same where each of two articles denies the other's answer: the surest sign.
"""With 2 and 4 RAMDocs' sets have 163 and 160 right and 9 and 7 wrong, rather than 165 and 8."""
FEWEST_CHANCES = 2  # Of two answers that may differ, however little was read.
RIVAL = 0.4  # The weight, less the chances, from which two answers are set against each other.
"""How many development questions are warned of rightly and wrongly, those by rule with them. Of
WikiContradict and CONFLICTS 108 differ and 42 agree, of RAMDocs' sets 218 and 38, of invented news
(`tests/benchmarks`: reports, answers, events, unread) 150 and 150, most of which are traps.

| RIVAL | WikiContradict, CONFLICTS | RAMDocs | news |
| --- | --- | --- | --- |
| -1.0 | 43, 13 | 163, 10 | 82, 39 |
| -0.3 | 38, 6 | 158, 8 | 76, 35 |
| 0.0 | 38, 6 | 154, 8 | 75, 34 |
| 0.3 | 37, 5 | 147, 8 | 74, 32 |
| 1.0 | 32, 3 | 124, 5 | 67, 25 |
| none | 17, 2 | 49, 0 | 10, 3 |

With FEWEST_CHANCES 1, 2, 3 and 6 `events` has 17, 9; 17, 6; 14, 5; 9, 3 and the blind `unread`
21, 11; 18, 10; 17, 10; 13, 4. Without names two answers that share none were set against each other
too: `topics.txt` 81, 43 rather than 79, 38, and `topics_more.txt` 65, 50 rather than 64, 45.

With what tells of now as a sign too WikiContradict and CONFLICTS had 54, 10 with -0.7; 53, 9 with
-0.5; 53, 7 with 0.0; 53, 6 with 0.3. With the comparing network that has learnt pages of one topic,
and a denial that weighs 3.0, they have 55, 13 with 0.0; 54, 10 with 0.3; 54, 9 with 0.4; 53, 8 with
0.5; 51, 7 with 0.6, and `topics.txt` (164 differ) 80, 65; 75, 54; 74, 50; 73, 46; 69, 43. Without
answers of another sort (`qa/answers/counted.py`) that has 77, 55; 73, 44 and 72, 41 with 0.0, 0.3
and 0.4. Not kept: less for a sentence that names only others before its answer (70, 38;
WikiContradict and CONFLICTS 53, 8; `topics_more.txt` 59, 50 rather than 64, 53), and none for
figures of two scopes.
"""

_FULL_NAME = re.compile(
    r"(?P<initial>[A-Z])[\w.’'-]*(?: [A-Z][\w.’'-]*){0,2} (?P<last>[A-Z][\w’'-]+)"
)


def rivals(
    question: Question, held: Sequence[Held], entailment: Entailment | None, *, read: int
) -> frozenset[tuple[int, int]]:
    """Return the places of positions, in pairs, that answer the question differently.

    A list of names may go on in another article, so what asks for a list has no rivals, and
    neither has what is answered with yes or no: those are opposed by rule.

    Args:
        question: What was asked.
        held: The positions.
        entailment: Tells what denies what; None leaves all this out.
        read: How many passages speak of what the question names: the others mislead nobody.
    """
    if entailment is None or question.kinds[0] == "yes_no" or asks_for_list(question):
        return frozenset()
    pairs = [
        (a, b) for a, b in combinations(_first(held), 2) if _differ(question, held[a], held[b])
    ]
    judged = entailment.judge(
        [
            (_told(held[there]), stated(question.text, held[here].position.answer))
            for a, b in pairs
            for here, there in ((a, b), (b, a))
        ]
    )
    chances = log(
        max(FEWEST_CHANCES, read * (read - 1) / 2)
    )  # Bonferroni's correction, in log-odds.
    return frozenset(
        (a, b)
        for (a, b), *denials in zip(pairs, judged[::2], judged[1::2], strict=True)
        if _weight(question, held[a], held[b], denials) - chances >= RIVAL
    )


def _first(held: Sequence[Held]) -> list[int]:
    """Return the places of the positions that most origins give, the surest of them first."""
    order = sorted(
        range(len(held)), key=lambda at: (-held[at].position.origins, -held[at].probability)
    )
    return sorted(order[:MOST])


def _differ(question: Question, a: Held, b: Held) -> bool:
    """Return whether two answers are different ones, each of what the question names.

    Values of different events are none: every earthquake has its own toll. Neither are two words
    for one: "Sasha" beside "Aleksander Ash, whom all call Sasha". Of figures that is no sign: an
    article may name both.
    """
    if not all(_is_of_it(question, one) for one in (a, b)) or not _compare(question, a, b):
        return False
    words = [set(stems(one.position.answer)) for one in (a, b)]
    beside = [_beside_answer(one) for one in (b, a)]
    figures = question.wants_value and a.value is not None and b.value is not None
    if not figures and any(
        said <= question.terms | near for said, near in zip(words, beside, strict=True)
    ):
        return False
    related = relation(a.value, b.value) if a.value and b.value else "incomparable"
    if related != "incomparable":
        return related == "different"
    if question.wants_value and a.value and b.value:
        return False  # Students are no applications.
    shared = words[0] & words[1] - question.terms  # "Kazan" is "Elia Kazan and others".
    family = _are_of_one_family(a.position.answer, b.position.answer)
    return not shared or family or are_two_people(a.readings[0], b.readings[0])


def _are_of_one_family(one: str, other: str) -> bool:
    """Return whether two people share their last name, and not so much as an initial besides.

    >>> _are_of_one_family("Ann Ash", "Bo Ash"), _are_of_one_family("Ann Ash", "A. Ash")
    (True, False)
    """
    a, b = (_FULL_NAME.fullmatch(name) for name in (one, other))
    if a is None or b is None:
        return False
    return a["last"] == b["last"] and a["initial"] != b["initial"]


def _beside_answer(held: Held) -> set[str]:
    """Return the stems of the words beside an answer, which may be other words for it."""
    reading = held.readings[0]
    start, text = reading.span.start, reading.passage.article.text
    return set(stems(f"{text[max(0, start - BESIDE) : start]} {text[reading.span.end :][:BESIDE]}"))


def _is_of_it(question: Question, held: Held) -> bool:
    return of_the_year_asked(question, held) and names_its_subject(question, held)


def _compare(question: Question, a: Held, b: Held) -> bool:
    """Return whether two answers may be set against each other: of one sort, and of one thing.

    Values are where both are told of all that the question names, or where they share names. To a
    question without a name, "Who is the president?", any two have to share names.
    """
    if not question.wants_value:
        return bool(question.names) or tell_of_the_same(a, b)
    if a.value and b.value and a.value.kind != b.value.kind:
        return False
    named = bool(question.names) and all(names_all(question, one) for one in (a, b))
    return named or tell_of_the_same(a, b)


def _weight(question: Question, a: Held, b: Held, denials: Iterable[Judgement]) -> float:
    """Return the log-odds that both answer, and SIGN for each further sign, as far as it holds.

    It is taken off where two figures are told of different things. A denial weighs more.

    The others weigh alike: such weights hold on other data where fitted ones often do not.
    Source: Dawes 1979, doi:10.1037/0003-066X.34.7.571.
    """
    sure = min(a.probability, b.probability, SUREST)
    denied = min(one.contradiction for one in denials)
    alike = overlap(_around_answer(a), _around_answer(b))
    changes = question.is_of_now and not _are_of_one_day(a, b)
    astray = question.wants_value and not speak_of_the_same_attribute(question, a, b)
    current = question.is_of_now and all(tells_of_now(one.sentence) for one in (a, b))
    signs = SIGN * (alike + changes + current - astray) + DENIAL * denied
    return log(sure / (1 - sure)) + signs


def _around_answer(held: Held) -> set[str]:
    return set(stems(held.sentence)) - set(stems(held.position.answer))


def _are_of_one_day(a: Held, b: Held) -> bool:
    days = [one.readings[0].passage.article.published for one in (a, b)]
    return days[0] is not None and days[0] == days[1]


def _told(held: Held) -> str:
    """Return a sentence under the title of its article, which often says what it is about."""
    title = held.readings[0].passage.article.title
    return held.sentence if title in held.sentence else f"{title}. {held.sentence}"

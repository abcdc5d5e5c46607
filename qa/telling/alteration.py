"""Whether two sentences are at odds over a change: a thing ends in one and stays in the other.

By it "The day ticket remains" is not set against "The weekly ticket is abolished".
"""

from itertools import product

from qa.english.phrases import Phrase
from qa.english.synonyms import are_of_one_sort, synonyms
from qa.english.terms import akin
from qa.telling.turn_words import PLAIN
from qa.telling.turning import Told, told

_OPPOSED = frozenset({("ends", "unchanged"), ("ends", "goes on"), ("alters", "unchanged")})
"""What is altered may go on."""

_REVERSED = frozenset((stays, turns) for turns, stays in _OPPOSED)


def are_at_odds(one: str, other: str, asked: frozenset[str] = frozenset()) -> bool:
    """Return whether of two sentences, one says that a thing changes and the other that it stays.

    Args:
        one: A sentence.
        other: Another sentence.
        asked: The stems of a thing that both sentences speak of, in either of two words for it.

    >>> are_at_odds("The veto of the founders is untouched.", "It removes the veto.")
    True
    >>> are_at_odds("The day ticket is unchanged.", "It removes the weekly ticket.")
    False
    """
    return any(
        (here.turn, there.turn) in _OPPOSED | _REVERSED and _are_of_one_thing(here, there, asked)
        for here, there in product(told(one), told(other))
    )


def bears_out(one: str, other: str) -> bool:
    """Return whether two sentences tell that one and the same thing ends, or that it does not.

    >>> bears_out("The council scrapped the noise rule.", "Gone is the rule on noise.")
    True
    """
    return any(
        "alters" not in {here.turn, there.turn}
        and (here.turn == "ends") == (there.turn == "ends")
        and _are_of_one_thing(here, there)
        for here, there in product(told(one), told(other))
    )


def _are_of_one_thing(here: Told, there: Told, asked: frozenset[str] = frozenset()) -> bool:
    """Return whether two sentences tell of one thing.

    Where both have words that the other sentence has not, as the weekly ticket and the day ticket
    have, they are two things.
    """
    one, other = here.thing, there.thing
    same = akin({one.head}, other.about) and akin({other.head}, one.about)
    if not same and not _are_words_for_one(here, there, asked):
        return False
    return not (_own(one, there.sentence) and _own(other, here.sentence))


def _are_words_for_one(here: Told, there: Told, asked: frozenset[str]) -> bool:
    """Return whether "clause" and "language" are of one thing: both of overtime.

    They are where they share what they are said of, or stand for what is asked about.
    """
    one, other = here.thing, there.thing
    if not are_of_one_sort(one.head, other.head):
        return False
    return bool(one.about & other.about) or bool(asked & synonyms({one.head, other.head}))


def _own(thing: Phrase, other: frozenset[str]) -> frozenset[str]:
    return thing.about - akin(thing.about, synonyms(other)) - PLAIN

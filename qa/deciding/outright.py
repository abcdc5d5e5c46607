"""Does a sentence speak to a yes-or-no question outright, and say so by its words alone?"""

import re

from qa.answers.polarity import ALONE, is_open_to_others, polarity
from qa.english.opposites import reversible
from qa.english.terms import akin, stems
from qa.questions.question import Question
from qa.questions.statement import statement
from qa.telling.alteration import are_at_odds, bears_out
from qa.telling.sentences import Sentence
from qa.telling.turning import Told, told

ENOUGH = 2 / 3  # Share of the question's words, without names, in a sentence that says it outright.
FEWEST_TERMS = 3  # So many words of a question are enough without a name.

_OF_NOW = re.compile(r"^(?:is|are|does|do|has|have|can|may|will)\b", re.IGNORECASE)
_REFUSED_TO = re.compile(r"\b(?:refus|declin|fail)\w* to\b", re.IGNORECASE)
_ASKS_LEAVE = re.compile(
    r"^(?:can|could|may)\b|\b(?:allowed|permitted|free|able) to\b", re.IGNORECASE
)
_LEAVE = re.compile(
    r"\b(?:free|allowed|permitted|able|entitled) to\b|\b(?:can|may)\b", re.IGNORECASE
)


def says_outright(question: Question, sentence: Sentence) -> bool:
    """Return whether a sentence has most of the words that are asked, and one of the names.

    One without a name has all of them. Beside one of the words, a word that means the reverse does
    for another.
    """
    if turns_it(question, sentence) or bears_it_out(question, sentence):
        return True
    said, names = _said(question), named(question)
    held = akin(said, sentence.terms)
    if held:
        held |= said & reversible(sentence.terms)
    if is_open_to_others(question, sentence.text):
        held |= said & ALONE
    if not names or names & sentence.terms:
        return len(held) >= ENOUGH * len(said)
    return held == said and len(said) >= FEWEST_TERMS


def turns_it(question: Question, sentence: Sentence) -> bool:
    """Return whether it is asked whether a thing stays, and said that it ends, or the reverse.

    "It is no longer the dealer" turns "Is it the dealer?", of which nothing ends.
    """
    asked = statement(question.text)
    if asked is None or are_at_odds(asked, sentence.text):
        return asked is not None
    if told(asked) or not _OF_NOW.match(question.text):
        return False
    return any(one.turn == "ends" and _is_asked(question, one) for one in told(sentence.text))


def bears_it_out(question: Question, sentence: Sentence) -> bool:
    """Return whether it is asked whether a thing stays or ends, and said outright that it does."""
    asked = statement(question.text)
    return asked is not None and bears_out(asked, sentence.text)


def _is_asked(question: Question, said: Told) -> bool:
    """Return whether a thing is all that is asked about; of "Is the toll capped?" no toll is."""
    about, asked = said.thing.about, question.terms - question.names
    return len(about) > 1 and akin(about, question.terms) == about and akin(asked, about) == asked


def permits_it(question: Question, sentence: Sentence) -> bool:
    """Return whether it is asked whether somebody may, and said outright that they may."""
    asks, leave = _ASKS_LEAVE.search(question.text), _LEAVE.search(sentence.text)
    return bool(asks and leave and polarity(question, sentence.text) == "yes") and says_outright(
        question, sentence
    )


def reverses_it(question: Question, sentence: Sentence) -> bool:
    """Return whether a sentence says outright the reverse of one of the words that are asked."""
    missing = _said(question) - akin(_said(question), sentence.terms)
    terms = stems(_REFUSED_TO.sub("", sentence.text))  # Who refuses to sign does not refuse it.
    return bool(missing & reversible(terms)) and says_outright(question, sentence)


def named(question: Question) -> frozenset[str]:
    """Return the names in a question that are no numbers."""
    return frozenset(one for one in question.names if not any(c.isdigit() for c in one))


def _said(question: Question) -> frozenset[str]:
    """Return what is asked but for the names, without "May", which is a month as well."""
    return frozenset(stems(question.text.partition(" ")[2])) - question.names

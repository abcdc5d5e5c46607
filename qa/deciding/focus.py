"""What a yes-or-no question asks to be confirmed, and the question that an article answers instead.

"Did the quarry close in 1991?" is answered by whoever says when it closed: an article is read for
"Did the quarry close when?", and what it says is 1991 or another year.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from index.models import Article, Span
from qa.answers.evidence import names_within, terms_of
from qa.answers.threshold import Threshold
from qa.english.grammar import AUXILIARIES, OPENERS, PREPOSITIONS
from qa.english.names import find_names
from qa.english.terms import stems
from qa.questions.asked_for import Kind
from qa.questions.gaps import BEFORE_DATE, question_for, question_for_name, question_with
from qa.questions.question import Question, understand
from qa.telling.clock import OF_DAY, OF_HALF, find_times
from qa.unasked.stated import has_value
from qa.values import Value, find_values

MOST = 3  # Names to ask for where an article has them all.
KNOWN = 0.5  # Share of the names in a question that an article knows, at least, to be asked.

_AGE = re.compile(r"\b(?P<years>\d{1,3}) years? old\b|\baged (?P<aged>\d{1,3})\b", re.IGNORECASE)
_CHOICE = re.compile(r"\bor\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\b")
_OWNS = re.compile(r"['’]s? ")
_SUBJECT = re.compile(rf"(?:{AUXILIARIES})(?: \w+)? $", re.IGNORECASE)
"""What stands before the subject of a question: its verb comes behind, not what it says which."""

_NEXT_WORD = re.compile(r" (?P<word>[a-z0-9][\w-]*)(?P<ends> ?\??$)?")
_FREE_WORDS = "and as off because last this next than if that who which is was be when while"
_FREE = PREPOSITIONS | OPENERS | frozenset(_FREE_WORDS.split())
"""Words behind a name that stands for itself, and does not say which thing is meant."""


class Focus(NamedTuple):
    """A value or a name that a question asks to be confirmed.

    Attributes:
        text: Its words.
        value: None of a name.
        question: What it answers, in the words of the question.
    """

    text: str
    value: Value | None
    question: str

    @property
    def asked(self) -> Question:
        """Its question, taken apart."""
        kind: Kind = self.value.kind if self.value else "name"
        if self.value and self.value.unit in {OF_DAY, OF_HALF}:
            kind = "date"
        return understand(self.question).model_copy(update={"kinds": (kind,)})


@lru_cache(maxsize=64)
def foci(question: str) -> tuple[Focus, ...]:
    """Return what a yes-or-no question may ask to be confirmed.

    It is a figure where it has one, else a date, else any of its names. A question that offers a
    choice or sets a threshold asks for something else.

    >>> [focus.question for focus in foci("Did Ann Ash pay $3 million for the mill in May 2019?")]
    ['Did Ann Ash pay how much for the mill in May 2019?']
    >>> [focus.question for focus in foci("Did Ann Ash open the mill in Aldwick?")]
    ['Did who open the mill in Aldwick?', 'Did Ann Ash open the mill where?']
    """
    if understand(question).kinds[0] != "yes_no" or _CHOICE.search(question):
        return ()
    if Threshold.of(question):
        return ()
    asked = question[:1].lower() + question[1:].rstrip(" ?")  # "Did 164" is no name.
    if found := _time_or_age(asked):
        return (found,)
    values = [value for value in find_values(asked) if _may_be_asked(asked, value)]
    figures = [value for value in values if value.kind != "date"]
    if values:
        return tuple(
            Focus(value.text, value, question_for(asked, value)) for value in figures or values[-1:]
        )
    return tuple(
        Focus(name.of(asked), None, question_for_name(asked, name)) for name in _names(asked)
    )


def _time_or_age(question: str) -> Focus | None:
    """Return the time of day that a question names, or an age.

    >>> _time_or_age("did it sail at 5.40 p.m. on Monday").question
    'Did it sail at what time on Monday?'
    >>> _time_or_age("is Ann Ash 34 years old").question
    'Is Ann Ash how old?'
    """
    time, age = next(find_times(question), None), _AGE.search(question)
    if time:
        return Focus(time.text, time, question_with(question, time.span, "what time"))
    if not age:
        return None
    years = Decimal(age["years"] or age["aged"])
    span = Span(start=age.start(), end=age.end())
    value = Value(kind="count", span=span, text=age[0], low=years, high=years)
    return Focus(age[0], value, question_with(question, span, "how old"))


def _may_be_asked(question: str, value: Value) -> bool:
    """Return whether a value is stated, and not what something is called by: "the 2026 games"."""
    if value.kind == "date":
        before = BEFORE_DATE.search(question[: value.span.start])
        return bool(before) and any(c.isdigit() for c in value.text)
    return value.hedge != "vague" and not (value.kind == "count" and _YEAR.match(value.text))


def _names(question: str) -> Sequence[Span]:
    """Return the names in a question, but for those that say which thing is meant."""
    names = (name for name in find_names(question) if name.start)
    return [name for name in names if not _is_modifier(question, name)]


def _is_modifier(question: str, name: Span) -> bool:
    """Return whether a name says whose or which thing is meant: "Ash's", "the Vega crew left".

    With the last word of a question it is what is asked about: "play for the Vega club?".
    """
    after = question[name.end :]
    if _OWNS.match(after):
        return True
    following = _NEXT_WORD.match(after)
    if following is None or following["ends"] is not None:
        return False
    return following["word"] not in _FREE and not _SUBJECT.fullmatch(question[: name.start])


def asked_of(question: str, article: Article) -> Sequence[Focus]:
    """Return what an article is to confirm: what it does not have of what a question names.

    Where it has all of it, any other name would be as good an answer as the one that is named, so
    each is asked for. None is where the question asks for nothing of the kind, or the article knows
    too little of what it names to tell.
    """
    asked = foci(question)
    if not asked:
        return ()
    names = [name.of(question) for name in find_names(question) if name.start]
    known = [name for name in names if knows(article, name)]
    if asked[0].value is not None:
        near = len(known) >= KNOWN * len(names)
        if not (near if names else _shares_words(question, asked[0], article)):
            return ()
        return sorted(asked, key=lambda one: has_focus(article, one))[:1]
    missing = [one for one in asked if one.text not in known]
    if not missing:
        return asked[:MOST]
    return missing if len(missing) == 1 and known else ()


def _shares_words(question: str, focus: Focus, article: Article) -> bool:
    terms = understand(question).terms - set(stems(focus.text))
    return len(terms & terms_of(article)) >= KNOWN * len(terms)


def has_focus(article: Article, focus: Focus) -> bool:
    """Return whether an article has a value or a name, whatever it says of it."""
    if focus.value is None:
        return knows(article, focus.text)
    return has_value(article, focus.value)


def knows(article: Article, name: str) -> bool:
    """Return whether an article has a name, or a part of it that stands for it."""
    wanted = set(stems(name))
    if wanted <= terms_of(article):
        return True
    return any(own <= wanted or wanted <= own for own in _named(article))


@lru_cache(maxsize=512)
def _named(article: Article) -> tuple[frozenset[str], ...]:
    text = f"{article.title}. {article.text}"
    found = find_names(text, known=names_within(article))
    return tuple(own for name in found if (own := frozenset(stems(name.of(text)))))

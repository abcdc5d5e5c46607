"""How do two positions differ, as far as values, dates and words of change tell?

The gates come first: only values of one kind and unit are compared, and only sentences that share
what the question is about. In doubt nothing is raised: a false alarm costs trust.
"""

import re
from dataclasses import replace
from datetime import date

from qa.answers.answer_values import relation, value_of
from qa.answers.objections import FEWEST_TERMS, ON_SUBJECT, subject_of, takes_change_for_granted
from qa.answers.polarity import with_acronyms
from qa.answers.threshold import sought
from qa.comparing.gates import (
    names_all,
    names_its_subject,
    of_one_time,
    of_the_year_asked,
    speak_of_the_same_attribute,
    tell_of_the_same,
    told_around,
)
from qa.comparing.positions import Held, differ_in_a_value
from qa.english.borders import clause_at
from qa.english.names import find_names
from qa.english.synonyms import synonyms
from qa.english.terms import akin, stems
from qa.models import Kind
from qa.questions.question import Question, understand
from qa.telling.alteration import are_at_odds
from qa.telling.change import Stance, stance
from qa.telling.forecast import are_forecasts, asks_what_may_be, is_unconfirmed
from qa.telling.turning import told
from qa.values import Value

FIRM = 0.7  # Share of the question's words that are no names, for a side of a disagreement.
"""With .6 one more of CONFLICTS is warned of rightly and one more wrongly; .85 is as .7."""

SURE = 0.95  # A reading as probable as this is on the subject in other words: "died", "killed".

SUREST = 0.97  # Readings as probable as this are of one thing, in whatever words.
SURE_OF_BOTH = 0.8  # Readings as probable as this answer, though they may speak of other things.
"""With .6 and .7 the same sets of RAMDocs, WikiContradict and CONFLICTS were noted."""

_REVISION = re.compile(
    r"\b(?:now|revised|updated|corrected|raised|lowered|cut|extended|delayed|postponed|rose|risen|"
    r"climbed|grew|increased|up from|down from|brought forward)\b",
    re.IGNORECASE,
)
_CORRECTION = re.compile(r"\b(?:revised|updated|corrected|correction)\b", re.IGNORECASE)


def kind_of(question: Question, a: Held, b: Held) -> Kind | None:
    """Return how two positions differ; None when they do not, or nothing can tell."""
    if a.in_other_words or b.in_other_words:
        return None
    answers = {a.position.answer, b.position.answer}
    opposed = question.kinds[0] == "yes_no" and answers == {"yes", "no"}
    named = (opposed or question.wants_value) and all(_is_asked_of(question, one) for one in (a, b))
    if not (named or tell_of_the_same(a, b)):
        return "scope" if _both_answer(question, a, b) else None
    if opposed:
        return _kind_of_opposed(question, a, b)
    if _is_change_against_continuity(question, a, b):
        return "superseded"
    if not question.wants_value:
        return (
            _cannot_both_hold(question, a, b)
            if differ_in_a_value(a.readings[0], b.readings[0])
            else None
        )
    return _kind_of_values(question, a, b)


def _is_asked_of(question: Question, held: Held) -> bool:
    """Return whether a yes or a no is of all that is asked about, or was read for what is named."""
    reading = held.readings[0]
    read_for_it = question.kinds[0] == "yes_no" and reading.span != reading.sentence
    return read_for_it or names_all(question, held)


def _both_answer(question: Question, a: Held, b: Held) -> bool:
    """Return whether each surely answers with a value of its own, of whatever it speaks.

    Of names that would be said too often: whoever stands in a sentence that is near the question.
    """
    if a.value is None or b.value is None or relation(a.value, b.value) != "different":
        return False
    sure = min(a.probability, b.probability) >= SURE_OF_BOTH
    return sure and question.wants_value and all(_is_firm(question, one) for one in (a, b))


def _kind_of_values(question: Question, a: Held, b: Held) -> Kind | None:
    """Return how two positions differ in the value that was asked for."""
    if a.value is None or b.value is None or not _are_comparable(question, a, b):
        return None
    related = relation(a.value, b.value)
    if related in {"different", "compatible"} and _are_of_two_years(question, a, b):
        return "superseded"
    if related == "different":
        return _kind_of_different(question, a, b)
    return "estimate" if related == "compatible" else None


def _are_of_two_years(question: Question, a: Held, b: Held) -> bool:
    """Return whether two figures for what is asked of now are told of two years.

    "Over 650" in one and 657 in another need be no change.
    """
    stated = question.is_of_now and question.kinds[0] != "date"
    bounds = any(side.value and side.value.hedge in {"at_least", "at_most"} for side in (a, b))
    return stated and not bounds and not of_one_time(a.sentence, b.sentence)


def _are_comparable(question: Question, a: Held, b: Held) -> bool:
    firm = all(_is_firm(question, one) for one in (a, b))
    sure = min(side.probability for side in (a, b)) >= SUREST
    return firm and (sure or speak_of_the_same_attribute(question, a, b))


def _kind_of_different(question: Question, a: Held, b: Held) -> Kind:
    if are_forecasts(a.sentence, b.sentence):
        return "opinion"
    if _are_of_different_things(question, a, b):
        return "scope"
    return _of_report(question, a, b) or _cannot_both_hold(question, a, b)


def _of_report(question: Question, a: Held, b: Held) -> Kind | None:
    """Return how what one side confirms differs from what the other only reports or expects.

    A later article may tell what came of it; else nothing says that they contradict each other.
    """
    if asks_what_may_be(question.text):
        return None
    unconfirmed = [is_unconfirmed(side.sentence, side.position.answer) for side in (a, b)]
    if unconfirmed[0] == unconfirmed[1]:
        return None
    reported, confirmed = (a, b) if unconfirmed[0] else (b, a)
    days = [side.readings[0].passage.article.published for side in (reported, confirmed)]
    later = days[0] and days[1] and days[0] < days[1]
    return "superseded" if later else "opinion"


def _cannot_both_hold(question: Question, a: Held, b: Held) -> Kind:
    return "superseded" if _is_revised(question, a, b) else "contradiction"


def kind_of_rivals(question: Question, a: Held, b: Held) -> Kind:
    """Return how two positions differ of which several signs say that they do.

    See `qa.comparing.rivals`.
    """
    if are_forecasts(a.sentence, b.sentence):
        return "opinion"
    return _of_report(question, a, b) or _cannot_both_hold(question, a, b)


def _kind_of_opposed(question: Question, a: Held, b: Held) -> Kind | None:
    """Return how a yes and a no differ; None where each is of its own time.

    Two figures of which one passes a threshold differ as figures do.
    """
    asked = understand(sought(question.text))
    values = [value_of(side.readings[0], asked) if asked.wants_value else None for side in (a, b)]
    if all(values):
        one, other = (replace(side, value=its) for side, its in zip((a, b), values, strict=True))
        differ = _are_comparable(asked, one, other)
        return _kind_of_different(asked, one, other) if differ else None
    if not question.names_figure and not of_one_time(a.sentence, b.sentence):
        return None
    stances = _stances(question, a, b)
    turned = stances == {"change", "continuity"} or (question.is_of_now and "change" in stances)
    return "superseded" if turned else _cannot_both_hold(question, a, b)


def _is_change_against_continuity(question: Question, a: Held, b: Held) -> bool:
    """Return whether one side says that it changed, and the other that it stays as it was.

    Where both tell of what, it must be one thing; else both must speak of what is asked about. A
    value that is asked for says itself of what it is.
    """
    subject = subject_of(question)
    if question.kinds[0] == "text" and told(a.sentence) and told(b.sentence):
        one, other = (with_acronyms(question, side.sentence) for side in (a, b))
        shared = subject if all(_speaks_of(subject, side) for side in (a, b)) else frozenset()
        return are_at_odds(one, other, shared) and of_one_time(a.sentence, b.sentence)
    shares = [len(subject & set(stems(side.sentence))) for side in (a, b)]
    telling = len(subject) >= FEWEST_TERMS and bool(subject - question.names)
    on_subject = telling and min(shares) >= ON_SUBJECT * len(subject)
    return on_subject and _stances(question, a, b) == {"change", "continuity"}


def _speaks_of(subject: frozenset[str], held: Held) -> bool:
    return len(akin(subject, synonyms(told_around(held.readings[0])))) >= ON_SUBJECT * len(subject)


def _stances(question: Question, a: Held, b: Held) -> set[Stance | None]:
    """Return what two sides say of change; an answer to when it ends says that it does."""
    grants = question.kinds[0] != "text" and takes_change_for_granted(question)
    granted: Stance | None = "change" if grants else None
    return {stance(side.sentence) or granted for side in (a, b)}


def _is_firm(question: Question, held: Held) -> bool:
    """Return whether a position may be set against another: surely on the subject, and named.

    A date that is only pointed at ("today") is as old as its article, and those are often undated.
    """
    counted = stems(held.value.unit or "") if held.value else []
    attribute = question.terms - question.names - set(counted)
    said = synonyms(stems(held.sentence))
    if attribute - question.implied:  # Of what costs something, any sum would do.
        said |= question.implied
    on_subject = attribute and len(akin(attribute, said)) >= FIRM * len(attribute)
    value = held.value
    named = value is not None and (value.kind != "date" or any(c.isdigit() for c in value.text))
    sure = bool(on_subject) or held.readings[0].probability >= SURE
    of_it = names_its_subject(question, held) and of_the_year_asked(question, held)
    return sure and named and of_it


def _are_of_different_things(question: Question, a: Held, b: Held) -> bool:
    """Return whether what is asked about bears different further names: Watch Ultra, Watch SE."""
    further = [
        {
            stem
            for name in find_names(side.sentence)
            if question.names & (parts := set(stems(name.of(side.sentence))))
            for stem in parts - question.terms
        }
        for side in (a, b)
    ]
    return all(further) and not further[0] & further[1]


def _is_revised(question: Question, a: Held, b: Held) -> bool:
    """Return whether of two dated sides, the later one has the newer answer.

    It states a change, or what is asked for does not stay as it is. When something was, stays, and
    can only be corrected; when it last was, does not.
    """
    days = [side.readings[0].passage.article.published for side in (a, b)]
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return False
    later = b if days[1] > days[0] else a
    past = all(_is_past(side.value, min(days[0], days[1])) for side in (a, b))
    if past and not question.is_of_now:
        return bool(_CORRECTION.search(later.sentence))
    clause = clause_at(later.sentence, later.readings[0].answer_in_sentence)
    said = clause.of(later.sentence)
    changed = _REVISION.search(said) or stance(said) == "change"
    return bool(changed) or question.is_of_now


def _is_past(value: Value | None, day: date) -> bool:
    """Return whether a value is a day, or a stretch of time, that ended before a day."""
    return value is not None and isinstance(value.high, date) and value.high < day

"""Yes-or-no questions: does a sentence support what is asked, deny it, or not say?"""

import re
from collections.abc import Iterable, Sequence

from index.models import Passage
from qa.answers.answer_values import value_of
from qa.answers.leaving import gave_up
from qa.answers.polarity import Polarity, last_word, polarity, reverse, undenied, with_acronyms
from qa.answers.same_figures import has_the_figures
from qa.answers.subject import held_in, share
from qa.answers.threshold import Threshold, sought
from qa.comparing.gates import told_around
from qa.comparing.positions import on_attribute
from qa.comparing.titled import Titled, judge_titled
from qa.deciding.outright import (
    bears_it_out,
    named,
    permits_it,
    reverses_it,
    says_outright,
    turns_it,
)
from qa.deciding.verdict import Near, Verdict, verdicts
from qa.deciding.whom import speaks_of_it
from qa.english.grammar import BE
from qa.english.opposites import reversible
from qa.english.synonyms import synonyms
from qa.english.terms import akin, stems
from qa.entail import Entailment, Judgement
from qa.questions.question import Question, understand
from qa.questions.statement import statement
from qa.read import Reading
from qa.telling.sentences import Sentence, sentences_of

MOST_PAIRS = 20  # Sentences to judge for one question, twice each: some 0.15 seconds on 2 cores.
SURE = 0.6  # Probability from which a sentence says yes or no.
SURER = 0.75  # The same where another one says the opposite.
UNNAMED = 0.75  # The same of a sentence that does not name all that is asked about.
"""Of the pages of held-out questions of `qa/training/asserted` that are heard to say yes, 81 of
117 do, and 91 of 113 of those to say no; 13 of 126 questions are warned of rightly, 1 of the other
199 wrongly. With SURER .85 it is 80 of 114, 86 of 108, 12 and 1; with .9 77 of 112, 88 of 110, 11
and 1. With the weights before, SURE_OF_DOUBTFUL .75, and SURER and UNNAMED .7, 83 of 121, 93 of
118, 14 and 1, and of `asserted_blind` 7 rather than 4 are warned of wrongly.
"""
SURE_OF_DOUBTFUL = 0.9  # The same of a yes, in a sentence with a denial or without the last word.
MOST_SAID = 0.6  # Share of what is asked for that is said near a figure.
SURE_OF_FIGURE = 0.95  # Probability from which the reader alone tells of what a figure is.
LIKELY = 0.5  # Contradiction of a sentence with a word that means the reverse.
NEAR = 0.5  # Share of the question's words in a sentence that is judged beside the reader's own.

_DENIES = re.compile(
    r"\b(?:not|never|cannot|nobody|none|neither|without|den(?:y|ie[sd]|ying)|doubt\w*|disput\w+"
    r"|dismiss\w*|reject\w*|refut\w+|rebut\w*|unlikely|untrue|false|no (?:evidence|sign|proof|trace"
    r"|reason|indication|suggestion|record|question)s?)\b|n['’]t\b",
    re.IGNORECASE,
)
_LEAVES_OPEN = re.compile(r"\?$|\bwhether\b", re.IGNORECASE)
_OF_A_KIND = re.compile(r"\ban? [A-Z]{2,}\W*$")
"""An IPO is a kind of thing, and no name. Of 60 questions like "Is Sony selling a VPN?", to 609
articles of news that do not say, 26 hear a no with this rather than 36."""
_OF_BEING = re.compile(rf"(?:{'|'.join(sorted(BE))})\b", re.IGNORECASE)


def decided(
    question: Question,
    readings: Sequence[Reading],
    passages: Sequence[Passage],
    entailment: Entailment,
) -> list[Reading]:
    """Return the readings that say yes or no; all of them when it is not such a question.

    Besides the sentence that the reader chose, those that hold most of the question's words are
    compared with it: a denial often stands in another sentence than the best match. Words of denial
    ("will become non-exclusive") are surer than the network, and go first. Where some say yes and
    some no, both have to be surer.
    """
    asked = statement(question.text) if question.kinds[0] == "yes_no" else None
    if asked is None:
        return list(readings)
    if plain := undenied(question, *(passage.text for passage in passages)):
        said = decided(plain, readings, passages, entailment)
        return [one.model_copy(update={"answer": reverse(one.answer)}) for one in said]
    by_figure = _by_figure(question, readings)
    chosen = to_judge(question, readings, passages)
    judged = judge_titled(
        entailment,
        [(with_acronyms(question, one.sentence.text), asked) for one in chosen],
        [one.sentence.passage.article.title for one in chosen],
    )
    said = _best(question, passages, chosen, judged, sure=SURE)
    if len({one.answer for one in said}) == 2:
        said = _best(question, passages, chosen, judged, sure=SURER) or said
    read = {id(one.passage) for one in by_figure}
    return [*by_figure, *(one for one in said if id(one.passage) not in read)]


def _by_figure(question: Question, readings: Sequence[Reading]) -> list[Reading]:
    """Return what figures that were read say, where the question sets a threshold; see `sought`."""
    threshold, asked = Threshold.of(question.text), understand(sought(question.text))
    if threshold is None:
        return []
    near = [reading for reading in on_attribute(asked, readings) if _is_of_it(asked, reading)]
    told = [(reading, value_of(reading, asked)) for reading in near]
    said = [(reading, threshold.answers(value)) for reading, value in told if value]
    return [one.model_copy(update={"answer": answer}) for one, answer in said if answer]


def _is_of_it(asked: Question, reading: Reading) -> bool:
    """Return whether a figure is of what is asked: most of that is said, or the reader is sure."""
    attribute = asked.terms - asked.names
    said = akin(attribute, synonyms(told_around(reading)))
    on_subject = attribute and len(said) >= MOST_SAID * len(attribute)
    return bool(on_subject) or reading.probability >= SURE_OF_FIGURE


def _best(
    question: Question,
    passages: Iterable[Passage],
    chosen: Iterable[Near],
    judged: Iterable[Titled],
    *,
    sure: float,
) -> list[Reading]:
    """Return what the surest sentence of each passage says, in the order of the passages."""
    best: dict[int, Reading] = {}
    for near, judgement in zip(chosen, judged, strict=True):
        said = _reading(question, near, judgement, sure=sure)
        key = id(near.sentence.passage)
        if said and (key not in best or said.probability > best[key].probability):
            best[key] = said
    return [best[id(one)] for one in passages if id(one) in best]


def to_judge(
    question: Question, readings: Iterable[Reading], passages: Iterable[Passage]
) -> list[Near]:
    """Return the sentences to compare with the question, the most relevant first."""
    pointed = {(id(r.passage), r.sentence.start): r.probability for r in readings}
    found = []
    for passage in passages:
        told = share(named(question), held_in(question, passage))
        for sentence in sentences_of(passage):
            read = pointed.get((id(passage), sentence.span.start), 0.0)
            held = share_held(question, sentence)
            if (read or held >= NEAR) and not _LEAVES_OPEN.search(sentence.text):
                found.append(Near(sentence, read, held, told))
    return sorted(found, key=lambda one: -one.relevance)[:MOST_PAIRS]


def share_held(question: Question, sentence: Sentence) -> float:
    """Return the share of a question's words in a sentence, or of its names before it; 0 to 1."""
    named = stems(f"{sentence.passage.article.title} {sentence.before}")
    told = synonyms(sentence.terms) | (question.names & frozenset(named))
    return len(told & question.terms) / max(1, len(question.terms))


def _reading(question: Question, near: Near, judged: Titled, *, sure: float) -> Reading | None:
    """Return what a sentence says, if it does: by its words, or else as the network judges it."""
    if gave_up(question, near.sentence):
        verdict = Verdict("no", max(near.relevance, SURER))
    elif said := _said_by_words(question, near.sentence, judged.best):
        verdict = Verdict(said, near.relevance)
    else:
        verdict = _judged(question, near, judged)
        of_it = speaks_of_it(question, near.sentence)
        if verdict.probability < (sure if of_it else max(sure, UNNAMED)):
            return None
    return Reading(
        passage=near.sentence.passage,
        answer=verdict.answer,
        span=near.sentence.span,
        sentence=near.sentence.span,
        probability=verdict.probability,
    )


def _said_by_words(question: Question, sentence: Sentence, judgement: Judgement) -> Polarity | None:
    """Return what a sentence says by its words alone, which are surer than the network."""
    if not speaks_of_it(question, sentence):
        return None
    if polarity(question, sentence.text) == "no" or turns_it(question, sentence):
        answer: Polarity = "no"
    elif permits_it(question, sentence) or _bears_it_out(question, sentence):
        answer = "yes"
    elif judgement.contradiction >= LIKELY and reverses_it(question, sentence):
        answer = "no"
    else:
        return None
    return answer if says_outright(question, sentence) else None


def _bears_it_out(question: Question, sentence: Sentence) -> bool:
    return not question.names_figure and bears_it_out(question, sentence)


def _judged(question: Question, near: Near, judged: Titled) -> Verdict:
    """Return what a sentence says as the network judges it, and how probably it does."""
    yes, no = verdicts(near, judged)
    if yes.probability >= no.probability:
        denied = bool(_DENIES.search(near.sentence.text)) and not _DENIES.search(question.text)
        doubtful = denied or not _tells_what_it_is(question, near.sentence)
        sure = yes.probability >= (SURE_OF_DOUBTFUL if doubtful else 0)
        borne_out = sure and has_the_figures(question, near.sentence)
        return yes if borne_out else yes._replace(probability=0)
    return no if _tells_what_it_is(question, near.sentence) else no._replace(probability=0)


def _tells_what_it_is(question: Question, sentence: Sentence) -> bool:
    """Return whether a sentence speaks of the last word of "Is the toll capped?", or its reverse.

    It need not where that is a name, or a figure is asked for, nor where something is asked to have
    been done.
    """
    last = last_word(question)
    is_name = last <= question.names and not _OF_A_KIND.search(question.text)
    if not _OF_BEING.match(question.text) or is_name or question.names_figure:
        return True
    return bool(akin(last, synonyms(sentence.terms)) or last & reversible(sentence.terms))

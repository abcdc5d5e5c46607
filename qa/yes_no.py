"""Yes-or-no questions: does a sentence support what is asked, deny it, or not say?"""

import re
from collections.abc import Iterable, Sequence

from index.models import Passage
from qa.answer_values import value_of
from qa.entail import Entailment, Judgement
from qa.gates import told_around
from qa.grammar import BE
from qa.opposites import reversible
from qa.outright import bears_it_out, permits_it, reverses_it, says_outright, turns_it
from qa.polarity import Polarity, last_word, polarity, reverse, undenied, with_acronyms
from qa.positions import on_attribute
from qa.question import Question, understand
from qa.read import Reading
from qa.same_figures import has_the_figures
from qa.sentences import Sentence, sentences_of
from qa.statement import statement
from qa.synonyms import synonyms
from qa.terms import akin, stems
from qa.threshold import Threshold, sought
from qa.titled import judge_titled
from qa.whom import speaks_of_it

MOST_PAIRS = 20  # Sentences to judge for one question, twice each: some 0.15 seconds on 2 cores.
SURE = 0.8  # Probability from which a sentence supports or denies outright.
BEYOND_DOUBT = 0.97  # The same of a yes that is not said outright.
MOST_SAID = 0.6  # Share of what is asked for that is said near a figure.
SURE_OF_FIGURE = 0.95  # Probability from which the reader alone tells of what a figure is.
LIKELY = 0.5  # Contradiction of a sentence with a word that means the reverse.
NEAR = 0.5  # Share of the question's words in a sentence that is judged beside the reader's own.

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
    ("will become non-exclusive") are surer than the model, and go first. A title tells whom a
    sentence speaks of; where some say yes and some no, each has to say so without.
    """
    asked = statement(question.text) if question.kinds[0] == "yes_no" else None
    if asked is None:
        return list(readings)
    if plain := undenied(question, *(passage.text for passage in passages)):
        said = decided(plain, readings, passages, entailment)
        return [one.model_copy(update={"answer": reverse(one.answer)}) for one in said]
    by_figure = _by_figure(question, readings)
    chosen = _to_judge(question, readings, passages)
    judged = judge_titled(
        entailment,
        [(with_acronyms(question, sentence.text), asked) for sentence, _ in chosen],
        [sentence.passage.article.title for sentence, _ in chosen],
    )
    said = _best(question, passages, chosen, [one.best for one in judged])
    if len({one.answer for one in said}) == 2:
        said = _best(question, passages, chosen, [one.alone for one in judged])
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
    chosen: Iterable[tuple[Sentence, float]],
    judged: Iterable[Judgement],
) -> list[Reading]:
    """Return what the surest sentence of each passage says, in the order of the passages."""
    best: dict[int, Reading] = {}
    for (sentence, relevant), judgement in zip(chosen, judged, strict=True):
        said = _reading(question, sentence, judgement, relevant)
        key = id(sentence.passage)
        if said and (key not in best or said.probability > best[key].probability):
            best[key] = said
    return [best[id(one)] for one in passages if id(one) in best]


def _to_judge(
    question: Question, readings: Iterable[Reading], passages: Iterable[Passage]
) -> list[tuple[Sentence, float]]:
    """Return sentences to compare with the question, and how relevant each is."""
    pointed = {(id(r.passage), r.sentence.start): r.probability for r in readings}
    found = []
    for passage in passages:
        for sentence in sentences_of(passage):
            read = pointed.get((id(passage), sentence.span.start), 0.0)
            held = len(_told(question, sentence) & question.terms) / max(1, len(question.terms))
            near = (read or held >= NEAR) and speaks_of_it(question, sentence)
            if near and not sentence.text.endswith("?"):
                found.append((sentence, max(read, held)))
    return sorted(found, key=lambda one: -one[1])[:MOST_PAIRS]


def _told(question: Question, sentence: Sentence) -> frozenset[str]:
    """Return the stems of a sentence and their synonyms, with what the text before it names."""
    named = stems(f"{sentence.passage.article.title} {sentence.before}")
    return synonyms(sentence.terms) | (question.names & frozenset(named))


def _reading(
    question: Question, sentence: Sentence, judgement: Judgement, relevant: float
) -> Reading | None:
    """Return what a sentence says, if it does.

    A sentence about something near is easily taken for a denial, and of two dozen passages one is:
    a no is heard only where it is said outright, a yes also where the model has no doubt. Of 52
    passages of WikiContradict that say yes or no, 29 are understood so and 4 misunderstood; all
    that the model is sure of would be 30 and 6.
    """
    sure, answer = _answered(question, sentence, judgement)
    doubtless = answer == "yes" and sure >= BEYOND_DOUBT
    if sure < SURE or not (doubtless or says_outright(question, sentence)):
        return None
    if answer == "no" and sure < 1 and not _tells_what_it_is(question, sentence):
        return None
    return Reading(
        passage=sentence.passage,
        answer=answer,
        span=sentence.span,
        sentence=sentence.span,
        probability=sure * relevant,
    )


def _answered(
    question: Question, sentence: Sentence, judgement: Judgement
) -> tuple[float, Polarity]:
    """Return how sure it is what a sentence says, and that; its words are surer than the model."""
    if polarity(question, sentence.text) == "no" or turns_it(question, sentence):
        return 1.0, "no"
    if permits_it(question, sentence):
        return 1.0, "yes"
    if not question.names_figure and bears_it_out(question, sentence):
        return 1.0, "yes"
    if judgement.entailment >= judgement.contradiction:
        return judgement.entailment if has_the_figures(question, sentence) else 0.0, "yes"
    if judgement.contradiction >= LIKELY and reverses_it(question, sentence):
        return 1.0, "no"
    return judgement.contradiction, "no"


def _tells_what_it_is(question: Question, sentence: Sentence) -> bool:
    """Return whether a sentence speaks of the last word of "Is the toll capped?", or its reverse.

    It need not where that is a name, nor where something is asked to have been done.
    """
    last = last_word(question)
    if not _OF_BEING.match(question.text) or last <= question.names:
        return True
    return bool(akin(last, synonyms(sentence.terms)) or last & reversible(sentence.terms))

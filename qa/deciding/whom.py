"""Does a sentence speak of whom and what a question names, though it may call them otherwise?"""

import re

from qa.answers.polarity import subject_names, with_acronyms
from qa.deciding.outright import named
from qa.english.names import find_names
from qa.english.terms import stems
from qa.questions.question import Question
from qa.telling.sentences import Sentence, sentences_of

FEWEST_TERMS = 2  # "plan" alone is too little to tell that two sentences say the same of a subject.

_HE_OR_SHE = re.compile(r"[\"“‘']?(?:He|She)\b")


def speaks_of_it(question: Question, sentence: Sentence) -> bool:
    """Return whether a sentence, or what stands above it, names all that the question names.

    What is said of somebody else neither supports nor denies anything. Where it says of the same
    subject all else in the words of the question, other names may be missing: that a club plays in
    one town is denied by the other town where it plays.
    """
    if _is_of_another(question, sentence):
        return False
    told = _told_of(question, sentence)
    names = named(question)
    if names <= told:
        return True
    said = question.terms - question.names
    same = len(said) >= FEWEST_TERMS and said <= sentence.terms
    return same and subject_names(question) & names <= told


def _is_of_another(question: Question, sentence: Sentence) -> bool:
    """Return whether it begins with "He" or "She", and whoever was named last is not asked about.

    A name further on in such a sentence is somebody else: "She said that Ash had left."
    """
    subject = subject_names(question)
    if not subject or not _HE_OR_SHE.match(sentence.text):
        return False
    before = (one for one in sentences_of(sentence.passage) if one.span.end <= sentence.span.start)
    named_before = [names for one in before if (names := _names_in(one.text))]
    return bool(named_before) and not named_before[-1] & subject


def _names_in(text: str) -> frozenset[str]:
    return frozenset(one for name in find_names(text) for one in stems(name.of(text)))


def _told_of(question: Question, sentence: Sentence) -> set[str]:
    """Return the stems of a sentence and of what stands above it.

    A surname stands for the name that the passage has in full. A sentence that names nobody else
    speaks of whom those before it name.
    """
    passage, text = sentence.passage, sentence.text
    above = f"{passage.article.title}. {passage.heading or ''}."
    if not _names_in(text) - question.terms:
        above = f"{above} {sentence.before}"
    told = set(stems(with_acronyms(question, f"{above} {text}")))
    for name in (found.of(question.text) for found in find_names(question.text)):
        if stems(name)[-1:] and stems(name)[-1] in sentence.terms and name in passage.text:
            told.update(stems(name))
    return told

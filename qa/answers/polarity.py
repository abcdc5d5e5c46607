"""Does a sentence say yes or no to a question? By its words of denial, not by entailment.

It serves the reader that needs no trained weights, so it prefers to say nothing.
"""

import re
from collections.abc import Collection
from typing import Literal

from qa.answers.evidence import spelled_out
from qa.english.names import find_names
from qa.english.terms import akin, stem, stems
from qa.english.verbs import is_adjective, is_base, is_noun, is_participle
from qa.questions.question import Question, understand

REACH = 5  # Words between a denial and what it denies: "will no longer have any exclusive access".
FREED = 10  # Words behind "freed from" that it denies: "from its old duty as Ash's sole supplier".
GAP = 2  # Words between two of the question's that stand together: "sell turbines to the state".
ENOUGH = 0.5  # Share of what is said of the subject that a sentence must hold to speak of it.

_TOKEN = re.compile(r"[\w’']+(?:-[\w’']+)*")
_DENIAL_WORDS = """
no not never neither nor without cannot none nobody nothing non un unable unlikely false untrue
ruled end ends ended ending deny denies denied refuses refused rejects rejected lacks lacked fails
failed removes removed removing drops dropped scraps scrapped cancelled canceled terminates
terminated terminating termination loses lost revokes revoked rescinds rescinded repeals repealed
abolishes abolished waives waived ceases ceased halts halted suspends suspended former formerly
previously previous
"""
_DENIALS = frozenset(_DENIAL_WORDS.split())
_RELEASE = re.compile(
    r"\b(?:(?:frees?|freed|released|liberate[sd]?|exempt(?:s|ed)?)(?: (?:it|him|her|them|us))? from"
    r"|(?:free|relieve[sd]?(?: (?:it|him|her|them|us))?) of)\b"
)
"""What somebody is released from holds no more: it denies as well. A "release from" tells news."""

_FREED = "freed-from"
_NEGATION = re.compile(r"\b(?:not|never|no)\b")
_OF_A_NAME = re.compile(
    r" of(?P<the> the)? [A-Z][\w’'.-]*(?: (?:(?:of|the|and|de|van) )*[A-Z0-9][\w’'.-]*)*"
    r"(?P<rest>(?: [a-z][\w-]*){0,2})[?. ]*$"
)
_PLACED = re.compile(r" (?P<done>[a-z]+) (?:in|at|on|during|over|after|near|by|under|from)\b")
_BEING = re.compile(r"(?:is|are|was|were)\b", re.IGNORECASE)
_CIRCUMSTANCE = re.compile(r",? (?:when|after|before|while|because|until|once|if) .*$")
_QUANTIFIED = re.compile(
    r"\b(?:always|never|ever|all|every|only|any|some|most|both|mostly)\b", re.I
)
_FORBIDDING_WORDS = """
bar bars barred barring ban bans banned banning forbid forbids forbidden forbade prohibit prohibits
prohibited prohibition prevent prevents prevented preventing
"""
_FORBIDDING = frozenset(_FORBIDDING_WORDS.split())
"""What forbids denies as well; "no longer banned" denies nothing."""

ALONE = frozenset(map(stem, ("exclusive", "exclusively", "exclusivity", "sole", "monopoly")))
"""Stems of words for what nobody else has."""

_OTHERS = re.compile(
    r"\b(?<!\bno )(?<!\bnot )(?:others?|rivals?|competitors?|anyone|everyone|third parties)\b"
    r"[^.,;]{0,60}?\b(?:can|may|also|too|are (?:free|able|allowed|permitted)|will be able)\b"
    r"|\b(?:free|able|allowed|permitted|open) to\b[^.,;]{0,60}?"
    r"\b(?:others?|rivals?|competitors?|any(?:one)?|third parties)\b",
    re.IGNORECASE,
)
"""What is open to others belongs to nobody alone."""

_PREFIXES = {"non-": 4, "non": 4, "un": 4, "in": 5}
"""What denies at the head of a word, and how many letters must follow: "unsafe", not "income"."""

Polarity = Literal["yes", "no"]


def polarity(question: Question, sentence: str) -> Polarity | None:
    """Return what `sentence` says to a yes-or-no question; None when it does not clearly say.

    >>> exclusive = understand("Is the licence exclusive?")
    >>> polarity(exclusive, "The licence will become non-exclusive.")
    'no'
    >>> polarity(exclusive, "It keeps an exclusive licence."), polarity(exclusive, "It is dear.")
    ('yes', None)
    >>> polarity(understand("Is the licence non-exclusive?"), "It keeps an exclusive licence.")
    'no'
    """
    *_, last = _tokens(question.text) or [""]
    plain = undenied(question, sentence)
    if plain is None and last in _tokens(sentence):
        plain = _without_denial(question)
    if plain:
        said = polarity(plain, sentence)
        return said and reverse(said)
    predicate = question.terms - subject_names(question) or question.terms
    if is_open_to_others(question, sentence):
        return "no"
    tokens = _tokens(with_acronyms(question, sentence))
    held = [place for place, token in enumerate(tokens) if _means(token) & predicate]
    matched = {term for place in held for term in _means(tokens[place])} & predicate
    if len(matched) < ENOUGH * len(predicate):
        return None
    affirmed = [place for place in held if _means(tokens[place]) & last_word(question)]
    if not affirmed:
        return None
    asked = frozenset(_tokens(question.text))
    denied = any(_is_denied(asked, tokens, place, predicate) for place in affirmed)
    asks_for_no = not set(_NEGATION.findall(question.text.casefold())) <= set(tokens)
    return "no" if denied != asks_for_no else "yes"


def undenied(question: Question, *texts: str) -> Question | None:
    """Return the question for the reverse of its last word: "Is it exclusive?"; None without one.

    >>> undenied(understand("Is it non-exclusive?"), "It keeps exclusive rights.").text
    'Is it exclusive?'
    >>> undenied(understand("Is it an industry?"), "It is an industry.") is None
    True

    Args:
        question: A yes-or-no question.
        texts: One of them has that reverse, or it is no word.
    """
    plain = _without_denial(question)
    if plain is None:
        return None
    *_, word = _tokens(plain.text)
    return plain if any(word in _tokens(text) for text in texts) else None


def _without_denial(question: Question) -> Question | None:
    *_, last = _TOKEN.finditer(question.text)
    word = _without_prefix(last[0].casefold())
    if _QUANTIFIED.search(question.text):
        return None  # Of "always unused", "always used" is not the reverse.
    return understand(f"{question.text[: last.start()]}{word}?") if word else None


def reverse(said: str) -> Polarity:
    """Return no for yes, and yes for no."""
    return "no" if said == "yes" else "yes"


def is_open_to_others(question: Question, sentence: str) -> bool:
    """Return whether a sentence gives to others what a question asks whether one has alone.

    >>> from qa.questions.question import understand
    >>> sole = understand("Has the Post exclusive rights to the match?")
    >>> is_open_to_others(sole, "Other papers may buy rights to the match too.")
    True
    """
    if not question.terms & ALONE or set(_tokens(sentence)) & (_DENIALS | {_FREED}):
        return False
    what = question.terms - question.names - ALONE
    spoken = len(akin(what, stems(sentence))) >= ENOUGH * len(what)
    return spoken and bool(_OTHERS.search(sentence))


def with_acronyms(question: Question, sentence: str) -> str:
    """Write an acronym of the question where the sentence spells it out."""
    for acronym in question.acronyms:
        sentence = spelled_out(acronym).sub(acronym, sentence)
    return sentence


def subject_names(question: Question) -> frozenset[str]:
    """Return the stems of the name that a question is about: "Is OpenAI planning an IPO?"."""
    names = find_names(question.text)
    return frozenset(stems(names[0].of(question.text))) if names else frozenset()


def last_word(question: Question) -> set[str]:
    """Return the stem of the last word that says something: what is affirmed or denied.

    That of what it is said is none: "of Vega" in "Is it the only mill of Vega?". Nor is that of a
    clause that tells when: "Was anybody hurt when the Vega sank?".

    >>> last_word(understand("Is it the only mill of Vega?"))
    {'mill'}
    """
    plain = _CIRCUMSTANCE.sub("", question.text)
    of_a_name = _OF_A_NAME.search(plain)
    if of_a_name and not _ends_predicate(of_a_name, being=bool(_BEING.match(plain))):
        plain = plain[: of_a_name.start()]
    for text in (_without_place(plain), plain, question.text):
        said = [one for one in stems(text) if one in question.terms]
        if set(said) - question.names:
            return set(said[-1:])
    return set(said[-1:])


def _without_place(plain: str) -> str:
    """Return "Was anyone hurt" of "Was anyone hurt in the crowd at the gate?"."""
    led = _PLACED.finditer(plain) if _BEING.match(plain) else ()
    return next((plain[: one.end("done")] for one in led if is_participle(one["done"])), plain)


def _ends_predicate(name: re.Match[str], *, being: bool) -> bool:
    """Return whether the words behind a name are said of it: "of the Vega arrested", "of Ash open".

    In "of the Hollin marathon" they are part of the name.
    """
    words = name["rest"].split()
    if not being:
        return any(map(is_base, words))
    return any(
        is_participle(word) or (is_adjective(word) and not (name["the"] and is_noun(word)))
        for word in words
    )


def _tokens(text: str) -> list[str]:
    found: list[str] = []
    plain = _RELEASE.sub(_FREED, text.casefold().replace("’", "'"))
    for match in _TOKEN.finditer(plain):
        word = match.group()
        if word.endswith("n't"):
            found += [word[:-3], "not"]
        else:
            found.append(word)
    return found


def _means(token: str) -> set[str]:
    """Return the stems a word stands for: its own, those of its parts, and what a prefix denies."""
    return {stem(part) for part in (token, *token.split("-"), _without_prefix(token)) if part}


def _without_prefix(token: str) -> str:
    for prefix, fewest in _PREFIXES.items():
        if token.startswith(prefix) and len(token) >= len(prefix) + fewest:
            return token[len(prefix) :]
    return ""


def _is_denied(
    asked: Collection[str], tokens: list[str], place: int, predicate: frozenset[str]
) -> bool:
    """Return whether a word is denied; a word of the question ("Does it end?") denies nothing."""
    token = tokens[place]
    by_prefix = stem(token) not in predicate and stem(_without_prefix(token)) in predicate
    first = _start(tokens, place, predicate)
    before = tokens[max(0, first - REACH) : place]
    freed = _FREED in tokens[max(0, first - FREED) : place]
    meant = {stem(word) for word in asked}
    said = {word for word in before if stem(word) not in meant}
    return by_prefix or (freed or bool(said & _DENIALS)) != bool(said & _FORBIDDING)


def _start(tokens: list[str], place: int, predicate: frozenset[str]) -> int:
    """Return where the words of the question begin that stand together and end at `place`."""
    first = place
    while first and any(
        _means(token) & predicate for token in tokens[max(0, first - GAP - 1) : first]
    ):
        first -= 1
    return first

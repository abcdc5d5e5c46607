"""A question -> the parts that another question can be made of: "When did the mill burn?"."""

import re
from typing import NamedTuple

from qa.english.grammar import BE, DO, HAVE, MODALS, PREPOSITIONS, bare
from qa.english.verbs import is_base, is_participle, lemma_of_past, lemma_of_third
from qa.questions.clause import clause
from qa.questions.statement import ASKS, ASKS_WHO

_TIME_WORDS = "year date day month time week quarter percentage percent extent"
_TIMES = frozenset(_TIME_WORDS.split())
"""What is asked for in place of "when" or "how much": no thing that the verb has for its object."""

_ADVERBS = frozenset({"first", "last", "also", "once"})
_HOW_MANY = re.compile(r"^(?P<asks>how (?:many|much)) (?P<rest>.+)$", re.IGNORECASE)
_SINCE = re.compile(r"^(?:since|until|till) ", re.IGNORECASE)


class Asking(NamedTuple):
    """A question in parts. Those that it lacks are empty.

    Attributes:
        asks: The question word, with the preposition before it: "since when", "how much".
        what: The noun that is asked for: "stake" in "What stake does it hold?".
        auxiliary: "does"; empty where what is asked for is the subject of "Who built it?".
        subject: Who does what; empty where that is asked for.
        said: What is said of the subject: "hold".
    """

    asks: str
    what: str
    auxiliary: str
    subject: str
    said: str

    @property
    def of_subject(self) -> bool:
        """Whether what is asked for is the subject: "Who built it?"."""
        return bool(self.asks) and not self.subject

    @property
    def fronted(self) -> str:
        """What is asked for as an object, as it stands behind the verb: "the stake"."""
        words = self.what.split()
        if self.of_subject or not words or bare(words[-1]) in _TIMES or self.auxiliary in BE:
            return ""
        if words[0] == "of":
            return " ".join(words[1:])
        return self.what if self.asks in {"how much", "how many"} else f"the {self.what}"

    def asked_with(self, asks: str, *, subject: str = "") -> str:
        """Ask the same with another question word.

        >>> taken_apart("What stake does Acme hold in Bolt?").asked_with("since when")
        'Since when does Acme hold the stake in Bolt?'
        >>> taken_apart("Who built the mill?").asked_with("when", subject="Ann Ash")
        'When did Ann Ash build the mill?'
        """
        auxiliary, verb, after = self._verb()
        parts = (asks, auxiliary, self.subject or subject, verb, self.fronted, after)
        return asked(" ".join(part for part in parts if part))

    def _verb(self) -> tuple[str, str, str]:
        """Return the auxiliary, the verb behind the subject, and what follows it."""
        verb, _, after = self.said.partition(" ")
        if self.auxiliary:
            return self.auxiliary, verb, after
        adverb = ""
        if verb in _ADVERBS or verb.endswith("ly"):
            adverb, (verb, _, after) = f"{verb} ", after.partition(" ")
        if verb.casefold() in BE | HAVE | MODALS:
            return verb, adverb.strip(), after
        if base := lemma_of_past(verb):
            return "did", adverb + base, after
        return ("does", adverb + (lemma_of_third(verb) or verb), after)


def taken_apart(question: str) -> Asking | None:
    """Take a question apart; None when it is no plain question.

    >>> taken_apart("Does the licence end?")
    Asking(asks='', what='', auxiliary='does', subject='the licence', said='end')
    >>> taken_apart("Who is suing OpenAI?")
    Asking(asks='who', what='', auxiliary='is', subject='', said='suing OpenAI')
    """
    plain = " ".join(question.split()).rstrip(" ?!.")
    since = _SINCE.match(plain)
    match = ASKS.match(plain[since.end() :] if since else plain)
    if match and not (match["what"] and match["asks"].casefold() == "who"):
        found = _inverted(match)
        return found._replace(asks=f"{since.group().casefold()}{found.asks}") if since else found
    if parts := clause(plain):
        negated = "n’t" if parts.denied else ""
        return Asking("", "", parts.auxiliary + negated, parts.subject, parts.said)
    if match := ASKS_WHO.match(plain) or _HOW_MANY.match(plain):
        what, said = _before_verb(match["asks"].casefold(), match["rest"].split())
        return Asking(match["asks"].casefold(), what, "", "", said)
    return None


def _before_verb(asks: str, words: list[str]) -> tuple[str, str]:
    """Return what stands before the verb, and the rest: "paper", "first printed it"."""
    place = 0
    if asks != "who" and not lemma_of_past(words[0]):
        verbs = (i for i, word in enumerate(words) if lemma_of_past(word) or lemma_of_third(word))
        place = next((i for i in verbs if i or asks == "what"), 0)
        if place > 1 and words[place - 1] in _ADVERBS:
            place -= 1
    return " ".join(words[:place]), " ".join(words[place:])


def asked(text: str) -> str:
    """Return words as a question: with a capital and a mark.

    >>> asked("is it over")
    'Is it over?'
    """
    return f"{text[0].upper()}{text[1:].rstrip(' ?!.')}?"


def _inverted(match: re.Match[str]) -> Asking:
    asks, what = match["asks"].casefold(), match["what"].strip()
    if match["preposition"]:
        asks = f"{match['preposition'].casefold()} {asks}"
    auxiliary, _, rest = match["rest"].partition(" ")
    if not match["preposition"] and _asks_for_subject(asks, what, auxiliary.casefold(), rest):
        return Asking(asks, what, auxiliary.casefold(), "", rest)
    of_whom = not what and asks in {"what", "who", "which"}
    parts = clause(match["rest"], of_whom=of_whom)
    assert parts is not None  # It begins with an auxiliary.
    return Asking(asks, what, parts.auxiliary, parts.subject, parts.said)


def _asks_for_subject(asks: str, what: str, auxiliary: str, rest: str) -> bool:
    """Return whether a verb follows the auxiliary, and no subject: "Who is suing Acme?"."""
    if auxiliary in DO or not (what or asks in {"who", "what", "which"}):
        return False
    first = rest.split(maxsplit=1)[0]
    if not first.islower() or first in PREPOSITIONS:
        return False
    return is_base(first) if auxiliary in MODALS else first == "been" or is_participle(first)

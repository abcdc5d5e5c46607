"""A question -> the statement that it asks about: what is compared with sentences."""

import re

from qa.english.grammar import AUXILIARIES, BE, HAVE, MODALS, OPENERS, PREPOSITIONS, bare
from qa.english.verbs import is_participle
from qa.questions.clause import Clause, clause

_OPENING = re.compile(r"^(?:and|but|so|or|then|also|well|ok|okay|please)[,\s]+", re.I)

ASKS = re.compile(
    r"^(?:(?P<preposition>on|in|at|by|from|to|for|with|of|under) )?"
    r"(?P<asks>how (?:many|much)|how(?: \w+)?|what|which|who|whom|whose|when|where|why)\b"
    rf"(?P<what>(?: (?!(?:{AUXILIARIES})\b)\S+){{0,6}}?)"
    rf" (?P<rest>(?:{AUXILIARIES})\b .+)$",
    re.I | re.S,
)
"""A question whose verb goes before its subject: "When was X built?"."""

ASKS_WHO = re.compile(r"^(?P<asks>who|what|which(?: [\w’'-]+){0,2}?) (?P<rest>.+)$", re.I | re.S)

_MONTH = re.compile(
    r"^(?:january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.I,
)
_ANY = re.compile(
    r"(?<!before )(?<!without )(?<!than )(?<!if )\bany(?=(?:one|body|thing|where)?\b)"
    r"(?! (?:more|longer)\b)",
    re.I,
)
_EVER = re.compile(
    r"^(?P<before>(?:(?!\b(?:most|least|[a-z]{3,}est|best|worst|first|only|than|as|hardly)\b).)*)"
    r"\bever (?!since\b)",
    re.I | re.S,
)  # "The largest ship ever built" is not "the largest ship built".
_DAY = re.compile(r"\b[0-3]?[0-9](?:st|nd|rd|th)?\b")


def statement(question: str) -> str | None:
    """Return what a yes-or-no question asks about as a statement; None when it is no such question.

    >>> statement("Is the licence exclusive?")
    'The licence is exclusive.'
    >>> statement("Did Sam Altman's firm invest in the Bank of England?")
    "Sam Altman's firm invested in the Bank of England."
    >>> statement("Isn't it over?")
    'It is not over.'
    >>> statement("Was anyone hurt before any alarm rang?")
    'Someone was hurt before any alarm rang.'
    """
    parts = clause(_OPENING.sub("", " ".join(question.split())))
    if parts is None:
        return None
    return _sentence(parts.text() if parts.denied else _affirmed(parts.text()))


def _affirmed(text: str) -> str:
    """Return a statement without the words that only questions and denials have: "any", "ever"."""
    text = _ANY.sub(lambda match: "Some" if match[0][0] == "A" else "some", text)
    return _EVER.sub(r"\g<before>", text)


def stated(question: str, answer: str) -> str:
    """Return an answer with its question as one statement, to be compared with sentences.

    >>> stated("Who directed the film?", "Ann Ash")
    'Ann Ash directed the film.'
    >>> stated("When was the mill in Turin built?", "1902")
    'The mill in Turin was built in 1902.'
    >>> stated("What is the profession of Ann Ash?", "director")
    'The profession of Ann Ash is director.'
    >>> stated("How many seats does the hall have?", "300")
    'The hall has 300 seats.'
    >>> stated("Tell me about the mill", "it burnt down")
    'Tell me about the mill: it burnt down.'
    """
    asked = _OPENING.sub("", " ".join(question.split())).rstrip(" ?.!")
    if match := ASKS.match(asked):
        return _sentence(_filled(match, answer))
    if match := ASKS_WHO.match(asked):
        return _sentence(f"{answer} {match['rest']}")
    return f"{asked}: {answer}."


def _filled(match: re.Match[str], answer: str) -> str:
    asks, what = match["asks"].casefold(), match["what"].strip()
    if asks.startswith("how") and not asks.endswith(("many", "much")):
        what = ""
    unit = asks in {"how many", "how much"}
    named = unit and what and what.split()[-1].casefold() not in answer.casefold()
    filled = f"{answer} {what}" if named else answer
    auxiliary, _, rest = match["rest"].partition(" ")
    if _is_asked_for(asks, what, auxiliary.casefold(), rest):
        return f"{filled} {match['rest']}"
    parts = clause(match["rest"], of_whom=not what and asks in {"what", "who", "which"})
    assert parts is not None  # It begins with an auxiliary.
    preposition = match["preposition"] or _preposition(asks, what, answer, parts)
    filled = f"{preposition.casefold()} {filled}" if preposition else filled
    if parts.subject.casefold() == "there":
        return f"There {parts.auxiliary} {filled} {parts.said}".rstrip()
    if parts.said.startswith("there"):  # "How many people are there in the world?"
        return f"There {parts.auxiliary} {filled} {parts.said.removeprefix('there').strip()}"
    return f"{parts.text()} {filled}"


def _is_asked_for(asks: str, what: str, auxiliary: str, rest: str) -> bool:
    """Return whether what is asked for is the subject: "How many people were killed?"."""
    words = rest.split()
    first = bare(words[0])
    if auxiliary in BE:
        asked = bool(what) and asks not in {"when", "where", "why"}
        return asked and (first in PREPOSITIONS or is_participle(first))
    if auxiliary in HAVE:
        if first == "been" or ((what or asks == "who") and is_participle(first)):
            return True
        return asks in {"who", "which", "what"} and not any(
            is_participle(bare(word)) and _ends_a_clause(words, place)
            for place, word in enumerate(words)
        )
    return auxiliary in MODALS and first in {"be", "have"}


def _ends_a_clause(words: list[str], place: int) -> bool:
    after = bare(words[place + 1]) if place + 1 < len(words) else ""
    return not after or after in PREPOSITIONS or after in OPENERS


def _preposition(asks: str, what: str, answer: str, parts: Clause) -> str:
    """Return what goes before a time or a place: "in 1902", "on 3 May", "in Turin"."""
    first = next(iter(answer.split()), "").casefold()
    if first in PREPOSITIONS or bare(parts.said.split(" ")[-1]) in PREPOSITIONS:
        return ""
    if asks == "where":
        return "in" if answer[:1].isupper() else ""
    dated = asks == "when" or bare(what.rsplit(" ", maxsplit=1)[-1]) in {"year", "month", "date"}
    if not dated or not (answer[:1].isdigit() or _MONTH.match(answer)):
        return ""
    return "on" if _DAY.search(answer) else "in"


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."

"""What a turn of a chat spoke of, and a later one may call "it", "they" or "she"."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from index.words import words
from qa.english.grammar import BE, OPENERS, PREPOSITIONS, bare
from qa.english.names import find_names, listed
from qa.english.times import TIME
from qa.english.verbs import is_participle, is_plural
from qa.followups.asking import Asking, taken_apart
from qa.models import Answer
from qa.questions.clause import Clause

_ROLE_WORDS = """
ceo cfo cto coo chief head boss chair chairman chairwoman president founder cofounder director
minister chancellor mayor judge coach manager player actor actress singer author writer editor
spokesman spokeswoman man woman person
"""
ROLES = frozenset(_ROLE_WORDS.split())
"""What one person is called who is not named: "Acme's finance chief"."""

_PLACES = frozenset({"city", "town", "country", "state", "place", "region", "village"})
_TRAILING = frozenset({"worth", "like", "there", "both", "now", "still", "today", "first", "last"})
_BREAKS = (PREPOSITIONS | {"as", "than"}) - {"of"}
_PRONOUN = re.compile(
    r"(?:it|its|they|them|he|she|him|her|we|you|i|there|this|that|these|those)", re.IGNORECASE
)
_PERSONAL = re.compile(r"\b(?:he|she|his|her|him|mr|mrs|ms)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d,.]*%?")


class Mention(NamedTuple):
    """A phrase for something.

    Attributes:
        text: As it stands alone: "the deal between Acme and Bolt".
        plural: Whether it is several things.
        role: "asked" is what was asked for, "subject" what does something, "part" what stands in
            another phrase; "" is anything else.
    """

    text: str
    plural: bool = False
    role: Literal["", "asked", "subject", "part"] = ""


def mentions(turn: Answer) -> list[Mention]:
    """Return the things that a turn spoke of, the likeliest to be spoken of again first."""
    parts = taken_apart(turn.question)
    if not parts:
        return [Mention(name.of(turn.question)) for name in find_names(turn.question)]
    found = [*_asked_for(parts, turn.headline), *_subject(parts), *_objects(parts)]
    found += [Mention(part, role="part") for one in found for part in _parts(one.text)]
    return list(dict.fromkeys(one for one in found if not _is_no_thing(one.text)))


def mentioned(question: str) -> list[Mention]:
    """Return the phrases for things that stand in a question themselves.

    >>> [one.text for one in mentioned("Does the ban hurt the sales of Acme?")]
    ['the ban', 'the sales of Acme']
    """
    parts = taken_apart(question)
    return [*_subject(parts), *_objects(parts)] if parts else []


def people(turn: Answer) -> list[str]:
    """Return who a turn may have spoken of: who it was answered with, then who it names."""
    parts = taken_apart(turn.question)
    if parts and _asks_for_person(parts) and (parts.of_subject or turn.headline):
        names = _names(turn.headline or "")
        found = [name for name in names if " " in name] or [n for n in names if n == turn.headline]
        return found if parts.of_subject else found + _people_named(turn)
    return [one.text for one in mentions(turn) if head(one.text) in ROLES] + _people_named(turn)


def _people_named(turn: Answer) -> list[str]:
    """Return the names in a question that may be of people, the longer ones first.

    One word may be any name. It is taken for a person's where the sources speak of a person.
    """
    names = _names(turn.question)
    quotes = " ".join(citation.quote for citation in turn.citations)
    long = [name for name in names if " " in name]
    return long + [name for name in names if " " not in name and _PERSONAL.search(quotes)]


def head(phrase: str) -> str:
    """Return the noun of a phrase in lower case.

    >>> head("the new deal between Acme and Bolt"), head("Nike's finance chief")
    ('deal', 'chief')
    """
    plain = [bare(word) for word in phrase.split()]
    behind = (i for i, word in enumerate(plain) if i and word in _BREAKS | {"of"})
    return plain[next(behind, len(plain)) - 1] if plain else ""


def place(turn: Answer) -> str | None:
    """Return where "there" is: "in Oslo"."""
    parts = taken_apart(turn.question)
    where = parts and (parts.asks == "where" or head(parts.what or parts.subject) in _PLACES)
    if where and turn.headline in _names(turn.headline or ""):
        return f"in {turn.headline}"
    found = re.findall(r"\b(?:in|at) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*", turn.question)
    return found[-1] if found else None


def _is_all_names(text: str) -> bool:
    names = _names(text)
    rest = re.sub("|".join(re.escape(name) for name in names), "", text) if names else text
    return bool(names) and not set(words(rest)) - {"and", "the"}


def _names(text: str) -> list[str]:
    return [name.of(f"to {text}") for name in find_names(f"to {text}")]


def _asks_for_person(parts: Asking) -> bool:
    return parts.asks.split(" ")[-1] in {"who", "whom", "whose"} or head(parts.what) in ROLES


def _asked_for(parts: Asking, headline: str | None) -> Iterator[Mention]:
    """Yield what was asked for: what it was answered with, or a phrase for it."""
    if parts.what.startswith("of "):
        yield Mention(parts.what.removeprefix("of "))
    if parts.asks == "whose" and parts.what:
        owner = f"{headline}’s" if headline in _names(headline or "") else "the"
        yield Mention(f"{owner} {parts.what}", plural=is_plural(head(parts.what)))
    if parts.of_subject and headline and _is_all_names(headline):
        yield Mention(headline, plural=True)
    if parts.asks.split(" ")[-1] not in {"which", "what"} or not parts.what:
        return
    if headline and headline in _names(headline) and not _asks_for_person(parts):
        yield Mention(headline)
    elif parts.fronted:
        said = Clause(parts.subject, parts.auxiliary, parts.said).text()
        yield Mention(f"{parts.fronted} {said}", plural=is_plural(head(parts.what)), role="asked")


def _subject(parts: Asking) -> Iterator[Mention]:
    subject = parts.subject.split()
    while subject and subject[-1].casefold() in _TRAILING:
        subject.pop()
    if subject:
        yield _mention(" ".join(subject))._replace(role="subject")


def _objects(parts: Asking) -> Iterator[Mention]:
    """Yield the phrases behind the verb."""
    said = parts.said.split()
    if said and (parts.auxiliary not in BE or is_participle(bare(said[0]))):
        said = said[1:]
    phrase: list[str] = []
    for word in [*said, "in"]:
        ends = bare(word) in _BREAKS and not (word == "between" and phrase)
        if not ends:
            phrase.append(word)
            continue
        text = " ".join(phrase).strip(",.;:")
        if text and (bare(phrase[0]) in OPENERS or any(c.isupper() for c in text)):
            yield _mention(text)
        phrase = []


def _mention(text: str) -> Mention:
    names = find_names(text, known={bare(text.split(maxsplit=1)[0])})
    several = [run for run in listed(text, names) if len(run) > 1]
    whole = several and (several[0][0].start, several[0][-1].end) == (0, len(text))
    return Mention(text, plural=bool(whole) or is_plural(head(text)))


def _parts(phrase: str) -> Iterator[str]:
    """Yield whose or of what something is: "Nike" of "Nike's shares" or "part of Nike"."""
    if match := re.match(r"(.+?)(?:['’]s|(?<=s)['’]) ", phrase):
        yield match[1]
    if (match := re.search(r" of (.+)", phrase)) and match[1] in _names(match[1]):
        yield match[1]


def _is_no_thing(text: str) -> bool:
    first = next(iter(text.split()), "it")
    patterns = (TIME, _NUMBER)
    return bool(_PRONOUN.fullmatch(first) or any(one.fullmatch(text) for one in patterns))

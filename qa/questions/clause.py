"""A question that begins with its auxiliary -> subject, verb and what is said: "Did it sail?".

English tells the subject from what is said of it by meaning. Here go by: names, words that open
what is said, and what LemmInflect knows to be a verb.
"""

import re
from typing import NamedTuple

from qa.english.grammar import AUXILIARIES, BE, DO, HAVE, MODALS, OPENERS, PREPOSITIONS, bare
from qa.english.names import find_names
from qa.english.predicate import is_participle_of, is_to_do, opens_predicate
from qa.english.verbs import PAST, THIRD, inflected, is_base, is_plural

_PRONOUN_WORDS = "it he she they we you i there this that these those"
_QUANTITY_WORDS = """
more fewer less most many all some both half each one none any nearly almost about over roughly
around exactly only just at least other
"""
_ADVERB_WORDS = "not still already also now ever really always never only currently"
_VERB_WORDS = """
get go make take give come become own buy sell pay use help work agree plan want need say deny
confirm win lose leave join keep lead run meet know think believe invest raise cut end begin start
stop continue remain stay happen include require allow ban reject accept approve support oppose sign
announce launch release build create strike hold receive provide offer expect cost rise fall
increase decrease grow drop die kill live resign quit appoint hire fire sue settle merge acquire owe
apply exist belong depend recall have be do play turn cause breed contain hear see find look show
tell ask move open close spend save serve send write read
"""
_SAME_WORDS = "become bet burst cast come cost let overcome quit run shed spread"
_SUBORDINATING_WORDS = "when where while if because who which whose that what"
_WITHOUT_OBJECT_WORDS = "begin end expire fall happen last open react rise start"

_AUXILIARY = re.compile(
    rf"^(?:({AUXILIARIES})(n['’]t)?|(wo|ca)n['’]t|(can)not)\s+(.+?)[\s?.!]*$", re.I | re.S
)
_SHORTENED = {"wo": "will", "ca": "can"}
_PRONOUNS = frozenset(_PRONOUN_WORDS.split())

_ADVERBS = frozenset(_ADVERB_WORDS.split())
_VERBS = frozenset(_VERB_WORDS.split())
"""What is a verb where it may be a noun as well: "raise cash", not "diet cause"."""

_SAME = frozenset(_SAME_WORDS.split())
"""What "has" may stand before in the form of a base: "has run"."""

_QUANTITIES = frozenset(_QUANTITY_WORDS.split())
"""What may stand before a noun, alone or together: "nearly all of the money"."""

_COMPARED = frozenset(["more", "fewer", "less", "other"])
_RELATIVE = frozenset(["who", "which", "that"])
_SUBORDINATING = frozenset(_SUBORDINATING_WORDS.split())
_WITHOUT_OBJECT = frozenset(_WITHOUT_OBJECT_WORDS.split())
"""What is a verb at the end, behind a noun that may be a verb: "does the revenue share end"."""


class Clause(NamedTuple):
    """A question without its question word, in parts that a statement puts in another order."""

    subject: str
    auxiliary: str
    said: str
    denied: bool = False

    def text(self) -> str:
        """Return the statement: "did sail" becomes "sailed"."""
        verb, said = self.auxiliary, self.said
        if self.denied:
            verb = f"{verb} not"
        elif verb in DO and said:
            verb, said = _conjugated(verb, said)
        return " ".join(part for part in (self.subject, verb, said) if part)


def clause(question: str, *, of_whom: bool | None = None) -> Clause | None:
    """Return the parts of what begins with an auxiliary; None when it does not.

    Args:
        question: "Is the licence exclusive?", or the rest of "When is the match?".
        of_whom: Of such a rest, whether a thing or a person is asked for, not when or how.
    """
    match = _AUXILIARY.match(question)
    if not match:
        return None
    plain, denial, short, cannot, rest = match.groups()
    auxiliary = (plain or cannot or _SHORTENED[short.casefold()]).casefold()
    words = rest.split()
    if of_whom is not None and auxiliary in BE and _is_all_subject(words, of_whom):
        split = len(words)
    else:
        split = _subject(words, rest, auxiliary)
    subject, said = " ".join(words[:split]), " ".join(words[split:])
    return Clause(subject, auxiliary, said, denied=not plain or bool(denial))


def _is_all_subject(words: list[str], of_whom: bool) -> bool:
    """Return whether nothing is said yet of the subject: "Where is the mill by the river?"."""
    if words[0].casefold() in _PRONOUNS or bare(words[-1]) in PREPOSITIONS | {"as"}:
        return False
    said = [place for place in range(1, len(words)) if is_participle_of(words, place)]
    return said != [len(words) - 1] if of_whom else not said


def _subject(words: list[str], rest: str, auxiliary: str) -> int:
    """Return how many words the subject has."""
    if words[0].casefold() in _PRONOUNS and not _continues(words, 1):
        return 1
    first = _shortest(words, rest)
    if auxiliary in DO | MODALS:
        verb = _main_verb(words, first)
        if verb:
            return verb
    elif auxiliary in HAVE:
        found = [place for place in range(first, len(words)) if _follows_have(words, place)]
        relative = any(word in _RELATIVE for word in words[: found[0]]) if found else False
        if found:  # "Had the woman who won been a nun?"
            place = found[min(relative, len(found) - 1)]
            while place > first and words[place - 1] in _ADVERBS:
                place -= 1
            return place
    place = first
    while place < len(words) - 1 and (words[place] == "of" or not opens_predicate(words, place)):
        place += 1
        if words[place - 1].casefold() in {"and", "of"}:
            place = min(place + 1 + (words[place].casefold() in OPENERS), len(words) - 1)
    return _beyond_preposition(words, place) if auxiliary in BE else place


def _follows_have(words: list[str], place: int) -> bool:
    return words[place] in {"been", *_SAME} or is_participle_of(words, place)


def _shortest(words: list[str], rest: str) -> int:
    """Return how many words the subject has at least: a name, or a noun with what is before it."""
    if quantity := _quantity(words):
        return min(quantity + 1, len(words))
    place = 1 if words[0].casefold() in OPENERS else 0
    name = next((n for n in find_names(rest, known={bare(words[0])}) if n.start == 0), None)
    if not (name and words[0][0].isupper()):
        return place + 1
    place = len(rest[: name.end].split())
    if re.match(r"['’]s?\s", rest[name.end :]):  # "Altman's firm": a name of somebody's.
        place += 1
    return place


def _quantity(words: list[str]) -> int:
    """Return how many words say how much of something: "more than 40", "nearly all of the"."""
    place = 0
    while place < len(words) - 1 and bare(words[place]) in _QUANTITIES:
        place += 1
    follows = bare(words[place])
    if not place:
        return 0
    if place == 1 and words[0].casefold() not in _COMPARED and not _goes_on(follows):
        return 0  # "Some men left": one word, as before any noun.
    place += follows in {"of", "than"}
    while place < len(words) - 1 and (
        bare(words[place]) in OPENERS or words[place][0].isdigit() or words[place] == "a"
    ):
        place += 1
    return place


def _goes_on(word: str) -> bool:
    return word in {"of", "than"} | OPENERS or word[:1].isdigit()


def _main_verb(words: list[str], first: int) -> int | None:
    """Return the place of the verb that "did" or "can" belongs to."""
    found = [
        place
        for place in range(first, len(words))
        if is_base(words[place])
        and words[place] not in PREPOSITIONS | OPENERS
        and (words[place] != "last" or place == len(words) - 1)  # "in the last year"
        and words[place - 1].casefold() not in (PREPOSITIONS | OPENERS) - {"that"}
        and words[place - 1][-1] not in "'’"
    ]
    if not found:
        return None
    place = found[0]
    ends = place + 2 == len(words) and words[-1] not in _WITHOUT_OBJECT
    if place + 1 in found and not ends and words[place] not in _VERBS:
        place += 1
    elif place + 2 in found and words[place] not in _VERBS and is_plural(words[place + 1]):
        place += 2  # "Can language students finish"
    while place > first and words[place - 1].casefold() in _ADVERBS:
        place -= 1
    return place


def _beyond_preposition(words: list[str], split: int) -> int:
    """Return the split beyond a preposition of the subject: "Is the man in red ill?"."""
    if split >= len(words) or bare(words[split]) not in PREPOSITIONS or is_to_do(words, split):
        return split
    for place in range(split + 2, len(words)):
        before = bare(words[place - 1])
        if before in _SUBORDINATING:
            break
        parted = before in PREPOSITIONS | OPENERS | {"be", "being", "and"}
        opens = opens_predicate(words, place) and bare(words[place]) not in PREPOSITIONS
        if (opens and not parted) or is_to_do(words, place):
            return place
    return split


def _continues(words: list[str], place: int) -> bool:
    """Return whether "this" or "that" stands before a noun: "Is this deal over?"."""
    pointing = words[0].casefold() in {"this", "that", "these", "those"}
    return pointing and place < len(words) - 1 and not opens_predicate(words, place)


def _conjugated(verb: str, said: str) -> tuple[str, str]:
    """Return the verb of "did sail" as one word, and what follows it."""
    words = said.split()
    place = next((i for i, word in enumerate(words) if word.casefold() not in _ADVERBS), 0)
    base = words[place]
    if not is_base(base.casefold()):
        return verb, said
    form = {"did": PAST, "does": THIRD}.get(verb)
    words[place] = inflected(base.casefold(), form) if form else base
    return "", " ".join(words)

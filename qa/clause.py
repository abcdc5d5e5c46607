"""A question that begins with its auxiliary -> subject, verb and what is said: "Did it sail?".

English tells the subject from what is said of it by meaning. Here go by: names, words that open
what is said, and what LemmInflect knows to be a verb.
"""

import re
from typing import NamedTuple

from qa.names import find_names
from qa.verbs import PAST, THIRD, inflected, is_base, is_participle

_BE_WORDS = "is are was were am"
_DO_WORDS = "do does did"
_HAVE_WORDS = "has have had"
_MODAL_WORDS = "can could will would shall should may might must"
_PRONOUN_WORDS = "it he she they we you i there this that these those"
_OPENER_WORDS = """
the a an this that these those its his her their our your my any all some both each every no most
many several two three
"""
_PREPOSITION_WORDS = """
on at to from by with without under in over for of about against between after before during since
until into near
"""
_START_WORDS = """
a an the any not still already also now ever really likely able going part more less too very
always never yet only currently due open ready true false dead alive absent present independent
different similar equal exempt worth better worse higher lower greater smaller larger longer
shorter older younger be been being have
"""
_ADVERB_WORDS = "not still already also now ever really always never only currently"
_VERB_WORDS = """
get go make take give come become own buy sell pay use help work agree plan want need say deny
confirm win lose leave join keep lead run meet know think believe invest raise cut end begin start
stop continue remain stay happen include require allow ban reject accept approve support oppose sign
announce launch release build create hold receive provide offer expect cost rise fall increase
decrease grow drop die kill live resign quit appoint hire fire sue settle merge acquire owe apply
exist belong depend recall have be do play turn cause breed contain hear see find look show tell ask
move open close spend save serve send write read
"""
_WITHOUT_OBJECT_WORDS = "begin end expire fall happen last open react rise start"

BE = frozenset(_BE_WORDS.split())
DO = frozenset(_DO_WORDS.split())
HAVE = frozenset(_HAVE_WORDS.split())
MODALS = frozenset(_MODAL_WORDS.split())
AUXILIARIES = "|".join(sorted(BE | DO | HAVE | MODALS))
OPENERS = frozenset(_OPENER_WORDS.split())
PREPOSITIONS = frozenset(_PREPOSITION_WORDS.split())

_AUXILIARY = re.compile(
    rf"^(?:({AUXILIARIES})(n['’]t)?|(wo|ca)n['’]t|(can)not)\s+(.+?)[\s?.!]*$", re.I | re.S
)
_SHORTENED = {"wo": "will", "ca": "can"}
_PRONOUNS = frozenset(_PRONOUN_WORDS.split())
_STARTS = frozenset(_START_WORDS.split())
"""What may open what is said of a subject, and is hardly ever part of a name for it."""

_ADVERBS = frozenset(_ADVERB_WORDS.split())
_VERBS = frozenset(_VERB_WORDS.split())
"""What is a verb where it may be a noun as well: "raise cash", not "diet cause"."""

_WITHOUT_OBJECT = frozenset(_WITHOUT_OBJECT_WORDS.split())
"""What is a verb at the end, behind a noun that may be a verb: "does the revenue share end"."""

_SAID = re.compile(r"(?:ive|ble|ous|ful|less|\w{4}al)$")


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
    said = [place for place in range(1, len(words)) if _is_participle_of(words, place)]
    return said != [len(words) - 1] if of_whom else not said


def _is_participle_of(words: list[str], place: int) -> bool:
    """Return whether a participle says something of the subject: not "the given name"."""
    before = words[place - 1].casefold()
    word = words[place]
    return (
        word[0].isalpha()
        and is_participle(bare(word))
        and word.islower()
        and before not in OPENERS | PREPOSITIONS
    )


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
        for place in range(first, len(words)):
            if words[place] == "been" or _is_participle_of(words, place):
                return place
    place = first
    while place < len(words) - 1 and (words[place] == "of" or not _is_said(words, place)):
        place += 1
        if words[place - 1].casefold() in {"and", "of"}:
            place = min(place + 1 + (words[place].casefold() in OPENERS), len(words) - 1)
    return _beyond_preposition(words, place) if auxiliary in BE else place


def _shortest(words: list[str], rest: str) -> int:
    """Return how many words the subject has at least: a name, or a noun with what is before it."""
    place = 1 if words[0].casefold() in OPENERS else 0
    name = next((n for n in find_names(rest, known={bare(words[0])}) if n.start == 0), None)
    if not (name and words[0][0].isupper()):
        return place + 1
    place = len(rest[: name.end].split())
    if re.match(r"['’]s?\s", rest[name.end :]):  # "Altman's firm": a name of somebody's.
        place += 1
    return place


def _main_verb(words: list[str], first: int) -> int | None:
    """Return the place of the verb that "did" or "can" belongs to."""
    found = [
        place
        for place in range(first, len(words))
        if is_base(words[place])
        and words[place] not in PREPOSITIONS | OPENERS
        and (words[place] != "last" or place == len(words) - 1)  # "in the last year"
        and words[place - 1].casefold() not in (PREPOSITIONS | OPENERS) - {"that"}
    ]
    if not found:
        return None
    place = found[0]
    ends = place + 2 == len(words) and words[-1] not in _WITHOUT_OBJECT
    if place + 1 in found and not ends and words[place] not in _VERBS:
        place += 1
    while place > first and words[place - 1].casefold() in _ADVERBS:
        place -= 1
    return place


def _beyond_preposition(words: list[str], split: int) -> int:
    """Return the split beyond a preposition of the subject: "Is the man in red ill?"."""
    if split >= len(words) or bare(words[split]) not in PREPOSITIONS:
        return split
    for place in range(split + 2, len(words)):
        before = bare(words[place - 1])
        parted = before in PREPOSITIONS | OPENERS | {"be", "being", "and"}
        if _is_said(words, place) and bare(words[place]) not in PREPOSITIONS and not parted:
            return split if bare(words[place]) in OPENERS else place
    return split


def _continues(words: list[str], place: int) -> bool:
    """Return whether "this" or "that" stands before a noun: "Is this deal over?"."""
    pointing = words[0].casefold() in {"this", "that", "these", "those"}
    return pointing and place < len(words) - 1 and not _is_said(words, place)


def _is_said(words: list[str], place: int) -> bool:
    """Return whether a word opens what is said of the subject before it."""
    word = words[place]
    plain = bare(word)
    before = words[place - 1] if place else ""
    if word[0].isdigit():
        return not before[:1].isupper()  # "Mill 98" is a name.
    if word[0].isupper():
        return False  # "Fort Worth", "D. A. Russell"
    if plain in _STARTS or plain in PREPOSITIONS or plain.startswith("non-"):
        return True
    if before.casefold() in OPENERS:
        return False  # "the given name"
    return is_participle(plain) or bool(_SAID.search(plain))


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


def bare(word: str) -> str:
    """Return a word in lower case, without marks and without "'s"."""
    return re.sub(r"['’]s?$", "", word.casefold().strip(",.;:\"'“”"))

"""A yes-or-no question -> the statement that it asks about: what is compared with sentences."""

import re

from qa.names import find_names

_BE = "is are was were am"
_OTHERS = "do does did has have had can could will would shall should may might must"
_AUXILIARY = re.compile(
    rf"^(?:({'|'.join(f'{_BE} {_OTHERS}'.split())})(n['’]t)?|(wo|ca)n['’]t|(can)not)"
    r"\s+(.+?)[\s?.!]*$",
    re.I | re.S,
)
_SHORTENED = {"wo": "will", "ca": "can"}
_OPENING = re.compile(r"^(?:and|but|so|or|then|also|well|ok|okay|please)[,\s]+", re.I)

_VERBS = "|".join(f"{_BE} {_OTHERS}".split())
_ASKS_OF = re.compile(
    r"^(?:(?:on|in|at|by|from|to|for|with) )?(?P<asks>(?P<how>how (?:many|much))(?: (?P<what>.+?))?"
    r"|(?:what|which)(?: [\w’'-]+){0,3}?|who(?:m|se)?|when|where|why|how(?: \w+)?)"
    rf" (?P<rest>(?:{_VERBS})\b .+)$",
    re.I | re.S,
)
"""A question whose verb goes before its subject: "When was X built?"."""

_ASKS_WHO = re.compile(r"^(?P<asks>who|what|which(?: [\w’'-]+){0,2}?) (?P<rest>.+)$", re.I | re.S)
_COPULA = re.compile(
    rf"(?P<be>{'|'.join(_BE.split())})\s+(?P<rest>(?:the|a|an|his|her|its|their|my|our)\b.+)$", re.I
)

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
always never yet only currently due free open ready good bad true false legal safe dead alive
public private necessary present absent independent important permanent different exempt
be been being have get go make take give come become own buy sell pay use help work agree plan want
need say deny confirm win lose leave join keep lead run meet know think believe invest raise cut end
begin start stop continue remain stay change happen include require allow ban reject accept approve
support oppose sign announce launch release build create hold receive provide offer expect cost rise
fall increase decrease grow drop die kill live resign quit appoint hire fire sue settle merge
acquire owe apply exist belong depend recall
built rebuilt bought brought broken caught chosen done drawn driven fallen felt forgotten found
fought given gone grown hidden held hurt kept known laid led left lent lost made meant met paid
proven put read risen seen sent set shot shown shut sold spent split spoken stolen struck sunk taken
taught thought thrown told torn understood withdrawn won worn written
"""

_PRONOUNS = frozenset(_PRONOUN_WORDS.split())
_OPENERS = frozenset(_OPENER_WORDS.split())
_PREPOSITIONS = frozenset(_PREPOSITION_WORDS.split())
_STARTS = frozenset(_START_WORDS.split())
"""What may open what is said of a subject, and is hardly ever part of a name for it."""

_SAID = re.compile(r"(?:ed|ing|ive|ble|ous|ful|less|\w{4}al)$")


def statement(question: str) -> str | None:
    """Return what a yes-or-no question asks about as a statement; None when it is no such question.

    It need not be good English, only say the same: "Microsoft did invest in OpenAI."

    >>> statement("Is the licence exclusive?")
    'The licence is exclusive.'
    >>> statement("Did Sam Altman's firm invest in the Bank of England?")
    "Sam Altman's firm did invest in the Bank of England."
    >>> statement("Isn't it over?")
    'It is not over.'
    """
    match = _AUXILIARY.match(_OPENING.sub("", " ".join(question.split())))
    if not match:
        return None
    plain, denial, short, cannot, rest = match.groups()
    auxiliary = (plain or cannot or _SHORTENED[short.casefold()]).casefold()
    words = rest.split()
    split = _subject(words, rest)
    if auxiliary in _BE.split():
        split = _beyond_preposition(words, split)
    subject, said = " ".join(words[:split]), " ".join(words[split:])
    verb = auxiliary if plain and not denial else f"{auxiliary} not"
    text = f"{subject} {verb} {said}".strip()
    return text[0].upper() + text[1:] + "."


def stated(question: str, answer: str) -> str:
    """Return an answer with its question as one statement, to be compared with sentences.

    >>> stated("Who directed the film?", "Ann Ash")
    'Ann Ash directed the film.'
    >>> stated("When was the mill in Turin built?", "1902")
    'The mill in Turin was built 1902.'
    >>> stated("What is the profession of Ann Ash?", "director")
    'The profession of Ann Ash is director.'
    >>> stated("How many seats does the hall have?", "300")
    'The hall does have 300 seats.'
    >>> stated("Tell me about the mill", "it burnt down")
    'Tell me about the mill: it burnt down.'
    """
    asked = _OPENING.sub("", " ".join(question.split())).rstrip(" ?.!")
    if match := _ASKS_OF.match(asked):
        rest, what = match["rest"], match["what"] or ""
        named = what and what.split()[-1].casefold() not in answer.casefold()
        filled = f"{answer} {what}" if named else answer
        copula = _COPULA.match(rest)
        if copula and match["asks"].casefold() in {"who", "what", "which"}:
            return _sentence(f"{copula['rest']} {copula['be']} {filled}")
        return _sentence(f"{(statement(rest) or rest).rstrip('.')} {filled}")
    if match := _ASKS_WHO.match(asked):
        return _sentence(f"{answer} {match['rest']}")
    return f"{asked}: {answer}."


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def _subject(words: list[str], rest: str) -> int:
    """Return how many words the subject has."""
    if words[0].casefold() in _PRONOUNS and not _continues(words, 1):
        return 1
    place = 1 if words[0].casefold() in _OPENERS else 0
    name = next((n for n in find_names(rest, known={_plain(words[0])}) if n.start == 0), None)
    if name and words[0][0].isupper():
        place = len(rest[: name.end].split())
        if re.match(r"['’]s?\s", rest[name.end :]):  # "Altman's firm": a name of somebody's.
            place += 1
    else:
        place += 1
    while place < len(words) - 1 and (words[place] == "of" or not _opens(words[place])):
        place += 1
        if words[place - 1].casefold() in {"and", "of"}:
            place = min(place + 1 + (words[place].casefold() in _OPENERS), len(words) - 1)
    return place


def _beyond_preposition(words: list[str], split: int) -> int:
    """Return the split beyond a preposition of the subject: "Is the man in red ill?"."""
    if split >= len(words) or _plain(words[split]) not in _PREPOSITIONS:
        return split
    for place in range(split + 2, len(words)):
        before = _plain(words[place - 1])
        parted = before in _PREPOSITIONS | frozenset(_OPENERS) | {"be", "being", "and"}
        if _opens(words[place]) and _plain(words[place]) not in _PREPOSITIONS and not parted:
            return split if _plain(words[place]) in _OPENERS else place
    return split


def _continues(words: list[str], place: int) -> bool:
    """Return whether "this" or "that" stands before a noun: "Is this deal over?"."""
    pointing = words[0].casefold() in {"this", "that", "these", "those"}
    return pointing and place < len(words) - 1 and not _opens(words[place])


def _opens(word: str) -> bool:
    plain = _plain(word)
    starts = plain in _STARTS or plain in _PREPOSITIONS or plain.startswith("non-")
    return starts or bool(_SAID.search(plain)) or word[0].isdigit()


def _plain(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.casefold().strip(",.;:\"'“”"))

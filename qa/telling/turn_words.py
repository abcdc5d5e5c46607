"""Words and phrases by which newspapers say that a thing ends, is altered, or stays as it was."""

import re

from qa.english.phrases import DENIALS as NEGATIONS
from qa.english.terms import stem, stems

_ENDING_WORDS = """
remove replace abolish scrap drop cancel revoke suspend eliminate terminate dissolve abandon repeal
discontinue axe ditch withdraw withdrew withdrawn end lose lost lift expire cease collapse delete
rescind annul quash overturn waive disappear vanish lapse
"""
_ALTERING_WORDS = """
amend revise overhaul rewrite rewrote rewritten redraft renegotiate change alter loosen tighten
relax raise increase lower reduce halve double
"""
_OBJECT_WORDS = """
lose lost drop lift withdraw withdrew withdrawn replace remove axe ditch raise lower increase double
"""
_KEEPING_WORDS = """
keeps kept retain retains retained maintain maintains maintained preserve preserves preserved
uphold upholds upheld
"""
_STAYING_WORDS = """
remain remains remained stay stays stayed continue continues continued survive survives survived
persist persists persisted is are was were
"""
_PLANNED_WORDS = """
planned want wants wanted propose proposes proposed proposal consider considers considered
could may might would should if whether unless hope hopes hoped threaten threatens threatened seek
seeks sought urge urges urged ask asks asked called reportedly expected likely try tries
tried possible possibly rumoured rumored
"""
_DETERMINER_WORDS = "the a an this that any its his her their no such in to of for on with"
_GOING_WORDS = "grow rise fall decline change increase improve drop"
_SAME_WORDS = "unaffected unchanged unaltered untouched intact identical"

ENDING = frozenset(map(stem, _ENDING_WORDS.split()))
ALTERING = frozenset(map(stem, _ALTERING_WORDS.split()))
WITH_OBJECT = frozenset(map(stem, _OBJECT_WORDS.split()))
"""What prices do that drop and runners that lose is no end of them."""

KEEPING = frozenset(_KEEPING_WORDS.split())
STAYING = frozenset(_STAYING_WORDS.split())
PLANNED = frozenset(_PLANNED_WORDS.split())
PLAN = re.compile(r"\b(?:plans?|calls?) (?:to|for)\b")
NOUN_AFTER = frozenset(_DETERMINER_WORDS.split())
"""Behind these "end" and "change" are no verbs."""

_PLAIN_WORDS = """
contentious controversial disputed contested crucial key main important major sweeping existing
current present longstanding popular unpopular hated costly legal official so-called
monday tuesday wednesday thursday friday saturday sunday
"""
PLAIN = frozenset(one for word in _PLAIN_WORDS.split() for one in stems(word))
"""What is said of a thing that tells it from no other."""

TOUCHED = frozenset(("affected", "touched"))
SAME = frozenset(_SAME_WORDS.split())
DENIALS = NEGATIONS | {"without"}
IN_FORCE = re.compile(
    r"^(?:in (?:place|force|effect)|the same|as (?:it|they) (?:is|was|are|were)|valid|there"
    r"|part of|on the books|applicable)\b"
)
NO_MORE = re.compile(r"^[,.;:()—–]|^$|^(?:at|until|after|despite|for now)\b")
"""What may follow "stays" where nothing is said of how or what."""

_GO = "go|goes|went|carry|carries|carried|keep|keeps|kept"
_ITS = r"(?= (?:the|an?|its|their|his|her|this|all)\b)"
_UNTOUCHED = "|".join(_SAME_WORDS.split())
_PHRASES = tuple(
    (re.compile(rf"\b(?:{phrase})", re.IGNORECASE), plain)
    for phrase, plain in (
        (r"d(?:o|oes|id|one|oing) away with\b|g(?:et|ets|ot|etting) rid of\b", "abolished"),
        (r"(?:struck|thrown?|threw|phas\w+) (?:down|out|off)\b", "abolished"),
        (r"struck(?= (?:the|its|their|this|all|any)\b[^.;]{1,80} from\b)", "abolished"),
        (
            r"gone (?:is|are)\b|s(?:old|ells?|elling) (?:all|(?:its|their|his|her) entire)",
            "abolished",
        ),
        (r"(?<=is |re |as )(?:gone|out|no more)(?=[,.;]|$)", "abolished"),
        (rf"stop(?:s|ped|ping)? \w+ing{_ITS}", "ends"),
        (rf"(?:{_GO}) on \w+ing{_ITS}", "keeps"),
        (rf"(?:{_GO}) on \w+ing\b|go(?:es)? ahead\b|went ahead\b", "continues"),
        (r"call(?:s|ed|ing)? off\b", "abolished"),
        (rf"(?:continue[sd]?|keeps?|kept) \w+ing{_ITS}", "keeps"),
        (
            r"continue[sd]? to (?:have|pay|get|receive|charge|collect|offer|grant|enforce)\b",
            "keeps",
        ),
        (r"carr(?:y|ies|ied) (?:over|out)\b", "keeps"),
        (r"(?:(?:is|are|was|were) )?h(?:olds?|eld|olding) on to\b", "keeps"),
        (r"(?:carr(?:y|ies|ied)|liv(?:es?|ed)) on\b", "continues"),
        (r"no longer (?:pay|charge|collect|offer|grant|get|receive|levie)s?\b", "ends"),
        (
            rf"le(?:aves?|ft|aving) ([^.;]{{1,80}}?) (?:in (?:place|force)|{_UNTOUCHED})\b",
            r"keeps \1",
        ),
        (r"(?<=is |re |as |en )left (?=un\w+|intact|in place)", ""),
    )
)
"""What several words say as one: plain words for them."""

GOING = frozenset(map(stem, _GOING_WORDS.split()))


def in_plain_words(sentence: str) -> str:
    """Say with one word what a sentence says with several.

    >>> in_plain_words("It does away with the toll and goes on charging the fee.")
    'It abolished the toll and keeps the fee.'
    """
    for pattern, plain in _PHRASES:
        sentence = pattern.sub(plain, sentence)
    return sentence

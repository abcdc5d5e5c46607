"""Questions as people type them -> as they are asked in full.

"Price of a day ticket?" leaves out "what is the", and "Could you tell me when it opens?" asks when
it opens, not whether somebody could. What is read, compared and answered is the question in full.
"""

import re

from index.words import words
from qa.english.grammar import AUXILIARIES, PREPOSITIONS
from qa.english.verbs import is_plural, lemma_of_past, lemma_of_third

_ASKS = "what|which|who|whom|whose|when|where|why|how"
_COURTESIES = (
    r"(?:hi|hello|hey|so|ok|okay|well|please|sorry|excuse me)\b[,.!]?\s+",
    r"(?:can|could|will|would) (?:you|someone|anyone|anybody) (?:please |kindly )?"
    r"(?=(?:tell|show|give|remind|explain|describe|list|summari[sz]e)\b)",
    rf"(?:tell|show|give|remind) (?:me|us)(?: please| again)?,? +(?=(?:{_ASKS}|if|whether|the)\b)",
    r"(?:i|we)(?:['’]d| would)? (?:want|like|need|love) to (?:know|learn|find out)\s+",
    r"(?:i|we)(?:['’]d| would)? (?:want|like|need) (?=the\b)",
    r"(?:i|we)(?:['’]m| am|['’]re| are)? (?:just )?(?:wonder(?:ing)?|trying to find out)\s+",
    r"(?:do|does) (?:you|anyone|anybody|someone) (?:happen to )?know\s+"
    rf"(?=(?:{_ASKS}|if|whether)\b)",
    r"any idea,?\s+",
)
_COURTESY = re.compile("|".join(_COURTESIES), re.IGNORECASE)
_AFTERWARDS = re.compile(r", (?:please|thanks|thank you)(?=[ ?.!]*$)", re.IGNORECASE)

_WHETHER = re.compile(r"(?:if|whether) (?P<clause>.+)$", re.IGNORECASE | re.DOTALL)
_CONDITION = re.compile(rf", (?:then )?(?:{_ASKS}|{AUXILIARIES})\b", re.IGNORECASE)
"""What goes on to ask something: "if it is sold, who pays?" asks not whether it is sold."""

_WITH_AUXILIARY = re.compile(
    rf"(?P<subject>(?:(?!(?:{AUXILIARIES})\b)\S+ ){{1,8}}?)"
    rf"(?P<auxiliary>{AUXILIARIES}) (?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_COSTS = re.compile(r"what (?P<thing>.+) costs?$", re.IGNORECASE | re.DOTALL)
_OPENS = re.compile(
    rf"(?:{_ASKS}|{AUXILIARIES}|(?P<told>tell|show|give|explain|describe|list|summari[sz]e))\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?]\s")
_HAS_VERB = re.compile(rf"\b(?:{_ASKS}|{AUXILIARIES}|i|we|you|they|he|she)\b", re.IGNORECASE)
"""What has a verb, or somebody for whom there is one."""


_PERSONS = """
ceo cfo president chairman chairwoman chair founder co-founder owner boss head director editor
publisher chancellor premier governor mayor minister secretary ambassador senator king queen coach
manager captain spokesman spokeswoman executive winner champion holder author host leader sponsor
successor predecessor inventor designer architect conductor presenter operator scorer
"""
"""What somebody is, or a company: asked for with "who"."""

_THINGS = """
number population count toll figure total price cost fee fare fares salary budget fine rent wage
stake share date day deadline time year name title headquarters location address distance height
length depth width weight altitude age capacity percentage rate record limit score result size value
amount duration
"""
_NEWEST = (
    "latest|current|newest|most recent|next|upcoming|last|first|oldest|youngest|tallest|highest"
    "|largest|biggest|longest|fastest|smallest|richest|deepest"
)
_BEHIND = "|".join(sorted(PREPOSITIONS))
_WORD = r"[\w$€£.&’'-]+"
_BEFORE = rf"(?:(?!(?:{_BEHIND})\b){_WORD} ){{0,6}}?"
_HEADED = re.compile(
    rf"(?P<before>{_BEFORE})(?P<head>{'|'.join([*sorted(_PERSONS.split()), *_THINGS.split()])})"
    rf"(?= (?:{_BEHIND}|right now|now|today)\b|$)",
    re.IGNORECASE,
)
_OWNER = r"(?:[A-Z][\w.&-]* )*[A-Z][\w.&-]*(?:['’]s|s['’]) "
_LATEST = re.compile(
    rf"(?i:the )?(?P<owner>{_OWNER})?(?i:{_NEWEST}) (?:{_WORD} )*(?(owner){_WORD}|(?:{_BEHIND}) )"
)
_OWNED = re.compile(rf"{_OWNER}|(?:last|this|next) (?:year|season|month|week)['’]s ")
_NAME_IT = re.compile(r"name (?!of\b)", re.IGNORECASE)
_PLAIN = re.compile(rf"(?:{_NEWEST}|the|a|an|his|her|its|their)\b", re.IGNORECASE)
_DETERMINED = re.compile(r"(?:the|a|an|his|her|its|their)\b", re.IGNORECASE)


def in_full(text: str) -> str:
    """Return a question as it is asked in full; as it is where it says all, or no rule is sure.

    >>> in_full("Price of a day ticket?"), in_full("current mayor of Ash")
    ('What is the price of a day ticket?', 'Who is the current mayor of Ash?')
    >>> in_full("Could you tell me who won?"), in_full("I wonder if the mill reopened")
    ('Who won?', 'Did the mill reopen?')
    >>> in_full("Fire in Birch")
    'Fire in Birch'
    """
    asked = _without_courtesy(text)
    if (whether := _WHETHER.match(asked)) and asked != text.rstrip(" ?.!"):
        return _whether(whether["clause"]) or text
    if (costs := _COSTS.match(asked)) and not _HAS_VERB.search(costs["thing"]):
        return f"How much does {costs['thing']} cost?"
    if phrase := _phrase_in_full(asked):
        return phrase
    opening = _OPENS.match(asked)
    if asked == text.rstrip(" ?.!") or not opening:
        return text
    return f"{asked[0].upper()}{asked[1:]}{'.' if opening['told'] else '?'}"


def _without_courtesy(text: str) -> str:
    bare = _AFTERWARDS.sub("", text).rstrip(" ?.!")
    while match := _COURTESY.match(bare):
        bare = bare[match.end() :]
    return bare


def _whether(clause: str) -> str | None:
    """Return what asks whether a clause is so; None where it is a condition, or has no verb.

    >>> _whether("the fee is due"), _whether("the mill shut in May"), _whether("the mill")
    ('Is the fee due?', 'Did the mill shut in May?', None)
    >>> _whether("the mill shuts, who pays") is None
    True
    """
    if _CONDITION.search(clause):
        return None
    if match := _WITH_AUXILIARY.match(clause):
        return f"{match['auxiliary'].capitalize()} {match['subject']}{match['rest']}?"
    parts = clause.split()
    for place, word in list(enumerate(parts))[1:]:
        for auxiliary, lemma in (("Did", lemma_of_past(word)), ("Does", lemma_of_third(word))):
            if lemma and (place > 1 or parts[0].casefold() not in {"the", "a", "an"}):
                return " ".join([auxiliary, *parts[:place], lemma, *parts[place + 1 :]]) + "?"
    return None


def _phrase_in_full(text: str) -> str | None:
    """Return the question that a phrase without a verb stands for; None where it is none."""
    if _HAS_VERB.search(text) or _ENDS.search(text):
        return None
    phrase = _NAME_IT.sub("", text, count=1) if _NAME_IT.match(text) else text
    if any(lemma_of_third(word) and not is_plural(word) for word in words(phrase)[1:]):
        return None  # "Mayor of Birch resigns" is a headline.
    headed = _HEADED.match(phrase)
    if headed is None and not _LATEST.match(phrase):
        return None
    who = headed is not None and headed["head"].casefold() in _PERSONS.split()
    first = phrase.split()[0]
    opens = _PLAIN.match(phrase) or (headed is not None and not headed["before"])
    if opens and first[1:] == first[1:].lower():
        phrase = phrase[0].lower() + phrase[1:]
    owned = _OWNED.match(phrase) or _DETERMINED.match(phrase)
    return f"{'Who' if who else 'What'} is {'' if owned else 'the '}{phrase}?"

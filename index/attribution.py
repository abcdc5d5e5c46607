"""The publishers whose word a question asks for: "according to the Post", "What did News report?".

To be named is not enough: "Who owns the Post?" asks what anybody says of it. English is assumed.
"""

import re
from collections.abc import Sequence

from index.asked import listed
from index.publishers import Mention, Publishers

NEAR = 120  # Characters before a name that are looked at: about as many words as a clause has.

ARTICLE = (
    r"(?:articles?|reports?|reporting|stor(?:y|ies)|coverage|pieces?|columns?|editorials?|op-eds?"
    r"|interviews?|reviews?|headlines?|accounts?|analys[ei]s|investigations?|posts?|blogs?|news)"
)
SAY = (
    r"(?:say|says|said|saying|tell|tells|told|write|writes|wrote|written|find|finds|found"
    r"|think|thinks|thought|cover(?:s|ed|ing)?|point(?:s|ed)? out"
    r"|(?:report|claim|suggest|note|mention|argue|state|describe|explain|indicate|discuss|quote"
    r"|cite|highlight|portray|predict|warn|call|attribute|present|recommend|emphasi[sz]e)"
    r"(?:e?s|e?d|ing)?|impl(?:y|ies|ied))"
)
_QUOTE = r"['\"‘’“”]?"
_FILLER = (
    r"(?:\W*\b(?:both|either|the|an?|sources?|outlets?|publications?|newspapers?|magazines?|like"
    r"|such as|in|by|from|articles?|reports?|claims?)\b)*\W*"
)
_PASSIVE = (
    r"(?:reported|said|written|published|posted|mentioned|described|quoted|cited|covered|noted"
    r"|featured|discussed|claimed|stated|told|highlighted|portrayed|presented|suggested|reviewed"
    r"|interviewed|discussions?)"
)
_CITED = re.compile(
    rf"(?:\b(?:according to|as per|per)\b"
    rf"|\b{ARTICLE}\s+(?:\w+\s+){{0,2}}?(?:from|by|in|on|of|at)\b"
    rf"|\b{_PASSIVE}\s+(?:\w+\s+){{0,4}}?(?:by|in|on|from)\b"
    r"|(?:,|\bas)\s*(?:says?|said|writes?|wrote|reports?|reported)\b"
    rf"){_FILLER}{_QUOTE}$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    rf"{_QUOTE}\W*(?:\b(?:has|have|had|also|both|all|each|itself|first|once|not|never)\s+){{0,3}}"
    rf"{SAY}\b",
    re.IGNORECASE,
)
_OWNS = re.compile(rf"{_QUOTE}(?:['’]s?\s+(?:[\w-]+\s+){{0,3}}?|\s+){ARTICLE}\b", re.IGNORECASE)
_HEADS = re.compile(r"\s*(?::|(?:on|about)\b)", re.IGNORECASE)
"""After a name the question begins with: "Post on the dam"."""
_ASIDE = re.compile(r"\w\W+\b(?:who|which|that|whose|where)\b\W*$", re.IGNORECASE)
_EXCEPT = re.compile(
    r"\b(?:other than|besides|apart from|aside from|except(?: for)?|excluding|unlike|not|without"
    rf"|against)\b(?:\s+(?:in|by|from|{ARTICLE}))*{_FILLER}{_QUOTE}$",
    re.IGNORECASE,
)
_SOURCE = rf"(?:{ARTICLE}|sources?|outlets?|publications?|(?:news)?papers?|magazines?|media)"
_AGAINST = re.compile(
    r"\b(?:(?:in)?consistent with|contradict\w*|contrast\w*|(?:dis)?agree\w* with|differ\w* from"
    r"|compared? (?:with|to)|confirmed by|elsewhere|others|\w+ else"
    rf"|(?:an)?other (?:\w+ )?{_SOURCE}|(?:earlier|later|previous|prior|subsequent) {_SOURCE})\b",
    re.IGNORECASE,
)
"""Words that hold a report against another, which need not be named."""
_MAYBE = re.compile(
    rf"(?:\b(?:by|in|from|on|of|and|that|while|whereas|before|after)\b|,){_FILLER}{_QUOTE}$",
    re.IGNORECASE,
)
"""Before a name that may be cited in a way that is not understood: "portrayed by the Post"."""
_BESIDE = re.compile(r"\b(?:while|whereas|before|after)\b", re.IGNORECASE)


def attributed(text: str, publishers: Publishers) -> list[list[Mention]]:
    """Return the publishers whose word is asked for, those of one list together, in order.

    There are none where anybody's word may count: where one source is held against others that
    are not named, is left out, or is cited for a detail of what is asked.

    >>> known = Publishers(["Post", "News"])
    >>> [[m.publishers for m in some] for some in attributed("What does the Post say?", known)]
    [[frozenset({'Post'})]]
    >>> attributed("Who owns the Post?", known)
    []
    >>> attributed("Do others agree with the Post article?", known)
    []
    """
    groups = listed(text, publishers.find(text))
    if any(_EXCEPT.search(text, 0, group[0].start) for group in groups):
        return []
    asked = [group for group in groups if _is_asked(text, group)]
    others = [group for group in groups if group not in asked]
    if any(_MAYBE.search(text, 0, group[0].start) for group in others):
        return []
    names = {mention.publishers for group in asked for mention in group}
    if len(names) == 1 and (_AGAINST.search(text) or (others and _BESIDE.search(text))):
        return []
    return asked


def _is_asked(text: str, group: Sequence[Mention]) -> bool:
    start, end = group[0].start, group[-1].end
    if cited := _CITED.search(text, max(0, start - NEAR), start):
        return not _ASIDE.search(text, 0, cited.start())
    heads = start == 0 and _HEADS.match(text, end)
    return bool(heads or _SPEAKS.match(text, end) or _OWNS.match(text, end))

"""What a number counts: the noun behind it, singular."""

import re

from qa.values.plurals import IRREGULAR, PARTICIPLES, singular

REACH = 4  # Words looked at: "43 young Palestinian asylum seekers".

_WORD = re.compile(r"[ \u00a0]([A-Za-z][a-zA-Z]*(?:[-’'][A-Za-z0-9]+)*)")
_BETWEEN = re.compile(
    r"(?: or (?:more|fewer|less)\b|\+|-plus\b)"
    r"| (?:out )?of(?: all)?(?: (?:the|its|his|her|their|our|these|those|my)\b)?"
    r"(?: (?:[0-9,]{1,12}|two|three|four|five|six|seven|eight|nine|ten|twelve|dozen)\b)?",
    re.IGNORECASE,
)
_HYPHEN = re.compile(r"-(page|seat|member|mile|story|storey|bed|bedroom|room|vote|person|man)\b")
_NAME = re.compile(r" [A-Z]")

# A noun phrase ends at these, so a plural behind them is not what was counted.
_STOP = (
    "a about above across after again against ago ahead all along already also although always "
    "am among an and any apart are aren as at away back be became because become been before "
    "began behind being below between both but by came can could despite did do does done down "
    "during each either else even ever every fell for found from gave get gets go goes going "
    "got had has have having he her here his how however i if in including inside instead into "
    "is it its itself just least less like made make makes many may me might most much must my "
    "near neither never no nor not now of off on once one only onto or our out outside over own "
    "per perhaps plus rather said same saw say says she should since so some still such than "
    "that the their them themselves then there these they this those though through throughout "
    "thus times to together too took toward towards under unless until up upon us versus very "
    "via vs was way we well went were what when where whether which while who whom whose why "
    "will with within without would x yes yesterday yet you your "
)
STOP = frozenset(_STOP.split())


def noun_after(text: str, start: int) -> tuple[str, int] | None:
    """Return the noun that the number ending at `start` counts, and where it ends.

    Three "of the" judges and three "or more" judges are judges, but the words of the number end
    before "of" and "or".

    >>> noun_after("43 young asylum seekers were", 2)
    ('seeker', 23)
    >>> noun_after("three of the five judges", 5)
    ('judge', 5)
    """
    if match := _HYPHEN.match(text, start):
        return IRREGULAR.get(match[1], match[1]), match.end()
    between = _BETWEEN.match(text, start)
    found = _head(text, between.end() if between else start)
    return (found[0], start) if found and between else found


def _head(text: str, start: int) -> tuple[str, int] | None:
    """Return the first plural of a run of words, unless the run is a name."""
    before, first = "", start
    fallback = None
    for _ in range(REACH):
        match = _WORD.match(text, start)
        if match is None or match[1].lower() in STOP or len(match[1]) == 1:
            break
        word, start = match[1], match.end()
        if noun := singular(word):
            if _is_name(text, word, match.start() == first, start):
                break
            if word not in PARTICIPLES:
                return (f"{before} {noun}" if before in {"square", "cubic"} else noun), start
            fallback = fallback or (noun, start)
        before = word.lower()
    return fallback


def _is_name(text: str, word: str, is_first: bool, end: int) -> bool:
    """Tell "63 Jamaal Williams" and "130 New York Giants" from "30 Democrats" and "four MPs"."""
    if not word[0].isupper() or word[:2].isupper():
        return False
    return not is_first or _NAME.match(text, end) is not None

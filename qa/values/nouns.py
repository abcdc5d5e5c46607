"""What a number counts: the noun behind it, singular."""

import re

_WORD = re.compile(r"[ \u00a0]([A-Za-z][a-zA-Z]*(?:[-’'][A-Za-z]+)*)")
_OF = re.compile(
    r" (?:out )?of (?:(?:the|its|his|her|their|our|these|those)\b ?)?(?:all )?"
    r"(?:(?:[0-9,]{1,12}|two|three|four|five|six|seven|eight|nine|ten|twelve|dozen)\b)?",
    re.IGNORECASE,
)
_HYPHEN = re.compile(r"-(page|seat|member|mile|story|storey|bed|bedroom|room|vote|person|man)\b")
REACH = 4  # Words looked at: "43 young Palestinian asylum seekers".

IRREGULAR = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "lives": "life",
    "wives": "wife",
    "wolves": "wolf",
    "knives": "knife",
    "movies": "movie",
    "cookies": "cookie",
    "zombies": "zombie",
    "rookies": "rookie",
    "selfies": "selfie",
    "ties": "tie",
    "deaths": "death",
    "fatalities": "death",
    "dead": "death",
    "injuries": "injury",
    "injured": "injury",
    "wounded": "injury",
    "kilometers": "kilometre",
    "kilometres": "kilometre",
    "km": "kilometre",
    "meters": "metre",
    "metres": "metre",
    "liters": "litre",
    "litres": "litre",
    "kg": "kilogram",
    "kilograms": "kilogram",
    "kilos": "kilogram",
    "tonnes": "tonne",
    "lbs": "pound",
    "mph": "mile per hour",
    "GB": "gigabyte",
    "TB": "terabyte",
    "MW": "megawatt",
    "GW": "gigawatt",
    "Hz": "hertz",
    "kHz": "kilohertz",
    "MHz": "megahertz",
    "GHz": "gigahertz",
    "mm": "millimetre",
    "cm": "centimetre",
}
SAME_FORM = frozenset(
    ["police", "personnel", "staff", "aircraft", "spacecraft", "crew", "fish", "sheep", "deer", "cattle", "species", "series", "troops", "goods", "minke", "offspring", "livestock", "militia", "vessels"]
)
"""Counted without a plural form of their own."""

# A noun phrase ends at these, so a plural behind them is not what was counted.
STOP = frozenset(
    ["a", "about", "above", "across", "after", "again", "against", "ago", "ahead", "all", "along", "already", "also", "although", "always", "am", "among", "an", "and", "any", "apart", "are", "aren", "as", "at", "away", "back", "be", "became", "because", "become", "been", "before", "began", "behind", "being", "below", "between", "both", "but", "by", "came", "can", "could", "despite", "did", "do", "does", "done", "down", "during", "each", "either", "else", "even", "ever", "every", "fell", "few", "for", "found", "from", "gave", "get", "gets", "go", "goes", "going", "got", "had", "has", "have", "having", "he", "her", "here", "his", "how", "however", "i", "if", "in", "including", "inside", "instead", "into", "is", "it", "its", "itself", "just", "least", "less", "like", "made", "make", "makes", "many", "may", "me", "might", "more", "most", "much", "must", "my", "near", "neither", "never", "no", "nor", "not", "now", "of", "off", "on", "once", "one", "only", "onto", "or", "other", "our", "out", "outside", "over", "own", "per", "perhaps", "plus", "rather", "said", "same", "saw", "say", "says", "she", "should", "since", "so", "some", "still", "such", "than", "that", "the", "their", "them", "themselves", "then", "there", "these", "they", "this", "those", "though", "through", "throughout", "thus", "times", "to", "together", "too", "took", "toward", "towards", "under", "unless", "until", "up", "upon", "us", "versus", "very", "via", "vs", "was", "way", "we", "well", "went", "were", "what", "when", "where", "whether", "which", "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "would", "x", "yes", "yesterday", "yet", "you", "your"]
)
_NOT_PLURAL = re.compile(r"(?:ss|us|is|ics|ous|ways|wards|[^aeiou]+s|'s|’s)$")
_SHORT_PLURALS = frozenset(["tvs", "cds", "dvds", "mps", "mlas", "ngos", "ads", "gas"])


def singular(word: str) -> str | None:
    """Return the singular of a plural noun; None when `word` does not look like one.

    >>> [singular(word) for word in ("passengers", "cities", "judges", "previous", "people")]
    ['passenger', 'city', 'judge', None, 'person']
    """
    if word in IRREGULAR:
        return IRREGULAR[word]
    plain = word.lower()
    if plain in IRREGULAR:
        return IRREGULAR[plain]
    if plain in SAME_FORM:
        return plain
    last = plain.rsplit("-", 1)[-1]
    if len(last) < 4 or not last.endswith("s") or last.endswith(("ss", "us", "is", "'s", "’s")):
        return None
    if plain.endswith("ies") and len(last) > 4:
        return plain[:-3] + "y"
    if plain.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return plain[:-2]
    return plain[:-1]


def noun_after(text: str, start: int) -> tuple[str, int] | None:
    """Return the noun that the number ending at `start` counts, and where it ends.

    A number "of the" judges counts judges, but its own words end before "of".

    >>> noun_after("43 young asylum seekers were", 2)
    ('seeker', 23)
    >>> noun_after("three of the five judges", 5)
    ('judge', 5)
    """
    if match := _HYPHEN.match(text, start):
        return IRREGULAR.get(match[1], match[1]), match.end()
    of = _OF.match(text, start)
    found = _head(text, of.end() if of else start)
    if found is None:
        return None
    return found[0], (start if of else found[1])


def _head(text: str, start: int) -> tuple[str, int] | None:
    before = ""
    for _ in range(REACH):
        match = _WORD.match(text, start)
        if match is None or match[1].lower() in STOP:
            return None
        noun = singular(match[1])
        if noun is not None:
            return (f"{before} {noun}" if before in {"square", "cubic"} else noun), match.end()
        before, start = match[1].lower(), match.end()
    return None

"""Which numbers count something, and which are names, scores, ages or times of the day."""

import re

from qa.values.durations import SECONDS
from qa.values.models import Found
from qa.values.nouns import noun_after
from qa.values.numbers import Number
from qa.values.plurals import UNITS

REACH = 48  # Characters looked at on either side.

_GLUED = re.compile(rf"(?:{'|'.join(UNITS)})\b")
_ONE = re.compile(
    r" (person|man|woman|child|boy|girl|worker|student|soldier|officer|vote|seat|death|employee"
    r"|passenger|company|country|point|goal|game|injury)\b"
)
# "iPhone 15", "Week 4", "page 12": a number behind a name or one of these words names, not counts.
_LABELS = (
    "page chapter version number section step episode season volume part level phase stage tier "
    "grade class type category round week day game room flight route highway channel verse article "
    "clause item rule row column figure table question group year age ages aged model generation "
    "act match set heat lap line top pick seed ranked exhibit iphone ipad macbook ios"
)
_LABEL = re.compile(
    rf"(?:(?P<name>[A-Z][\w’'.&]*)|\b(?:{'|'.join(_LABELS.split())}|[a-z]+[A-Z]\w*)) $"
)
# "No. 1", "p. 5", "Age: 24", and betting odds: "-110".
_NUMBERED = re.compile(r"(?:\b(?:[Nn](?:o|r|os)\.?|pp?\.|[Aa]ges?:) ?|[+−-])$")
_NO_NAMES = (
    "a about after all almost an and another approximately around as at because between but by "
    "each every exactly for from had has have he her his however if in including is it its just "
    "least like more most nearly of not on only or other our over per roughly she since so some "
    "still than that the their then there these they this those though to total under until up "
    "was we were when where which while who with you yet january february march april june july "
    "august september october november december "
)
_NO_NAME = frozenset(_NO_NAMES.split())
_TIME = re.compile(
    r":[0-9]| ?[ap]\.?m\b\.?| o['’]clock\b| (?:GMT|UTC|[ECMP][SD]?T)\b", re.IGNORECASE
)
_AGE = re.compile(r"[ -]years?[ -](?:olds?|of age)\b", re.IGNORECASE)
_TAIL = re.compile(
    r"[A-Za-z_(^°′\"”″'’]|[/:x×][0-9.]|[.,][0-9]|[-–][A-Za-z0-9]|\)\s|[%$£€]|(?:st|nd|rd|th)\b"
)
_CAPITAL = re.compile(r" [A-Z0-9]")
_LISTED = re.compile(r"[.):]\s")
_APPOSED = re.compile(r"[A-Za-z.]+, $")  # "Smith, 24, said"

_DEAD = "killed|dead|died|dies|die|perished|deaths"
_HURT = "injured|wounded|hurt"
_FATE_AFTER = re.compile(
    r"(?: (?:were|was|have|had|has|been|are|is|being|all|also|reportedly|confirmed|already|now|who"
    rf"|reported)\b){{0,4}} (?:(?P<dead>{_DEAD})|(?P<hurt>{_HURT}))\b"
)
_FATE_BEFORE = re.compile(
    r"(?:(?P<dead>\b(?:kill(?:ed|ing|s)|left|death toll|deaths|dead|lives of)\b)"
    r"|(?P<hurt>\b(?:injur(?:ed|ing|es)|wound(?:ed|ing|s)|hurt(?:ing)?)\b))"
    r"(?: (?:more|than|at|least|over|about|around|some|nearly|almost|up|to|as|many|another|an|"
    r"estimated|rose|rises|has|had|risen|climbed|reached|stands|stood|is|was|of|from|the|roughly|by)"
    r"\b){0,5} $"
)


def count_at(text: str, start: int, number: Number) -> Found | None:
    """Read what the number at text[start:number.end] counts; a number alone comes back bare.

    >>> from qa.values.numbers import number_at
    >>> count_at("killing at least 43 people", 17, number_at("killing at least 43 people", 17)).unit
    'death'
    """
    end = number.end
    if match := _GLUED.match(text, end):
        return _found(start, match.end(), number, UNITS[match[0]])
    if _TIME.match(text, end) or _AGE.match(text, end):
        return None
    noun = _one(text, end) if number.value == 1 else noun_after(text, end)
    if noun is None:
        return _found(start, end, number, None)._replace(bare=True)
    if noun[0] in SECONDS:
        return None  # "230 million years ago"
    if _is_title(text, start, end, noun[1]) or (_is_label(text, start) and noun[0] != "person"):
        return None
    unit, end = noun
    if unit == "person":
        unit = _fate(text, start, end) or unit
    return _found(start, end, number, unit)


def settle(text: str, found: Found) -> Found | None:
    """Keep a number that stayed bare only if nothing says that it is a name, a score or an age."""
    if not found.bare:
        return found
    before = text[max(0, found.start - REACH) : found.start]
    if text[found.start].isalpha() and found.scale == 1:
        return None  # "the two agreed", "one of them"
    if (
        _TAIL.match(text, found.end)
        or _CAPITAL.match(text, found.end)
        or _is_label(text, found.start)
    ):
        return None
    if _LISTED.match(text, found.end) and before[-1:] in {"", "\n"}:
        return None
    if before.rstrip(" ").endswith(("#", "@", "*", "(", "[")) or _APPOSED.search(before):
        return None
    return found._replace(unit=_fate(text, found.start, found.end))


def _found(start: int, end: int, number: Number, unit: str | None) -> Found:
    return Found("count", start, end, number.value, number.value, unit, number.step, number.scale)


def _one(text: str, start: int) -> tuple[str, int] | None:
    """Return the singular noun behind a 1: there is no plural to go by, so only common ones."""
    match = _ONE.match(text, start)
    return (match[1], match.end()) if match else None


def _is_title(text: str, start: int, number_end: int, end: int) -> bool:
    """Say whether a number word and its noun are both written as in a title: "Seven Samurai"."""
    words = text[number_end:end].split()
    return text[start].isupper() and any(word[0].isupper() for word in words)


def _is_label(text: str, start: int) -> bool:
    match = _LABEL.search(text[max(0, start - REACH) : start])
    if _NUMBERED.search(text[max(0, start - 6) : start]):
        return True
    if match is None:
        return False
    return not match["name"] or match["name"].lower() not in _NO_NAME


def _fate(text: str, start: int, end: int) -> str | None:
    """Return "death" or "injury" when the words around say what became of the people counted."""
    match = _FATE_AFTER.match(text, end) or _FATE_BEFORE.search(text[max(0, start - REACH) : start])
    if match is None:
        return None
    return "death" if match["dead"] else "injury"

"""Of whom a figure is, of how much of the world and of time, per what, and of how much in all.

"The world" and "the country", "a year" and "a quarter", "5 and older" and "12 and older": figures
of two scopes can both hold, however much they differ.
"""

import re
from collections.abc import Iterator, Mapping

from index.models import Span
from qa.values import Value

NEAR = 45  # characters on either side of a figure, in which stands what it is a figure of

_NUMBER = r"\d{1,3}(?: (?:months?|years?))?"
_RANGE = rf"{_NUMBER}(?: ?(?:to|through|[-–]) ?{_NUMBER})?"
_ON = "(?: (?:and|or) (?:older|over|up|above|under|younger))?"
_PEOPLE = "children|kids|people|adults|those|teens|teenagers|infants|students|men|women|residents"
_AGES = re.compile(
    rf"\b(?:ages?|aged) (?P<aged>{_RANGE}(?: (?:and|or) \w+)?)"
    rf"|\b(?P<open>{_RANGE}{_ON[:-1]})\b"
    rf"|\b(?:{_PEOPLE}) (?P<beside>(?:(?:under|over|younger than|older than|as young as) )?"
    rf"(?:the )?(?:age )?(?:of )?{_RANGE}{_ON})\b(?! ?(?:%|percent|per cent))",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(?:residents|population|people|Americans)\b")
_GROWN_UP = re.compile(r"\badults\b")
_YOUNGER = re.compile(r"under|younger", re.IGNORECASE)
_EXTENTS: Mapping[str, re.Pattern[str]] = {
    "world": re.compile(r"\b(?:global(?:ly)?|worldwide|(?:around|in|across) the world)\b", re.I),
    "country": re.compile(
        r"\b(?:national(?:ly)?|nationwide|domestic(?:ally)?"
        r"|(?:across|in|around) the (?:country|nation|US|U\.S\.|United States|USA))",
        re.IGNORECASE,
    ),
    "state": re.compile(r"\b(?:statewide|in the state|(?<!every )state average)\b", re.I),
    "town": re.compile(r"\b(?:citywide|in the (?:city|county|metro area))\b", re.I),
}
_PERIOD = re.compile(
    r"\b(?:(?:a|per|each|every|single|(?:the|this|last|past|previous|first|second|third|fourth"
    r"|fiscal|full|entire|calendar)[ -](?:\w+ )?)"
    r"(?P<length>day|week|month|quarter|year|season|decade)\b(?! (?:ago|earlier|before))"
    r"|(?P<often>daily|weekly|monthly|quarterly|annual|yearly))",
    re.IGNORECASE,
)
_OFTEN = {"daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter"}
_PER = re.compile(r"^ ?(?:(?:US )?dollars |cents )?(?:an?|per|each|every) (?P<what>\w+)", re.I)
_SUMS: Mapping[str, re.Pattern[str]] = {
    "added": re.compile(r"\b(?:another|additional|further|extra|new|more(?! than))\b", re.I),
    "all": re.compile(
        r"\b(?:total\w*|in all|altogether|combined|overall|cumulative\w*|since)\b", re.I
    ),
}


def ages_in(text: str) -> Iterator[Span]:
    """Yield where a sentence says of which age it speaks; its numbers there are no figures.

    >>> said = "Some 44 % of people 12 and older had one."
    >>> [age.of(said) for age in ages_in(said)]
    ['12 and older']
    """
    for match in _AGES.finditer(text):
        name = str(match.lastgroup)
        yield Span(start=match.start(name), end=match.end(name))


def differ_in_scope(a: str, x: Value, b: str, y: Value) -> bool:
    """Return whether two sentences say of their values that they are of different scopes.

    Args:
        a: A sentence.
        x: A value in it.
        b: Another sentence.
        y: A value in that.
    """
    one, other = _scope(a, x), _scope(b, y)
    return any(said and other[which] and not said & other[which] for which, said in one.items())


def are_of_two_rates(a: str, x: Value, b: str, y: Value) -> bool:
    """Return whether one value is per something, and the other per something else or in all.

    >>> from qa.values import find_values
    >>> said, other = "It cost $3 million a day.", "It cost $52 million in all."
    >>> are_of_two_rates(said, find_values(said)[0], other, find_values(other)[0])
    True
    """
    one, other = _scope(a, x), _scope(b, y)
    per, of = one["per"], other["per"]
    total = (per and not of and "all" in other["sum"]) or (of and not per and "all" in one["sum"])
    return bool(total or (per and of and not per & of))


def _scope(text: str, value: Value) -> dict[str, set[str]]:
    """Return what a sentence says of the scope of one of its values, by what it is a scope of."""
    before = text[max(0, value.span.start - NEAR) : value.span.start]
    after = text[value.span.end : value.span.end + NEAR]
    around = f"{before}{value.text}{after}"
    per = _PER.match(after)
    return {
        "people": {_age(age.of(text)) for age in ages_in(text)} or _people(text),
        "extent": {name for name, said in _EXTENTS.items() if said.search(text)},
        "period": {_length(found) for near in (before, after) for found in _PERIOD.finditer(near)},
        "per": {per["what"].casefold()} if per else set(),
        "sum": set([name for name, said in _SUMS.items() if said.search(around)][:1]),
    }


def _people(text: str) -> set[str]:
    if _GROWN_UP.search(text):
        return {"18"}
    return {"all"} if _ALL.search(text) else set()


def _age(said: str) -> str:
    """Return an age as it is compared: "12 and older" as "aged 12 and up".

    >>> _age("12 and older"), _age("12 and up"), _age("younger than 5")
    ('12', '12', '<5')
    """
    sign = "<" if _YOUNGER.search(said) else ""
    return sign + "-".join(re.findall(r"\d+", said))


def _length(period: re.Match[str]) -> str:
    often = (period["often"] or "").casefold()
    return (period["length"] or _OFTEN.get(often, "year")).casefold()

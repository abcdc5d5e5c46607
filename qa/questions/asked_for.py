"""What kind of answer a question asks for, from its own words: a date, a name, yes or no."""

import re
from typing import Literal

Kind = Literal["date", "money", "percent", "count", "duration", "name", "yes_no", "text"]
"""name: a person, a company or a place. text: anything that is not one value."""

_MONEY = (
    r"cost|costs|price|priced|pay|pays|paid|worth|valued|valuation|invest\w*|spen[dt]\w*|rais\w*"
)
_MONEY += (
    r"|earn\w*|money|revenue|fine|fined|budget|debt|salary|contribut\w*|owe\w*|loan\w*|fund\w*"
)

_DOES = (
    r"(?:do|does|did|has|have|had|will|would|can|could|should|may|might|must|happen\w*|kind|sort"
    r"|type)\b"
)
"""What stands between "what" and who acts, "what did the firm say", asks for no firm."""

_ASKS: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    (r"how (?:many)\b", ("count",)),
    (r"how (?:long|old)\b", ("duration",)),
    (r"how (?:tall|deep|wide|thick|heavy|fast|hot|cold|steep|strong)\b", ("count",)),
    (
        r"(?:what|which) (?:is|was|are|were) (?:the |its |his |her |their )?(?:\w+ )?(?:height"
        r"|depth|width|length|weight|distance|altitude|elevation|magnitude|wingspan|diameter)\b",
        ("count",),
    ),
    (r"how much (?:of|percent)\b", ("percent", "money", "count")),
    (rf"how much\b.*\b(?:{_MONEY})\b", ("money",)),
    (r"how (?:much|high|big|large|far)\b", ("money", "percent", "count")),
    (r"(?:\w+ )?when\b", ("date",)),
    (r"(?:\w+ )?(?:what|which) (?:\w+ )?(?:year|date|day|month|time|quarter|week)\b", ("date",)),
    (
        r"what(?:'s| is| was| are| were) (?:the |his |her |its |their )?(?:[\w'-]+ ){0,3}?"
        r"(?:date|birthdate|birthday|year|day|deadline)\b",
        ("date",),
    ),
    (r"(?:what|which) (?:percent\w*|proportion|fraction|rate)\b", ("percent",)),
    (r"(?:what|which|how) (?:\w+ ){0,3}?(?:stake|share)\b", ("percent", "money")),
    (r"(?:what|which) (?:\w+ ){0,2}?(?:number|count|total|toll|population)\b", ("count",)),
    (r"(?:the )?(?:total )?(?:number|population) of\b", ("count",)),
    (r"(?:what|how|which)\b.*\bin (?:dollars|euros|pounds|yen|yuan|rupees)\b", ("money",)),
    (
        r"(?:what|which) (?:\w+ ){0,4}?(?:price|cost|amount|sum|fee|fine|salary|valuation|income"
        r"|wage|revenue|turnover|budget)\b(?!['-])",
        ("money",),
    ),
    (r"what (?:is|was|are|were) .*\b(?:valued at|worth|price|cost|valuation)\b", ("money",)),
    (
        r"what (?:do|does|did|has|have|had|will|would|can|could) .*"
        r"\bcosts?(?: (?:per|an?|each|every|now|today|in|for|at)\b.*)?[ ?.]*$",
        ("money",),
    ),
    (r"(?:by |to |from |with |for )?who(?:m|se)?\b", ("name",)),
    (r"(?:from |to |in )?where\b", ("name",)),
    (
        rf"(?:in |from |at |by |for |to |on )?(?:which|what) (?:(?!{_DOES})\w+[ -]){{0,3}}?"
        r"(?:compan(?:y|ies)|firms?|person|people|country|countries|city|cities|place|team|player|club"
        r"|bank|agency|provider|providers|publisher|newspaper|organi[sz]ation|party|state|rival|ceo"
        r"|name|court|university|brand|platform|app|(?:ship)?yard|manufacturer|maker|builder|operator"
        r"|supplier|contractor|developer|retailer|airline|broadcaster|channel|studio|band|charity"
        r"|town|village|island|county|province|region|ministry|department|museum|school|hospital"
        r"|institute|association|federation|author|artist|actor|actress|singer|minister|scientist"
        r"|driver|rider)\b",
        ("name",),
    ),
    (
        r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must"
        r"|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|hasn't|haven't|can't|won't)\b",
        ("yes_no",),
    ),
)
BEHIND = r"(?:of|for|to|in|at|on|by|from|with)"
_HEAD = re.compile(
    rf"what(?:'s| is| was| are| were) (?:(?!{BEHIND}\b|that\b|who\b)[\w$'’&.-]+ ){{0,7}}?"
    rf"(?P<noun>[\w-]+)(?= (?:{BEHIND}|right|now|today)\b|[ ?.]*$)"
)
"""The noun that says what is asked for: "end date" of "what is the end date of the fee?"."""

_HEADS: tuple[tuple[tuple[Kind, ...], str], ...] = (
    (("date",), "date day deadline year month birthday birthdate"),
    (
        ("count",),
        "number count population toll height depth width length weight distance limit capacity",
    ),
    (("money",), "price cost fee fare fares fine salary wage income budget rent valuation"),
    (("percent", "money"), "stake share"),
    (("percent",), "percentage proportion fraction rate"),
    (("count", "money", "percent"), "figure total"),
)
_OF_HEAD = {noun: kinds for kinds, nouns in _HEADS for noun in nouns.split()}
_ASKS_COMPILED = tuple((re.compile(pattern), kinds) for pattern, kinds in _ASKS)
_OPENING = re.compile(
    r"^(?:and|but|so|or|then|also|well|ok|okay|please|hi|hello)[,\s]+"
    r"|^(?:by|at|for|to|in|of|from|on|with) (?=(?:what|which|how|whom)\b)"
)


def kinds_of(text: str) -> tuple[Kind, ...]:
    """Return what may answer a question, best first.

    >>> kinds_of("What is the end date of the fee?"), kinds_of("Is it due?"), kinds_of("Why?")
    (('date',), ('yes_no',), ('text',))
    """
    plain = _OPENING.sub("", " ".join(text.casefold().replace("’", "'").split()))
    if (head := _HEAD.match(plain)) and head["noun"] in _OF_HEAD:
        return _OF_HEAD[head["noun"]]
    for pattern, kinds in _ASKS_COMPILED:
        if pattern.match(plain):
            return kinds
    tail = re.search(r"\b(?:when|who|how many|how much|what year)\b.*$", plain)
    if tail and tail.start() and len(plain) - tail.start() > 8:  # "According to X, when did Y ...?"
        return kinds_of(tail.group())
    return ("text",)

"""What a question asks for, from its own words."""

import re
from functools import cached_property
from typing import Literal

from pydantic import Field

from index.models import Record
from index.words import STOP_WORDS, words
from qa.english.terms import PASTS, in_short, stem
from qa.english.verbs import is_noun, is_participle, is_plural
from qa.questions.asked_for import BEHIND, Kind, kinds_of
from qa.values.plurals import IRREGULAR

_PREAMBLE = re.compile(
    r"^.+[.!?][\"'”’)]?\s+(?P<asked>(?:(?:In|At|On|From|For|By|To) (?:what|which|whom|how)"
    r"|Who|Whose|Whom|What|Which|When|Where|Why|How|Is|Are|Was|Were|Do|Does|Did|Has|Have|Had|Can"
    r"|Could|Will|Would|Should)\b[^.!?]+\?)$",
    re.DOTALL,
)

_WHEN_FIRST = re.compile(
    r"^(?P<when>(?:as of|in|on|by|during|since|until|before|after|at) [^,?]{1,40}), "
    r"(?P<asked>(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would)\b[^?]*?)[ ?]*$",
    re.IGNORECASE,
)

_LEANS = re.compile(
    r"\b(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|this|that|these|those|there)\b",
    re.IGNORECASE,
)

_STARTS = re.compile(
    r"\b(?:born|birth|beg[ai]n|starts?|started|founded|established|created|formed|built|constructed"
    r"|opened|become|became)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:die[ds]?|death|ends?|ended|expires?|closed?|dissolved|abolished|stop(?:ped|s)?)\b",
    re.IGNORECASE,
)
_POPULATION = re.compile(
    r"\bpopulation\b(?! (?:density|growth|change|increase|decline))"
    r"|\bhow many (?:people|inhabitants|residents)\b.*\blived?\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:what|which) (?:\w+ )?(?:year|decade|century|month)\b", re.IGNORECASE)
_HOW_MANY = re.compile(
    r"\b(?:how many|number of) (?P<counted>[\w'’-]+(?: [\w'’-]+){0,4}?)"
    rf"(?=[?. ]*$| (?:{BEHIND}|across|within|per|is|are|was|were|do|does|did|has|have|had|can|could"
    r"|will|would|should|may|might|must)\b)",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:in|on|at|from|across|within|per|throughout)((?: [\w'’-]+){1,3})", re.IGNORECASE
)
_TIME_OF_DAY = re.compile(
    r"\b(?:what|which) (?:exact )?(?:time|hour)\b(?! (?:of (?:the )?year|period|frame|zone))",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"\b(?:where|(?:which|what) (?:\w+ ){0,2}?(?:country|state|city|town|continent|place|region"
    r"|county|province)|birthplace|location|headquarters|host city)\b",
    re.IGNORECASE,
)

_OF_NOW = re.compile(
    r"\b(?:latest|current|currently|now|today|newest|next|upcoming|still|so far|at present"
    r"|most recent(?:ly)?|(?:this|last) (?:year|season|month|week))\b",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"\b(?:is|are|has|have|holds?)\b.*\b(?:the (?:most|least|fewest|\w{3,}est)|record)\b",
    re.IGNORECASE,
)
"""What is the largest need not stay it."""

_PRESENT = re.compile(r"\b(?:is|are|has|have|does|do)\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:was|were|did|had|been|ever|left|shot|found|felt|cost|put|set|hit|cut|hurt|rose"
    r"|became|came|got|gave|went|made|took|ran|told|knew|kept"
    rf"|[12][0-9]{{3}}|(?!united\b|need|feed|speed|seed|red\b|bed\b|shed\b)\w+ed"
    rf"|{'|'.join(sorted(PASTS))})\b",
    re.IGNORECASE,
)

# Words that ask, rather than say what is asked about. They are looked for but not insisted on.
_ASKING_WORDS = (
    "since year date day month time percentage percent proportion number amount total much many "
    "long happen happened became become kind type name names called given exact exactly currently "
    "now new latest recently announce announced reportedly mention mentioned state stated describe "
    "described reported"
)
_ASKING = frozenset(stem(word) for word in _ASKING_WORDS.split())

_HOW_OLD = re.compile(r"how old\b", re.IGNORECASE)
_IMPLIED_WORDS = {
    "duration": "last take long old age aged",
    "money": "cost pay worth price value valued valuation spend amount total",
    "count": "number total people person",
    "percent": "percentage share rate",
    "date": "date day year time",
}
_IMPLIED = {
    kind: frozenset(stem(word) for word in told.split()) for kind, told in _IMPLIED_WORDS.items()
}


class Question(Record):
    """A question, taken apart."""

    text: str
    kinds: tuple[Kind, ...] = Field(min_length=1, description="What may answer it, best first.")
    terms: frozenset[str] = Field(description="Stems of the words that say what it is about.")
    names: frozenset[str] = Field(description="Those of them that are names or numbers.")

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Those of its names that are written in capitals, three letters or more."""
        written = re.findall(r"\b[A-Z]{3,6}\b", self.text)
        return frozenset(word.casefold() for word in written) & self.terms

    @cached_property
    def not_hedged(self) -> str | None:
        """The role of a date that is not asked for: "since" where an end is, and the reverse."""
        if re.search(r"\b(?:until|ends?|expires?|lasts?)\b", self.text, re.IGNORECASE):
            return "since"
        if re.search(r"\b(?:since|beg[ai]n|starts?|founded)\b", self.text, re.IGNORECASE):
            return "until"
        return None

    @cached_property
    def end(self) -> Literal["start", "end"] | None:
        """Which end of a stretch of time is asked for, where it can be told."""
        if _STARTS.search(self.text):
            return "start"
        return "end" if _ENDS.search(self.text) else None

    @cached_property
    def wants_place(self) -> bool:
        """Whether a place answers it."""
        return bool(_WHERE.search(self.text))

    @cached_property
    def wants_population(self) -> bool:
        """Whether it asks how many people live somewhere."""
        return self.kinds[0] == "count" and bool(_POPULATION.search(self.text))

    @cached_property
    def counted(self) -> str | None:
        """The noun whose number is asked for: "homes" of "How many new homes in Ash are there?"."""
        match = _HOW_MANY.search(self.text)
        named = words(match["counted"]) if match else []
        plural = (word for word in named if is_plural(word) or word in IRREGULAR)
        other = (
            word
            for word in reversed(named)
            if word.isalpha() and word not in STOP_WORDS
            if is_noun(word) and not is_participle(word)
        )
        return next(plural, None) or next(other, None)

    def counts_beside(self, unit: str) -> bool:
        """Whether a unit is what the counted lie in: towns in "how many homes in the six towns"."""
        around = {stem(word) for match in _BESIDE.findall(self.text) for word in words(match)}
        counted = self.counted and stem(self.counted)
        return counted not in {None, stem(unit)} and stem(unit) in around

    @cached_property
    def wants_time_of_day(self) -> bool:
        """Whether it asks for the time of day: "What time did it sail?"."""
        return bool(_TIME_OF_DAY.search(self.text))

    @cached_property
    def wants_year(self) -> bool:
        """Whether it asks for a year, or a month, rather than for a day."""
        return bool(_YEAR.search(self.text))

    @cached_property
    def names_figure(self) -> bool:
        """Whether it has a figure, such as a day or a year: "Did it open in 2019?"."""
        return any(c.isdigit() for c in self.text)

    @property
    def implied(self) -> frozenset[str]:
        """Stems of words that an answer of the kind that is asked for implies: "cost"."""
        return _IMPLIED.get(self.kinds[0], frozenset())

    @cached_property
    def is_of_now(self) -> bool:
        """Whether its answer depends on the day: "Who is the current mayor?"."""
        if _OF_NOW.search(self.text) or _RECORD.search(self.text):
            return True
        present = _PRESENT.search(self.text) or not _PAST.search(self.text)
        return bool(present) and (self.wants_amount or self.wants_age)

    @property
    def wants_age(self) -> bool:
        """Whether it asks how old somebody or something is."""
        return bool(_HOW_OLD.match(self.text))

    @property
    def wants_amount(self) -> bool:
        """Whether a number, an amount of money or a percentage answers it."""
        return self.kinds[0] in {"count", "money", "percent"}

    @property
    def wants_value(self) -> bool:
        """Whether a date, an amount, a percentage, a count or a duration answers it."""
        return self.kinds[0] in {"date", "money", "percent", "count", "duration"}


def without_preamble(text: str) -> str:
    """Return the question after sentences that say what it is about, if it does not lean on them.

    A yes-or-no question that begins with when ends with it.

    >>> without_preamble("Ann Ash is a director. When was Ann Ash born?")
    'When was Ann Ash born?'
    >>> without_preamble("Ann Ash is a director. When was she born?")
    'Ann Ash is a director. When was she born?'
    >>> without_preamble("In May 2011, were most of the shops closed?")
    'Were most of the shops closed in May 2011?'
    """
    match = _PREAMBLE.match(text)
    if match and _names(match["asked"]) and not _LEANS.search(match["asked"]):
        text = match["asked"]
    if when_first := _WHEN_FIRST.match(text):
        asked, when = when_first["asked"], when_first["when"]
        return f"{asked[0].upper()}{asked[1:]} {when[0].lower()}{when[1:]}?"
    return text


def understand(text: str) -> Question:
    """Take a question apart.

    >>> understand("How much has Microsoft invested?").kinds
    ('money',)
    >>> sorted(understand("When does the revenue share end?").terms)
    ['end', 'revenu', 'share']
    """
    short = in_short(text)
    asked = [word for word in words(short) if word not in STOP_WORDS]
    stems = {stem(word) for word in asked}
    return Question(
        text=text,
        kinds=kinds_of(text),
        terms=frozenset(stems - _ASKING or stems),
        names=frozenset(stem(word) for word in _names(short)) & frozenset(stems),
    )


def _names(text: str) -> list[str]:
    """Return the words with a capital or a digit, but for one whose capital opens the question."""
    found: list[str] = []
    for match in re.finditer(r"\w[\w.&-]*", text):
        word = match.group()
        before = text[: match.start()].rstrip()
        capitals = sum(c.isupper() for c in word)
        if not before or before[-1] in ".!?":
            capitals -= word[0].isupper()
        if capitals or any(c.isdigit() for c in word):
            found += words(word)
    return found

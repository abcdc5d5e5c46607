"""The sentences of an article that another article could state otherwise."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from index.models import UNKNOWN_PUBLISHER, Article, Span
from index.segment import segment
from qa.answers.evidence import names_within
from qa.english.names import find_names
from qa.english.terms import stems
from qa.telling.dateline import end_of_dateline
from qa.telling.scope import ages_in
from qa.values import Value, find_values

FEWEST_WORDS, MOST_WORDS = 6, 60  # Fewer say too little by themselves, more too many things.
FEWEST_PLAIN = 4  # Words in small letters; a line of a programme, of names and numbers, has less.
FEWEST_SAID, FEWEST_SAID_PLAIN = 4, 3  # The same, where what stands around a sentence is read, too.
LONGEST_SAID = 450  # characters

_STOPS = ".!\"”’')"
_LISTED = re.compile(r"[•|]|^[^.]{1,25}:\s|:\s\d|^\d{1,2}[:.]\d\d\b")
"""Rows of tables, labelled fields and the entries of a live blog, which lean on what is around."""

_LEFT_OVER = re.compile(r"https?://|\bpic\.twitter\.com|\{\{|\}\}")
"""Of the web page that an article stood on."""

_PRICED = re.compile(r"^\W*[$£€¥\d]")
"""What a sentence that opens with a figure says it of is above it, as in a list of prices."""

_PRONOUN = "(?:he|she|it|they|we|you|i|his|her|its|their|our|this|that|these|those|both|here|there)"
_POINTING = re.compile(
    r"^[\"“‘'(]*(?:(?:and|but|so|then|though|although|while|as|if|when|because|still|yet"
    r"|that said),? |(?:according to|in|on|at|by|for|since|as of|under) [^,]{1,60}, )?"
    rf"{_PRONOUN}\b(?! (?:year|month|week|season|quarter|spring|summer|fall|winter)\b)",
    re.IGNORECASE,
)
"""An opening that leaves the subject to the sentence before: whom it tells of is unknown."""

_NUMBERED = re.compile(r"\b(?:[A-Z]|[a-z][A-Z])[\w-]*\s+(?:No\.? ?|#)?\d+(?:\.\d+)?\b")

_THE = "[Tt]he (?:(?:new|old|same|latest|small|large|local|whole|two|three|average) )?"
_LEANING = re.compile(
    r"\b[Tt](?:his|hese) (?!(?:is|was|are|were|will|has|have|past|last|coming|time|year|month|week"
    r"|season|quarter|spring|summer|autumn|fall|winter|morning|afternoon|evening)\b)[a-z]+"
    rf"|\b{_THE}(?:schools?|district|universit(?:y|ies)|college|cit(?:y|ies)|town|village|state"
    r"|county|province|region|area|site|park|airport|island|department|office|seat|race|player|film"
    r"|movie|show|series|song|album|book|game|match|chips?|phones?|devices?|products?|models?"
    r"|vehicles?|cars?|trucks?|planes?|ships?|storm|hurricane|fires?|quake|earthquake|attacks?"
    r"|shootings?|crash|case|study|survey|poll|report|bill|deal|agreement|suspect|victims?|woman"
    r"|man|couple|family|parent|patient|child)\b(?! (?:of|in|at|near|by|from|called|named) [A-Z])"
    rf"|^.[^A-Z]*\b{_THE}(?:company|firm|agency|group|team|club|side)\b"
)
"""What only the sentences before it name: "the school", and "the company" before any name."""

_COMMAND = re.compile(
    r"^\W*(?:Please )?(?:Get|Join|Use|Read|Watch|See|Follow|Click|Tap|Subscribe|Sign|Shop|Buy|Check"
    r"|Visit|Call|Enter|Try|Download|Register|Find|Take|Make|Scroll|Share|Email|Listen|Stay)"
    r"(?: (?:up|out|down|in|on|along))? (?:an?|the|this|that|these|those|your|our|us|it|now|here"
    r"|how|what|all|more|any|free|for|to|until)\b"
)
"""What tells the reader to do something states nothing: advertisements do."""

_CAPTION = re.compile(
    r"\b(?:is|are) (?:seen|pictured|shown)\b"
    r"|, (?:seen|pictured|shown) (?:here|in|on|at|outside|near)\b"
    r"|\b(?:Hide|Show) [Cc]aption\b|\b\d+ of \d+ (?:[Pp]hotos?|[Ii]mages?|[Ss]lides?)\b"
)
"""What tells of a picture, tells of its day and place."""

_FEW = "one|two|three|four|five|six|seven|eight|nine|ten"
_RATIO = re.compile(
    rf"\b(?:\d{{1,3}}|{_FEW}) (?:in|out of) (?:every )?(?:\d{{1,3}}|{_FEW})\b(?!%)", re.IGNORECASE
)
"""The figures of "1 in 5 people" count nobody."""

_CONDITION = re.compile(r"\b(?:if|unless)\b", re.IGNORECASE)
"""What is said under a condition is said of nothing else."""

_PLAIN = re.compile(r"(?<![\w.-])[a-z]+")


@dataclass(frozen=True)
class Claim:
    """A sentence that says something of what it names."""

    article: Article
    span: Span

    @cached_property
    def text(self) -> str:
        """Its words, as the article has them."""
        return self.span.of(self.article.text)

    @cached_property
    def terms(self) -> frozenset[str]:
        """The stems of its words."""
        return frozenset(stems(self.text))

    @cached_property
    def all_values(self) -> Sequence[Value]:
        """The values it states; "today" and "billions" are none, nor is 12 in "12 and older"."""
        ratios = (Span(start=m.start(), end=m.end()) for m in _RATIO.finditer(self.text))
        apart = [*ages_in(self.text), *ratios]
        return [
            value
            for value in find_values(self.text, self.article.published)
            if value.hedge != "vague"
            and (value.kind != "date" or _has_digits(value))
            and not any(value.span.meets(other) for other in apart)
        ]

    @cached_property
    def values(self) -> Sequence[Value]:
        """Those that it states in digits."""
        return [value for value in self.all_values if _has_digits(value)]

    @cached_property
    def in_values(self) -> frozenset[str]:
        """The stems of the words of its values."""
        found = find_values(self.text, self.article.published)
        return frozenset(stem for value in found for stem in stems(value.text))

    @cached_property
    def named(self) -> Sequence[Span]:
        """Where the names stand in it."""
        found = find_names(self.text, known=names_within(self.article))
        begins = end_of_dateline(self.text)
        return [name for name in found if name.start >= begins and not self._is_common(name)]

    @cached_property
    def names(self) -> frozenset[str]:
        """The stems of the names in it; its publisher's own is none."""
        named = [name.of(self.text) for name in self.named]
        publisher = self.article.publisher
        own = set() if publisher == UNKNOWN_PUBLISHER else set(stems(publisher))
        return frozenset(stem for name in named for stem in stems(name)) - self.in_values - own

    def _is_common(self, name: Span) -> bool:
        """Return whether a first word has its capital from there: the article has it small, too."""
        word = name.of(self.text)
        if any(c.isalnum() for c in self.text[: name.start]) or not word[1:].islower():
            return False
        return bool(re.search(rf"\b{re.escape(word.casefold())}\b", self.article.text))

    @cached_property
    def numbered(self) -> frozenset[str]:
        """Names with a number, in lower case: "week 14" is another than "week 15"."""
        return frozenset(match.group().casefold() for match in _NUMBERED.finditer(self.text))

    @cached_property
    def attribute(self) -> frozenset[str]:
        """The stems of what is neither name nor value: what is said of the names."""
        return self.terms - self.names - self.in_values


def _has_digits(value: Value) -> bool:
    return any(c.isdigit() for c in value.text)


def claims_in(article: Article, part: Span) -> list[Claim]:
    """Return the claims in a part of an article, such as a chunk."""
    return [claim for claim in _within(article, part) if is_claim(claim.text)]


@lru_cache(maxsize=2048)
def statements_in(article: Article, part: Span) -> tuple[Claim, ...]:
    """Return the sentences of a part of an article that state something, be it of "it"."""
    return tuple(claim for claim in _within(article, part) if is_statement(claim.text))


def _within(article: Article, part: Span) -> Iterator[Claim]:
    return (
        claim
        for claim in _sentences(article)
        if part.start <= claim.span.start and claim.span.end <= part.end
    )


@lru_cache(maxsize=512)
def _sentences(article: Article) -> tuple[Claim, ...]:
    """Return the sentences of an article, each once: what is worked out of it, it keeps."""
    return tuple(
        Claim(article, piece.span) for piece in segment(article.text) if piece.kind == "sentence"
    )


def is_statement(text: str) -> bool:
    """Return whether a sentence states something, whatever it needs around it to be understood.

    >>> is_statement("It cost the town $3 million."), is_statement("Score: 3")
    (True, False)
    """
    return (
        text.count(" ") + 1 >= FEWEST_SAID
        and len(text) <= LONGEST_SAID
        and _is_prose(text)
        and not _LEFT_OVER.search(text)
        and len(_PLAIN.findall(text)) >= FEWEST_SAID_PLAIN
    )


def is_claim(text: str) -> bool:
    """Return whether a sentence stands by itself and is no question.

    >>> is_claim("The bridge over the Arno opened in 1932."), is_claim("Age: 31 • Experience: 9.")
    (True, False)
    """
    words = text.count(" ") + 1
    return (
        FEWEST_WORDS <= words <= MOST_WORDS
        and _is_prose(text)
        and not _POINTING.match(text)
        and not _LEANING.search(text)
        and not _CONDITION.search(text)
        and len(_PLAIN.findall(text)) >= FEWEST_PLAIN
    )


def _is_prose(text: str) -> bool:
    """Return whether a sentence ends as one, and is no row, command or caption."""
    return text[-1] in _STOPS and not (
        _PRICED.match(text) or _LISTED.search(text) or _COMMAND.match(text) or _CAPTION.search(text)
    )

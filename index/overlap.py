"""How much of what is asked stands in one sentence of a passage."""

import math
import re
import unicodedata
from collections.abc import Sequence
from functools import reduce
from operator import or_

from index.words import MOST_WORDS, content_words, stem

_TOKEN = re.compile(r"\w+|[.!?][\"'”’)\]]*\s|\n")  # A word, or the end of a sentence.
_END = -1
_BEGINNING = 3  # Letters that the forms of a word share; other words need not be stemmed.

Sentences = set[int]
"""The sentences of a passage, each as the sum of the bits of the words in it that are asked for."""


def overlaps(clauses: Sequence[str], passages: Sequence[str]) -> dict[str, list[float]]:
    """Return for each clause how much of it each passage says in one sentence; 1 is the most.

    A sentence weighs the sum, over the clause's words in it, of ln(1 + (N - n + 1/2) / (n + 1/2)),
    where n of the N passages hold the word. A passage weighs what its best sentence does, divided
    by what the best passage's does. Words that most of the passages share, such as the name that
    the whole question is about, so count little.

    Source: the weight is the inverse document frequency of BM25 (Robertson and Zaragoza 2009,
    doi:10.1561/1500000019) in the form that is never negative (Lucene's), counted in the passages
    at hand.

    >>> overlaps(["the dam held"], ["A dam broke.", "It leaks. It held the dam."])
    {'the dam held': [0.2082559308114424, 1.0]}
    """
    asked = {clause: _words(clause) for clause in clauses}
    bit_of = _Bits([word for words in asked.values() for word in words])
    found = [_sentences(passage, bit_of) for passage in passages]
    weights = _weights(found, bit_of.count)
    return {
        clause: _shares(reduce(or_, (bit_of[word] for word in words), 0), found, weights)
        for clause, words in asked.items()
    }


def _words(clause: str) -> list[str]:
    found = (_TOKEN.findall(word) for word in content_words(clause)[:MOST_WORDS])
    return [_plain(token) for tokens in found for token in tokens]


def _sentences(passage: str, bit_of: "_Bits") -> Sentences:
    found, held = set(), 0
    for token in _TOKEN.findall(passage.casefold()):
        bit = bit_of[token]
        if bit > 0:
            held |= bit
        elif bit == _END:
            found.add(held)
            held = 0
    return found | {held}


class _Bits(dict[str, int]):
    """The bit of each token: one for each stem that is asked for, 0 for other words, or _END."""

    def __init__(self, asked: Sequence[str]) -> None:
        super().__init__()
        stems = dict.fromkeys(stem(word) for word in asked)
        self.count = len(stems)
        self._bits = {one: 1 << place for place, one in enumerate(stems)}
        self._beginnings = {word[:_BEGINNING] for word in asked}

    def __missing__(self, token: str) -> int:
        if token[-1].isspace():
            bit = _END
        else:
            word = _plain(token)
            near = word[:_BEGINNING] in self._beginnings
            bit = self._bits.get(stem(word), 0) if near else 0
        self[token] = bit
        return bit


def _weights(found: Sequence[Sentences], count: int) -> list[float]:
    holding = [0] * count
    for sentences in found:
        held = reduce(or_, sentences, 0)
        for place in range(count):
            holding[place] += held >> place & 1
    return [math.log(1 + (len(found) - n + 0.5) / (n + 0.5)) for n in holding]


def _shares(clause: int, found: Sequence[Sentences], weights: Sequence[float]) -> list[float]:
    known: dict[int, float] = {}

    def weight(held: int) -> float:
        if held not in known:
            known[held] = sum(one for place, one in enumerate(weights) if held >> place & 1)
        return known[held]

    scores = [max((weight(sentence & clause) for sentence in some), default=0.0) for some in found]
    most = max(scores, default=0.0)
    return [score / most if most else 0.0 for score in scores]


def _plain(token: str) -> str:
    """Return a token without accents, as the full-text index compares words."""
    if token.isascii():
        return token
    split = unicodedata.normalize("NFKD", token)
    return "".join(c for c in split if not unicodedata.combining(c))

"""Words of a question that are in no article -> the words that were probably meant."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from index.pieces import tokenizer
from index.store import Snapshot, Where
from index.words import MOST_WORDS, STOP_WORDS, WORD, any_of, content_words, stem, words

# Letters from which on a word may have one slip, or two; a slip in the first letter counts twice.
# So do search engines (Algolia and Typesense take 4 and 8); in shorter words any letter is another
# word.
ONE, TWO = 4, 8
FEW = 4  # Unknown words in a question; more, if they are most of it, are another language.
READ = 100  # Passages that are near in meaning, whose words are compared.
_SIMILAR = 20  # Stems that begin alike, whose words are compared where none of those is near.


def respelled(text: str, snapshot: Snapshot, near: Iterable[int]) -> str:
    """Return `text` with its unknown words replaced by those they are a slip away from.

    A word that is in any article is never replaced, nor a common English word: it is spelt right,
    and the articles lack it. The word that was meant is looked for in the passages that are near in
    meaning, as the rest of the question says what it is about; only if none of their words is a
    slip away, among all words that begin alike.

    Args:
        text: A question.
        snapshot: Knows the words of all articles.
        near: The keys of the chunks that are nearest in meaning, best first.
    """
    asked = content_words(text)[:MOST_WORDS]
    unknown = snapshot.unknown(asked)
    strange = [word for word in asked if word in unknown and not is_common(word)]
    typed = [word for word in strange if len(word) >= ONE and word.isalpha()]
    if not typed or len(strange) > max(FEW, len(asked) // 2):
        return text
    around = _words(snapshot, list(near)[:READ])
    meant = {
        word: nearest(word, around) or apart(word, around) or _beginning_alike(word, snapshot)
        for word in typed
    }
    return WORD.sub(lambda found: _replaced(found.group(), meant), text)


def compounds(text: str, snapshot: Snapshot) -> list[str]:
    """Return the words of the articles that two words of `text` make when written together.

    "Open AI" is "OpenAI" in articles.
    """
    pairs = [
        first + second
        for first, second in pairwise(words(text)[:MOST_WORDS])
        if first.isalpha() and second.isalpha() and not {first, second} & STOP_WORDS
    ]
    unknown = snapshot.unknown(pairs)
    return [pair for pair in dict.fromkeys(pairs) if pair not in unknown]


def is_common(word: str) -> bool:
    """Return whether a form of the word is among the 20,000 commonest of English.

    These are the whole words that the installed encoder has a piece for.

    >>> is_common("reacts"), is_common("raects")
    (True, False)
    """
    base = stem(word)
    forms = (word, base, f"{base}e", re.sub("i$", "y", base))
    return any(tokenizer().token_to_id(form) is not None for form in forms)


def nearest(word: str, known: Mapping[str, int]) -> str | None:
    """Return the known word that takes the fewest slips to become `word`, the commonest of several.

    A slip is a letter too many, one missing, another one, or two in the wrong order. None where
    more than one is needed, or more than two in a word of eight letters.

    >>> nearest("licnese", {"license": 2, "licensed": 9})
    'license'
    >>> nearest("cat", {"car": 9})
    """
    most = (len(word) >= ONE) + (len(word) >= TWO)
    close = extract(word, known.keys(), scorer=OSA.distance, score_cutoff=most, limit=None)
    slips = [(distance + (word[0] != one[0]), -known[one], one) for one, distance, _ in close]
    return min((one for one in slips if one[0] <= most), default=(0, 0, None))[2]


def apart(word: str, known: Mapping[str, int]) -> str | None:
    """Return the two known words that `word` is without the space between them, if it is.

    >>> apart("revenueshare", {"revenue": 2, "share": 1, "reven": 1})
    'revenue share'
    """
    pairs = [(word[:place], word[place:]) for place in range(2, len(word) - 1)]
    known_pairs = [pair for pair in pairs if all(one in known for one in pair)]
    likeliest = max(known_pairs, key=lambda pair: min(known[one] for one in pair), default=())
    return " ".join(likeliest) or None


def _words(snapshot: Snapshot, keys: Sequence[int]) -> Counter[str]:
    """Return how often each word is in these passages, and in the names of their publishers."""
    told = snapshot.texts(keys).values()
    return Counter(words("\n".join(text for one in told for text in (one.text, one.publisher))))


def _beginning_alike(word: str, snapshot: Snapshot) -> str | None:
    """Look among all words with the same first two letters; the index knows their stems only."""
    stems = snapshot.stems(word[:2])
    most = (len(word) >= ONE) + (len(word) >= TWO)
    close = extract(stem(word), stems, scorer=OSA.distance, score_cutoff=most, limit=_SIMILAR)
    shorter = [one for one in stems if len(one) >= ONE and word.startswith(one)]
    similar = [*(one for one, _, _ in close), *shorter][:_SIMILAR]
    found = snapshot.match(any_of(similar), limit=READ, where=Where())
    return nearest(word, _words(snapshot, list(found)))


def _replaced(word: str, meant: Mapping[str, str | None]) -> str:
    """Return what was meant, with capital letters as in `word`."""
    known = meant.get(word.casefold())
    if known is None:
        return word
    first, space, _ = known.partition(" ")
    if space:
        return f"{word[: len(first)]} {word[len(first) :]}"
    if word.isupper():
        return known.upper()
    return known[0].upper() + known[1:] if word[0].isupper() else known

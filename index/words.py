"""The words of a question that are worth looking for."""

import re
from collections.abc import Sequence
from functools import lru_cache

import snowballstemmer

MOST_WORDS = 64  # Of a question; a pasted page would ask the full-text index for everything.

WORD = re.compile(r"\w+(?:[.,]\d+)*", re.UNICODE)

# Words that stand in most texts and in most questions, and so tell no two passages apart.
_STOP_WORDS = (
    "a about above after again against all also am an and any are aren as at be because been "
    "before being below between both but by can could did didn do does doesn doing don down "
    "during each few for from further had has hasn have haven having he her here hers herself him "
    "himself his how i if in into is isn it its itself just let ll me might more most must my "
    "myself no nor not now of off on once only or other our ours ourselves out over own re s same "
    "shall she should so some such t than that the their theirs them themselves then there these "
    "they this those through to too under until up upon ve very was wasn we were weren what when "
    "where which while who whom whose why will with within without would you your yours yourself "
    "yourselves according article articles say says said tell"
)
STOP_WORDS = frozenset(_STOP_WORDS.split())


_stemmer = snowballstemmer.stemmer("porter")  # As in the full-text index.


def words(text: str) -> list[str]:
    """Return the words of `text` in lower case; "1,000.5" is one.

    >>> words("Did OpenAI pay $1,000.5?")
    ['did', 'openai', 'pay', '1,000.5']
    """
    return [word.casefold() for word in WORD.findall(text)]


def content_words(text: str) -> list[str]:
    """Return each word of `text` once, without stop words; all of them if it has no others.

    >>> content_words("When does the revenue share end?")
    ['revenue', 'share', 'end']
    """
    unique = list(dict.fromkeys(words(text)))
    return [word for word in unique if word not in STOP_WORDS] or unique


def any_of(some: Sequence[str]) -> str:
    """Return an FTS5 expression that finds passages with at least one of these words.

    >>> any_of(["revenue", "share"])
    '"revenue" OR "share"'
    """
    return " OR ".join('"' + word.replace('"', "") + '"' for word in some)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return what the forms of a word share.

    >>> stem("ended"), stem("companies")
    ('end', 'compani')
    """
    stemmed: str = _stemmer.stemWord(word)
    return stemmed

"""The names in a sentence, by their capitals: people, companies and places."""

import re
from collections.abc import Iterator, Sequence, Set

from index.models import Span
from index.words import STOP_WORDS

_WORD = re.compile(r"\w[\w'’&.-]*")
_IN_LIST = re.compile(r"\s*(?:,|,? and|,? or|&)\s*")
_LINKS = frozenset({"of", "de", "van", "von", "der", "la", "le", "bin", "al"})
_OPENERS = " \t\n-–•*\"'“‘(["  # What may stand before the first word of a sentence.

# Capitalised in English, but the name of no person, company or place.
_NOT_NAMES = frozenset(
    {
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("january", "february", "march", "april", "may", "june", "july", "august"),
        *("september", "october", "november", "december"),
        *("ceo", "cfo", "cto", "coo", "ai", "ipo", "gdp", "mr", "mrs", "ms", "dr", "tv", "tldr"),
    }
)


def find_names(text: str, *, known: Set[str] = frozenset()) -> list[Span]:
    """Return the runs of capitalised words in a sentence.

    Args:
        text: One sentence.
        known: Words known to be names, in lower case. The capital of a first word proves nothing;
            it is part of a name if it is one of these.

    >>> sentence = "Talks helped Sam Altman's firm win the Bank of England."
    >>> [name.of(sentence) for name in find_names(sentence)]
    ['Sam Altman', 'Bank of England']
    """
    return [Span(start=start, end=end) for start, end in _runs(text, known)]


def listed(text: str, names: Sequence[Span]) -> list[list[Span]]:
    """Put the names together that a comma, "and" or "or" joins, and nothing else.

    >>> sentence = "He sued Acme, Bolt and Coil in Bonn."
    >>> [[name.of(sentence) for name in run] for run in listed(sentence, find_names(sentence))]
    [['Acme', 'Bolt', 'Coil'], ['Bonn']]
    """
    runs: list[list[Span]] = []
    for name in names:
        if runs and _IN_LIST.fullmatch(text[runs[-1][-1].end : name.start]):
            runs[-1].append(name)
        else:
            runs.append([name])
    return runs


def _runs(text: str, known: Set[str]) -> Iterator[tuple[int, int]]:
    run: tuple[int, int] | None = None
    for place, match in enumerate(_WORD.finditer(text)):
        opens = place == 0 and not text[: match.start()].strip(_OPENERS)
        if match.group().islower() and not opens:
            continue
        word = _trimmed(match.group())
        if not _is_name(word, known, opens=opens):
            continue
        start, end = match.start(), match.start() + len(word)
        if run and _joins(text[run[1] : start]):
            run = (run[0], end)
            continue
        if run:
            yield run
        run = (start, end)
    if run:
        yield run


def _joins(between: str) -> bool:
    """Return whether what stands between two capitalised words makes them one name."""
    return between == " " or (between[:1] == " " and between.strip() in _LINKS)


def _trimmed(word: str) -> str:
    """Drop a possessive, and the dots that end a sentence."""
    return re.sub(r"['’]s?$", "", word.rstrip(".-&'’"))


def _is_name(word: str, known: Set[str], *, opens: bool) -> bool:
    plain = word.casefold()
    if not plain or plain in _NOT_NAMES or plain in STOP_WORDS or not word[0].isalpha():
        return False
    if opens:
        return plain in known or any(c.isupper() for c in word[1:])
    return any(c.isupper() for c in word)

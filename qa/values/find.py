"""Find the values in a text: the order of the steps."""

import re
from collections.abc import Callable
from datetime import date

from index.models import Span
from qa.values import money, named_days, percents, periods, relative, vague
from qa.values.counts import settle
from qa.values.dates import MONTHS, SHORT_MONTHS, month_at, numeric_at
from qa.values.hedges import hedge_of_date, hedge_of_number, spans
from qa.values.models import Found, Value
from qa.values.named_days import named_day_at
from qa.values.numbers import NUMBER_WORDS, VULGAR
from qa.values.periods import period_at, year_at
from qa.values.quantities import is_name_part, money_at, quantity_at, skipped
from qa.values.ranges import joined, second_end

Reader = Callable[[str, int, date | None], Found | None]

_TOKEN = re.compile(r"[A-Za-z]+|\.?[0-9]+|[$£€¥₹₩₽₪₺₴₦₱฿₫½¼¾]|['’](?=[1-9]0s)")


_BEFORE_CHRIST = re.compile(r"[0-9]+ ?(?:and|to|or|[-–]) ?[0-9]+ ?(?:BCE?\b|B\.C\.)")
"""Two years that no `date` can hold."""

NEWS_BEGAN = 1600  # No newspaper is older; what claims to be is a mistake, and tells no day.


def _plain(read: Callable[[str, int], Found | None]) -> Reader:
    return lambda text, start, _: read(text, start)


_READERS: tuple[tuple[frozenset[str], Reader], ...] = (
    (named_days.STARTERS, named_day_at),
    (frozenset({*MONTHS, *SHORT_MONTHS}), month_at),
    (periods.STARTERS | {"'", "’"}, period_at),
    (relative.STARTERS, relative.relative_at),
    (money.STARTERS, _plain(money_at)),
    (percents.STARTERS, _plain(percents.share_at)),
    (vague.STARTERS, _plain(vague.vague_at)),
    (NUMBER_WORDS, _plain(percents.ratio_at)),
    (NUMBER_WORDS | frozenset(VULGAR), _plain(quantity_at)),
)
_BY_WORD: dict[str, list[Reader]] = {}
for _words, _reader in _READERS:
    for _word in _words:
        _BY_WORD.setdefault(_word, []).append(_reader)
_BY_DIGIT: list[Reader] = [
    _plain(numeric_at),
    _plain(year_at),
    relative.relative_at,
    _plain(percents.ratio_at),
    _plain(quantity_at),
]


def find_values(text: str, published: date | None = None) -> list[Value]:
    """Return the values in `text` in order of appearance; no two overlap.

    Args:
        text: A sentence, or any longer text.
        published: The day that "yesterday" is told from. Without it such dates have no days.

    >>> [value.text for value in find_values("It paid over $13 billion for 27 percent in 2019.")]
    ['$13 billion', '27 percent', '2019']
    """
    values: list[Value] = []
    end = 0
    if published and not NEWS_BEGAN <= published.year < date.max.year:
        published = None
    for token in _TOKEN.finditer(text):
        start = token.start()
        if start < end:
            continue
        word = token[0]
        if ancient := _BEFORE_CHRIST.match(text, start):
            end = ancient.end()
            continue
        readers = _readers(word)
        if not readers or is_name_part(text, start):
            continue
        found = _read(text, start, readers, published)
        if found is None:
            end = skipped(text, start) if word[-1].isdigit() else token.end()
            continue
        values.append(_value(text, found, published))
        end = found.end
    return values


def _read(text: str, start: int, readers: list[Reader], published: date | None) -> Found | None:
    found = _first(text, start, readers, published)
    if found is None:
        return None
    if at := second_end(text, found):
        token = _TOKEN.match(text, at)
        second = _first(text, at, _readers(token[0]), published) if token else None
        found = joined(text, found, second) if second else found
    return settle(text, found)


def _first(text: str, start: int, readers: list[Reader], published: date | None) -> Found | None:
    for read in readers:
        if found := read(text, start, published):
            return found
    return None


def _readers(word: str) -> list[Reader]:
    return _BY_DIGIT if word[-1].isdigit() else _BY_WORD.get(word.lower(), [])


def _value(text: str, found: Found, published: date | None) -> Value:
    if published and found.low is None:
        found = relative.nearest(found, published)
    hedge = found.hedge or (
        hedge_of_date(text, found.start)
        if found.kind == "date"
        else hedge_of_number(text, found.start, found.end)
    )
    if hedge == "at_least" and found.kind == "duration" and spans(text, found.start):
        hedge = "exact"
    span = Span(start=found.start, end=found.end)
    return Value(
        kind=found.kind,
        span=span,
        text=span.of(text),
        low=found.low,
        high=found.high,
        step=found.step,
        unit=found.unit,
        hedge=hedge,
    )

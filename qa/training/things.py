"""Sorts of things -> names and figures drawn by chance, in the ways that outlets write them."""

import calendar
import random
from collections.abc import Callable, Mapping

from qa.training import names
from qa.values.numbers import ONES, TENS

Drawn = tuple[str, ...]
"""Ways to write one value; the first is the plainest."""

MONTHS = calendar.month_name[1:]
WEEKDAYS = list(calendar.day_name)
LATEST = 2026

_CURRENCIES = {"$": "dollars", "£": "pounds", "€": "euros"}
_SHORT = {"million": ("m", "mn"), "billion": ("bn", "b"), "thousand": ("k",)}


def drawn(things: Mapping[str, str], rng: random.Random) -> dict[str, Drawn]:
    """Draw a value for each thing; no two of a story are the same."""
    found: dict[str, Drawn] = {}
    for name, sort in things.items():
        for _ in range(30):
            found[name] = another(sort, rng)
            if not any(are_alike(found[name], v) for n, v in found.items() if n != name):
                break
    return found


def another(sort: str, rng: random.Random) -> Drawn:
    """Draw one value of a sort: choices, or a sort's name with its limits."""
    kind, *limits = sort.split()
    if "|" in sort or kind not in _SORTS:
        return (rng.choice([choice.strip() for choice in sort.split("|")]),)
    return _SORTS[kind](limits, rng)


def in_words(number: int) -> str:
    """Return a whole number below a hundred in words.

    >>> in_words(42)
    'forty-two'
    """
    if number < 20:
        return list(ONES)[number]
    tens, ones = divmod(number, 10)
    return list(TENS)[tens - 2] + (f"-{list(ONES)[ones]}" if ones else "")


def are_alike(one: Drawn, other: Drawn) -> bool:
    """Return whether two values could be taken for each other: the same, or of one surname.

    >>> are_alike(("Ann Ash",), ("Bo Ash",))
    True
    """
    lasts = [way.split()[-1] for way in (one[0], other[0]) if way.istitle() and " " in way]
    return not set(one).isdisjoint(other) or (len(lasts) == 2 and lasts[0] == lasts[1])


def _number(limits: list[str], rng: random.Random) -> int:
    low, high = int(limits[0]), int(limits[1])
    number = rng.randint(low, high)
    if number > 1000 and rng.random() < 0.6:  # Round, as most large figures of news are.
        step = 10 ** (len(str(number)) - 2)
        number = max(low, min(high, number // step * step))
    return number


def _person(_: list[str], rng: random.Random) -> Drawn:
    return (f"{rng.choice(names.FIRST)} {rng.choice(names.LAST)}",)


def _town(_: list[str], rng: random.Random) -> Drawn:
    return (rng.choice(names.TOWNS),)


def _country(_: list[str], rng: random.Random) -> Drawn:
    return (rng.choice(names.COUNTRIES),)


def _firm(_: list[str], rng: random.Random) -> Drawn:
    name = rng.choice(names.FIRMS) + rng.choice(names.ENDINGS)
    return (f"{name} {rng.choice(names.TRADES)}" if rng.random() < 0.6 else name,)


def _count(limits: list[str], rng: random.Random) -> Drawn:
    number = _number(limits, rng)
    plain = f"{number:,}"
    if number < 10:
        return (in_words(number), plain)
    return (plain, plain, in_words(number)) if number < 100 else (plain,)


def _money(limits: list[str], rng: random.Random) -> Drawn:
    number = _number(limits, rng)
    scale = next((word for word in limits[2:] if word in _SHORT), "")
    sign = next((word for word in limits[2:] if word in _CURRENCIES), "$")
    amount = f"{number:,}"
    if scale and rng.random() < 0.3 and number < 100:
        amount += f".{rng.randint(1, 9)}"
    plain = f"{sign}{amount} {scale}".strip()
    named = f"{amount} {scale} {_CURRENCIES[sign]}".replace("  ", " ")
    return (plain, plain, plain, named, *(f"{sign}{amount}{s}" for s in _SHORT.get(scale, ())))


def _percent(limits: list[str], rng: random.Random) -> Drawn:
    number = str(_number(limits, rng))
    if int(number) < 30 and rng.random() < 0.4:
        number += f".{rng.randint(1, 9)}"
    return (f"{number} percent", f"{number}%", f"{number} per cent")


def _year(limits: list[str], rng: random.Random) -> Drawn:
    return (str(rng.randint(int(limits[0]), int(limits[1]))),)


def _date(_: list[str], rng: random.Random) -> Drawn:
    day, month = rng.randint(1, 28), rng.choice(MONTHS)
    plain = (f"{day} {month}", f"{month} {day}")
    if rng.random() < 0.5:
        return plain
    year = rng.randint(LATEST - 12, LATEST)
    return (f"{day} {month} {year}", f"{month} {day}, {year}", *plain)


def _month(_: list[str], rng: random.Random) -> Drawn:
    return (rng.choice(MONTHS),)


def _weekday(_: list[str], rng: random.Random) -> Drawn:
    return (rng.choice(WEEKDAYS),)


def _length(limits: list[str], rng: random.Random) -> Drawn:
    number, unit = _number(limits, rng), " ".join(limits[2:])
    plain = f"{number:,} {unit}"
    return (f"{in_words(number)} {unit}", plain) if number < 10 else (plain,)


_SORTS: Mapping[str, Callable[[list[str], random.Random], Drawn]] = {
    "person": _person,
    "town": _town,
    "country": _country,
    "firm": _firm,
    "count": _count,
    "money": _money,
    "percent": _percent,
    "year": _year,
    "date": _date,
    "month": _month,
    "weekday": _weekday,
    "length": _length,
}

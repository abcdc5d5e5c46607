"""Sentences that follow from others -> sentences that the others deny: a figure is made wrong."""

import random
import re
from decimal import Decimal

from qa.datasets.pairs import LABELS, Pair

OF_FACTS = ("vitaminc", "fever", "healthver")
"""Where both sentences of a pair speak of one thing: another year is not another event."""

CONTRADICTION = LABELS.index("contradiction")

_TURNED = {
    "more than": "less than",
    "less than": "more than",
    "fewer than": "more than",
    "higher than": "lower than",
    "lower than": "higher than",
    "greater than": "less than",
    "at least": "fewer than",
    "over": "under",
    "under": "over",
    "above": "below",
    "below": "above",
    "before": "after",
    "after": "before",
    "since": "before",
}
_COMPARED = re.compile(
    rf"\b({'|'.join(_TURNED)})(?= (?:[$£€] ?)?[0-9]| (?:(?:early|late|mid)[ -])?(?:January|February"
    r"|March|April|May|June|July|August|September|October|November|December)\b)",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"(?<![\w.,])[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?![\w]|[.,][0-9])")
_YEAR = re.compile("(?:1[0-9]|20)[0-9]{2}")


def falsified(pair: Pair, rng: random.Random) -> Pair | None:
    """Return what a premise denies, made of what follows from it; None where nothing can be.

    >>> pair = Pair("It sold 71.", "It sold more than 50.", LABELS.index("entailment"), "vitaminc")
    >>> falsified(pair, random.Random(0)).hypothesis
    'It sold less than 50.'
    """
    if LABELS[pair.label] != "entailment" or not pair.source.startswith(OF_FACTS):
        return None
    hypothesis = _turned_round(pair.hypothesis) or _with_another_figure(pair, rng)
    if hypothesis is None:
        return None
    return pair._replace(hypothesis=hypothesis, label=CONTRADICTION)


def _turned_round(text: str) -> str | None:
    """Say "less than 50" for "more than 50", where just one figure is compared."""
    found = list(_COMPARED.finditer(text))
    if len(found) != 1:
        return None
    (match,) = found
    other = _TURNED[match.group().casefold()]
    other = other.capitalize() if match.group()[0].isupper() else other
    return text[: match.start()] + other + text[match.end() :]


def _with_another_figure(pair: Pair, rng: random.Random) -> str | None:
    """Put a number that is near for one that both sentences have."""
    if _COMPARED.search(pair.hypothesis):
        return None
    shared = [m for m in _FIGURE.finditer(pair.hypothesis) if _stands_in(m.group(), pair.premise)]
    if not shared:
        return None
    match = rng.choice(shared)
    other = _near(match.group(), rng)
    if _stands_in(other, pair.premise):
        return None
    return pair.hypothesis[: match.start()] + other + pair.hypothesis[match.end() :]


def _stands_in(figure: str, text: str) -> bool:
    return any(match.group() == figure for match in _FIGURE.finditer(text))


def _near(figure: str, rng: random.Random) -> str:
    """Return another number that is written like this one."""
    size = Decimal(figure.replace(",", ""))
    step = Decimal(1).scaleb(int(size.as_tuple().exponent))
    most = 12 if _YEAR.fullmatch(figure) else max(3, int(size / step) // 3)
    far = rng.randint(1, most) * step
    changed = size + far if rng.random() < 0.5 or far >= size else size - far
    return f"{changed:,}" if "," in figure else f"{changed}"

"""Read a number: digits or words, and the scale behind them."""

import re
from decimal import Decimal
from typing import NamedTuple

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
ONES = {word: number for number, word in enumerate(_ONES.split())}
TENS = {word: 10 * number for number, word in enumerate(_TENS.split(), start=2)}
SCALES = {
    "dozen": 12,
    "hundred": 10**2,
    "thousand": 10**3,
    "lakh crore": 10**12,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
}
ABBREVIATIONS = {
    "k": 10**3,
    "mn": 10**6,
    "mln": 10**6,
    "mil": 10**6,
    "bn": 10**9,
    "bln": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}
# Only behind money: "5m" can be five metres.
LETTERS = {"m": 10**6, "b": 10**9, "t": 10**12, "cr": 10**7}
VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}

_PARTS = {"half": VULGAR["½"], "quarter": VULGAR["¼"]}

# Every repetition is bounded, so that a long run of digits or words costs linear time.
_DIGITS = re.compile(
    r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])"
    r"|[0-9]{1,2}(?:,[0-9]{2}){1,5},[0-9]{3}(?![0-9])"  # 1,35,00,000: thirteen million in India
    r"|[0-9]{1,15})?"
    r"(?P<part>\.[0-9]{1,9})?(?P<vulgar>[½¼¾])?(?![0-9])"
)
_SCALE = re.compile(
    rf"[ \u00a0-]?(?P<word>{'|'.join(SCALES)})\b"
    rf"|[ \u00a0]?(?P<short>{'|'.join(a for a in ABBREVIATIONS if a != 'k')})\b"
    r"|(?P<k>k)\b",
    re.IGNORECASE,
)
# "27m viewers" are millions, "a 100m sprint" is metres: only before what nobody measures.
_MILLIONS = re.compile(
    r"m(?= (?:people|viewers|users|homes|households|customers|jobs|members|subscribers|followers"
    r"|downloads|voters|tonnes|barrels|doses|children|workers|passengers|shares|copies|views)\b)"
)
_LETTER = re.compile(r"[ \u00a0]?([mbt]|cr)\b(?!['’])", re.IGNORECASE)

_ONE = f"(?:{'|'.join(ONES)})"
_SMALL = rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(list(ONES)[1:10])})\b)?|{_ONE})\b"
_AND_PART = r"(?: and (?:a half|a quarter|three[ -]quarters)\b)?"
_HUNDREDS = rf"(?:(?:{_SMALL}|an?)[ -]hundred\b(?:(?: and)? {_SMALL})?|{_SMALL}{_AND_PART})"
_BIG = "(?:dozen|thousand|lakh|million|crore|billion|trillion)"
_WORDS = re.compile(
    rf"half an? {_BIG}\b|an? quarter(?: of a)? {_BIG}\b|(?:{_HUNDREDS}|an?(?= {_BIG}\b))"
    rf"(?:[ -]{_BIG}\b(?:(?:,|(?<=thousand) and)? {_HUNDREDS})?){{0,4}}",
    re.IGNORECASE,
)
NUMBER_WORDS = frozenset({*ONES, *TENS, "a", "an", "half"})


class Number(NamedTuple):
    """A number and how finely it is stated."""

    end: int
    value: Decimal
    step: Decimal
    scale: Decimal = Decimal(1)
    in_words: bool = False


def number_at(text: str, start: int, *, money: bool = False) -> Number | None:
    """Read the number that starts at `start`, with its scale.

    >>> number_at("two hundred and fifty thousand people", 0).value
    Decimal('250000')
    >>> number_at("13.5bn", 0).step
    Decimal('100000000.0')
    """
    if start < len(text) and (text[start] in ".0123456789" or text[start] in VULGAR):
        return _in_digits(text, start, money=money)
    return _in_words(text, start)


def _in_digits(text: str, start: int, *, money: bool) -> Number | None:
    match = _DIGITS.match(text, start)
    if match is None or match.end() == start:
        return None
    whole, part, vulgar = match["whole"] or "0", match["part"] or "", match["vulgar"]
    value = Decimal(whole.replace(",", "") + part) + VULGAR.get(vulgar, Decimal(0))
    step = (
        VULGAR["½"] if vulgar else Decimal(1).scaleb(1 - len(part)) if part else _whole_step(value)
    )
    scale, end = _scale_at(text, match.end(), money=money)
    return Number(end, value * scale, step * scale, scale)


def _scale_at(text: str, start: int, *, money: bool) -> tuple[Decimal, int]:
    match = _SCALE.match(text, start)
    if match:
        word = (match["word"] or match["short"] or match["k"]).lower()
        if word != "k" or money or match[0] == "k":  # "4K" is a screen.
            return Decimal(SCALES.get(word) or ABBREVIATIONS[word]), match.end()
    if match := _MILLIONS.match(text, start):
        return Decimal(LETTERS["m"]), match.end()
    if money and (match := _LETTER.match(text, start)):
        return Decimal(LETTERS[match[1].lower()]), match.end()
    return Decimal(1), start


def _whole_step(value: Decimal) -> Decimal:
    """Take final zeros for rounding, but never beyond the second digit: 2,300 is to the hundred.

    "1,000 jobs" is hardly ever said of 1,400; it is said of 1,040.
    """
    digits = str(int(value))
    zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(10) ** max(0, min(zeros, len(digits) - 2))


def _in_words(text: str, start: int) -> Number | None:
    match = _WORDS.match(text, start)
    if match is None or match[0].lower() in {"a", "an"}:
        return None
    value = worth(match[0].lower())
    scale = Decimal(1)
    step = _whole_step(value)
    if value >= 1000 and value == int(value):
        digits = str(int(value))
        step = scale = Decimal(10) ** (len(digits) - len(digits.rstrip("0")))
    return Number(match.end(), value, step, scale, in_words=True)


def worth(words: str) -> Decimal:
    """Add up number words.

    >>> worth("two hundred and fifty thousand"), worth("one and a half million")
    (Decimal('250000'), Decimal('1500000.0'))
    """
    total = current = Decimal(0)
    for word in re.findall("[a-z]+", words):
        if word in ONES:
            current += ONES[word]
        elif word in TENS:
            current += TENS[word]
        elif word in _PARTS:
            current += _PARTS[word]
        elif word == "hundred":
            current = (current or 1) * Decimal(100)
        elif word in SCALES:
            total, current = total + (current or 1) * SCALES[word], Decimal(0)
    return total + current

"""The currency in front of a number or behind it."""

import re

# A bare "$" and "dollars" are read as US dollars, which is what most sources mean. Against "A$" the
# units then differ, and the two are incomparable: an Australian "$5m" raises no false alarm.
SYMBOLS = {
    "US$": "USD",
    "$US": "USD",
    "$A": "AUD",
    "$NZ": "NZD",
    "$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "NT$": "TWD",
    "R$": "BRL",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "Rs.": "INR",
    "Rs": "INR",
    "₩": "KRW",
    "₽": "RUB",
    "₪": "ILS",
    "₺": "TRY",
    "₴": "UAH",
    "₦": "NGN",
    "₱": "PHP",
    "฿": "THB",
    "₫": "VND",
}
_CODES = (
    "USD EUR GBP JPY CNY RMB INR AUD CAD CHF NZD HKD SGD KRW SEK NOK DKK BRL MXN ZAR ILS NIS RUB "
    "TRY PLN AED SAR"
)
CODES = _CODES.split()
SAME = {"RMB": "CNY", "NIS": "ILS"}
NAMES = {
    "dollar": "USD",
    "u.s. dollar": "USD",
    "us dollar": "USD",
    "american dollar": "USD",
    "australian dollar": "AUD",
    "canadian dollar": "CAD",
    "new zealand dollar": "NZD",
    "hong kong dollar": "HKD",
    "singapore dollar": "SGD",
    "euro": "EUR",
    "british pound": "GBP",
    "pounds sterling": "GBP",
    "japanese yen": "JPY",
    "yen": "JPY",
    "chinese yuan": "CNY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "indian rupee": "INR",
    "rupee": "INR",
    "swiss franc": "CHF",
    "south korean won": "KRW",
    "korean won": "KRW",
    "shekel": "ILS",
    "ruble": "RUB",
    "rouble": "RUB",
    "rand": "ZAR",
    "zloty": "PLN",
    "swedish kronor": "SEK",
    "swedish krona": "SEK",
    "norwegian kroner": "NOK",
    "danish kroner": "DKK",
    "czech koruna": "CZK",
    "koruna": "CZK",
    "forint": "HUF",
    "złoty": "PLN",
    "zł": "PLN",
    "hryvnia": "UAH",
    "reais": "BRL",
    "naira": "NGN",
    "cedi": "GHS",
    "baht": "THB",
    "rupiah": "IDR",
    "ringgit": "MYR",
    "taka": "BDT",
}
NAMES |= {name: name for name in ("franc", "lira", "peso", "dinar", "dirham", "riyal", "shilling")}
NAMES |= dict.fromkeys(("krone", "kroner"), "krone") | dict.fromkeys(("krona", "kronor"), "krona")
"""Those of several countries are units of their own: they are compared with nothing else."""
SCALED_NAMES = {"pound": "GBP", "won": "KRW"}  # Behind a scale only: "50 pounds" can be a weight.
CENTS = {"¢": "USD", "cent": "USD", "cents": "USD", "pence": "GBP"}


def _longest_first(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_BEFORE = re.compile(
    rf"(?<![\w$])(?:(?P<symbol>{_longest_first(list(SYMBOLS))})[ \u00a0]?"
    rf"|(?P<code>{'|'.join(CODES)})[ \u00a0]?[$£€¥]?)(?=\.?[0-9])"
)
_AFTER = re.compile(
    rf"[ \u00a0-]?(?:(?P<name>{_longest_first(list(NAMES))})s?\b"
    rf"|(?P<scaled>{_longest_first(list(SCALED_NAMES))})s?\b|(?P<euro>€))"
    rf"|[ \u00a0]?(?-i:(?P<code>{'|'.join(CODES)}))\b",
    re.IGNORECASE,
)
_CENTS = re.compile(r"(¢)|[ \u00a0-](cents?|pence)\b", re.IGNORECASE)

STARTERS = frozenset(
    {re.split(r"(?=[^A-Za-z])", symbol)[0].lower() or symbol[0] for symbol in SYMBOLS}
    | {code.lower() for code in CODES}
)
"""The first token of a currency that stands in front, in lower case."""


def currency_before(text: str, start: int) -> tuple[str, int] | None:
    """Return the code of the currency at `start` and where its number begins.

    >>> currency_before("US$135 bn", 0)
    ('USD', 3)
    """
    match = _BEFORE.match(text, start)
    if match is None:
        return None
    if match["symbol"]:
        return SYMBOLS[match["symbol"]], match.end()
    return SAME.get(match["code"], match["code"]), match.end()


def currency_after(text: str, start: int, *, scaled: bool) -> tuple[str, int] | None:
    """Return the code of the currency named at `start`, behind a number, and where it ends."""
    match = _AFTER.match(text, start)
    if match is None:
        return None
    if match["scaled"]:
        return (SCALED_NAMES[match["scaled"].lower()], match.end()) if scaled else None
    if match["euro"]:
        return "EUR", match.end()
    code = match["code"] or NAMES[match["name"].lower()]
    return SAME.get(code, code), match.end()


def cents_after(text: str, start: int) -> tuple[str, int] | None:
    """Return the code of the currency whose hundredths are named at `start`, and their end."""
    match = _CENTS.match(text, start)
    return (CENTS[(match[1] or match[2]).lower()], match.end()) if match else None

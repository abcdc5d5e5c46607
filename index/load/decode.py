"""Bytes -> text. Never a guess: a wrongly decoded quote is a misquote."""

import codecs
import re

from charset_normalizer import from_bytes

from index.errors import LoadError

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_AS_BROWSERS_READ = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""Pages that declare the first are in fact in the second: encoding.spec.whatwg.org, "labels"."""

_NEVER_TEXT = {"utf-7", "unicode-escape", "raw-unicode-escape", "punycode", "idna", "undefined"}
"""Python codecs under which plain ASCII means something else than it says."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_SAMPLE = 100_000  # characters; a binary file shows its nature in far fewer
_MOSTLY_CONTROL = 0.1  # Real text has next to none; compressed data about 0.2.

REMEDY = "open it in a text editor and save it as UTF-8"


def decode(data: bytes, *, declared: str | None = None) -> str:
    """Return the text of a file; `declared` is the encoding that it names itself.

    In this order: a byte-order mark, UTF-8 (text that is valid UTF-8 by accident does not occur),
    the declared encoding, and what `_recognised` is sure of.

    Raises:
        LoadError: it is no text, or its encoding cannot be told.
    """
    text = _by_mark(data)
    if text is None and b"\x00" in data:
        raise LoadError("is not text: it holds zero bytes; save it as text and add that")
    if text is None:
        text = _strictly(data, "utf-8")
    if text is None and declared:
        text = _by_name(data, declared)
    if text is None:
        text = _recognised(data)
    if text is None:
        raise LoadError(f"is in an encoding that cannot be told for certain; {REMEDY}")
    sample = text[:_SAMPLE]
    if "\x00" in sample or len(_CONTROL.findall(sample)) > _MOSTLY_CONTROL * len(sample):
        raise LoadError("is not text: it is full of control characters; save it as text")
    return text


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _strictly(data, encoding)
            if text is None:
                raise LoadError(f"begins as {encoding.removesuffix('-sig')} but is not; {REMEDY}")
            return text
    return None


def _by_name(data: bytes, declared: str) -> str | None:
    try:
        name = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):  # ValueError: a zero byte in the name
        return None
    if name in _NEVER_TEXT or name.startswith("utf"):  # The UTFs were tried.
        return None
    return _strictly(data, _AS_BROWSERS_READ.get(name, name))


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return str(data, encoding)
    except (UnicodeError, LookupError):  # LookupError: a codec that does not make text
        return None


# What is told by its looks. Measured on news articles written out in old encodings (400 each):
# Windows-1252 is told in 73 %, Mac Roman and DOS pages never, and none was told wrongly.
# charset_normalizer alone is sure of none of them, and took Mac Roman for Japanese in 7 %.

_FAMILIAR = frozenset("‘’“”–—…•€™©°£\xa0ÄÉÖÜßäéöü")
"""Characters at the same place in all Latin Windows pages (and £), common in news."""

_SURE_SIGN = re.compile(r"[^\W\d_]’(?:s|t|re|ve|ll|d|m)\b|“[^“”]*[^\s“”]”")
"""don’t, or a quotation with both its marks."""

_OUT_OF_PLACE = re.compile(
    r"""(?<![\s(\["—–/“‘-])(?<!^)[“‘] | [“‘](?=\s|$)     # opens after a word or before a blank
    | (?<=\s)” | ”(?=\w)                                  # closes after a blank or before a word
    | (?<=[^\W\d_])’(?=[^\W\d_])(?!(?:s|t|d|m|re|ve|ll|S|T)\b)(?<!\b[OoDdLl]’)  # Mar’a
    | £(?!\d) | (?<=\w)[•€]
    | (?<=[a-zäöüé])[ÄÉÖÜ] | (?<![^\W\d_])[äéöüß](?![^\W\d_])""",
    re.VERBOSE,
)

_ALIKE = 0.1  # charset_normalizer's mess; readings that differ by less are both possible.
_OWN_SCRIPT, _SHARED_SCRIPT = 0.1, 0.5
"""The least share of a known language (its coherence): half of it for Latin letters, where many
encodings make words; less where most letters are of a script that no other reading hits upon."""


def _recognised(data: bytes) -> str | None:
    windows = _strictly(data, "cp1252")
    if windows is not None and _reads_as_english_windows(windows):
        return windows
    readings = [match for match in from_bytes(data) if match.chaos <= _ALIKE]
    if not readings:
        return None
    best = max(readings, key=lambda match: match.coherence)
    text = str(best)
    letters = [c for c in text[:_SAMPLE] if c.isalpha()]
    own_script = sum(c > "\u024f" for c in letters) > len(letters) / 2
    least = _OWN_SCRIPT if own_script else _SHARED_SCRIPT
    rivals = [m for m in readings if m.coherence > best.coherence / 2 and str(m) != text]
    return None if rivals or best.chaos > 0 or best.coherence < least else text


def _reads_as_english_windows(text: str) -> bool:
    foreign = {character for character in text if character > "\x7f"}
    return (
        foreign <= _FAMILIAR
        and _SURE_SIGN.search(text) is not None
        and _OUT_OF_PLACE.search(text) is None
    )

"""A text that states no title -> the line that stands best for one."""

import re

import sentencex

MAX_TITLE = 120
"""Characters. Headlines of newspapers stay below 100; longer is a paragraph."""

_LOOK = 20  # lines; furniture at the top of a saved page is rarely longer

_FURNITURE = re.compile(
    r"""advertise?ment | skip\ to\ .* | (?:log|sign)\ (?:in|up|out)\b.* | subscribe\b.*
    | read\ more.* | (?:table\ of\ )?contents | (?:share|follow|back\ to|go\ to|return\ to)\ .*
    | all\ rights\ reserved.* | \W*©.* | (?:comments?|\d+\ comments?)\W*(?:\d+\W*)?
    | (?:published|updated|posted|last\ (?:updated|modified))\b.*""",
    re.IGNORECASE | re.VERBOSE,
)
_BYLINE = re.compile(r"[Bb][Yy]:? (?:(?:[A-Z][\w.’'-]*|and|de|van|von|al)[ ,]*){1,6}")
_MARKS = "#*•-–—_=|> \t"


def title_of(text: str) -> str:
    r"""Return the first heading or sentence of a text that is not blank, as one line.

    Lines of the page and not of the article (Back, Menu, a byline) are passed over while there is
    anything else. A short line without a full stop is a heading, and taken whole.

    >>> title_of("Menu\n\nThe U.S. dam holds. Nobody was hurt.")
    'The U.S. dam holds.'
    """
    lines = [line.strip(_MARKS) for line in text[: 50 * MAX_TITLE].split("\n")]
    lines = [line for line in lines if any(c.isalnum() for c in line)][:_LOOK]
    if not lines:  # Nothing but marks at the top.
        return shorten(" ".join(text.split()), MAX_TITLE)
    line = next((line for line in lines if _is_of_the_article(line)), lines[0])
    return shorten(_first_sentence(" ".join(line.split())), MAX_TITLE)


def shorten(line: str, longest: int) -> str:
    """Cut a line at a word border to at most `longest` characters, the mark of the cut included.

    >>> shorten("Forty families left their homes", 20)
    'Forty families left…'
    """
    if len(line) <= longest:
        return line
    kept = line[:longest]
    cut = kept.rfind(" ") if " " in kept[longest // 2 :] else longest - 1
    return kept[:cut].rstrip(" ,;:–—-") + "…"


def _is_of_the_article(line: str) -> bool:
    words = line.split()
    one_word = len(words) < 2 and line.isascii()  # Chinese has no blanks between words.
    if one_word or _BYLINE.fullmatch(line):
        return False
    return len(words) > 10 or _FURNITURE.fullmatch(line) is None


def _first_sentence(line: str) -> str:
    sentences = sentencex.segment("en", line[: 10 * MAX_TITLE])
    return next((s.strip() for s in sentences if s.strip()), line)

"""A question as it was typed or pasted -> what it asks, as articles would write it."""

import unicodedata

from index.segment import segment
from index.words import MOST_WORDS, STOP_WORDS, content_words, words

ENDS = 2  # Sentences at either end of a pasted page that may be what is asked about it.
FEWEST_WORDS = 2  # Beside stop words; "Why is that?" cannot be looked for without the page.
_END = 2000  # Characters at either end that are looked at.

_MARKS = str.maketrans(dict.fromkeys("“”„‟«»「」『』〝〞", '"') | dict.fromkeys("‘’‚‛‹›ʼ′´`", "'"))
_WIDTHS = {"<wide>", "<narrow>", "<compat>", "<noBreak>"}
_QUESTION_MARKS = ("?", "؟")  # The full-width one is made plain.


def plain(text: str) -> str:
    """Return `text` with straight quotation marks, in one width and with its accents joined.

    What means something else than its plain letters is kept, such as the raised 2 of an area.

    >>> plain("Ｗｈｏ owns „the ﬁrst 20 m²“？")
    'Who owns "the first 20 m²"?'
    """
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", "".join(map(_narrow, text.translate(_MARKS))))


def _narrow(letter: str) -> str:
    kind, _, _ = unicodedata.decomposition(letter).partition(" ")
    return unicodedata.normalize("NFKC", letter) if kind in _WIDTHS else letter


def question_in(text: str) -> str:
    """Return the questions with which a pasted page begins or ends; another text as it is.

    A page has more words than are looked for, so a question at its end would not be seen, and one
    at its beginning would hardly count.
    """
    if len(content_words(text)) <= MOST_WORDS:
        return text
    asked = " ".join(one for one in _ends(text) if one.rstrip("\"')]").endswith(_QUESTION_MARKS))
    said = sum(word not in STOP_WORDS for word in words(asked))
    return asked if said >= FEWEST_WORDS else text


def _ends(text: str) -> list[str]:
    """Return the first and the last sentences of a long text."""
    first, last = text[:_END], text[-_END:]
    return [
        *(one.span.of(first) for one in segment(first)[:ENDS]),
        *(one.span.of(last) for one in segment(last)[-ENDS:]),
    ]

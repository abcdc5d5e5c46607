"""The sources that a question asks about and the index does not have.

Any name may be one, so only plain words of attribution count: "Google says" makes no source of
Google. `index.attribution` finds the sources that the index has, by more of them.
"""

import re
from collections.abc import Sequence

from index.models import Span
from index.publishers import Mention
from qa.english.names import find_names

_REPORT = (
    r"(?:articles?|reports?|pieces?|stor(?:y|ies)|coverage|analys[ei]s|interviews?|reporting"
    r"|columns?|posts?|features?)"
)
_BEFORE = re.compile(
    rf"(?:\baccording to|\b(?:reported|stated|told|said|noted) (?:by|in)|\bas per"
    rf"|\b{_REPORT} (?:\w+ )?(?:by|from|in))(?: both)?(?: the| an?)? ['\"‘“]?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?:['’]s?)? (?:(?:\w+ )?{_REPORT}|reported|reports|writes|wrote|claims|published)\b",
    re.IGNORECASE,
)
_FAR = 40  # Characters before a name that may attribute something to it.


def strangers(text: str, known: Sequence[Mention]) -> list[Span]:
    """Return where a question attributes reports to somebody who is none of the known publishers.

    >>> text = "According to Bloomberg and a Gazette report, did Acme pay?"
    >>> [name.of(text) for name in strangers(text, [])]
    ['Bloomberg', 'Gazette']

    Args:
        text: A question.
        known: Where it names publishers of the index.
    """
    return [
        name
        for name in find_names(text)
        if not any(one.start < name.end and name.start < one.end for one in known)
        and (
            _AFTER.match(text, name.end)
            or _BEFORE.search(text[max(0, name.start - _FAR) : name.start])
        )
    ]

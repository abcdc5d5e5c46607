"""Where and when a report was written, before it begins: "CANBERRA, 5 May 2026 (Reuters) —"."""

import re

from qa.values.dates import SHORT_MONTHS

_CAPITALS = r"[A-Z][A-Z.’'-]{2,}(?: [A-Z.’'-]{2,})*"
_PLACE = rf"(?:{_CAPITALS}|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,3}})"
_STATE = r"(?:, [A-Z][\w.]*(?: [A-Z][\w.]*)?)*"
_MONTH = rf"(?:{'|'.join(month.title() for month in SHORT_MONTHS)})[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_AGENCY = r"\([^()]{2,40}\)"
_DASH = r" ?(?:[—–]|--?(?= )) ?"
_DATELINE = re.compile(
    rf"\W*(?:{_CAPITALS}{_STATE}(?:, {_DAY})?(?: {_AGENCY})?{_DASH}"
    rf"|{_PLACE}{_STATE}, {_DAY}(?: {_AGENCY})?{_DASH}"
    rf"|{_PLACE}{_STATE} {_AGENCY}{_DASH}"
    rf"|{_PLACE}{_STATE} \((?:AP|Reuters|AFP|CNN|BBC|UPI|dpa|PA|Xinhua|Bloomberg)\b[^)]*\) )"
)


def end_of_dateline(text: str) -> int:
    """Return where a report begins, after the place, day and agency before it; 0 without these.

    >>> text = "PORT HALSEY, 5 May 2026 (The Ledger) — A ferry sank on Saturday."
    >>> text[end_of_dateline(text):], end_of_dateline("Bo Birk, 5 May 2026, sang.")
    ('A ferry sank on Saturday.', 0)
    """
    line = _DATELINE.match(text)
    return line.end() if line and line.end() < len(text) else 0

"""The filters a question names -> how the articles are narrowed, and widened while none answers."""

import re
from collections.abc import Collection, Iterator, Sequence

from index.filters import Filter, FilterState

_CITING = (
    r"(?:according to|as per|per"
    r"|as (?:(?:was|is) )?(?:reported|said|stated|described|noted) (?:by|in))"
)


def narrowings(
    named: Sequence[Filter], *, without: Collection[str] = (), filtered: bool = True
) -> Iterator[tuple[Filter, ...]]:
    """Yield the filters to search with: first all, then without the days, then none.

    Days go first: who is asked for says more of what a question is about than when.

    Args:
        named: What the question names.
        without: The words of filters to do without.
        filtered: False does without all of them.
    """
    wanted = tuple(
        _in_state(one, "applied" if filtered and one.words not in without else "removed")
        for one in named
    )
    yield wanted
    applied = [one for one in wanted if one.state == "applied"]
    days = [one for one in applied if one.kind != "publisher"]
    for unmatched in [days, applied] if 0 < len(days) < len(applied) else [applied]:
        if unmatched:
            yield tuple(_in_state(one, "unmatched") if one in unmatched else one for one in wanted)


def unattributed(question: str, filters: Sequence[Filter]) -> str:
    """Return the question without the sources that it names by the way, for a reader.

    No source says that it says something, so a reader that looks for that finds no answer.

    >>> post = Filter(kind="publisher", value="Post", words="the Post")
    >>> unattributed("According to the Post, who won?", [post])
    'Who won?'
    >>> unattributed("What does the Post say?", [post])
    'What does the Post say?'
    """
    names = {re.escape(one.words) for one in filters if one.kind == "publisher"}
    if not names:
        return question
    name = rf"['\"‘’“”]?(?:{'|'.join(sorted(names, key=len, reverse=True))})['\"‘’“”]?"
    cited = rf"[\s,]*\b{_CITING}\s+(?:both\s+)?{name}(?:(?:\W|\band\b|\bor\b)+{name})*(?!['’]?\w),?"
    bare = re.sub(cited, "", question, flags=re.IGNORECASE).strip()
    if len(bare) == len(question) or not re.search(r"\w", bare):
        return question
    return bare[0].upper() + bare[1:]


def _in_state(one: Filter, state: FilterState) -> Filter:
    return Filter(kind=one.kind, value=one.value, words=one.words, state=state)

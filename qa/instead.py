"""The question before, asked about something else: "And Bolt?", "In 2024?", "I meant Bolt"."""

import re

from index.models import Span
from index.words import words
from qa.asking import asked, taken_apart
from qa.clause import AUXILIARIES, OPENERS, PREPOSITIONS, bare
from qa.names import find_names

_ANOTHER = re.compile(
    r"(?:and|but|or|so|(?:(?:and|but|so) )?(?:what|how) about|(?:and |but )?what if) (?P<thing>.+)",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"(?:(?:no|nope|sorry|oh|oops|wait|actually|pardon)\b[,.!:]* )*"
    r"(?:i (?:meant|mean)|make that|rather) (?P<thing>.+?)"
    r"(?:,? (?:and )?not (?P<wrong>.+)|,? instead(?: of (?P<other>.+))?)?",
    re.IGNORECASE,
)
_CORRECTED = re.compile(r"(?:no|nope|sorry|wait|actually)\b[,.!:]* (?P<thing>.+)", re.IGNORECASE)
_ASKS = re.compile(
    rf"\b(?:{AUXILIARIES}|who|whom|whose|what|which|when|where|why|how|that|it|he|she|they|you|i)\b",
    re.IGNORECASE,
)
_MONTHS = (
    "january february march april may june july august september october november december"
).replace(" ", "|")
_TIME = re.compile(
    rf"\b(?P<at>(?:in|on|at|since|until|by|before|after|during) )?(?P<time>(?:the )?"
    rf"(?:(?:{_MONTHS}|early|late|mid)(?: \d{{1,2}},?)? ?)?(?:19|20)\d\d|(?:{_MONTHS})(?: \d{{1,2}})?"
    r"|(?:last|next|this) (?:year|month|week|quarter|season)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"[$€£]?\d[\d.,]*\d?(?: ?(?:%|percent|per cent|thousand|million|billion|trillion))*(?: dollars| euros)?",
    re.IGNORECASE,
)
_OWNER = re.compile(r"['’]s?(?= |$)")
LONGEST = 6  # words; who writes more asks a question of his own


def asked_instead(question: str, before: str) -> str | None:
    """Return the question before, asked about what the follow-up names instead.

    Args:
        question: The follow-up, without a mark at its end.
        before: The question before it.

    Returns:
        None if the follow-up is no such thing.
    """
    match = _MEANT.fullmatch(question) or _ANOTHER.fullmatch(question)
    match = match or _CORRECTED.fullmatch(question) or _preposed(question)
    if not match:
        return None
    thing = match["thing"].strip(" ,.")
    if not thing or len(thing.split()) > LONGEST or _ASKS.search(thing):
        return None
    groups = match.groupdict()
    wrong = groups.get("wrong") or groups.get("other")
    plain = before.rstrip(" ?!.")
    if wrong and (place := plain.casefold().rfind(wrong.casefold())) >= 0:
        return asked(plain[:place] + thing + plain[place + len(wrong) :])
    return asked(_replaced(thing, plain))


def _preposed(question: str) -> re.Match[str] | None:
    """Return a time or the like that is all there is: "In 2024?"."""
    first = question.split(" ")[0].casefold()
    found = re.fullmatch(r"(?P<thing>.+)", question)
    return found if first in PREPOSITIONS or _TIME.fullmatch(question) else None


def _replaced(thing: str, before: str) -> str:
    if span := _place(thing, before):
        opening = re.sub(r"\b(?:the|an?) $", "", before[: span.start], flags=re.IGNORECASE)
        return opening + thing + before[span.end :]
    if _TIME.fullmatch(thing):
        return f"{before} {thing if _TIME.fullmatch(thing)['at'] else _at(thing)}"  # type: ignore[index]
    first = bare(thing.split()[0])
    return f"{before} {thing}" if first in PREPOSITIONS else f"{before}, {thing}"


def _at(time: str) -> str:
    return f"in {time}" if re.match(rf"(?:{_MONTHS}|\d)", time, re.IGNORECASE) else time


def _place(thing: str, before: str) -> Span | None:
    """Return the part of the question before that a thing takes the place of."""
    if match := _TIME.fullmatch(thing):
        times = list(_TIME.finditer(before))
        part = 0 if match["at"] else "time"
        return Span(start=times[-1].start(part), end=times[-1].end()) if times else None
    if _FIGURE.fullmatch(thing):
        figures = [m for m in _FIGURE.finditer(before) if not _TIME.fullmatch(m.group())]
        return Span(start=figures[-1].start(), end=figures[-1].end()) if figures else None
    first = bare(thing.split()[0])
    if first in PREPOSITIONS:
        return _behind(first, before)
    names = find_names(f"to {thing}")
    if names and names[0].start <= 7 and any(c.isupper() for c in thing):
        return _name(thing, before)
    return _noun(thing, before)


def _behind(preposition: str, before: str) -> Span | None:
    """Return a preposition with what follows it, up to the next one."""
    others = "|".join(sorted(PREPOSITIONS - {"of"}))
    found = list(re.finditer(rf"\b{preposition} .+?(?= (?:{others}) |$)", before, re.IGNORECASE))
    return Span(start=found[-1].start(), end=found[-1].end()) if found else None


def _name(thing: str, before: str) -> Span | None:
    """Return the name that is most like another: with an article, an owner, with a word of it."""
    owner = bool(_OWNER.search(thing[-2:]))
    known = (
        {bare(before.split()[0])} if before[:1].isupper() and taken_apart(before) is None else set()
    )
    names = find_names(before, known=known)
    if not names:
        return None
    article = thing.casefold().startswith("the ")
    yes_or_no = (parts := taken_apart(before)) is not None and not parts.asks

    def likeness(place: int) -> tuple[bool, bool, bool, int]:
        name = names[place]
        owns = bool(_OWNER.match(before[name.end :]))
        shared = set(words(name.of(before))) & set(words(thing))
        has_article = before[: name.start].casefold().endswith("the ")
        return (
            bool(shared),
            owns == owner,
            has_article == article,
            place if yes_or_no else -place,
        )

    best = names[max(range(len(names)), key=likeness)]
    mark = _OWNER.match(before[best.end :]) if owner else None
    return Span(start=best.start, end=best.end + (len(mark.group()) if mark else 0))


def _noun(thing: str, before: str) -> Span | None:
    """Return the subject, or the noun that is asked for, whichever is of the same form."""
    parts = taken_apart(before)
    if not parts:
        return None
    opens = bare(thing.split()[0]) in OPENERS
    if not opens and parts.what:
        replaced = parts.what
    elif parts.subject and opens == (bare(parts.subject.split()[0]) in OPENERS):
        replaced = parts.subject
    else:
        return None
    start = before.find(replaced)
    return Span(start=start, end=start + len(replaced)) if start >= 0 else None

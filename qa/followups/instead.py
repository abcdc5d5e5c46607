"""The question before, asked about something else: "And Bolt?", "In 2024?", "I meant Bolt"."""

import re

from index.models import Span
from index.words import words
from qa.english.grammar import AUXILIARIES, OPENERS, PREPOSITIONS, bare
from qa.english.names import find_names, listed
from qa.english.times import TIME, with_preposition
from qa.english.verbs import is_plural, lemma_of_past, lemma_of_third
from qa.followups.asking import asked, taken_apart
from qa.followups.mentions import mentioned

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
_NOT = re.compile(
    r"(?:no[,.]? )?not (?P<wrong>[^,]+?)(?:, (?:but )?| but )(?P<thing>.+)", re.IGNORECASE
)
_CORRECTED = re.compile(r"(?:no|nope|sorry|wait|actually)\b[,.!:]* (?P<thing>.+)", re.IGNORECASE)
_WHOLE = re.compile(r"(?P<thing>.+)")
_REVERSED = re.compile(
    r"(?:(?:and|or) )?(?:is it )?(?:the other way (?:a?round)|vice versa)", re.IGNORECASE
)
_ASKS = re.compile(
    rf"\b(?:{AUXILIARIES}|who|whom|whose|what|which|when|where|why|how|that|its?|he|she|they|them|their|his|hers?|him|you|i"
    r"|thanks?|please|bye|yes|no|ok|okay|sure|great|good|sorry)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"[$€£]?\d[\d.,]*\d?(?: ?(?:%|percent|per cent|thousand|million|billion|trillion))*"
    r"(?: dollars| euros)?",
    re.IGNORECASE,
)
_OPENING = OPENERS | PREPOSITIONS
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
    if _REVERSED.fullmatch(question):
        return _swapped(before)
    patterns = (_MEANT, _NOT, _ANOTHER, _CORRECTED)
    found = (pattern.fullmatch(question) for pattern in patterns)
    match = next((one for one in found if one), None) or _preposed(question)
    thing = match["thing"].strip(" ,.") if match else ""
    if not match or not thing or not _is_thing(thing):
        return None
    if match.re is _CORRECTED and thing.islower() and bare(thing.split()[0]) not in _OPENING:
        return None
    groups = match.groupdict()
    wrong = groups.get("wrong") or groups.get("other")
    plain = before.rstrip(" ?!.")
    if wrong and (place := plain.casefold().rfind(wrong.casefold())) >= 0:
        return asked(plain[:place] + thing + plain[place + len(wrong) :])
    return asked(_replaced(thing, plain))


def _swapped(before: str) -> str | None:
    """Return a question with its two names in each other's place."""
    names = find_names(before)
    if len(names) != 2:
        return None
    one, other = names
    between = before[one.end : other.start]
    return before[: one.start] + other.of(before) + between + one.of(before) + before[other.end :]


def _is_thing(text: str) -> bool:
    """Return whether words are a phrase, and no sentence: "the mill", not "the mill burnt"."""
    words_in = text.split()
    if len(words_in) > LONGEST or _ASKS.search(TIME.sub("", text)):
        return False
    for place, word in enumerate(words_in[1:], start=1):
        after = words_in[place + 1] if place + 1 < len(words_in) else ""
        is_verb = lemma_of_past(word) or (lemma_of_third(word) and not is_plural(word))
        if is_verb and (not after or bare(after) in _OPENING or after[0].isupper()):
            return False
    return True


def _preposed(question: str) -> re.Match[str] | None:
    """Return a time or the like that is all there is: "In 2024?"."""
    first = question.split(" ", maxsplit=1)[0].casefold()
    return _WHOLE.fullmatch(question) if first in PREPOSITIONS or TIME.fullmatch(question) else None


def _replaced(thing: str, before: str) -> str:
    if thing.split(maxsplit=1)[0].casefold() in _OPENING:
        thing = thing[0].lower() + thing[1:]
    if span := _place(thing, before):
        opening = re.sub(r"\b(?:the|an?) $", "", before[: span.start], flags=re.IGNORECASE)
        return opening + thing + before[span.end :]
    if TIME.fullmatch(thing):
        return f"{before} {with_preposition(thing)}"
    first = bare(thing.split(maxsplit=1)[0])
    return f"{before} {thing}" if first in PREPOSITIONS else f"{before}, {thing}"


def _place(thing: str, before: str) -> Span | None:
    """Return the part of the question before that a thing takes the place of."""
    if match := TIME.fullmatch(thing):
        return _time(match, before)
    if _FIGURE.fullmatch(thing):
        figures = [m for m in _FIGURE.finditer(before) if not TIME.fullmatch(m.group())]
        return Span(start=figures[-1].start(), end=figures[-1].end()) if figures else None
    first = bare(thing.split(maxsplit=1)[0])
    if first in PREPOSITIONS:
        return _behind(first, before)
    names = find_names(f"to {thing}")
    if names and names[0].start <= 7 and any(c.isupper() for c in thing):
        return _name(thing, before)
    return _noun(thing, before)


def _time(instead: re.Match[str], before: str) -> Span | None:
    """Return the last time; with its preposition where the other has one, or can have none."""
    times = list(TIME.finditer(before))
    if not times:
        return None
    needs_none = with_preposition(instead["time"]) == instead["time"]
    whole = instead["at"] or (needs_none and times[-1]["at"] in {"in ", "on ", "at "})
    return Span(start=times[-1].start(0 if whole else "time"), end=times[-1].end())


def _behind(preposition: str, before: str) -> Span | None:
    """Return a preposition with what follows it, up to the next one."""
    others = "|".join(sorted(PREPOSITIONS - {"of"}))
    found = list(re.finditer(rf"\b{preposition} .+?(?= (?:{others}) |$)", before, re.IGNORECASE))
    return Span(start=found[-1].start(), end=found[-1].end()) if found else None


def _name(thing: str, before: str) -> Span | None:
    """Return the name that is most like another: with an article, an owner, with a word of it."""
    owner = bool(_OWNER.search(thing[-2:]))
    names = find_names(before)
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
    run = next(run for run in listed(before, names) if best in run)  # "Acme and Bolt"
    end = run[-1].end
    return Span(start=run[0].start, end=end + _shared_end(thing, before[end:], owner))


def _shared_end(thing: str, after: str, owner: bool) -> int:
    """Return how much behind a name goes with it, as in the other: "'s", "95", "'s shares"."""
    last = thing.rsplit(maxsplit=1)[-1]
    same = re.match(rf"(?:['’]s?)? {re.escape(last)}\b", after)
    if same and " " in thing:
        return same.end()
    number = re.match(r" \d+\b", after) if any(c.isdigit() for c in thing) else None
    mark = _OWNER.match(after) if owner else None
    found = number or mark
    return found.end() if found else 0


def _noun(thing: str, before: str) -> Span | None:
    """Return the noun that is asked for, or the phrase that has an article as the other has."""
    parts = taken_apart(before)
    if not parts:
        return None
    opens = bare(thing.split(maxsplit=1)[0]) in OPENERS
    phrases = [one.text for one in mentioned(before)]
    alike = [text for text in phrases if opens == (bare(text.split()[0]) in OPENERS)]
    replaced = parts.what if parts.what and not opens else next(iter(alike), "")
    start = before.find(replaced)
    return Span(start=start, end=start + len(replaced)) if replaced and start >= 0 else None

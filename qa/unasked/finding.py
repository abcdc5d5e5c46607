"""Two claims that differ -> the finding that is kept of them, and what it is about."""

import json
import re
from collections.abc import Mapping
from datetime import date

from index.models import Article, Finding, Place
from qa.answers.evidence import names_within, terms_of
from qa.english.names import find_names
from qa.english.terms import overlap, stem, stems
from qa.models import Kind
from qa.read import shortened
from qa.unasked.claims import Claim

SAME_THING = 0.3  # Jaccard similarity of the words that either of two pairs has in common.
MOST_NAMES = 3  # Of a subject; more would be a list.
FEW_NAMES = 2  # The same, of two articles: their sentences name none of them.

Pair = tuple[Claim, Claim]

_WORDS = re.compile(r"\w+")


def subject(a: Claim, b: Claim) -> list[str]:
    """Return the names that two claims share, as the first of them writes them.

    Where they share none, it is those that their articles share.
    """
    shared = a.names & b.names
    named = [name.of(a.text) for name in find_names(a.text, known=shared)]
    kept = [name for name in named if set(stems(name)) <= shared]
    found = list(dict.fromkeys(kept))[:MOST_NAMES] or sorted(shared)[:MOST_NAMES]
    return found or _subject_of(a.article, b.article)


def _subject_of(a: Article, b: Article) -> list[str]:
    """Return the names that two articles share, first those of titles, then the most frequent."""
    names = [
        name.of(text)
        for text in (a.title, a.text)
        for name in find_names(text, known=names_within(a))
    ]
    told = terms_of(b)
    shared = [name for name in dict.fromkeys(names) if set(stems(name)) <= told]
    titles = f"{a.title} {b.title}"
    ranked = sorted(shared, key=lambda name: (name not in titles, -names.count(name)))
    return ranked[:FEW_NAMES]


def are_about_the_same(one: Pair, other: Pair) -> bool:
    """Return whether two pairs of the same two articles speak of the same thing."""
    if one[1].article.id != other[1].article.id:
        return False
    if any(mine.span == its.span for mine, its in zip(one, other, strict=True)):
        return True
    if one[0].names & one[1].names != other[0].names & other[1].names:
        return False
    attributes = [a.attribute & b.attribute for a, b in (one, other)]
    return overlap(*attributes) >= SAME_THING


def finding(
    a: Claim, b: Claim, kind: Kind, confidence: float, values: Mapping[Claim, str]
) -> Finding:
    """Return that two claims differ, with what they differ on.

    Args:
        a: A claim.
        b: The other.
        kind: How they differ.
        confidence: From 0 to 1; what is above counts as 1.
        values: What each states, where it is values that differ; else none.
    """
    sides = [Place(article_id=one.article.id, span=one.span) for one in (a, b)]
    about = ", ".join(subject(a, b))
    if values:
        older = sorted((a, b), key=lambda one: one.article.published or date.min)
        joined = ", then " if kind == "superseded" else ", or "
        told = joined.join(shortened(values[one]) for one in older)
        about = f"{about}: {told}" if about else told
    else:
        shared = a.attribute & b.attribute
        said = [word for word in _WORDS.findall(a.text) if stem(word.casefold()) in shared]
        about += f": {' '.join(dict.fromkeys(said))}" if said else ""
    record = {"kind": kind, "about": about, "subject": subject(a, b)}
    return Finding(
        sides=(sides[0], sides[1]), confidence=min(1.0, confidence), record=json.dumps(record)
    )

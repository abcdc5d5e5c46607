"""A ferry accident in three newspapers, and answers about it as the assistant would give them."""

from datetime import date

from index.filters import Filter, FilterState
from index.models import Article, Passage, Span
from qa.cite import cite
from qa.models import Answer, Citation, Disagreement, Position, Statement

HARBOUR = Article(
    id="harbour",
    title="Ferry runs aground off Lund",
    publisher="Harbour Times",
    published=date(2026, 3, 4),
    author="Ida Holm",
    url="https://harbour.example/ferry",
    text="Ferry runs aground off Lund\n\nThe ferry Astrid ran aground on Tuesday.\n"
    "Twelve passengers were injured, the coast guard said.\n\nThe ferry sails again on Friday.",
)
COAST = Article(
    id="coast",
    title="Astrid: what we know",
    publisher="Coast Daily",
    text="Nine passengers were injured when the Astrid ran aground, the hospital said. "
    "The captain was not on the bridge.",
)
WIRE = Article(
    id="wire",
    title="Ferry accident",
    publisher="Northern Wire",
    origin="Harbour Times",
    text="Twelve passengers were injured, the coast guard said. The ferry was built in 1998.",
)
WEATHER = Article(id="weather", title="A calm week ahead", text="Winds stay light until Sunday.")
ARTICLES = {a.id: a for a in (HARBOUR, COAST, WIRE, WEATHER)}


def quote(article: Article, words: str) -> Citation:
    """Cite the first place of `words` in `article`."""
    start = article.text.index(words)
    return cite(article, Span(start=start, end=start + len(words)))


def position(answer: str, *citations: Citation, origins: int = 1) -> Position:
    """Return a position in the words of its first citation."""
    return Position(answer=answer, text=citations[0].quote, citations=citations, origins=origins)


def answer(
    *positions: Position,
    question: str = "How many passengers were injured?",
    headline: str | None = None,
    disagreements: tuple[Disagreement, ...] = (),
    silent: tuple[str, ...] = (),
    statements: tuple[Statement, ...] | None = None,
) -> Answer:
    """Return an answer with one statement a position."""
    if statements is None:
        statements = tuple(Statement(text=p.text, citations=p.citations) for p in positions)
    return Answer(
        question=question,
        answered=True,
        headline=headline,
        statements=statements,
        positions=positions,
        disagreements=disagreements,
        citations=tuple(dict.fromkeys(c for p in positions for c in p.citations)),
        silent=silent,
    )


TWELVE = position(
    "12",
    quote(HARBOUR, "Twelve passengers were injured, the coast guard said."),
    quote(WIRE, "Twelve passengers were injured, the coast guard said."),
)
NINE = position("9", quote(COAST, "Nine passengers were injured"))
SAILS = position("Friday", quote(HARBOUR, "The ferry sails again on Friday."))


def disagreement(kind: str = "contradiction") -> Disagreement:
    """Return the two counts of the injured as a disagreement of `kind`."""
    return Disagreement.model_validate(
        {"kind": kind, "about": "How many were injured", "sides": (TWELVE, NINE)}
    )


def disputed(kind: str = "contradiction") -> Answer:
    """Return the answer in which the newspapers count the injured differently."""
    return answer(
        TWELVE, NINE, headline="12", disagreements=(disagreement(kind),), silent=("weather",)
    )


def agreed() -> Answer:
    """Return an answer that one newspaper gives."""
    return answer(SAILS, question="When does the ferry sail again?", headline="Friday")


HARBOUR_ONLY = Filter(kind="publisher", value="Harbour Times", words="the Harbour Times")
SINCE_MARCH = Filter(kind="since", value="2026-03-01", words="since March 2026")
FILTERED = "When has the Harbour Times said it sails since March 2026?"


def filtered(*states: FilterState, headline: str = "Friday") -> Answer:
    """Return an answer to FILTERED: the states of its source and of its days."""
    filters = tuple(
        Filter(**one.model_dump(exclude={"state"}), state=state)
        for one, state in zip((HARBOUR_ONLY, SINCE_MARCH), states, strict=True)
    )
    plain = answer(SAILS, question=FILTERED, headline=headline)
    return Answer(**{**dict(plain), "filters": filters})


def declined(question: str = "Who owns the ferry?") -> Answer:
    """Return the answer that there is none, with the nearest passage."""
    body = WIRE.text
    passage = Passage(article=WIRE, span=Span(start=0, end=len(body)), text=body, score=0.4, rank=1)
    return Answer(question=question, answered=False, nearest=(passage,), silent=("coast",))

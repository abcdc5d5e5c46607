"""Turns of a chat that were answered, for follow-ups to lean on."""

from index.models import Article, Span
from qa.cite import cite
from qa.models import Answer, Position

TEXT = (
    "The bridge toll of five euros is paid by lorry drivers until 2027. "
    "Mayor Anna Lindt opened the Weser Bridge in 2019."
)


def turn(question: str, headline: str | None = None, *, text: str = TEXT) -> Answer:
    citation = cite(Article(id="toll", title="The toll", text=text), Span(start=0, end=len(text)))
    position = Position(answer=headline or "x", text=text, citations=(citation,), origins=1)
    return Answer(
        question=question,
        answered=True,
        headline=headline,
        positions=(position,),
        citations=(citation,),
    )

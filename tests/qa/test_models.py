"""A quote is exact, and there is no other way to make one."""

import copy
import pickle

import pytest
from pydantic import ValidationError

from index.filters import Filter
from index.models import Span
from qa.cite import cite
from qa.models import Answer, Citation, Disagreement, Position, Statement
from tests.qa.newsroom import COURIER, HERALD, passage

SHELF = {article.id: article for article in (HERALD, COURIER)}
CONTEXT = {"articles": SHELF.__getitem__}
POST = Filter(kind="publisher", value="Post", words="the Post")
DEAD = cite(HERALD, Span(start=37, end=67))
KILLED = cite(COURIER, Span(start=0, end=26))


def position(answer: str, *citations: Citation) -> Position:
    return Position(answer=answer, text=citations[0].quote, citations=citations, origins=1)


def answer() -> Answer:
    twelve, many = position("12", DEAD), position("31", KILLED)
    return Answer(
        question="How many people died?",
        answered=True,
        statements=(Statement(text=DEAD.quote, citations=(DEAD,)),),
        positions=(twelve, many),
        disagreements=(
            Disagreement(kind="contradiction", about="The toll: 12 / 31", sides=(twelve, many)),
        ),
        citations=(DEAD, KILLED),
        nearest=(passage(HERALD),),
    )


def test_a_citation_carries_the_words_and_the_place():
    assert DEAD.quote == "Officials said 12 people died."
    assert HERALD.text[DEAD.start : DEAD.end] == DEAD.quote
    assert (DEAD.publisher, str(DEAD.published)) == ("The Herald", "2026-03-01")


def test_a_citation_past_the_end_of_its_article_is_refused():
    with pytest.raises(ValueError, match="quote is not at herald:80-999"):
        cite(HERALD, Span(start=80, end=999))


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "Officials said 13 people died."},
        {"start": DEAD.start + 1, "end": DEAD.end + 1},
        {"article_id": "courier"},
    ],
)
def test_a_saved_citation_that_was_tampered_with_is_refused(change):
    with pytest.raises(ValidationError, match="quote is not at"):
        Citation.model_validate(DEAD.model_dump() | change, context=CONTEXT)


def test_a_citation_cannot_be_made_without_its_article():
    with pytest.raises(ValidationError, match="is made with cite"):
        Citation(**DEAD.model_dump())
    with pytest.raises(TypeError, match="checks nothing"):
        Citation.model_construct(quote="They all lived.")
    with pytest.raises(TypeError, match="not checked"):
        DEAD.model_copy(update={"quote": "They all lived."})
    with pytest.raises(ValidationError, match="frozen"):
        DEAD.quote = "They all lived."


def test_copies_of_a_citation_say_the_same():
    assert copy.deepcopy(DEAD) == DEAD.model_copy() == pickle.loads(pickle.dumps(DEAD)) == DEAD


def test_an_answer_survives_json_and_is_checked_against_the_articles():
    saved = answer().model_dump_json()
    assert Answer.model_validate_json(saved, context=CONTEXT) == answer()
    assert '"text":"The river burst' not in saved.split('"nearest"')[0]
    forged = saved.replace("12 people died", "99 people died")
    with pytest.raises(ValidationError, match="quote is not at herald"):
        Answer.model_validate_json(forged, context=CONTEXT)


def test_a_saved_passage_is_checked_against_its_article():
    saved = answer().model_dump_json()
    other = HERALD.model_copy(update={"text": HERALD.text.replace("Schools", "Offices")})
    with pytest.raises(ValidationError, match="passage is not at herald"):
        Answer.model_validate_json(saved, context={"articles": {**SHELF, "herald": other}.get})


def test_citations_are_numbered_in_order_of_appearance():
    assert [answer().number(citation) for citation in (DEAD, KILLED)] == [1, 2]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"answered": False}, "exactly when it is answered"),
        ({"citations": (DEAD,)}, "has no number"),
        ({"citations": (DEAD, KILLED, DEAD)}, "numbered once"),
        ({"positions": (position("12", DEAD),)}, "sides of a disagreement"),
        ({"filters": (POST,)}, "'the Post' is not in the question"),
    ],
)
def test_an_answer_that_does_not_hang_together_is_refused(change, message):
    fields = {name: getattr(answer(), name) for name in Answer.model_fields}
    with pytest.raises(ValidationError, match=message):
        Answer(**fields | change)


def test_only_contradiction_and_superseded_warn():
    sides = answer().positions
    warns = {
        kind: Disagreement(kind=kind, about="x", sides=sides).warns
        for kind in ("contradiction", "superseded", "estimate", "scope", "opinion")
    }
    assert [kind for kind, warned in warns.items() if warned] == ["contradiction", "superseded"]


def test_an_empty_span_is_refused():
    with pytest.raises(ValidationError, match="is empty"):
        Span(start=3, end=3)

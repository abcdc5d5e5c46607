"""Does a sentence speak of whom the question names? If it does not, it has to be surer."""

import pytest

from index.models import Span
from qa.deciding.yes_no import decided
from qa.questions.question import understand
from qa.read import Reading
from tests.qa.deciding.test_yes_no import NOTHING, TableEntailment, pointed
from tests.qa.newsroom import HERALD, passage

BRANDT = understand("May Ivo Brandt work for Fenwick?")


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("Ivo Brandt is a coach. Brandt may work for Fenwick.", True),
        ("Ann Brandt is a coach. Brandt may work for Fenwick.", False),
        ("Ivo Brandt is a coach of Fenwick. He may work and will.", True),
        ("Ivo Brandt is a coach of Fenwick. Then Ann Lund may work and will.", False),
    ],
)
def test_a_surname_and_a_pronoun_stand_for_whom_the_passage_names(text, judged):
    whole = passage(HERALD.model_copy(update={"text": text, "title": "Coaches"}))
    said = text.partition(". ")[2]
    span = Span(start=len(text) - len(said), end=len(text))
    read = Reading(passage=whole, answer=said, span=span, sentence=span, probability=0.5)
    model = TableEntailment(supports={said: 0.9}, denies=NOTHING)
    found = decided(BRANDT, [read], [whole], model)
    assert [one.words for one in found] == [said] * judged


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("Harbour United plays its home matches at Quay Park.", True),
        ("Mountain United plays its home matches at Quay Park.", False),
    ],
)
def test_a_sentence_that_does_not_name_all_that_is_asked_about_has_to_be_surer(said, heard):
    club = HERALD.model_copy(update={"text": said, "title": "Sport"})
    asked = understand("Does Harbour United play its home matches at Mill Road?")
    model = TableEntailment(supports=NOTHING, denies={said: 0.95})
    whole = passage(club)
    found = decided(asked, [pointed(whole, said, probability=0.5)], [whole], model)
    assert [one.answer for one in found] == ["no"] * heard
    sure = decided(asked, [pointed(whole, said, probability=0.9)], [whole], model)
    assert [one.answer for one in sure] == ["no"]


@pytest.mark.parametrize(
    ("asked", "heard"),
    [("Is Ash planning an IPO?", []), ("Is Ash planning an exit from NATO?", ["no"])],
)
def test_the_letters_of_a_kind_of_thing_are_no_name_that_may_be_missing(asked, heard):
    said = "Ash is planning a visit to Oslo."
    whole = passage(HERALD.model_copy(update={"text": said, "title": "News"}))
    model = TableEntailment(supports=NOTHING, denies={said: 0.99})
    found = decided(understand(asked), [pointed(whole, said, probability=0.9)], [whole], model)
    assert [one.answer for one in found] == heard

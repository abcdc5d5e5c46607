"""Which answers in words are set against each other."""

from collections.abc import Sequence

import pytest

from index.models import Article, Passage, Span
from qa.disagree import disagreements
from qa.entail import Judgement
from qa.positions import Held, hold
from qa.question import understand
from qa.read import Reading
from qa.rivals import rivals

ASKED = "Who directed the film Harbour?"


class Denying:
    """Takes every statement for denied, or as sure as it is told."""

    def __init__(self, contradiction: float = 1.0, entailment: float = 0.0) -> None:
        self.judgement = Judgement(
            entailment=entailment,
            neutral=1 - contradiction - entailment,
            contradiction=contradiction,
        )
        self.judged: list[tuple[str, str]] = []

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Judgement]:
        self.judged += pairs
        return [self.judgement] * len(pairs)


def reading(number: int, text: str, answer: str, probability: float = 0.95) -> Reading:
    article = Article(id=str(number), title=f"On Harbour, part {number}", text=text)
    whole = Span(start=0, end=len(text))
    start = text.index(answer)
    passage = Passage(article=article, span=whole, text=text, score=1, rank=1)
    return Reading(
        passage=passage,
        answer=answer,
        span=Span(start=start, end=start + len(answer)),
        sentence=whole,
        probability=probability,
    )


ASH = reading(1, "Harbour was directed by Ann Ash, who shot the film in Turin.", "Ann Ash")
BECK = reading(2, "The film Harbour was directed by Bo Beck in a mill.", "Bo Beck")


def held(*readings: Reading, asked: str = ASKED) -> list[Held]:
    return hold(understand(asked), readings)


def found(*readings: Reading, asked: str = ASKED, entailment=None) -> frozenset[tuple[int, int]]:
    return rivals(understand(asked), held(*readings, asked=asked), entailment or Denying())


def test_two_names_for_one_thing_are_rivals_and_raise_a_warning():
    positions = held(ASH, BECK)
    pairs = rivals(understand(ASKED), positions, Denying())
    assert pairs == {(0, 1)}
    (one,) = disagreements(understand(ASKED), positions, pairs)
    assert one.kind == "contradiction"
    assert {side.answer for side in one.sides} == {"Ann Ash", "Bo Beck"}
    assert disagreements(understand(ASKED), positions) == ()


def test_either_sentence_under_its_title_is_held_against_the_other_answer_as_a_statement():
    model = Denying()
    found(ASH, BECK, entailment=model)
    told = f"On Harbour, part 2. {BECK.words}"
    assert model.judged[0] == (told, "Ann Ash directed the film Harbour.")
    assert len(model.judged) == 2


@pytest.mark.parametrize(
    ("model", "expected"),
    [(Denying(1.0), 1), (Denying(0.0), 0), (Denying(0.4, 0.6), 0)],
)
def test_what_the_other_article_does_not_deny_is_no_rival(model, expected):
    assert len(found(ASH, BECK, entailment=model)) == expected


def test_a_reading_that_is_not_sure_is_no_rival():
    assert found(ASH, BECK.model_copy(update={"probability": 0.6})) == frozenset()


def test_a_sentence_about_somebody_else_is_no_rival():
    other = reading(3, "The play Mountain was directed by Bo Beck in a mill.", "Bo Beck")
    passage = other.passage
    article = passage.article.model_copy(update={"title": "On Mountain"})
    elsewhere = other.model_copy(
        update={"passage": passage.model_copy(update={"article": article})}
    )
    assert found(ASH, elsewhere) == frozenset()


@pytest.mark.parametrize(
    "asked",
    [
        "Which directors worked on the film Harbour?",
        "Who invested in the film Harbour?",
        "Who were the directors of the film Harbour?",
        "Was the film Harbour directed in Turin?",
        "When was the film Harbour directed?",
    ],
)
def test_lists_go_on_elsewhere_and_values_and_yes_or_no_have_rules_of_their_own(asked):
    assert found(ASH, BECK, asked=asked) == frozenset()


def test_without_a_model_nothing_is_a_rival():
    assert rivals(understand(ASKED), held(ASH, BECK), None) == frozenset()


def test_two_forecasts_are_opinions():
    one = reading(4, "Ann Ash could direct the film Harbour in Turin.", "Ann Ash")
    other = reading(5, "Bo Beck might direct the film Harbour in a mill.", "Bo Beck")
    positions = held(one, other)
    (said,) = disagreements(understand(ASKED), positions, {(0, 1)})
    assert said.kind == "opinion"

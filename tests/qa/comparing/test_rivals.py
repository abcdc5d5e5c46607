"""Which answers are set against each other by several signs together."""

from collections.abc import Sequence
from datetime import date

import pytest

from index.models import Article, Passage, Span
from qa.comparing.positions import Held, hold, in_other_words
from qa.comparing.rivals import rivals
from qa.disagree import disagreements
from qa.entail import Judgement
from qa.questions.question import understand
from qa.read import Reading

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


def reading(
    number: int, text: str, answer: str, probability: float = 0.95, title: str = "On Harbour"
) -> Reading:
    article = Article(id=str(number), title=f"{title}, part {number}", text=text)
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
    question = understand(asked)
    return [*hold(question, readings), *in_other_words(question, readings)]


def found(
    *readings: Reading,
    asked: str = ASKED,
    entailment: Denying | None = None,
    read: int = 2,
) -> frozenset[tuple[int, int]]:
    positions = held(*readings, asked=asked)
    return rivals(understand(asked), positions, entailment or Denying(), read=read)


def test_two_names_for_one_thing_are_rivals_and_raise_a_warning():
    positions = held(ASH, BECK)
    pairs = rivals(understand(ASKED), positions, Denying(), read=2)
    assert pairs == {(0, 1)}
    (one,) = disagreements(understand(ASKED), positions, pairs)
    assert one.kind == "contradiction"
    assert {side.answer for side in one.sides} == {"Ann Ash", "Bo Beck"}
    assert disagreements(understand(ASKED), positions) == ()


def test_a_name_that_is_only_reported_is_a_note_beside_one_that_is_confirmed():
    said = reading(2, "The film Harbour was reportedly directed by Bo Beck in a mill.", "Bo Beck")
    (one,) = disagreements(understand(ASKED), held(ASH, said), {(0, 1)})
    assert one.kind == "opinion"


def test_either_sentence_under_its_title_is_held_against_the_other_answer_as_a_statement():
    model = Denying()
    found(ASH, BECK, entailment=model)
    told = f"On Harbour, part 2. {BECK.words}"
    assert model.judged[0] == (told, "Ann Ash directed the film Harbour.")
    assert len(model.judged) == 2


def alike(name: str, *, sure: float = 0.99, on: date | None = None) -> Reading:
    """A sentence that is the same for every name."""
    told = reading(ord(name[0]), f"Of the film Harbour, {name} is the director.", name, sure)
    article = told.passage.article.model_copy(update={"published": on})
    passage = told.passage.model_copy(update={"article": article})
    return told.model_copy(update={"passage": passage})


# The log-odds of .9 are 2.2, of .6 0.4. That the sentences are alike adds 2, and a denial 3. Taken
# off is the logarithm of the number of pairs: 3.6 of 9 passages, 3.8 of 10, 4.9 of 17, 5.0 of 18,
# 6.7 of 40, 7.1 of 50; 0.4 must be left.
@pytest.mark.parametrize(
    ("sure", "denied", "read", "expected"),
    [
        (0.9, 1.0, 40, 1),
        (0.9, 1.0, 50, 0),
        (0.9, 0.0, 9, 1),
        (0.9, 0.0, 10, 0),
        (0.6, 1.0, 17, 1),
        (0.6, 1.0, 18, 0),
    ],
)
def test_the_more_is_read_the_surer_or_the_plainer_the_difference_must_be(
    sure, denied, read, expected
):
    pair = (alike("Ann", sure=sure), alike("Bo"))
    assert len(found(*pair, entailment=Denying(denied), read=read)) == expected


def test_sentences_that_are_told_otherwise_are_further_apart():
    other = reading(3, "Harbour: a film, shot in a mill near Turin by Cid.", "Cid", 0.9)
    assert len(found(alike("Ann", sure=0.9), alike("Bo"), read=30)) == 1
    assert len(found(other, alike("Bo"), read=30)) == 0


@pytest.mark.parametrize(
    ("asked", "days", "expected"),
    [
        ("Who is the current director of the film Harbour?", (3, 4), 1),
        ("Who is the current director of the film Harbour?", (3, None), 1),
        ("Who is the current director of the film Harbour?", (3, 3), 0),
        ("Who is the director of the film Harbour?", (3, 4), 0),
    ],
)
def test_what_changes_may_differ_in_articles_that_are_not_of_one_day(asked, days, expected):
    first, second = (day and date(2026, 5, day) for day in days)
    pair = (alike("Ann", sure=0.9, on=first), alike("Bo", on=second))
    assert len(found(*pair, asked=asked, entailment=Denying(0.0), read=20)) == expected


@pytest.mark.parametrize(
    ("asked", "other", "expected"),
    [
        ("Who is the latest director of the film Harbour?", "now", 1),
        ("Who is the latest director of the film Harbour?", "also", 0),
        ("Who was the director of the film Harbour?", "now", 0),
    ],
)
def test_two_that_are_told_of_now_are_surer_rivals(asked, other, expected):
    texts = (("Ann", "now"), ("Bo", other))
    pair = (
        reading(n, f"Of the film Harbour, {name} is {when} the director.", name, 0.9)
        for n, (name, when) in enumerate(texts)
    )
    assert len(found(*pair, asked=asked, entailment=Denying(0.0), read=60)) == expected


def test_a_sentence_about_somebody_else_is_no_rival():
    text = "The play Mountain was directed by Bo Beck in a mill."
    assert found(ASH, reading(3, text, "Bo Beck", title="On Mountain")) == frozenset()


def test_an_answer_that_is_part_of_the_question_is_no_rival():
    assert found(ASH, reading(3, "The film Harbour was shot in Turin.", "film")) == frozenset()


STADIUM = "In which stadium does Harbour United play?"


@pytest.mark.parametrize(("other", "expected"), [("Mill Stadium", 1), ("old Quay Stadium", 0)])
def test_words_of_the_question_in_both_answers_make_them_no_more_alike(other, expected):
    pair = (
        reading(1, "Harbour United play in Quay Stadium.", "Quay Stadium"),
        reading(2, f"Harbour United play in the {other}.", other),
    )
    assert len(found(*pair, asked=STADIUM)) == expected


WON = "When was the film Harbour shown first?"


@pytest.mark.parametrize(
    ("other", "expected"), [("in May 1961", 1), ("in 1959", 0), ("before the war", 1)]
)
def test_values_are_rivals_unless_both_can_hold(other, expected):
    pair = (
        reading(1, "Harbour was shown first in March 1959.", "in March 1959"),
        reading(2, f"Harbour was shown first {other}.", other),
    )
    assert len(found(*pair, asked=WON)) == expected


@pytest.mark.parametrize(
    ("there", "expected"),
    [("in Lima, Peru, hit Callao", 1), ("in Oslo, Norway, hit Drammen, Moss and Horten", 0)],
)
def test_values_of_different_events_are_no_rivals(there, expected):
    text = "The flood in Lima, Peru, hit Callao and Miraflores, where 12 people died."
    pair = (
        reading(1, text, "12 people", title="Night"),
        reading(2, f"The flood {there}, where 40 people died.", "40 people", title="Day"),
    )
    assert len(found(*pair, asked="How many people died in the flood?")) == expected


def test_answers_in_other_words_than_the_question_can_be_rivals():
    ash = reading(3, "Ann Ash shot Harbour.", "Ann Ash", 0.75)
    positions = held(ash, BECK)
    assert [one.in_other_words for one in positions] == [False, True]
    assert found(ash, BECK) == {(0, 1)}


@pytest.mark.parametrize(
    "asked",
    [
        "Which directors worked on the film Harbour?",
        "Which of the directors worked on the film Harbour?",
        "Who invested in the film Harbour?",
        "Who were the directors of the film Harbour?",
        "Was the film Harbour directed in Turin?",
    ],
)
def test_lists_go_on_elsewhere_and_yes_or_no_has_rules_of_its_own(asked):
    assert found(ASH, BECK, asked=asked) == frozenset()


@pytest.mark.parametrize("asked", ["What was the cost of Harbour?", "What does Harbour cost?"])
def test_what_asks_for_one_thing_asks_for_no_list(asked):
    sum_ = reading(1, "The film Harbour was shot at a cost of £2m.", "£2m")
    other = reading(2, "The film Harbour was made at a cost of £5m.", "£5m")
    assert found(sum_, other, asked=asked) == {(0, 1)}


def test_figures_of_what_a_question_names_may_be_told_among_other_names():
    text = "{} crossed Lake Orrin, which is {} metres deep."
    here, there = "Ash, Birk, Corley, Dunn, Ebbe and Falk", "Garth, Hove, Ivo, Jarl, Knut and Lorn"
    one = reading(1, text.format(here, 40), "40 metres", title="Night")
    other = reading(2, text.format(there, 52), "52 metres", title="Day")
    assert len(found(one, other, asked="How deep is Lake Orrin?")) == 1
    assert not found(one, other, asked="How deep is the lake?")


def test_without_a_model_nothing_is_a_rival():
    assert rivals(understand(ASKED), held(ASH, BECK), None, read=2) == frozenset()


def test_two_forecasts_are_opinions():
    one = reading(4, "Ann Ash could direct the film Harbour in Turin.", "Ann Ash")
    other = reading(5, "Bo Beck might direct the film Harbour in a mill.", "Bo Beck")
    positions = held(one, other)
    (said,) = disagreements(understand(ASKED), positions, {(0, 1)})
    assert said.kind == "opinion"


def test_a_sum_is_no_rival_of_a_number_of_people():
    asked = "How high is the dam at Vega?"
    sum_ = reading(1, "The dam at Vega will cost 110 million dollars.", "110 million dollars")
    people = reading(2, "The dam at Vega has 3,000 people below it.", "3,000 people")
    higher = reading(3, "The dam at Vega will cost 190 million dollars.", "190 million dollars")
    assert found(sum_, people, asked=asked) == frozenset()
    assert found(sum_, higher, asked=asked) == {(0, 1)}


def test_what_one_figure_lacks_of_what_is_asked_speaks_against_a_pair():
    asked = "How much did the launch of the Vega cost?"
    launch = reading(1, "The launch of the Vega cost $72 million.", "$72 million", title="News")
    built = reading(2, "The mast of the Vega cost $260 million.", "$260 million", title="News")
    again = reading(3, "The launch of the Vega cost $99 million.", "$99 million", title="News")
    assert found(launch, built, asked=asked, read=24) == frozenset()
    assert found(launch, again, asked=asked, read=24) == {(0, 1)}


def test_two_words_for_one_side_by_side_are_no_rivals():
    known = reading(1, "Harbour was directed by Ann Ash, known to all as Birch.", "Ann Ash")
    birch = reading(2, "Harbour, a film directed by Birch, was shot in Turin.", "Birch")
    assert found(known, birch) == frozenset()
    far = "Harbour was directed by Ann Ash, who shot all of the film in Turin, and lit by Birch."
    assert found(reading(1, far, "Ann Ash"), birch) == {(0, 1)}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Of the mill, 4,150 workers are told.", "Of the mill, 1,960 workers are told.", 1),
        ("Of the mill, 4,150 workers are told.", "Of the mill, 19,600 looms are told.", 0),
        (
            "Of the mill, 4,150 workers are told, not 1,960.",
            "Of the mill, 1,960 workers are told.",
            1,
        ),
    ],
)
def test_only_figures_of_one_sort_are_set_against_each_other(one, other, expected):
    pair = [reading(n, t, " ".join(t.split()[3:5])) for n, t in enumerate((one, other))]
    asked = "How many workers does the mill have?"
    assert len(found(*pair, asked=asked, entailment=Denying(1.0))) == expected

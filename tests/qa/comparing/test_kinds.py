"""Which figures are set against each other, and which are of other things."""

from datetime import date

import pytest

from index.models import Article
from qa.comparing.positions import hold
from qa.disagree import disagreements
from qa.questions.question import understand
from tests.qa.newsroom import reading
from tests.qa.test_disagree import kinds, told

LONG = "Is the Vega pier longer than 300 metres?"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The Vega pier is 320 metres long.", "The Vega pier measures 280 metres.", True),
        ("The Vega pier is 320 metres long.", "The Vega beach measures 280 metres.", False),
        ("The Vega pier is 320 metres long.", "The Arden pier measures 280 metres.", False),
    ],
)
def test_figures_on_either_side_of_a_threshold_differ_where_they_are_of_one_thing(
    one, other, expected
):
    asked = understand(LONG)
    readings = [
        reading(told(text, by=by), text, figure).model_copy(update={"answer": answer})
        for text, by, figure, answer in (
            (one, "a", "320 metres", "yes"),
            (other, "b", "280 metres", "no"),
        )
    ]
    found = [d.kind for d in disagreements(asked, hold(asked, readings))]
    assert found == (["contradiction"] if expected else [])


def test_figures_of_another_year_are_not_set_against_those_that_are_asked():
    question = "How much did Vega earn in 2024?"
    asked = told("Vega earned $3 million in 2024.", by="a")
    before = told("In 2023 Vega earned $2 million.", by="b")
    again = told("In 2024 Vega earned $2 million.", by="c")
    assert kinds(question, (asked, "$3 million"), (before, "$2 million")) == []
    assert kinds(question, (asked, "$3 million"), (again, "$2 million")) == ["contradiction"]


def less_sure(question: str, *answers: tuple[Article, str]) -> list[str]:
    asked = understand(question)
    readings = [
        reading(article, article.text, answer, probability=0.9) for article, answer in answers
    ]
    return [found.kind for found in disagreements(asked, hold(asked, readings))]


def test_without_an_attribute_only_what_the_reader_is_sure_of_is_set_against_another():
    question = "How many yards did Ann Ash have?"
    asked = understand(question)
    longer = told("Ann Ash was given 90 yards.", by="a")
    shorter = told("Ann Ash was left with 40 yards.", by="b")
    for probability, expected in ((0.9, []), (0.96, ["contradiction"])):
        readings = [
            reading(article, article.text, answer, probability=probability)
            for article, answer in ((longer, "90 yards"), (shorter, "40 yards"))
        ]
        assert [d.kind for d in disagreements(asked, hold(asked, readings))] == expected


def test_whatever_people_are_called_they_are_counted_as_people():
    question = "How many people work at the Vega mill?"
    staff = told("The Vega mill has 460 workers at work.", by="a")
    people = told("At the Vega mill 620 people are at work.", by="b")
    looms = told("At the Vega mill 620 looms are at work.", by="c")
    assert kinds(question, (staff, "460 workers"), (people, "620 people")) == ["contradiction"]
    assert kinds(question, (staff, "460 workers"), (looms, "620 looms")) == []


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        (
            "The Vega pier closed in 1987.",
            "The Vega pier was cut off and closed in 1991.",
            "contradiction",
        ),
        ("The Vega pier closed in 1987.", "Corrected, the Vega pier closed in 1991.", "superseded"),
        ("The Vega pier closes in 2031.", "The Vega pier now closes in 2033.", "superseded"),
        (
            "The Vega pier closes in 2031.",
            "The Vega pier, now cut off, closes in 2033.",
            "contradiction",
        ),
    ],
)
def test_when_something_was_stays_unless_it_is_corrected(earlier, later, expected):
    question = "When is the Vega pier closed?"
    sides = [
        (told(text, on=day, by=by), text.rstrip(".")[-4:])
        for text, day, by in ((earlier, date(2024, 3, 1), "a"), (later, date(2024, 4, 1), "b"))
    ]
    assert kinds(question, *sides) == [expected]


def test_when_it_was_last_changes_with_time():
    sides = [
        (told(f"The Vega last sailed in {year}.", on=date(2024, month, 1), by=by), str(year))
        for year, month, by in ((2019, 3, "a"), (2022, 4, "b"))
    ]
    assert kinds("When is the latest day that the Vega sailed?", *sides) == ["superseded"]


@pytest.mark.parametrize(
    ("question", "first", "second", "expected"),
    [
        (
            "How many mills has Vega?",
            "In 2023 Vega had 40 mills.",
            "In 2024 Vega had 52 mills.",
            "s",
        ),
        (
            "How many mills has Vega?",
            "In 2024 Vega had 40 mills.",
            "In 2024 Vega had 52 mills.",
            "c",
        ),
        ("How many mills has Vega?", "In 2023 Vega had 40 mills.", "Vega had 52 mills.", "c"),
        (
            "How many mills had Vega?",
            "In 2023 Vega had 40 mills.",
            "In 2024 Vega had 52 mills.",
            "c",
        ),
    ],
)
def test_undated_figures_of_two_years_change_where_it_is_asked_what_is(
    question, first, second, expected
):
    sides = [
        (told(text, by=by), figure)
        for text, by, figure in ((first, "a", "40 mills"), (second, "b", "52 mills"))
    ]
    assert [one[0] for one in kinds(question, *sides)] == [expected]


@pytest.mark.parametrize(
    ("unit", "expected"), [("locations", ["contradiction"]), ("mills", []), ("shops", [])]
)
def test_what_an_outlet_is_called_makes_no_difference_where_the_names_may_mean_one(unit, expected):
    one = told("The Vega chain has 657 restaurants.", by="a")
    other = told(f"The Vega chain has 612 {unit}.", by="b")
    sides = ((one, "657 restaurants"), (other, f"612 {unit}"))
    assert kinds("How many restaurants has the Vega chain?", *sides) == expected


def test_what_leaves_room_for_the_other_figure_need_be_no_change():
    one = told("In 2023 Vega had over 40 mills.", by="a")
    other = told("In 2024 Vega had 52 mills.", by="b")
    sides = ((one, "over 40 mills"), (other, "52 mills"))
    assert kinds("How many mills has Vega?", *sides) == ["estimate"]


def test_what_the_kind_of_answer_implies_need_not_be_said():
    question = "What is the price of an adult ticket in Arden?"
    one = told("A ticket for an adult in Arden is £17.", by="a")
    other = told("In Arden adult tickets are £14.", by="b")
    assert less_sure(question, (one, "£17"), (other, "£14")) == ["contradiction"]


def test_a_sum_alone_says_nothing_of_what_is_worth_it():
    stake = told("The stake in Vega is $135 million.", by="a")
    loan = told("Vega borrowed $850 million.", by="b")
    sides = ((stake, "$135 million"), (loan, "$850 million"))
    assert less_sure("How much is Vega worth?", *sides) == []
    asked = understand("How much is Vega worth?")
    readings = [reading(article, article.text, answer) for article, answer in sides]
    surely = readings[0].model_copy(update={"probability": 0.97})
    assert len(hold(asked, [surely, readings[1].model_copy(update={"probability": 0.9})])) == 2


def test_what_bears_the_name_that_is_counted_is_counted():
    one = told("There are 657 Oak Barrel restaurants as of 2025.", by="a")
    other = told("In 2024 there were 612 Oak Barrel stores.", by="b")
    sides = ((one, "657 Oak Barrel restaurants"), (other, "612 Oak Barrel stores"))
    assert kinds("How many Oak Barrels are there?", *sides) == ["superseded"]
    assert kinds("How many restaurants are there?", *sides) == []


def test_two_censuses_are_two_times_of_one_population():
    one = told("At the 2011 census Arden had a population of 18,400, Bo Birk of Lodz said.", by="a")
    other = told("The population of Arden is 21,050 as of 2021, said Eve Fenn of Gale.", by="b")
    sides = ((one, "18,400"), (other, "21,050"))
    assert kinds("What is the population of Arden?", *sides) == ["superseded"]
    assert kinds("What was the population of Arden?", *sides) != ["superseded"]


def test_days_of_what_a_question_names_are_compared_whoever_else_is_named():
    text = "{} saw the lease of Orrin end on {} May 2011."
    here, there = "Ash, Birk, Corley, Dunn and Ebbe", "Garth, Hove, Ivo, Jarl and Knut"
    one, other = (
        told(text.format(who, day), by=who[0]).model_copy(update={"title": who})
        for who, day in ((here, 3), (there, 9))
    )
    answers = (one, "3 May 2011"), (other, "9 May 2011")
    assert kinds("When did the lease of Orrin end?", *answers) == ["contradiction"]
    assert kinds("When did the lease of the hall end?", *answers) == ["scope"]


COST = "How much did the Vega bridge cost?"
PAID = "The Vega bridge cost $45 million."


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("The Vega bridge reportedly cost $30 million.", "opinion"),
        ("The Vega bridge is expected to cost $30 million.", "opinion"),
        ("The Vega bridge cost $30 million, as was expected to please many.", "contradiction"),
        ("The Vega bridge cost $30 million.", "contradiction"),
    ],
)
def test_what_is_reported_does_not_contradict_what_is_confirmed(said, expected):
    paid, reported = told(PAID, by="a"), told(said, by="b")
    assert kinds(COST, (paid, "$45 million"), (reported, "$30 million")) == [expected]


def test_what_was_expected_is_superseded_by_what_a_later_article_confirms():
    text = "The Vega bridge is expected to cost $30 million."
    for year, expected in ((2024, "superseded"), (2026, "opinion")):
        paid = told(PAID, by="a").model_copy(update={"published": date(2025, 3, 1)})
        before = told(text, by="b").model_copy(update={"published": date(year, 3, 1)})
        assert kinds(COST, (paid, "$45 million"), (before, "$30 million")) == [expected]


def test_where_a_question_asks_for_a_rumour_it_is_an_answer():
    paid = told("The Vega bridge, long a rumour, cost $45 million.", by="a")
    reported = told("The Vega bridge reportedly cost $30 million after each rumour.", by="b")
    sides = (paid, "$45 million"), (reported, "$30 million")
    assert kinds(COST, *sides) == ["opinion"]
    assert kinds(COST.replace("Vega", "rumoured Vega"), *sides) == ["contradiction"]

"""What the positions disagree on, and how."""

from datetime import date

import pytest

from index.models import Article
from qa.answers.objections import objections
from qa.comparing.positions import hold
from qa.disagree import disagreements
from qa.questions.question import understand
from tests.qa.newsroom import COURIER, DEATHS, GAZETTE, HERALD, TOLL, passage, reading


def told(text: str, *, on: date | None = None, by: str = "a") -> Article:
    return Article(id=by, title="t", text=text, published=on)


def kinds(question: str, *answers: tuple[Article, str]) -> list[str]:
    asked = understand(question)
    held = hold(asked, [reading(article, article.text, answer) for article, answer in answers])
    return [found.kind for found in disagreements(asked, held)]


def test_two_tolls_of_one_flood_are_a_contradiction_with_both_sides():
    surely = [one.model_copy(update={"probability": 0.97}) for one in DEATHS]
    (found,) = disagreements(TOLL, hold(TOLL, surely))
    assert found.kind == "contradiction"
    assert [side.answer for side in found.sides] == ["12", "31"]
    assert found.about == "How many people died in the flood? 12, or 31"


def test_sides_that_are_whole_sentences_are_not_told_in_the_line_above_them():
    question = "What do the articles say about the Vega ferry ticket?"
    texts = [
        "The Vega ferry ticket ends with the season, the operator told passengers on its lines.",
        "The Vega ferry ticket remains unchanged next year, the operator told passengers today.",
    ]
    asked = understand(question).model_copy(update={"kinds": ("text",)})
    readings = [reading(told(t, by=t[-9:]), t, t) for t in texts]
    (found,) = disagreements(asked, hold(asked, readings))
    assert found.about == question


def test_equal_values_raise_nothing():
    assert disagreements(TOLL, hold(TOLL, [DEATHS[0], DEATHS[2]])) == ()


MONEY = "How much did the bridge cost?"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("It cost $13 billion.", "$13 billion"), ("It cost $135 billion.", "$135 billion"),
         ["contradiction"]),
        (("It cost over $13 billion.", "$13 billion"), ("It cost $14 billion.", "$14 billion"),
         ["estimate"]),
        (("It cost €13 million.", "€13 million"), ("It cost $14 million.", "$14 million"), []),
        (("It could cost $3 million.", "$3 million"), ("It may cost $9 million.", "$9 million"),
         ["opinion"]),
    ],
)  # fmt: skip
def test_values_are_compared_by_rule(one, other, expected):
    (text_a, answer_a), (text_b, answer_b) = one, other
    answers = ((told(text_a, by="a"), answer_a), (told(text_b, by="b"), answer_b))
    assert kinds(MONEY, *answers) == expected
    assert kinds(MONEY, *reversed(answers)) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How many mills are there in Turin?", "superseded"),
        ("What is the latest count of mills in Turin?", "superseded"),
        ("How many mills were there in Turin in 1990?", "contradiction"),
    ],
)
def test_of_what_changes_with_time_the_later_article_has_the_newer_answer(question, expected):
    sides = ((date(2024, 1, 1), 12), (date(2026, 1, 1), 31))
    texts = [(day, f"{count} mills stood in Turin in 1990.", f"{count}") for day, count in sides]
    dated = [(told(text, on=day, by=answer), answer) for day, text, answer in texts]
    undated = [(told(text, by=answer), answer) for _, text, answer in texts]
    assert kinds(question, *dated) == [expected]
    assert kinds(question, *undated) == ["contradiction"]


def test_a_later_revision_supersedes():
    first = told("12 people died.", on=date(2026, 3, 1), by="a")
    later = told("Now 31 people are known to have died.", on=date(2026, 3, 3), by="b")
    undated = told("Now 31 people are known to have died.", by="c")
    assert kinds("How many people died?", (first, "12"), (later, "31")) == ["superseded"]
    assert kinds("How many people died?", (first, "12"), (undated, "31")) == ["contradiction"]


def test_yes_against_no_is_a_contradiction_unless_one_side_tells_of_a_change():
    safe, unsafe = told("The bridge is safe.", by="a"), told("The bridge is not safe.", by="b")
    question = "Is the bridge safe?"
    assert kinds(question, (safe, "yes"), (unsafe, "no")) == ["contradiction"]
    ended = told("The firm no longer holds an exclusive licence.", by="a")
    kept = told("The firm maintains its exclusive licence.", by="b")
    assert kinds("Is the licence exclusive?", (ended, "no"), (kept, "yes")) == ["superseded"]


NEWS_OF_ASH = "Ash, Birch, Lund, Garth and Corley spoke. The Vega licence is exclusive."
NEWS_OF_DORN = "Dorn, Elder, Oslo, Moss and Fenwick met. The Vega licence is not exclusive."


def test_yes_against_no_where_both_name_all_whatever_else_their_passages_tell_of():
    def kinds_of(question):
        asked = understand(question)
        said = [
            reading(told(text, by=by), text.partition(". ")[2], answer)
            for text, by, answer in ((NEWS_OF_ASH, "a", "yes"), (NEWS_OF_DORN, "b", "no"))
        ]
        return [found.kind for found in disagreements(asked, hold(asked, said))]

    assert kinds_of("Is the Vega licence exclusive?") == ["contradiction"]
    assert kinds_of("Is the licence exclusive?") == []  # Of whom, neither says.
    assert kinds_of("Is the licence exclusive on Sunday?") == []  # A day is no name.


def test_a_no_that_tells_of_a_change_supersedes_where_it_is_asked_what_still_holds():
    kept, ended = told("It is rare.", by="a"), told("It is no longer rare.", by="b")
    assert kinds("Is it still rare?", (kept, "yes"), (ended, "no")) == ["superseded"]
    assert kinds("Is it rare?", (kept, "yes"), (ended, "no")) == ["contradiction"]
    then, now = (told(one.text, by=one.id, on=date(2026, month, 1))
                 for one, month in ((kept, 1), (ended, 2)))  # fmt: skip
    assert kinds("Is it rare?", (then, "yes"), (now, "no")) == ["superseded"]


def test_yes_and_no_of_other_times_are_none_unless_a_time_is_asked_about():
    then, now = told("In 1985 it was safe.", by="a"), told("Since 2012 it is not safe.", by="b")
    assert kinds("Is the bridge safe?", (then, "yes"), (now, "no")) == []
    assert kinds("Is it safe since 2012?", (then, "yes"), (now, "no")) == ["contradiction"]


def test_change_and_continuity_are_of_one_thing_where_both_tell_of_what():
    asked = "What do the articles say about the Vega ferry ticket?"
    ends = told("The Vega ferry abolishes its weekly ticket.", by="a")
    day = told("The day ticket of the Vega ferry is unchanged.", by="b")
    week = told("The ticket of the Vega ferry is unchanged.", by="c")
    assert kinds(asked, (ends, "abolishes"), (day, "unchanged")) == []
    assert kinds(asked, (ends, "abolishes"), (week, "unchanged")) == ["superseded"]
    opens = told("The Vega ferry opens a bar.", by="f")
    changed = "What has changed at the Vega ferry?"
    assert kinds(changed, (opens, "opens a bar"), (week, "unchanged")) == []
    past = told("In 1985 the ticket of the Vega ferry was unchanged.", by="d")
    since = told("Since 2012 the Vega ferry abolishes its ticket.", by="e")
    assert kinds(asked, (since, "abolishes"), (past, "unchanged")) == []


def test_what_objects_to_the_end_that_is_asked_for_need_not_call_it_by_its_name():
    ends = told("The ferry ticket was replaced and its rules end in May.", by="a")
    kept = told("The ferry ticket system is unaffected.", by="b")
    asked = "When does the ferry ticket end?"
    assert kinds(asked, (ends, "in May"), (kept, "unaffected")) == ["superseded"]


def test_an_article_that_denies_the_change_asked_about_objects():
    asked = understand("When does the bridge toll end?")
    passages = [passage(article) for article in (HERALD, COURIER, GAZETTE)]
    (found,) = objections(asked, passages, answered=frozenset({"gazette"}))
    assert found.passage.article.id == "courier"
    assert (found.answer, found.words) == ("unaffected", "The bridge toll is unaffected.")
    ends = reading(GAZETTE, "The bridge toll ends in 2027, the council decided.", "2027")
    (raised,) = disagreements(asked, hold(asked, [ends, found]))
    assert raised.kind == "superseded"
    assert [side.answer for side in raised.sides] == ["2027", "unaffected"]


@pytest.mark.parametrize(
    "question", ["How high is the bridge toll?", "When does the ferry service end?"]
)
def test_nothing_objects_where_no_change_is_asked_about_or_of_another_thing(question):
    passages = [passage(article) for article in (HERALD, COURIER, GAZETTE)]
    assert objections(understand(question), passages, answered=frozenset()) == []


def test_a_sentence_about_another_thing_of_the_same_company_is_not_set_against_it():
    paid = told("Acme paid a dividend of $3 million.", by="a")
    owed = told("Acme paid $9 million for a ship.", by="b")
    question = "How much dividend did shareholders of Acme receive?"
    asked = understand(question)
    readings = [
        reading(paid, paid.text, "$3 million", probability=0.6),
        reading(owed, owed.text, "$9 million", probability=0.6),
    ]
    assert disagreements(asked, hold(asked, readings)) == ()


def test_a_date_that_is_only_pointed_at_is_not_set_against_a_named_one():
    named = told("The toll ended on 3 May 2026.", on=date(2026, 6, 1), by="a")
    pointed = told("The toll ended yesterday.", on=date(2026, 6, 1), by="b")
    assert kinds("When did the toll end?", (named, "3 May 2026"), (pointed, "yesterday")) == []


TWO = told("The toll on the bridge ends in 2027, the council of Bremen said.", by="a")
NINE = told("The toll on the bridge ends in 2029, the council of Bremen said on Monday.", by="b")


def test_sentences_alike_but_for_a_value_disagree_whatever_was_asked():
    assert kinds("Why does the toll end?", (TWO, TWO.text), (NINE, NINE.text)) == ["contradiction"]


def test_sentences_alike_but_for_a_value_are_two_positions():
    nearly = told(TWO.text.replace("2027", "2029"), by="c")
    assert kinds("Why does the toll end?", (TWO, TWO.text), (nearly, nearly.text)) == [
        "contradiction"
    ]


@pytest.mark.parametrize(
    "other",
    [
        "The toll on the ferry to Lund was paid by 2029 drivers in spring, says its captain.",
        "The toll on the bridge ends before 2028, the council of Bremen said.",
        "The toll on the bridge ends in 2027, not in 2029, the council of Bremen said.",
        "The toll on the bridge ends some day, the council of Bremen said.",
    ],
)
def test_other_sentences_do_not_disagree_in_a_value(other):
    article = told(other, by="b")
    assert kinds("Why does the toll end?", (TWO, TWO.text), (article, article.text)) == []


WATCH = "How much does the Acme Watch cost?"


def test_prices_of_two_models_are_of_different_scope():
    ultra = told("Today the Acme Watch Ultra costs $799.", by="a")
    small = told("Today the Acme Watch Mini costs $249.", by="b")
    plain = told("Today the Acme Watch costs $399.", by="c")
    assert kinds(WATCH, (ultra, "$799"), (small, "$249")) == ["scope"]
    assert kinds(WATCH, (ultra, "$799"), (plain, "$399")) == ["contradiction"]


def test_a_sentence_without_the_names_asked_about_is_not_set_against_one_with_them():
    scored = told("In the cup final Anna Lindt scored 20 points.", by="a")
    others = told("In the cup final the visitors scored 115 points.", by="b")
    question = "How many points did Anna Lindt score?"
    assert kinds(question, (scored, "20 points"), (others, "115 points")) == []


def test_names_alone_are_no_subject_that_a_change_could_be_of():
    ended = told("Acme and Bolt ended their talks.", by="a")
    stays = told("Acme said that its tie to Bolt remains in place.", by="b")
    assert kinds("What did Acme say about Bolt?", (ended, ended.text), (stays, stays.text)) == []


def test_differences_that_do_not_touch_are_two_disagreements():
    prices = (("Ultra", 799, 739, "a", "b"), ("Mini", 249, 199, "c", "d"))
    answers = [
        (told(f"Today the Acme Watch {model} costs ${price}.", by=by), f"${price}")
        for model, high, low, one, other in prices
        for price, by in ((high, one), (low, other))
    ]
    asked = understand(WATCH)
    held = hold(asked, [reading(article, article.text, answer) for article, answer in answers])
    found = [(d.kind, [s.answer for s in d.sides]) for d in disagreements(asked, held)]
    assert found == [
        ("contradiction", ["$799", "$739"]),
        ("contradiction", ["$249", "$199"]),
        ("scope", ["$799", "$739", "$249", "$199"]),
    ]


def test_tolls_of_two_earthquakes_are_noted_as_of_different_things():
    kabul = told("In Khost and Paktika, near Kabul, 1,000 people were killed.", by="a")
    rome = told("In Amatrice and Norcia, north of Rome, 299 people were killed.", by="b")
    again = told("In Khost, Paktika and Kabul 1,500 people were killed.", by="c")
    question = "How many people were killed?"
    assert kinds(question, (kabul, "1,000 people"), (rome, "299 people")) == ["scope"]
    assert kinds(question, (kabul, "1,000 people"), (again, "1,500 people")) == ["contradiction"]

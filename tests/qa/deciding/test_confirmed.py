"""What an article answers instead confirms what a question names, or says something else."""

from datetime import date, timedelta

import pytest

from index.models import Article
from qa.deciding.confirmed import (
    DENIES,
    DENIES_NAME,
    MOST_READ,
    ONE_STORY,
    SAYS_ELSE,
    SAYS_NAME,
    SAYS_SO,
    Told,
    confirmations,
    confirmed,
    read_for,
)
from qa.deciding.focus import foci
from qa.entail import TrainedEntailment
from qa.models import Answer
from qa.read import SpanReader
from qa.respond import Responder
from qa.write import QuoteWriter
from tests.qa.deciding.test_yes_no import NOTHING, TableEntailment
from tests.qa.newsroom import TableReader, passage, reading, reading_in

DAY = date(2026, 3, 2)
CLOSED = "Did the Aldwick quarry close in 1991?"
IN_1991 = "The Aldwick quarry closed in 1991."
IN_1987 = "The Aldwick quarry closed in 1987."


def article(text: str, *, by: str = "post", published: date | None = DAY) -> Article:
    return Article(id=by, title="Quarry", publisher=by, published=published, text=text)


def told(question: str, sentence: str, answer: str, *, probability: float = 0.96, **of) -> Told:
    focus, *_ = foci(question)
    return Told(focus, reading(article(sentence, **of), sentence, answer, probability=probability))


def said(question: str, *found: Told, denies: dict[str, float] = NOTHING) -> list[tuple[str, str]]:
    model = TableEntailment(supports=NOTHING, denies=denies)
    return [(one.passage.article.id, one.answer) for one in confirmations(question, found, model)]


@pytest.mark.parametrize(
    ("question", "sentence", "answer", "expected"),
    [
        (CLOSED, IN_1991, "1991", "yes"),
        (CLOSED, IN_1987, "1987", "no"),
        (CLOSED, "It closed on 5 May 1991.", "5 May 1991", "yes"),
        ("Did it close on 5 May 1991?", "It closed in May 1991.", "May 1991", None),
        ("Did it close on 5 May?", "It closed on 5 May 1991.", "5 May 1991", "yes"),
        ("Did it close on 5 May?", "It closed in 1991.", "1991", None),
        ("Did it close on 5 May 2018?", "It closed on 5 May.", "5 May", None),
        ("Was Ash jailed for six years?", "Ash got four years.", "four years", "no"),
        ("Were 164 houses lost?", "In all 118 homes burned.", "118 homes", "no"),
        ("Were 164 students enrolled?", "It had 900 applications.", "900 applications", None),
        ("Did it cost $192?", "It cost $190.", "$190", None),
        ("Did it cost $192?", "It cost $145.", "$145", "no"),
        ("Did it cost $3 million?", "It cost more than $3 million.", "$3 million", "yes"),
        ("Did it cost $3 million?", "It cost a lot.", "a lot", None),
        ("Did Ann Ash find it?", "It was found by Ash.", "Ash", "yes"),
        ("Did Ann Ash find it?", "It was found by Bo Birk.", "Bo Birk", "no"),
        ("Did Ann Ash find it?", "A farmer found it.", "A farmer", None),
        ("Is it to be built in Germany?", "It is to be built in Munich.", "Munich", "yes"),
        ("Is it in Pradol?", "Pradol will have it.", "Pradol", "yes"),
    ],
)
def test_an_answer_is_what_is_named_or_something_else_or_neither(
    question, sentence, answer, expected
):
    focus, *_ = foci(question)
    assert confirmed(focus, reading_in(sentence, answer)) == expected


def test_who_answers_so_says_yes_and_who_answers_otherwise_and_contradicts_says_no():
    found = [
        told(CLOSED, IN_1991, "1991", by="post"),
        told(CLOSED, IN_1987, "1987", by="herald"),
    ]
    assert said(CLOSED, *found, denies={IN_1987: DENIES}) == [("post", "yes"), ("herald", "no")]
    assert said(CLOSED, *found, denies={IN_1987: DENIES - 0.01}) == [("post", "yes")]


def test_where_nobody_says_yes_less_is_enough_for_a_no():
    only = told(CLOSED, IN_1987, "1987")
    assert said(CLOSED, only, denies={IN_1987: 0.3}) == [("post", "no")]
    assert said(CLOSED, only, denies={IN_1987: 0.1}) == []


@pytest.mark.parametrize(("sure", "expected"), [(DENIES_NAME, ["no"]), (DENIES_NAME - 0.01, [])])
def test_another_name_alone_denies_only_where_the_network_is_sure(sure, expected):
    asked, torn = "Did Ann Ash tear a tendon in Corley?", "Bo Birk tore a tendon in Corley."
    heard = said(asked, told(asked, torn, "Bo Birk"), denies={torn: sure})
    assert [answer for _, answer in heard] == expected


def test_weeks_later_it_is_mostly_another_event():
    yes = told(CLOSED, IN_1991, "1991", by="post")
    late = {
        days: told(CLOSED, IN_1987, "1987", by="herald", published=DAY + timedelta(days=days))
        for days in (ONE_STORY, ONE_STORY + 1)
    }
    sure = {IN_1987: 0.85}
    assert said(CLOSED, yes, late[ONE_STORY], denies=sure)[1:] == [("herald", "no")]
    assert said(CLOSED, yes, late[ONE_STORY + 1], denies=sure)[1:] == []
    assert said(CLOSED, yes, late[ONE_STORY + 1], denies={IN_1987: 0.95})[1:] == [("herald", "no")]


@pytest.mark.parametrize(("less", "expected"), [(0.0, ["yes", "no"]), (0.01, [])])
def test_the_reader_has_to_be_sure(less, expected):
    found = [
        told(CLOSED, IN_1991, "1991", by="post", probability=SAYS_SO - less),
        told(CLOSED, IN_1987, "1987", by="herald", probability=SAYS_ELSE - less),
    ]
    assert [answer for _, answer in said(CLOSED, *found, denies={IN_1987: 0.9})] == expected


def test_a_sentence_that_has_what_is_named_and_denies_it_says_no_yes():
    never = "The Aldwick quarry did not close in 1991."
    assert said(CLOSED, told(CLOSED, never, "1991"), denies={never: 0.6}) == []


def test_an_article_that_has_what_is_named_says_no_no():
    both = "The Aldwick quarry closed in 1987, and its mill in 1991."
    assert said(CLOSED, told(CLOSED, both, "1987"), denies={both: 0.9}) == []


def test_one_that_has_it_in_another_sentence_says_no_only_beyond_doubt():
    text = f"{IN_1987} The mill closed in 1991."
    focus, *_ = foci(CLOSED)
    found = Told(focus, reading(article(text), IN_1987, "1987"))
    assert said(CLOSED, found, denies={IN_1987: 0.97}) == [("post", "no")]
    assert said(CLOSED, found, denies={IN_1987: 0.96}) == []


def test_what_was_told_of_another_year_or_of_the_injured_says_no_no():
    asked = "Did 12 people die in Aldwick in 2019?"
    for other in ("In 2024 31 people died in Aldwick.", "In Aldwick 31 people were hurt."):
        assert said(asked, told(asked, other, "31 people"), denies={other: 0.9}) == []


def test_all_figures_of_the_question_have_to_be_told():
    asked = "Did Ash pay $3 million for 40 mills?"
    other = "Ash paid $3 million for 12 mills."
    same = "Ash paid $3 million for 40 mills."
    assert said(asked, told(asked, other, "$3 million")) == []
    assert said(asked, told(asked, same, "$3 million")) == [("post", "yes")]


def test_a_name_that_is_named_has_to_be_entailed():
    asked, named = "Is Ann Ash the buyer?", "Ann Ash looked at the mill."
    model = TableEntailment(supports={named: 0.4}, denies=NOTHING)
    assert confirmations(asked, [told(asked, named, "Ann Ash")], model) == []
    model = TableEntailment(supports={named: 0.5}, denies=NOTHING)
    (found,) = confirmations(asked, [told(asked, named, "Ann Ash")], model)
    assert found.answer == "yes"


def test_what_says_the_same_in_another_way_makes_it_as_sure():
    found = told(CLOSED, IN_1991, "1991", probability=0.7)
    beside = reading(found.reading.passage.article, IN_1991, "yes", probability=0.99)
    model = TableEntailment(supports=NOTHING, denies=NOTHING)
    one, other = confirmations(CLOSED, [found], model, beside=[beside])
    assert (one.answer, one.probability, one.span) == ("yes", 0.99, found.reading.span)
    assert other == beside


@pytest.mark.parametrize(
    ("answer", "probability", "expected"),
    [
        ("1987", SAYS_ELSE, []),
        ("1987", SAYS_ELSE - 0.01, ["yes"]),
        ("1991", SAYS_ELSE, ["yes", "yes"]),
    ],
)
def test_a_yes_gives_way_where_its_sentence_answers_with_another_date(
    answer, probability, expected
):
    both = "It was sold in 1991, and in 1987 the Aldwick quarry closed."
    found = told(CLOSED, both, answer, probability=probability)
    beside = reading(found.reading.passage.article, both, "yes", probability=0.99)
    model = TableEntailment(supports=NOTHING, denies=NOTHING)
    kept = confirmations(CLOSED, [found], model, beside=[beside])
    assert [one.answer for one in kept] == expected


def test_a_no_by_its_words_gives_way_to_the_figure_that_is_named_and_entailed():
    found = told(CLOSED, IN_1991, "1991")
    beside = reading(found.reading.passage.article, IN_1991, "no", probability=1.0)
    elsewhere = reading(article(IN_1987, by="herald"), IN_1987, "no")
    for entailed, expected in ((0.5, ["yes", "no"]), (0.4, ["yes", "no", "no"])):
        model = TableEntailment(supports={IN_1991: entailed}, denies=NOTHING)
        kept = confirmations(CLOSED, [found], model, beside=[beside, elsewhere])
        assert [one.answer for one in kept] == expected
        assert kept[-1] == elsewhere


def test_no_more_passages_are_read_than_for_the_question_itself():
    texts = [article(IN_1987, by=f"p{number}") for number in range(1, MOST_READ + 9)]
    reader = TableReader(*((one.id, IN_1987, "1987") for one in texts))
    found = read_for(reader, CLOSED, [passage(one) for one in texts])
    assert [one.reading.passage.article for one in found] == texts[:MOST_READ]


@pytest.mark.parametrize(("less", "expected"), [(0.0, ["yes"]), (0.01, [])])
def test_of_a_name_the_reader_has_to_be_surer(less, expected):
    asked, named = "Is Ann Ash the buyer?", "Ann Ash bought the mill."
    model = TableEntailment(supports={named: 0.9}, denies=NOTHING)
    found = confirmations(
        asked, [told(asked, named, "Ann Ash", probability=SAYS_NAME - less)], model
    )
    assert [one.answer for one in found] == expected


def test_passages_are_read_for_what_their_articles_can_tell():
    reader = TableReader(("post", IN_1987, "1987"), ("herald", "The ferry sank in 1987.", "1987"))
    other = article("The ferry sank in 1987.", by="herald")
    (found,) = read_for(reader, CLOSED, [passage(article(IN_1987)), passage(other, rank=2)])
    assert reader.asked == ["Did the Aldwick quarry close when?"]
    assert (found.reading.passage.article.id, found.reading.answer) == ("post", "1987")


def answered(question: str, *articles: Article) -> Answer:
    responder = Responder(SpanReader(), TrainedEntailment(), QuoteWriter())
    found = [passage(one, rank=rank) for rank, one in enumerate(articles, start=1)]
    return responder.respond(question, found)


def test_a_year_that_another_article_denies_is_warned_of():
    answer = answered(
        "Did the quarry at Aldwick close in 1991?",
        article(
            "The slate quarry at Aldwick closed in 1987 and has been fenced off since.", by="a"
        ),
        article("The last slate was cut at Aldwick quarry in 1991, the year it shut.", by="b"),
    )
    (raised,) = answer.disagreements
    assert raised.warns
    assert raised.about.endswith("close in 1991? no (1987), or yes (1991)")
    assert {side.answer: side.citations[0].article_id for side in raised.sides} == {
        "yes": "b",
        "no": "a",
    }


def test_a_figure_that_no_article_has_is_answered_with_no():
    answer = answered(
        "Did rescuers bring 20 hikers down from Mount Arrend?",
        article("Rescuers brought 12 hikers down from Mount Arrend on Sunday."),
    )
    assert [position.answer for position in answer.positions] == ["no"]


def test_two_places_are_set_against_each_other_though_the_articles_share_one_name():
    answer = answered(
        "Is Solquist going to put its new battery plant in Mirlenbach?",
        article(
            "After two years of talks it is official: the battery maker Solquist is coming to"
            " Mirlenbach. Mayor Ute Brand and the unions of Unterau and Salm welcomed it.",
            by="a",
        ),
        article(
            "Solquist will build its new battery plant in Grafenrode, the company"
            " announced on Tuesday. The bank of Bo Birk in Tolm called that well chosen.",
            by="b",
        ),
    )
    assert {position.answer for position in answer.positions} == {"yes", "no"}
    assert [raised.warns for raised in answer.disagreements] == [True]


def test_a_sentence_in_other_words_answers_where_its_figure_was_read():
    answer = answered(
        "Were 212 passengers on board the ferry Sigrun Vale when it ran aground?",
        article(
            "The car ferry Sigrun Vale ran aground in thick fog. All 212 passengers were taken off"
            " by lifeboats within two hours, the coast guard said.",
            by="a",
        ),
        article("The Sigrun Vale was carrying 187 passengers when it ran aground.", by="b"),
    )
    assert {position.answer for position in answer.positions} == {"yes", "no"}

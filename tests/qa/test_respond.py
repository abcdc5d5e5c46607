"""Documents that come with a question are answered from without an index."""

import pytest

from index.asked import Asked
from index.models import Article
from index.publishers import Publishers
from qa.respond import Responder
from qa.write import QuoteWriter
from tests.qa.comparing.test_rivals import Denying
from tests.qa.deciding.test_yes_no import NOTHING, TableEntailment
from tests.qa.newsroom import COURIER, GAZETTE, HERALD, TableReader, passage
from tests.qa.test_ask import ALL, DEATHS


def respond(question, *rows, passages=ALL, entailment=None):
    return Responder(TableReader(*rows), entailment, QuoteWriter()).respond(question, passages)


def test_passages_that_are_at_hand_are_answered_from_like_those_that_are_found():
    answer = respond("How many people died?", *DEATHS)
    assert (answer.question, answer.headline) == ("How many people died?", "12")
    assert [position.origins for position in answer.positions] == [2, 1]
    assert [found.kind for found in answer.disagreements] == ["contradiction"]


def test_what_was_read_already_is_answered_from_without_reading():
    reader = TableReader(*DEATHS)
    responder = Responder(reader, None, QuoteWriter())
    asked = "How many people died?"
    readings = TableReader(*DEATHS).read(asked, ALL)
    assert responder.compare(asked, ALL, readings) == respond(asked, *DEATHS)
    assert reader.asked == []
    assert not responder.compare(asked, ALL, []).answered


def test_what_is_not_said_is_declined_and_the_first_passages_are_nearest():
    extra = Article(id="post", title="Snow", text="Snow fell on the hills.")
    answer = respond("Who won?", passages=[*ALL, passage(extra, rank=4)])
    assert (answer.answered, answer.silent) == (False, ("herald", "courier", "gazette", "post"))
    assert [near.article.id for near in answer.nearest] == ["herald", "courier", "gazette"]


def test_without_entailment_a_yes_or_no_question_is_answered_with_the_words_that_were_read():
    question, ends = "Does the bridge toll end in 2027?", GAZETTE.text.split(". ")[0] + "."
    row = ("gazette", ends, "in 2027")
    assert [p.answer for p in respond(question, row).positions] == ["in 2027"]
    stays = COURIER.text.split(". ")[1]
    for denies, said in (({stays: 0.9}, ["yes", "no"]), (NOTHING, ["yes"])):
        judged = TableEntailment(supports={ends: 0.9}, denies=denies)
        found = respond(question, row, entailment=judged)
        assert [position.answer for position in found.positions] == said


class UnsureReader(TableReader):
    """Is as sure of an answer as its table says: 0.3."""

    def read(self, question, passages):
        return [
            reading.model_copy(update={"probability": 0.3})
            for reading in super().read(question, passages)
        ]


def test_weak_answers_count_where_articles_bear_each_other_out():
    def answer(*rows):
        return Responder(UnsureReader(*rows), None, QuoteWriter()).respond(
            "How many people died?", ALL
        )

    assert answer(DEATHS[0], DEATHS[2]).headline == "12"  # 1 - 0.7 * 0.7 = 0.51
    assert not answer(DEATHS[0], DEATHS[1]).answered  # each 0.3, below 0.5


def test_an_objection_of_an_article_that_does_not_answer_is_heard():
    answer = respond(
        "When does the bridge toll end?",
        ("gazette", "The bridge toll ends in 2027, the council decided.", "2027"),
        passages=[passage(GAZETTE), passage(COURIER, rank=2), passage(HERALD, rank=3)],
    )
    assert [found.kind for found in answer.disagreements] == ["superseded"]
    assert [side.citations[0].article_id for side in answer.disagreements[0].sides] == [
        "gazette",
        "courier",
    ]
    assert answer.silent == ("herald",)


SHOT = Article(id="shot", title="Turin", text="Ann Ash shot Harbour. Its mill is old.")
DIRECTED = Article(id="directed", title="Mills", text="Harbour was directed by Bo Beck.")


@pytest.mark.parametrize(
    ("sentence", "answer", "shown"),
    [("Ann Ash shot Harbour.", "Ann Ash", True), ("Its mill is old.", "mill", False)],
)
def test_an_answer_in_other_words_is_shown_where_it_is_set_against_another(sentence, answer, shown):
    found = respond(
        "Who directed Harbour?",
        ("directed", DIRECTED.text, "Bo Beck"),
        ("shot", sentence, answer),
        passages=[passage(DIRECTED), passage(SHOT, rank=2)],
        entailment=Denying(),
    )
    assert [one.answer for one in found.positions] == ["Bo Beck", answer][: 1 + shown]
    assert [one.kind for one in found.disagreements] == ["contradiction"] * shown
    assert found.silent == ("shot",) * (not shown)


def test_a_question_after_sentences_that_say_what_it_is_about_is_asked_alone():
    reader = TableReader(*DEATHS)
    asked = "How many people died in the Vega flood?"
    found = Responder(reader, None, QuoteWriter()).respond(f"Vega lies on a river. {asked}", ALL)
    assert (reader.asked, found.question) == ([asked], asked)
    leaning = "Vega lies on a river. How many people died there?"
    Responder(reader, None, QuoteWriter()).respond(leaning, ALL)
    assert reader.asked == [asked, leaning]


REMOVES = "The council removes the ferry toll on the Vega bridge."
STAYS = "The ferry toll on the Vega bridge stays in place."
CHANGING = [
    Article(id=name, title=name, text=f"{lead} {said}")
    for name, lead, said in (("town", "Rain fell.", REMOVES), ("quay", "It was dry.", STAYS))
]


def test_what_is_at_odds_over_a_change_is_heard_beside_the_answer():
    found = respond(
        "How is the ferry toll on the Vega bridge charged?",
        ("town", REMOVES, "removes the ferry toll"),
        passages=[passage(article, rank=n) for n, article in enumerate(CHANGING, start=1)],
    )
    assert [one.text for one in found.positions] == [REMOVES, STAYS]
    (raised,) = found.disagreements
    assert (raised.kind, [side.text for side in raised.sides]) == ("superseded", [REMOVES, STAYS])
    assert found.silent == ()


def gathered(text, *articles):
    responder = Responder(TableReader(), None, QuoteWriter())
    shelf = [passage(article, rank=n) for n, article in enumerate(articles, start=1)]
    return responder.gather(Asked.of(text, Publishers([])), shelf)


def test_what_is_at_odds_is_no_answer_where_a_value_is_asked_for():
    assert gathered("How is the ferry toll on the Vega bridge charged?", *CHANGING).answered
    assert not gathered("How high is the ferry toll on the Vega bridge?", *CHANGING).answered


def test_what_is_at_odds_is_gathered_though_it_is_not_the_best_sentence_of_its_article():
    more = "The ferry toll on the Vega bridge is a toll on the ferry."
    long = CHANGING[1].model_copy(update={"text": f"{more} {STAYS}"})
    about = "What do the articles say about the ferry toll on the Vega bridge?"
    found = gathered(about, CHANGING[0], long)
    assert {REMOVES, STAYS} <= {one.text for one in found.positions}
    assert [one.kind for one in found.disagreements] == ["superseded"]
    assert [one.kind for one in gathered(about, *CHANGING).disagreements] == ["superseded"]


def test_what_is_at_odds_answers_a_question_that_would_be_declined():
    found = gathered("How is the ferry toll on the Vega bridge charged?", *CHANGING)
    assert [one.text for one in found.positions] == [REMOVES, STAYS]
    assert not gathered("How is the ferry toll on the Vega bridge charged?", CHANGING[0]).answered


def test_a_warning_says_what_was_asked_with_its_days():
    asked = "How was the ferry toll on the Vega bridge charged before 3 May 2026?"
    (raised,) = gathered(asked, *CHANGING).disagreements
    assert raised.about.startswith(asked)


def test_for_a_question_with_a_threshold_the_figure_is_read():
    reader = TableReader(*DEATHS)
    responder = Responder(reader, TableEntailment(supports=NOTHING, denies=NOTHING), QuoteWriter())
    answer = responder.respond("Did the flood kill more than 20 people?", ALL)
    assert reader.asked == ["How many people did the flood kill?"]
    said = {position.answer: position.text for position in answer.positions}
    assert "31" in said["yes"]
    assert "12" in said["no"]


def test_the_fewer_passages_speak_of_whom_is_asked_the_likelier_two_names_differ():
    def held_against(noise):
        names = ("Ann Ash", "Bo Beck")
        texts = [f"The Vega was built by {name}, and it rained." for name in names]
        texts += [f"{noise} {n} was seen on Sunday." for n in range(60)]
        articles = [Article(id=str(n), title="News", text=text) for n, text in enumerate(texts)]
        passages = [passage(article, rank=n) for n, article in enumerate(articles, start=1)]
        rows = [(str(n), texts[n], name) for n, name in enumerate(names)]
        asked = "Who built the Vega?"
        found = respond(asked, *rows, passages=passages, entailment=Denying(0.0))
        return [disagreement.kind for disagreement in found.disagreements]

    assert held_against("Number") == ["contradiction"]
    assert held_against("Vega") == []

"""What articles say of each thing that a question offers, and where they disagree on that."""

from dataclasses import replace

import pytest

from index.models import Article
from qa.comparing.positions import Held, hold
from qa.deciding.alternatives import offer
from qa.deciding.chosen import (
    BORNE_OUT,
    DENIED,
    MARGIN,
    MEANT,
    MOST,
    OPPOSED,
    READ,
    SURE,
    meant,
    opposed,
)
from qa.entail import Judgement
from qa.questions.question import understand
from qa.respond import Responder
from qa.write import QuoteWriter
from tests.qa.newsroom import TableReader, passage, reading_in

SHUT = "Is the Aldwick mill open or shut?"
IS_OPEN, IS_SHUT = "The Aldwick mill is open.", "The Aldwick mill is shut."
POST = Article(id="post", title="Mill", publisher="Post", text="Flour leaves the gates daily.")
HERALD = Article(id="herald", title="Mill", publisher="Herald", text="Its gates were locked.")


class Knowing:
    """Knows by heart how far a sentence bears out and contradicts another; of others nothing."""

    def __init__(self, **known: tuple[str, str, float, float]) -> None:
        self._known = {(premise, other): each for premise, other, *each in known.values()}

    def judge(self, pairs):
        found = []
        for premise, hypothesis in pairs:
            known = self._known.get((premise, hypothesis))
            plain = premise.partition(": ")[2]
            yes, no = known or self._known.get((plain, hypothesis), (0.0, 0.0))
            found.append(Judgement(entailment=yes, neutral=1 - yes - no, contradiction=no))
        return found


def of(said: dict, place: int) -> list[str]:
    return [one.answer for one in said[offer(SHUT).alternatives[place]]]


@pytest.mark.parametrize(
    ("entails", "denies_other", "opens", "shuts"),
    [
        (MEANT, DENIED, ["yes"], ["no"]),
        (MEANT, DENIED - 0.01, ["yes"], []),
        (MEANT - 0.01, DENIED, [], []),
    ],
)
def test_a_sentence_means_what_it_entails(entails, denies_other, opens, shuts):
    told = [reading_in(POST.text, "Flour")]
    knows = Knowing(a=(POST.text, IS_OPEN, entails, 0.0), b=(POST.text, IS_SHUT, 0.0, denies_other))
    said = meant(offer(SHUT), told, knows)
    assert (of(said, 0), of(said, 1)) == (opens, shuts)


@pytest.mark.parametrize(("apart", "opens"), [(MARGIN + 0.01, ["yes"]), (MARGIN - 0.01, [])])
def test_a_sentence_that_entails_both_means_neither(apart, opens):
    told = [reading_in(POST.text, "Flour")]
    knows = Knowing(a=(POST.text, IS_OPEN, 0.9, 0.0), b=(POST.text, IS_SHUT, 0.9 - apart, 0.0))
    said = meant(offer(SHUT), told, knows)
    assert (of(said, 0), of(said, 1)) == (opens, [])


@pytest.mark.parametrize(("denied", "opens"), [(DENIED - 0.01, ["yes"]), (DENIED, [])])
def test_an_answer_that_names_one_means_it_unless_its_sentence_denies_it(denied, opens):
    sentence = "The mill stays open, they say."
    knows = Knowing(a=(sentence, IS_OPEN, 0.0, denied))
    said = meant(offer(SHUT), [reading_in(sentence, "open")], knows)
    assert (of(said, 0), of(said, 1)) == (opens, [])


def test_of_one_sentence_the_surest_answer_counts():
    sentence = "The mill stays open, they say."
    told = [reading_in(sentence, "open"), reading_in(sentence, "they", probability=0.7)]
    said = meant(offer(SHUT), told, Knowing())
    assert (of(said, 0), of(said, 1)) == (["yes"], [])


def test_only_the_surest_sentences_are_asked():
    texts = [f"Flour left gate {number}." for number in range(MOST + 2)]
    told = [reading_in(one, "Flour", probability=0.9 - n / 100) for n, one in enumerate(texts)]
    told = [
        one.model_copy(
            update={"passage": passage(one.passage.article.model_copy(update={"id": str(number)}))}
        )
        for number, one in enumerate(told)
    ]
    told.append(reading_in("Unsure.", "Unsure", probability=READ - 0.01))
    known = {f"k{n}": (one, IS_OPEN, 0.9, 0.0) for n, one in enumerate([*texts, "Unsure."])}
    said = meant(offer(SHUT), told, Knowing(**known))
    assert len(of(said, 0)) == MOST


def respond(question, *rows, knows=None, articles=(POST, HERALD)):
    passages = [passage(article, rank=rank) for rank, article in enumerate(articles, start=1)]
    responder = Responder(TableReader(*rows), knows or Knowing(), QuoteWriter())
    return responder.respond(question, passages)


LOCKED = (("post", POST.text, "Flour"), ("herald", HERALD.text, "locked"))


def test_articles_that_mean_different_ones_are_set_against_each_other():
    knows = Knowing(
        a=(POST.text, IS_OPEN, 0.9, 0.0),
        b=(POST.text, IS_SHUT, 0.0, 0.9),
        c=(HERALD.text, IS_SHUT, 0.9, 0.0),
        d=(HERALD.text, IS_OPEN, 0.0, 0.9),
        e=(HERALD.text, POST.text, 0.0, 0.9),
    )
    answer = respond(SHUT, *LOCKED, knows=knows)
    assert [(p.answer, p.citations[0].article_id) for p in answer.positions] == [
        ("open", "post"),
        ("shut", "herald"),
    ]
    (raised,) = answer.disagreements
    assert raised.kind == "contradiction"
    assert raised.about == f"{SHUT} open, or shut"
    assert [side.answer for side in raised.sides] == ["open", "shut"]
    assert answer.headline is None


def test_who_says_both_is_set_against_nobody():
    both = "The Aldwick mill is open in part and shut in part."
    article = POST.model_copy(update={"text": both})
    knows = Knowing(
        a=(both, IS_OPEN, 0.99, 0.0),
        b=(both, IS_SHUT, 0.99, 0.0),
        c=(HERALD.text, IS_SHUT, 0.9, 0.0),
        d=(HERALD.text, IS_OPEN, 0.0, 0.9),
    )
    answer = respond(
        SHUT, ("post", both, "mill"), LOCKED[1], knows=knows, articles=[article, HERALD]
    )
    assert [(p.answer, len(p.citations)) for p in answer.positions] == [("shut", 2), ("open", 1)]
    assert answer.disagreements == ()


def test_words_of_denial_are_heard_rather_than_what_an_answer_names():
    house = "It keeps open house."
    article = POST.model_copy(update={"text": f"The Aldwick mill is no longer open. {house}"})
    knows = Knowing(a=(house, "The Aldwick flour mill is open.", 0.5, 0.0))
    question = "Is the Aldwick flour mill open or shut?"
    answer = respond(question, ("post", house, "open"), knows=knows, articles=[article])
    assert [p.answer for p in answer.positions] == ["not open"]


def test_who_only_denies_one_is_told_to_deny_it():
    text = "The Aldwick mill is not open."
    article = POST.model_copy(update={"text": text})
    answer = respond(SHUT, articles=[article], knows=Knowing(a=(text, IS_OPEN, 0.0, 0.9)))
    assert [p.answer for p in answer.positions] == ["not open"]
    assert answer.disagreements == ()


def test_who_denies_all_of_them_is_not_heard():
    text = "The Aldwick mill is not open and not shut."
    article = POST.model_copy(update={"text": text})
    knows = Knowing(a=(text, IS_OPEN, 0.0, 0.9), b=(text, IS_SHUT, 0.0, 0.9))
    assert not respond(SHUT, articles=[article], knows=knows).answered


WON = "Did Ann Ash or Bo Birk win the vote?"
ASH_WON, BIRK_WON = "Ann Ash won the vote.", "Bo Birk won the vote."
ASH = POST.model_copy(update={"text": ASH_WON})
BIRK = HERALD.model_copy(update={"text": BIRK_WON})
BOTH = (("post", ASH_WON, "Ann Ash"), ("herald", BIRK_WON, "Bo Birk"))


@pytest.mark.parametrize(("denied", "raised"), [(OPPOSED, 1), (OPPOSED - 0.01, 0)])
def test_names_that_are_offered_differ_where_one_is_denied(denied, raised):
    knows = Knowing(a=(ASH_WON, ASH_WON, 0.9, 0.0), b=(BIRK_WON, BIRK_WON, 0.9, 0.0))
    denying = Knowing(
        a=(ASH_WON, ASH_WON, 0.9, 0.0),
        b=(BIRK_WON, BIRK_WON, 0.9, 0.0),
        c=(BIRK_WON, ASH_WON, 0.0, denied),
    )
    answer = respond(WON, *BOTH, knows=denying, articles=[ASH, BIRK])
    assert [p.answer for p in answer.positions] == ["Ann Ash", "Bo Birk"]
    assert len(answer.disagreements) == raised
    assert respond(WON, *BOTH, knows=knows, articles=[ASH, BIRK]).disagreements == ()


def test_other_names_are_left_out_where_one_that_is_offered_is_named():
    other = HERALD.model_copy(update={"text": "Cy Cole won the vote."})
    rows = (BOTH[0], ("herald", other.text, "Cy Cole"))
    answer = respond(WON, *rows, articles=[ASH, other])
    assert [p.answer for p in answer.positions] == ["Ann Ash"]


def test_another_name_is_the_answer_where_none_that_is_offered_is_named():
    other = HERALD.model_copy(update={"text": "Cy Cole won the vote."})
    answer = respond(WON, ("herald", other.text, "Cy Cole"), articles=[other])
    assert [p.answer for p in answer.positions] == ["Cy Cole"]


def test_each_name_is_asked_for_where_the_answer_names_none():
    reader = TableReader(("herald", BIRK_WON, "the vote"))
    knows = Knowing(a=(BIRK_WON, BIRK_WON, 0.99, 0.0))
    responder = Responder(reader, knows, QuoteWriter())
    answer = responder.respond(WON, [passage(BIRK)])
    assert reader.asked[0] == "Who won the vote?"
    assert "Did Bo Birk win the vote?" in reader.asked
    assert [p.answer for p in answer.positions] == ["Bo Birk"]


def test_values_that_are_offered_are_answered_like_the_question_for_the_value():
    texts = ("The mill shut in 1987.", "The mill shut in 1991.")
    articles = [POST.model_copy(update={"text": texts[0]})]
    articles.append(HERALD.model_copy(update={"text": texts[1]}))
    rows = (("post", texts[0], "1987"), ("herald", texts[1], "1991"))
    answer = respond("Did the mill shut in 1987 or 1991?", *rows, articles=articles)
    assert [p.answer for p in answer.positions] == ["1987", "1991"]
    assert [one.kind for one in answer.disagreements] == ["contradiction"]


SAILED = "Were twelve or 19 hikers rescued?"


def sides(*told: tuple[str, str, float]) -> list[Held]:
    asked = understand(offer(SAILED).asked)
    readings = [reading_in(text, answer, probability=sure) for text, answer, sure in told]
    return [held for one in readings for held in hold(asked, [one])]


TWELVE, NINETEEN = "Twelve hikers were rescued.", "They rescued 19 hikers."
OFFERED = ("Twelve hikers were rescued.", "19 hikers were rescued.")


def test_what_names_the_same_alternative_is_not_opposed():
    about = "About 12 hikers were rescued."
    knows = Knowing(
        a=(TWELVE, OFFERED[0], 0.9, 0.0),
        b=(about, OFFERED[0], 0.9, 0.0),
        e=(f"Note: {about}", OFFERED[0], 0.0, 0.9),
        c=(NINETEEN, OFFERED[0], 0.0, 0.9),
        d=(NINETEEN, OFFERED[1], 0.9, 0.0),
    )
    held = sides((TWELVE, "Twelve hikers", 0.9), (about, "About 12 hikers", 0.9))
    assert opposed(offer(SAILED), held, knows) == frozenset()
    held = sides((TWELVE, "Twelve hikers", 0.9), (NINETEEN, "19 hikers", 0.9))
    assert opposed(offer(SAILED), held, knows) == {(0, 1)}


@pytest.mark.parametrize(("sure", "apart"), [(SURE, {(0, 1)}), (SURE - 0.01, set())])
def test_what_shares_only_names_with_the_question_is_opposed_where_it_is_read_surely(sure, apart):
    knows = Knowing(
        a=(TWELVE, OFFERED[0], 0.9, 0.0),
        b=(NINETEEN, OFFERED[0], 0.0, 0.9),
        c=(NINETEEN, OFFERED[1], 0.9, 0.0),
    )
    one, other = sides((TWELVE, "Twelve hikers", 0.9), (NINETEEN, "19 hikers", sure))
    other = replace(other, in_other_words=True)
    assert opposed(offer(SAILED), [one, other], knows) == apart


@pytest.mark.parametrize(("entailed", "apart"), [(BORNE_OUT, 1), (BORNE_OUT - 0.01, 0)])
def test_either_side_is_to_be_borne_out_by_its_sentence(entailed, apart):
    knows = Knowing(
        a=(TWELVE, OFFERED[0], 0.9, 0.0),
        b=(NINETEEN, OFFERED[0], 0.0, 0.9),
        c=(NINETEEN, OFFERED[1], entailed, 0.0),
    )
    held = sides((TWELVE, "Twelve hikers", 0.9), (NINETEEN, "19 hikers", 0.9))
    assert len(opposed(offer(SAILED), held, knows)) == apart


def test_names_of_a_list_do_not_differ():
    texts = ("Ann Ash invested in Vega.", "Bo Birk invested in Vega.")
    knows = Knowing(
        a=(texts[0], texts[0], 0.9, 0.0),
        b=(texts[1], texts[1], 0.9, 0.0),
        c=(texts[1], texts[0], 0.0, 0.9),
    )
    articles = [POST.model_copy(update={"text": texts[0]})]
    articles.append(HERALD.model_copy(update={"text": texts[1]}))
    rows = (("post", texts[0], "Ann Ash"), ("herald", texts[1], "Bo Birk"))
    question = "Did Ann Ash or Bo Birk invest in Vega?"
    answer = respond(question, *rows, knows=knows, articles=articles)
    assert [p.answer for p in answer.positions] == ["Ann Ash", "Bo Birk"]
    assert answer.disagreements == ()

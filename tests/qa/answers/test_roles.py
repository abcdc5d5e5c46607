"""Who holds the role that is asked about somewhere else is no answer."""

import pytest

from index.models import Article, Passage, Span
from qa.answers.roles import of_the_role
from qa.questions.question import understand
from qa.read import Reading


def kept(question: str, sentence: str, before: str = "") -> bool:
    text = f"{before}{sentence}"
    article = Article(id="a", title="News", publisher="Post", published=None, text=text)
    whole = Span(start=0, end=len(text))
    said = Span(start=len(before), end=len(text))
    passage = Passage(article=article, span=whole, text=text, score=1.0, rank=1)
    reading = Reading(passage=passage, answer="Jo Field", span=said, sentence=said, probability=0.9)
    return of_the_role(understand(question), [reading]) == [reading]


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Who is the CEO of Bolt?", "That day Acme chief executive Jo Field resigned."),
        ("Who is Bolt's chief executive officer?", "Jo Field, CEO of Acme, resigned."),
        ("Who is the mayor of Bonn?", "Then Jo Field, the former mayor of Cologne, spoke."),
        ("Who was the Prime Minister of Arden?", "Then Birch's prime minister Jo Field spoke."),
        ("Who is the CEO of Bolt?", "Jo Field, chairman and CEO at the Acme Works, resigned."),
        ("Who is the CEO of Bolt?", "Bolt met Jo Field, the CEO of the rival tool maker Acme."),
        ("Who is the CEO of Bolt?", "Then the board of Acme took the CEO Jo Field back."),
        ("Who is the mayor of Bolt?", "Then Jo Field of Bolt resigned."),
        ("Who is the mayor of Bonn?", "In Cologne the mayor is Jo Field (Citizens' List)."),
    ],
)
def test_a_role_of_somebody_else_is_left_out(question, sentence):
    assert not kept(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Who is the head of Ash & Birk?", "Then Ash & Birk's head, Jo Field, resigned."),
        ("Who is the coach of Bolt?", "The coach is Jo Field, beside the captain Bo Birk."),
        ("Who is the CEO of Bolt?", "That day Bolt chief executive Jo Field resigned."),
        ("Who is the CEO of Bolt?", "Acme CEO Jo Field met Jan Rust, the CEO of Bolt."),
        ("Who is the CEO of Bolt?", "Chief executive Jo Field resigned."),
        ("Who is the coach of Bolt United?", "Then Bolt United boss Jo Field resigned."),
        ("Who is suing the CEO of Bolt?", "That day Acme chief executive Jo Field resigned."),
        ("What did the CEO of Bolt say?", "That day Acme chief executive Jo Field resigned."),
        ("Who leads Bolt?", "That day Acme chief executive Jo Field resigned."),
        ("Who is the mayor of Bonn?", "Mayor: Jo Field (Citizens' List), since 2013."),
        ("Who is the captain of Bolt?", "The coach is Bo Birk, the captain Jo Field."),
        ("Who is the captain of Bolt?", "The coach has been Bo Birk, the captain Jo Field."),
        ("Who is the CEO of Bolt?", "Outgoing CEO Jo Field resigned."),
    ],
)
def test_its_own_role_stays_and_one_that_is_nobodys(question, sentence):
    assert kept(question, sentence)


def test_the_first_word_of_a_sentence_is_a_name_where_the_article_says_so():
    question, sentence = "Who is the CEO of Bolt?", "Acme CEO Jo Field resigned."
    assert kept(question, sentence)
    assert not kept(question, sentence, before="He joined Acme. ")

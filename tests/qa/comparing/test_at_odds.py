"""Of all that was read, what is said to end here and to stay there."""

from index.models import Article
from qa.comparing.at_odds import MOST, at_odds
from qa.questions.question import understand
from tests.qa.newsroom import passage

ASKED = understand("What do the articles say about the toll on the Vega bridge?")
ENDS = "The council removes the toll on the Vega bridge."
STAYS = "The toll on the Vega bridge stays in place."


def quotes(*texts: str, asked=ASKED):
    """What is at odds between articles, each of which may begin with its title and a bar."""
    articles = [
        Article(id=str(n), title=text.rpartition("|")[0] or "News", text=text.rpartition("|")[2])
        for n, text in enumerate(texts)
    ]
    found = at_odds(asked, [passage(one, rank=n) for n, one in enumerate(articles, start=1)])
    return [[held.position.text for held in pair] for pair in found]


def test_change_and_continuity_of_what_is_asked_about_are_at_odds():
    assert quotes(ENDS, STAYS) == [[ENDS, STAYS]]
    assert quotes(ENDS, "The toll is high.", STAYS) == [[ENDS, STAYS]]
    assert quotes(ENDS, ENDS) == []


def test_what_is_asked_about_may_stand_in_the_title():
    assert quotes("Vega bridge|It removes the toll.", STAYS) == [["It removes the toll.", STAYS]]
    assert quotes("Arden|It removes the toll.", STAYS) == []


def test_another_subject_is_not_at_odds():
    assert (
        quotes(ENDS, STAYS, asked=understand("What do the articles say about the Vega dam?")) == []
    )


def test_one_article_is_not_at_odds_with_itself_nor_with_its_reprint():
    assert quotes(f"{ENDS} {STAYS}") == []
    long = " ".join(f"The mayor of Vega spoke of stone number {n}." for n in range(60))
    assert quotes(f"{long} {ENDS}", f"{long} {STAYS}") == []


def test_the_end_of_one_time_is_not_at_odds_with_another_time():
    assert quotes(f"In 1990 {ENDS}", f"Since 2020 {STAYS}") == []


def test_articles_that_name_none_of_the_same_are_not_at_odds():
    asked = understand("What do the articles say about the ski fee?")
    ends = "At Lund, Garth and Moss the firm of Ann Ash removes the ski fee."
    stays = "At Oslo, Bergen and Horten the firm of Bo Beck keeps the ski fee."
    assert quotes(ends, stays, asked=asked) == []
    assert len(quotes(ends, "Ann Ash of Lund keeps the ski fee.", asked=asked)) == 1


def test_a_question_tells_of_nothing():
    assert quotes(ENDS, "Will the toll on the Vega bridge stay in place?") == []


def test_those_who_say_the_same_words_are_on_one_side():
    articles = [
        Article(id=name, title=name, text=f"{lead} {text}")
        for name, lead, text in (("a", "Rain fell.", ENDS), ("b", "It was dry.", ENDS),
                                 ("c", "Ships left.", STAYS))
    ]  # fmt: skip
    ((one, other),) = at_odds(ASKED, [passage(a, rank=n) for n, a in enumerate(articles, 1)])
    assert [c.article_id for c in one.position.citations] == ["a", "b"]
    assert [c.article_id for c in other.position.citations] == ["c"]


def test_there_is_an_end_to_what_is_shown():
    assert len(quotes(*[ENDS, STAYS] * (MOST + 1))) <= MOST


def test_one_thing_may_have_two_words_and_its_letters_spelled_out():
    asked = understand("What happened to the ABC clause?")
    ends = "For Vega it removes language that worried the Arden Bridge Company."
    stays = "For Vega the definition of ABC – the Arden firm – and its seal remain unchanged."
    assert quotes(ends, stays, asked=asked) == [[ends, stays]]
    assert quotes(ends, stays.replace("definition", "office"), asked=asked) == []

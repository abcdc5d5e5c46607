"""The card of a disagreement: who stands where, what differs, and how to see it in its place."""

from datetime import date

import pytest

from index.models import Article
from qa.models import Disagreement
from tests.ui import stories
from tests.ui.disputes import AGE, BOTH, INJURED, LAUNCHED, NINE, TWELVE, conflict
from tests.ui.reading_html import Reading
from ui.card import conflict_card, disagreement_card


def place(citation) -> dict:
    return {"article_id": citation.article_id, "start": citation.start, "end": citation.end}


def of_answer(disagreement) -> str:
    answer = stories.answer(*disagreement.sides, disagreements=(disagreement,))
    return disagreement_card(disagreement, number=answer.number)


def test_a_conflict_is_told_with_its_kind_and_both_quotes_the_newest_first():
    card = Reading(conflict_card(INJURED))
    assert card.text == (
        "Sources disagree Astrid: Nine passengers, or Twelve passengers "
        "Twelve passengers were injured, the coast guard said . "
        "Harbour Times, 4 March 2026 . Show it in its article 1 source, 1 origin "
        "Nine passengers were injured Coast Daily, undated . Show it in its article "
        "1 source, 1 origin "
        "These cannot both hold. Crosscheck does not pick a side. Confidence 0.90. "
        "See both passages"
    )
    assert (
        "section",
        "aria-label",
        "Sources disagree: Astrid: Nine passengers, or Twelve passengers",
    ) in card.attributes


def test_each_side_tells_who_says_the_same_and_from_how_many_origins():
    card = Reading(conflict_card(BOTH))
    assert (
        "Harbour Times, 4 March 2026 . Show it in its article "
        "the same words Northern Wire, undated . Show it in its article 2 sources, 1 origin "
        "Nine passengers"
    ) in card.text
    assert card.text.count("1 source, 1 origin") == 1
    assert card.payloads[-1] == {"places": [place(TWELVE), place(NINE)]}


def test_each_quote_opens_its_place_and_one_button_opens_both():
    payloads = Reading(conflict_card(INJURED)).payloads
    assert payloads == [place(TWELVE), place(NINE), {"places": [place(TWELVE), place(NINE)]}]


def test_the_words_that_differ_are_marked_in_both_quotes():
    html = conflict_card(INJURED)
    assert (
        "<q><mark>Twelve</mark> passengers were injured, the <mark>coast guard said</mark>." in html
    )
    assert "<q><mark>Nine</mark> passengers were injured</q>" in html


def test_a_note_is_quieter_than_a_warning():
    warned, noted = conflict_card(INJURED), conflict_card(AGE)
    assert ("cc-warn" in warned, "cc-note" in warned) == (True, False)
    assert ("cc-warn" in noted, "cc-note" in noted) == (False, True)
    assert Reading(noted).text.startswith("Figures differ Ferry: 1989, or 1998 The ferry was built")


def test_an_unknown_publisher_is_told_by_its_title():
    assert "“From the yard”, unknown publisher, 1 May 2026" in Reading(conflict_card(AGE)).text
    assert AGE.sides[0] == LAUNCHED


def test_the_side_that_spoke_last_comes_first_in_an_answer_too():
    later = Article(
        id="late", title="Late", publisher="Late Post", published=date(2026, 4, 1), text="9."
    )
    nine = stories.position("9", NINE, stories.quote(later, "9."))
    raised = Disagreement(kind="contradiction", about="How many", sides=(stories.TWELVE, nine))
    text = Reading(of_answer(raised)).text
    assert text.index("Coast Daily") < text.index("Late Post") < text.index("Harbour Times")
    assert "[3] Coast Daily, undated" in text
    assert "2 sources, 1 origin" in text


@pytest.mark.parametrize("length", [None, 40])
def test_an_answer_that_is_the_quote_or_its_beginning_is_told_once(length):
    text = "Ten passengers were injured, and the ferry stays in the harbour until May"
    answer = f"{text[:length]}…" if length else text
    ten = stories.position(answer, stories.quote(Article(id="ten", title="Ten", text=text), text))
    sides = (stories.TWELVE, ten)
    card = of_answer(Disagreement(kind="contradiction", about="How many", sides=sides))
    assert "cc-side-answer" in card
    assert f'cc-side-answer">{answer}' not in card
    assert Reading(card).text.count("stays in the harbour") == 1
    note = of_answer(Disagreement(kind="scope", about="How many", sides=sides))
    assert f'cc-side-answer">{answer}' in note  # Its quotes are in the answer.


def test_three_sides_are_held_against_the_first_and_seen_together():
    text = "Ten passengers were injured"
    ten = stories.position("10", stories.quote(Article(id="ten", title="Ten", text=text), text))
    raised = Disagreement(
        kind="contradiction", about="How many", sides=(stories.TWELVE, stories.NINE, ten)
    )
    card = of_answer(raised)
    assert "See all 3 passages" in card
    assert "<mark>Nine</mark> passengers" in card
    assert "<mark>Ten</mark> passengers" in card
    assert [one["article_id"] for one in Reading(card).payloads[-1]["places"]] == [
        "harbour", "coast", "ten",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["estimate", "scope", "opinion"])
def test_a_note_in_an_answer_says_who_stands_where_and_leaves_the_words_to_the_answer(kind):
    card = of_answer(stories.disagreement(kind))
    assert "<q>" not in card
    assert "[3] Coast Daily, undated" in Reading(card).text
    assert Reading(card).payloads[-1] == {
        "places": [place(stories.TWELVE.citations[0]), place(stories.NINE.citations[0])]
    }


def test_text_from_an_article_stays_text():
    hostile = "</q><img src=x onerror=alert(1)>\"'&lt;"
    article = Article(id=hostile, title=hostile, publisher=hostile, text=hostile)
    html = conflict_card(
        conflict(stories.quote(article, hostile), NINE, about=hostile, subject=(hostile,))
    )
    assert "<img" not in html
    page = Reading(html)
    assert not [name for _, name, _ in page.attributes if name.startswith("on")]
    assert hostile in "".join(page.words)


@pytest.mark.parametrize("told", ["Ann Ash, or Bo Birk", "yes (Ann Ash), or no (Bo Birk)"])
def test_of_two_names_in_an_answer_these_are_marked_and_not_a_figure_beside_them(told):
    texts = (
        "That is the work of Ann Ash, who brought a list of forty rules.",
        "The coach is now Bo Birk, and a captain leads the academy.",
    )
    sides = tuple(
        stories.position(name, stories.quote(Article(id=name, title=name, text=text), text))
        for name, text in zip(("Ann Ash", "Bo Birk"), texts, strict=True)
    )
    about = f"Who is the coach of Vega: the coach? {told}"
    card = of_answer(Disagreement(kind="contradiction", about=about, sides=sides))
    assert "the work of <mark>Ann Ash</mark>, who" in card
    assert "now <mark>Bo Birk</mark>, and" in card
    assert card.count("<mark>") == 2


def test_of_a_change_the_older_side_is_marked_and_of_a_contradiction_neither():
    later = Article(
        id="late", title="Late", publisher="Late Post", published=date(2026, 4, 1), text="9."
    )
    nine = stories.position("9", stories.quote(later, "9."))
    sides = (stories.TWELVE, nine)
    changed = Reading(of_answer(Disagreement(kind="superseded", about="How many", sides=sides)))
    older = changed.text.index("2 sources, 1 origin, older")
    assert changed.text.index("Late Post") < changed.text.index("Harbour Times") < older
    assert "1 source, 1 origin, " not in changed.text
    against = Reading(of_answer(Disagreement(kind="contradiction", about="How many", sides=sides)))
    assert "older" not in against.text


BUILT = Article(id="built", title="Built", text="The ferry cost $45 million. It is new.")
SAID = Article(id="said", title="Said", text="The ferry reportedly cost $30 million. It is new.")


def of_cost(*sides: tuple[Article, str, str]) -> str:
    positions = tuple(
        stories.position(answer, stories.quote(article, text)) for article, text, answer in sides
    )
    raised = Disagreement(kind="opinion", about="What did it cost?", sides=positions)
    return Reading(of_answer(raised)).text


def test_what_is_only_reported_is_marked_so_beside_what_is_confirmed():
    paid = (BUILT, "The ferry cost $45 million.", "$45 million")
    reported = (SAID, "The ferry reportedly cost $30 million.", "$30 million")
    told = of_cost(paid, reported)
    assert told.startswith("One source does not confirm what it says What did it cost?")
    assert told.count("1 source, 1 origin, unconfirmed") == 1
    assert "One side is reported, expected or hoped for; the other is told as a fact." in told
    both = of_cost(reported, reported)
    assert both.startswith("Opinions differ")
    assert "unconfirmed" not in both

"""The Disagreements tab as HTML: how far comparing is, what was found, and what a sync changed."""

import pytest

from tests.ui.disputes import AGE, ALSO, INJURED, conflict
from tests.ui.reading_html import Reading
from ui.board import IMPOSSIBLE, LATER, PAGE, SOON, render_board, render_head, render_news
from ui.comparing import Look, News


def head(look: Look, *, chosen: int | None = None, **options) -> str:
    return render_head(look, chosen=len(look.found) if chosen is None else chosen, **options)


@pytest.mark.parametrize(
    ("look", "said"),
    [
        (Look(articles=0, waiting=0), "No articles yet. Add some in the Sources tab."),
        (Look(articles=0, waiting=0, possible=False), IMPOSSIBLE),
        (Look(articles=5, waiting=0), "No disagreements were found in 5 articles."),
        (Look(articles=1, waiting=0), "No disagreements were found in 1 article."),
        (Look(articles=5, waiting=0, found=(INJURED,)), "1 disagreement in 5 articles"),
        (Look(articles=5, waiting=5, problem="Full."), "The articles are not compared yet."),
        (Look(articles=5, waiting=2, problem="Full."), "found in 3 articles so far."),
    ],
)
def test_it_is_said_what_there_is_and_why_there_is_nothing(look, said):
    html = head(look)
    assert said in Reading(html).text
    assert "<progress" not in html
    assert f'data-look="{LATER}"' in html
    assert '<h2 class="cc-count" role="status">' in html


def test_what_is_filtered_is_counted_against_all():
    look = Look(articles=1200, waiting=0, found=(INJURED, AGE, ALSO))
    assert Reading(head(look, chosen=1)).text == "1 of 3 disagreements in 1,200 articles"
    assert Reading(head(look, chosen=0)).text == "0 of 3 disagreements in 1,200 articles"


def test_while_it_goes_on_it_is_said_how_far_it_is_and_soon_looked_again():
    html = head(Look(articles=609, waiting=489, found=(INJURED,)))
    assert Reading(html).text == "1 disagreement so far Compared 120 of 609 articles"
    assert '<progress aria-label="Compared 120 of 609 articles" max="1" value="0.197">' in html
    assert f'data-look="{SOON}"' in html
    assert "role=" not in html  # Or it would be read out every second.


def test_a_problem_is_one_sentence_with_a_button_to_try_again():
    html = head(Look(articles=5, waiting=2, problem="The disk is <full>."))
    assert "The disk is &lt;full&gt;." in html
    assert 'data-event="refresh"' in html
    assert "Try again" in html


def test_what_was_found_meanwhile_is_offered_to_a_reader_in_the_midst_of_it():
    look = Look(articles=5, waiting=2, found=(INJURED,))
    assert "Show what was found since" in head(look, held_back=True)
    assert "found since" not in head(look)


def test_cards_stand_under_their_subject_after_the_matrix():
    html = render_board([INJURED, AGE, ALSO], version=7)
    assert 'data-version="7"' in html
    text = Reading(html[html.index("</table>") :]).text
    astrid, ferry = text.index("Astrid Sources disagree"), text.index("Ferry Figures differ")
    assert astrid < text.index("Northern Wire, undated") < ferry
    assert html.count('class="cc-subject"') == 2
    assert html.index("<caption>") < html.index('class="cc-subject"')


def test_conflicts_without_a_name_have_a_heading_too():
    html = render_board([conflict(subject=())], version=1)
    assert '<h3 class="cc-subject">No name in common</h3>' in html


def test_the_first_twenty_are_shown_and_the_next_with_a_click():
    many = [conflict(about=f"Astrid: {n}", confidence=1 - n / 100) for n in range(45)]
    first = render_board(many, version=1)
    assert first.count('class="cc-card') == PAGE == 20
    assert "Astrid: 19<" in first
    assert "Astrid: 20<" not in first
    assert "Show 20 more of 25" in first
    assert Reading(first).payloads[-1] == {"most": 40}
    second = render_board(many, version=1, most=40)
    assert second.count('class="cc-card') == 40
    assert "Show 5 more<" in second
    assert 'data-event="more"' not in render_board(many, version=1, most=60)


def test_nothing_found_is_an_empty_board():
    html = render_board([], version=3, view="20 <x>")
    assert html == '<div class="cc-board" data-version="3" data-view="20 &lt;x&gt;"></div>'


def test_news_of_a_sync():
    assert render_news(None) == ""
    waiting = render_news(News(waiting=3, new=()))
    assert "Comparing 3 new articles with the others …" in waiting
    assert f'data-hear="{SOON}"' in waiting
    none = render_news(News(waiting=0, new=()))
    assert Reading(none).text == "No new disagreement."
    assert "data-hear" not in none
    told = render_news(News(waiting=0, new=(INJURED, AGE)))
    assert Reading(told).text == (
        "2 new disagreements: Astrid: Nine passengers, or Twelve passengers "
        "Harbour Times, 4 March 2026; Coast Daily, undated "
        "Ferry: 1989, or 1998 “From the yard”, unknown publisher, 1 May 2026; Northern Wire, "
        "undated See them in Disagreements"
    )
    assert 'data-event="visit"' in told


def test_news_that_cannot_come_says_why_and_leads_on():
    html = render_news(News(waiting=2, new=()), problem="The disk is <full>.")
    assert Reading(html).text == "The disk is <full>. Try again in Disagreements"
    assert "data-hear" not in html
    assert 'data-event="visit"' in html
    assert "full" not in render_news(News(waiting=0, new=()), problem="The disk is full.")


def test_much_news_is_cut_to_five():
    html = render_news(News(waiting=0, new=(INJURED,) * 8))
    assert html.count("Astrid: Nine") == 5
    assert "8 new disagreements:" in html
    assert "and 3 more" in html
    assert "more" not in render_news(News(waiting=0, new=(INJURED,) * 5))

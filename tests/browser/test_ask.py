"""Asking in the browser, over the seeds and with the real model."""

import re

from playwright.sync_api import expect

QUESTION = "When does the revenue share end?"


def test_the_first_screen_invites_and_an_example_can_be_clicked(site, visit):
    reader = visit(site)
    expect(reader.page.get_by_role("heading", name="Ask 5 articles a question")).to_be_visible()
    reader.page.get_by_role("button", name=QUESTION).click()
    expect(reader.turn(0).locator(".cc-question")).to_have_text(QUESTION)
    expect(reader.turn(0).locator(".cc-headline")).to_have_text("2030")


def test_a_question_is_answered_with_a_warning_that_sources_disagree(site, visit):
    reader = visit(site)
    turn = reader.ask(QUESTION)
    expect(turn.locator(".cc-headline")).to_have_text("2030")
    warning = turn.get_by_role("region", name=re.compile("^Sources disagree"))
    expect(warning.locator(".cc-side")).to_have_count(2)
    expect(warning).to_contain_text("2030")
    expect(warning).to_contain_text("unaffected")
    expect(warning).to_contain_text("undated")
    expect(reader.box).to_have_value("")


def test_every_quote_opens_its_article_at_the_quote(site, visit):
    reader = visit(site)
    turn = reader.ask(QUESTION)
    quotes = turn.locator("[data-event=cite]:has(q)")
    assert quotes.count() >= 2
    for quote in quotes.all():
        quote.click()
        said = quote.locator("q").inner_text()
        expect(reader.pane.locator(".cc-pane")).to_have_attribute(
            "data-key", re.compile(r"\d+-\d+$")
        )
        expect(quote).to_have_attribute("aria-current", "location")
        reader.page.wait_for_function(
            """said => [...document.querySelectorAll('#cc-pane mark')]
              .map(mark => mark.textContent).join('') === said""",
            arg=said,
        )
        assert reader.in_pane(reader.mark)


def test_the_same_quote_scrolls_back_when_it_is_clicked_again(site, visit):
    reader = visit(site, viewport={"width": 1280, "height": 420})
    quote = reader.ask(QUESTION).locator("[data-event=cite]:has(q)").last
    quote.click()
    reader.mark.wait_for()
    reader.pane.evaluate("pane => { pane.scrollTop = pane.scrollHeight }")
    assert not reader.in_pane(reader.mark)
    quote.click()
    reader.page.wait_for_function("document.querySelector('#cc-pane').scrollTop < 2000")
    assert reader.in_pane(reader.mark)


def test_what_the_articles_do_not_say_is_said_with_the_nearest_passages(site, visit):
    turn = visit(site).ask("Who is the mayor of Paris?")
    card = turn.get_by_role("region", name="The articles do not say")
    expect(card).to_contain_text("Nearest passages.")
    expect(card.locator(".cc-nearest").first).to_be_visible()
    expect(turn.locator(".cc-headline")).to_have_count(0)


def test_a_follow_up_shows_how_it_was_understood(site, visit):
    reader = visit(site)
    reader.ask("Who pays the revenue share?")
    turn = reader.ask("When does it end?")
    expect(turn.locator(".cc-understood")).to_contain_text("Understood as")
    expect(turn.locator(".cc-understood")).to_contain_text("revenue share")


def test_two_readers_have_chats_of_their_own(site, visit):
    one, other = visit(site), visit(site)
    one.ask(QUESTION)
    other.ask("Who is the mayor of Paris?")
    one.ask("What did Microsoft invest?")
    expect(one.page.locator(".cc-turn")).to_have_count(2)
    expect(other.page.locator(".cc-turn")).to_have_count(1)
    expect(other.page.locator(".cc-log")).not_to_contain_text(QUESTION)

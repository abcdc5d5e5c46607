"""The cards of the Disagreements tab: every quote opens its article there."""

from playwright.sync_api import expect

from qa.defaults import default_comparer
from tests.browser.newsstand import DAM, GUIDE, WRECK
from tests.browser.site import serving
from tests.browser.weighing import PHONE, Board
from tests.ui.fakes import ScriptedAssistant


def test_the_quotes_stand_next_to_each_other_the_newest_first(look):
    sides = look("arden").card("Arden: 1931 or 1934").first.locator(".cc-side")
    expect(sides.nth(0)).to_contain_text("Valley Guide, 1 January 2025")
    expect(sides.nth(1)).to_contain_text("Arden Post, 4 March 2024")
    expect(sides.nth(1)).to_contain_text("1 source, 1 origin")
    first, second = sides.nth(0).bounding_box(), sides.nth(1).bounding_box()
    assert first["y"] == second["y"]
    assert first["x"] + first["width"] <= second["x"]


def test_on_a_phone_the_quotes_stand_under_each_other(look):
    sides = look("arden", **PHONE).card("Arden: 1931 or 1934").first.locator(".cc-side")
    first, second = sides.nth(0).bounding_box(), sides.nth(1).bounding_box()
    assert first["x"] == second["x"]
    assert first["y"] + first["height"] <= second["y"]


def test_what_differs_is_marked_and_not_by_colour_alone(look):
    card = look("arden").card("Arden: 1931 or 1934").first
    expect(card.locator(".cc-words mark").nth(0)).to_have_text("1934, a guide says")
    mark = card.locator(".cc-words mark").last
    expect(mark).to_have_text("1931, the Post knows")
    expect(mark).to_have_css("text-decoration-line", "underline")
    assert int(mark.evaluate("mark => getComputedStyle(mark).fontWeight")) >= 600


def test_a_click_on_a_quote_opens_its_article_there_and_the_list_stays(look):
    found = look("astrid")
    found.quote(WRECK).click()
    expect(found.marks).to_have_text(WRECK)
    expect(found.quote(WRECK)).to_have_attribute("aria-current", "location")
    expect(found.pane.locator(".cc-title")).to_be_visible()
    expect(found.cards.first).to_be_visible()


def test_both_passages_are_shown_together_and_each_leads_to_its_article(look):
    found = look("arden")
    found.card("Arden: 1931 or 1934").first.get_by_role("button", name="See both passages").click()
    expect(found.marks).to_have_text([GUIDE, DAM])
    expect(found.pane.locator(".cc-passages")).to_be_focused()
    found.pane.get_by_role("button", name="Read the whole article").last.click()
    expect(found.marks).to_have_text([DAM])
    expect(found.pane.locator(".cc-pane")).to_have_attribute("data-key", f"dam:0-{len(DAM)}")


def test_everything_can_be_done_with_the_keyboard(look):
    found = look()
    page, button = found.reader.page, found.cards.first.get_by_role("button").first
    found.tab.get_by_label("Filter the disagreements by words").focus()
    for _ in range(60):
        page.keyboard.press("Tab")
        if button.evaluate("button => button === document.activeElement"):
            break
    expect(button).to_be_focused()
    assert button.evaluate("button => getComputedStyle(button).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(found.pane.locator(".cc-pane")).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()


def test_on_a_phone_the_article_comes_into_view_and_leads_back(look):
    found = look("astrid", **PHONE)
    expect(found.pane).to_be_hidden()
    found.quote(WRECK).tap()
    expect(found.marks).to_have_text(WRECK)
    expect(found.marks).to_be_in_viewport()
    found.pane.get_by_role("button", name="Back").tap()
    expect(found.pane).to_be_hidden()
    expect(found.quote(WRECK)).to_be_focused()
    assert found.reader.overflow() == 0


def test_what_was_opened_in_one_tab_is_not_in_the_other(look):
    found = look("astrid")
    found.quote(WRECK).click()
    expect(found.marks).to_have_text(WRECK)
    found.reader.tab("Ask")
    expect(found.reader.pane).to_contain_text("Click a quote")


def test_each_tab_keeps_its_place(look):
    found = look()
    page = found.reader.page
    found.cards.nth(9).scroll_into_view_if_needed()
    page.wait_for_function("scrollY > 1000")
    before = page.evaluate("scrollY")
    for name, place in (("Sources", 0), ("Ask", 0), ("Disagreements", before)):
        found.reader.tab(name)
        page.wait_for_function("place => Math.abs(scrollY - place) < 2", arg=place)


def test_an_article_of_scripts_is_read_as_text(visit, own_stand):
    hostile = "<img src=x onerror=hacked=1> ${hacked=1} </mark></table>"
    said = f"The Arden dam opened in 1932 {hostile}, a page says."
    found = Board(visit(own_stand(articles={"dam": DAM, "page": said}).address))
    expect(found.cards).to_contain_text(hostile)
    found.cards.get_by_role("button", name="See both passages").click()
    expect(found.pane).to_contain_text(hostile)
    assert found.reader.page.evaluate("window.hacked") is None
    assert found.tab.locator("img").count() == 0


def test_the_seeds_are_compared_while_the_page_is_read(visit, site, articles):
    from index import Library

    with (
        Library.open(articles.parent / "index", comparer=default_comparer()) as library,
        serving(library, ScriptedAssistant(), articles=articles) as address,
    ):
        found = Board(visit(address))
        expect(found.cards.first).to_be_visible(timeout=120_000)
        expect(found.tab.locator("progress")).to_have_count(0, timeout=120_000)
        for quote in found.cards.first.locator("[data-event=cite]:has(q)").all():
            quote.click()
            said = quote.locator("q").inner_text()
            found.reader.page.wait_for_function(
                """said => [...document.querySelectorAll('#cc-weighing .cc-pane mark')]
                  .map(mark => mark.textContent).join('') === said""",
                arg=said,
            )

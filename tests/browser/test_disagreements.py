"""The Disagreements tab: it fills in, it is filtered, and every quote opens its article there."""

import re

import pytest
from playwright.sync_api import expect

from qa.conflicts import conflicts
from qa.defaults import default_comparer
from tests.browser.newsstand import DAM, FERRY, GUIDE, MAP, WRECK
from tests.browser.site import serving
from tests.index.fakes import write
from tests.ui.fakes import ScriptedAssistant
from ui import board

PHONE = {"viewport": {"width": 375, "height": 812}, "has_touch": True}


class Board:
    """The tab, as one reader sees it."""

    def __init__(self, reader):
        self.reader = reader
        reader.tab("Disagreements")
        self.tab = reader.page.locator("#cc-weighing")
        self.count = self.tab.locator(".cc-count")
        self.cards = self.tab.locator(".cc-card")
        self.pane = self.tab.locator(".block.cc-pane-box")
        self.marks = self.pane.locator("mark")
        self.table = self.tab.get_by_role("table", name="Who says what")

    def card(self, about):
        return self.cards.filter(has_text=about)

    def filter(self, words):
        self.tab.get_by_label("Filter the disagreements by words").fill(words)
        expect(self.count).to_contain_text(" of ")

    def quote(self, said):
        return self.cards.locator("[data-event=cite]").filter(has_text=said).first


@pytest.fixture
def look(visit, newsstand):
    """Open the tab of the newsstand, wait until all is compared, and filter by words if any."""

    def open_tab(words="", **options) -> Board:
        found = Board(visit(newsstand.address, **options))
        expect(found.count).to_have_text(re.compile(r"^\d+ disagreements in 12 articles$"))
        expect(found.tab.locator("progress")).to_have_count(0)
        if words:
            found.filter(words)
        return found

    return open_tab


def test_it_fills_in_while_the_articles_are_compared(visit, own_stand, monkeypatch):
    monkeypatch.setattr("ui.comparing.AT_ONCE", 1)
    articles = {"dam": DAM, "guide": GUIDE, "ferry": FERRY, "wreck": WRECK}
    found = Board(visit(own_stand(articles=articles, pause=1.0).address))
    expect(found.tab).to_contain_text(re.compile(r"Compared [123] of 4 articles"))
    expect(found.tab.get_by_role("progressbar")).to_be_visible()
    expect(found.cards).to_have_count(1)
    expect(found.cards).to_have_count(2)
    expect(found.count).to_have_text("2 disagreements in 4 articles")
    expect(found.tab.locator("progress")).to_have_count(0)


def test_a_reader_in_the_midst_of_it_is_asked_before_anything_moves(visit, own_stand, monkeypatch):
    monkeypatch.setattr(board, "LATER", 300)
    stand = own_stand(articles={"dam": DAM, "guide": GUIDE})
    found = Board(visit(stand.address))
    found.quote(DAM).click()
    expect(found.marks).to_have_text(DAM)
    write(stand.folder / "ferry.txt", FERRY)
    write(stand.folder / "wreck.txt", WRECK)
    stand.library.sync(stand.folder)  # As another process would.
    expect(found.count).to_have_text("2 disagreements in 4 articles")
    expect(found.cards).to_have_count(1)
    found.tab.get_by_role("button", name="Show what was found since").click()
    expect(found.cards).to_have_count(2)
    expect(found.tab).not_to_contain_text("found since")


def test_the_quotes_stand_next_to_each_other_the_newest_first(look):
    sides = look("arden").card("Arden: 1931 or 1934").first.locator(".cc-side")
    expect(sides.nth(0)).to_contain_text("Valley Guide, 1 January 2025")
    expect(sides.nth(1)).to_contain_text("Arden Post, 4 March 2024")
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


def test_they_are_filtered_by_words_and_by_kind(look, newsstand):
    found, total = look(), len(conflicts(newsstand.library))
    box = found.tab.get_by_label("Filter the disagreements by words")
    box.press_sequentially("arden guide")
    expect(found.count).to_have_text(f"1 of {total} disagreements in 12 articles")
    expect(found.cards).to_have_count(1)
    expect(found.table.get_by_role("row")).to_have_count(3)
    box.fill("")
    expect(found.count).to_have_text(f"{total} disagreements in 12 articles")
    found.tab.get_by_role("checkbox", name="Figures differ").check()
    expect(found.cards).to_have_count(1)
    expect(found.cards).to_contain_text("Astrid: 1998 or 1999")
    found.tab.get_by_role("checkbox", name="Cannot both hold").check()
    expect(found.count).to_have_text(f"{total} disagreements in 12 articles")
    box.fill("no such words")
    expect(found.count).to_have_text(f"0 of {total} disagreements in 12 articles")
    expect(found.cards).to_have_count(0)
    expect(found.table).to_have_count(0)


def test_twenty_are_shown_and_then_more(look, newsstand):
    found, total = look(), len(conflicts(newsstand.library))
    assert 20 < total <= 40
    expect(found.cards).to_have_count(20)
    found.tab.get_by_role("button", name=f"Show {total - 20} more").click()
    expect(found.cards).to_have_count(total)
    expect(found.tab.get_by_role("button", name=re.compile("more$"))).to_have_count(0)


def test_the_table_says_who_stands_alone_and_its_cells_open_the_article(look):
    found = look("arden")
    expect(found.table.get_by_role("columnheader")).to_have_text(
        ["Source", re.compile("Arden.*dam opened.*Cannot both hold")]
    )
    expect(found.table.get_by_role("rowheader")).to_have_text(
        ["Arden Post", "Maps of Arden", "Valley Guide"]
    )
    post = found.table.get_by_role("row", name="Arden Post")
    expect(post).to_contain_text("stands alone")
    expect(found.table.get_by_text("stands alone")).to_have_count(1)
    post.get_by_role("button").click()
    expect(found.marks).to_have_text(DAM)
    found.table.get_by_role("row", name="Maps of Arden").get_by_role("button").click()
    expect(found.marks).to_have_text(MAP)


def test_on_a_phone_the_table_is_scrolled_and_the_page_is_not(look):
    found = look(**PHONE)
    assert found.reader.overflow() == 0
    region = found.tab.get_by_role("region", name="Who says what")
    assert region.evaluate("box => box.scrollWidth > box.clientWidth")
    region.focus()
    expect(region).to_be_focused()
    heads = found.table.get_by_role("rowheader")
    before = heads.first.bounding_box()["x"]
    region.evaluate("box => { box.scrollLeft = 80 }")
    assert heads.first.bounding_box()["x"] == pytest.approx(before, abs=2)


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


def test_articles_that_agree_are_said_to_agree(visit, own_stand):
    found = Board(visit(own_stand(articles={"dam": DAM, "ferry": FERRY}).address))
    expect(found.count).to_have_text("No disagreements were found in 2 articles.")
    expect(found.tab.get_by_role("table")).to_have_count(0)


def test_without_articles_it_leads_to_the_sources(visit, own_stand):
    found = Board(visit(own_stand(articles={}).address))
    expect(found.count).to_have_text("No articles yet. Add some in the Sources tab.")


def test_where_nothing_compares_it_is_said(visit, stage):
    found = Board(visit(stage))
    expect(found.count).to_have_text(board.IMPOSSIBLE)


def test_comparing_that_failed_is_one_sentence_and_can_be_tried_again(
    visit, own_stand, monkeypatch
):
    stand = own_stand(articles={"dam": DAM, "guide": GUIDE})
    with monkeypatch.context() as patch:
        patch.setattr(stand.comparer, "compare", lambda *_: 1 / 0)
        found = Board(visit(stand.address))
        expect(found.tab.get_by_role("alert")).to_contain_text("Something went wrong")
        expect(found.count).to_have_text("The articles are not compared yet.")
    found.tab.get_by_role("button", name="Try again").click()
    expect(found.count).to_have_text("1 disagreement in 2 articles")
    expect(found.tab.get_by_role("alert")).to_have_count(0)


def test_an_article_that_is_added_is_told_of_and_leads_to_the_tab(visit, own_stand):
    stand = own_stand(articles={"dam": DAM})
    reader = visit(stand.address)
    reader.tab("Sources")
    reader.page.get_by_role("button", name="Add articles").click()
    reader.page.get_by_role("tab", name="Paste text").click()
    reader.page.get_by_label("Title", exact=True).fill("Arden on foot")
    reader.page.get_by_label("Text", exact=True).fill(GUIDE)
    reader.page.get_by_role("button", name="Add the text").click()
    news = reader.page.locator("#cc-news")
    expect(news).to_contain_text("1 new disagreement:")
    expect(news).to_contain_text("Arden: 1931 or 1934")
    news.get_by_role("button", name="See them in Disagreements").click()
    expect(reader.page.get_by_role("tab", name="Disagreements")).to_have_attribute(
        "aria-selected", "true"
    )
    expect(reader.page.locator("#cc-weighing .cc-card")).to_contain_text("Arden on foot")
    reader.tab("Sources")
    reader.page.get_by_role("button", name="Sync").click()
    expect(news).to_be_empty()


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

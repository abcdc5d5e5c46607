"""The Disagreements tab: it fills in, it is filtered, and its table says who stands alone."""

import re

import pytest
from playwright.sync_api import expect

from qa.unasked.conflicts import conflicts
from tests.browser.newsstand import DAM, FERRY, GUIDE, MAP, WRECK
from tests.browser.weighing import PHONE, Board
from tests.index.fakes import write
from ui import board


def test_it_fills_in_while_the_articles_are_compared(visit, own_stand, monkeypatch):
    monkeypatch.setattr("ui.comparing.AT_ONCE", 1)
    articles = {"dam": DAM, "guide": GUIDE, "ferry": FERRY, "wreck": WRECK}
    found = Board(visit(own_stand(articles=articles, pause=2.5).address))
    expect(found.tab).to_contain_text(re.compile(r"Compared [123] of 4 articles"))
    expect(found.tab.get_by_role("progressbar")).to_be_visible()
    expect(found.cards).to_have_count(1, timeout=30_000)
    expect(found.cards).to_have_count(2, timeout=30_000)
    expect(found.count).to_have_text("2 disagreements in 4 articles", timeout=30_000)
    expect(found.tab.locator("progress")).to_have_count(0)


def test_a_reprint_joins_the_side_of_what_it_reprints(visit, own_stand):
    found = Board(visit(own_stand(articles={"dam": DAM, "guide": GUIDE, "wire": DAM}).address))
    expect(found.count).to_have_text("1 disagreement in 3 articles")
    side = found.cards.locator(".cc-side").filter(has_text="2 sources, 1 origin")
    expect(side).to_contain_text("Arden Post, 4 March 2024")
    expect(side.locator("[data-event=cite]")).to_have_count(2)
    expect(found.table).not_to_contain_text("stands alone")
    side.locator("[data-event=cite]").last.click()
    expect(found.marks).to_have_text(DAM)
    expect(found.pane.locator(".cc-pane")).to_have_attribute("data-key", f"wire:0-{len(DAM)}")


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


def test_they_are_filtered_by_words_and_by_kind(look, newsstand):
    found, total = look(), len(conflicts(newsstand.library))
    box = found.tab.get_by_label("Filter the disagreements by words")
    box.press_sequentially("arden guide")
    expect(found.count).to_have_text(f"1 of {total} disagreements in 12 articles")
    expect(found.cards).to_have_count(1)
    expect(found.table.get_by_role("row")).to_have_count(3)
    box.fill("VÁLLEY")  # Only a publisher is called so.
    expect(found.cards).to_have_count(1)
    expect(found.cards).to_contain_text("Valley Guide")
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

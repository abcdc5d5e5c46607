"""The Sources tab, over the seeds and with the real library."""

from playwright.sync_api import expect


def open_sources(visit, site, **options):
    reader = visit(site, **options)
    reader.tab("Sources")
    reader.page.locator(".cc-table").wait_for()
    return reader


def open_adding(reader, tab):
    reader.page.get_by_role("button", name="Add articles").click()
    reader.page.get_by_role("tab", name=tab).click()


def row(reader, title):
    return reader.page.locator(".cc-table tbody tr").filter(has_text=title)


def remove(reader, title):
    row(reader, title).get_by_role("button", name="Remove").click()
    reader.page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(row(reader, title)).to_have_count(0)


def test_the_table_lists_the_articles_with_what_is_known_of_them(site, visit):
    reader = open_sources(visit, site)
    expect(reader.page.locator(".cc-table tbody tr")).to_have_count(5)
    cells = row(reader, "002_a4d9b4ab4c4da804.txt").locator("td").all_inner_texts()
    assert cells[2] == "undated"
    assert int(cells[3]) > 1
    assert cells[4] == "indexed"


def test_the_filter_narrows_the_table_as_one_types(site, visit):
    reader = open_sources(visit, site)
    box = reader.page.get_by_label("Filter by title, publisher, date or file")
    box.press_sequentially("002_a4")
    expect(reader.page.locator(".cc-table tbody tr")).to_have_count(1)
    expect(reader.page.locator(".cc-count")).to_have_text("1 of 5 articles")


def test_a_title_opens_its_article_beside_the_chat(site, visit):
    reader = open_sources(visit, site)
    title = row(reader, "002_a4d9b4ab4c4da804.txt").locator(".cc-open")
    said = title.inner_text()
    title.click()
    expect(reader.pane.locator(".cc-title")).to_have_text(said)
    expect(reader.box).to_be_visible()


def test_pasted_text_is_saved_indexed_asked_and_removed(site, visit, articles):
    reader = open_sources(visit, site)
    open_adding(reader, "Paste text")
    reader.page.get_by_label("Title", exact=True).fill("Dam holds at Elsing")
    reader.page.get_by_label("Publisher", exact=True).fill("Valley News")
    reader.page.get_by_label("Date", exact=True).fill("7 April 2026")
    text = "The Elsing dam cost 41 million dollars to repair."
    reader.page.get_by_label("Text", exact=True).fill(text)
    reader.page.get_by_role("button", name="Add the text").click()
    expect(row(reader, "Dam holds at Elsing")).to_contain_text("7 April 2026")
    expect(reader.page.locator(".cc-status")).to_contain_text("Added “Dam holds at Elsing”.")
    expect(reader.page.get_by_label("Text", exact=True)).to_have_value("")
    assert "41 million" in (articles / "dam-holds-at-elsing.json").read_text("utf-8")
    reader.tab("Ask")
    expect(reader.page.locator(".cc-invitation")).to_contain_text("Ask 6 articles")
    turn = reader.ask("How much did the Elsing dam cost to repair?")
    expect(turn.locator(".cc-answer")).to_contain_text("Valley News, 7 April 2026")
    reader.tab("Sources")
    remove(reader, "Dam holds at Elsing")
    assert not (articles / "dam-holds-at-elsing.json").exists()
    expect(reader.page.locator(".cc-status")).to_contain_text("Removed “Dam holds at Elsing”.")


def test_files_are_uploaded_and_a_bad_one_is_named(site, visit, articles, tmp_path):
    good, bad = tmp_path / "storm.txt", tmp_path / "storm.pdf"
    good.write_text("Storm passes Elsing\n\nThe storm passed Elsing without damage on Monday.")
    bad.write_text("%PDF-1.7")
    reader = open_sources(visit, site)
    open_adding(reader, "Upload files")
    reader.page.locator("#cc-files input[type=file]").set_input_files([good, bad])
    expect(reader.page.locator("#cc-files")).to_contain_text("storm")
    reader.page.get_by_role("button", name="Add the files").click()
    expect(row(reader, "storm.txt")).to_have_count(1)
    expect(reader.page.locator(".cc-problems")).to_contain_text("storm.pdf")
    assert (articles / "storm.txt").exists()
    remove(reader, "storm.txt")


def test_removing_asks_first_and_can_be_called_off(site, visit, articles):
    reader = open_sources(visit, site)
    file = "002_a4d9b4ab4c4da804.txt"
    row(reader, file).get_by_role("button", name="Remove").click()
    dialog = reader.page.get_by_role("dialog")
    expect(dialog).to_contain_text(f"Delete the file {file}")
    expect(dialog.get_by_role("button", name="Keep it")).to_be_focused()
    dialog.get_by_role("button", name="Keep it").click()
    row(reader, file).get_by_role("button", name="Remove").click()
    reader.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(row(reader, file)).to_have_count(1)
    assert (articles / file).exists()


def test_sync_finds_what_was_put_in_the_folder_and_says_what_it_cannot_read(site, visit, articles):
    reader = open_sources(visit, site)
    new, bad = articles / "bridge.txt", articles / "broken.json"
    new.write_text("Bridge opens\n\nThe bridge at Elsing opened on Sunday.")
    bad.write_text('{"title": ')
    reader.page.get_by_role("button", name="Sync").click()
    expect(row(reader, "bridge.txt")).to_have_count(1)
    expect(reader.page.locator(".cc-status")).to_contain_text("1 added")
    expect(reader.page.locator(".cc-sources .cc-warn")).to_contain_text("broken.json")
    new.unlink()
    bad.unlink()
    reader.page.get_by_role("button", name="Sync").click()
    expect(row(reader, "bridge.txt")).to_have_count(0)
    expect(reader.page.locator(".cc-sources .cc-warn")).to_have_count(0)


def test_an_address_that_does_not_answer_is_one_sentence(site, visit):
    reader = open_sources(visit, site)
    open_adding(reader, "Web page")
    address = reader.page.get_by_label("Address of the article")
    address.fill("not an address")
    reader.page.get_by_role("button", name="Fetch and add").click()
    expect(reader.page.locator(".cc-problems")).to_contain_text("is not a web address")
    address.fill("http://127.0.0.1:9/")
    reader.page.get_by_role("button", name="Fetch and add").click()
    expect(reader.page.locator(".cc-problems")).to_contain_text("127.0.0.1:9")
    expect(reader.page.locator("body")).not_to_contain_text("Traceback")

"""The chat itself: states, keys, copying, errors. The answers come from a script."""

import re
import threading

import pytest
from playwright.sync_api import expect

from index.errors import IndexingError
from tests.ui import stories


@pytest.fixture(autouse=True)
def _fresh_script(script):
    script.script = {"injured": stories.disputed(), "sail": stories.agreed()}


def test_a_question_is_there_at_once_and_the_box_is_empty_while_it_is_read(stage, visit, script):
    reader, go_on = visit(stage), threading.Event()
    answer = script.ask
    script.ask = lambda *args, **kwargs: go_on.wait(20) and answer(*args, **kwargs)
    try:
        reader.box.fill("When does the ferry sail?")
        reader.box.press("Enter")
        expect(reader.page.locator(".cc-question")).to_have_text("When does the ferry sail?")
        expect(reader.page.locator(".cc-reading")).to_have_text("Reading the articles…")
        expect(reader.box).to_have_value("")
        reader.box.fill("How many were injured?")
        reader.box.press("Enter")
        expect(reader.page.locator(".cc-question")).to_have_count(2)
    finally:
        go_on.set()
        del script.ask
    expect(reader.turn(0).locator(".cc-headline")).to_have_text("Friday")
    expect(reader.turn(1).locator(".cc-headline")).to_have_text("12")


def test_an_empty_question_does_nothing(stage, visit):
    reader = visit(stage)
    for nothing in ("", "   "):
        reader.box.fill(nothing)
        reader.box.press("Enter")
    reader.page.get_by_role("button", name="Ask", exact=True).last.click()
    expect(reader.page.locator(".cc-invitation")).to_be_visible()
    expect(reader.page.locator(".cc-turn")).to_have_count(0)


def test_a_very_long_question_is_asked_and_shown(stage, visit):
    reader = visit(stage)
    turn = reader.ask("When does the ferry sail? " + "really " * 3000)
    expect(turn.locator(".cc-headline")).to_have_text("Friday")
    assert reader.overflow() == 0


def test_an_error_is_one_sentence_and_the_page_goes_on(stage, visit, script):
    reader = visit(stage)
    script.script["disk"] = IndexingError("The disk is full; free some space.")
    script.script["bug"] = ZeroDivisionError("secret detail")
    expect(reader.ask("disk?").locator(".cc-error")).to_have_text(
        "The disk is full; free some space."
    )
    broken = reader.ask("bug?").locator(".cc-error")
    expect(broken).to_contain_text("Something went wrong")
    expect(reader.page.locator("body")).not_to_contain_text("secret")
    expect(reader.ask("When does it sail?").locator(".cc-headline")).to_have_text("Friday")


def test_everything_can_be_done_with_the_keyboard(stage, visit):
    reader = visit(stage)
    expect(reader.box).to_be_focused()
    reader.page.keyboard.type("How many were injured?")
    reader.page.keyboard.press("Enter")
    quote = reader.turn(0).locator(".cc-quote").first
    for _ in range(12):
        reader.page.keyboard.press("Shift+Tab")
        if quote.evaluate("quote => quote === document.activeElement"):
            break
    expect(quote).to_be_focused()
    assert quote.evaluate("quote => getComputedStyle(quote).outlineStyle") == "solid"
    reader.page.keyboard.press("Enter")
    expect(reader.mark).to_have_text("Twelve passengers were injured, the coast guard said.")
    expect(reader.pane.locator(".cc-pane")).to_be_focused()
    reader.page.keyboard.press("Escape")
    expect(quote).to_be_focused()


def test_an_answer_is_announced(stage, visit):
    reader = visit(stage)
    reader.ask("How many were injured?")
    expect(reader.page.locator(".cc-log [role=status]")).to_have_text(
        "Answer: 12. Sources disagree."
    )


def test_every_button_has_a_name(stage, visit):
    reader = visit(stage)
    reader.ask("How many were injured?")
    for button in reader.page.locator("button:visible").all():
        name = button.inner_text().strip() or button.get_attribute("aria-label")
        assert name, button.evaluate("button => button.outerHTML")


def test_an_answer_is_copied_as_markdown_and_the_button_says_so(stage, visit):
    reader = visit(stage, permissions=["clipboard-read", "clipboard-write"])
    button = reader.ask("When does it sail?").locator("[data-copy]")
    button.click()
    expect(button).to_have_text("Copied")
    copied = reader.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("## When does it sail?")
    assert "> The ferry sails again on Friday." in copied
    expect(button).to_have_text("Copy with citations")


def test_an_answer_is_copied_where_there_is_no_clipboard_api(stage, visit):
    reader = visit(stage, permissions=["clipboard-read", "clipboard-write"])
    turn = reader.ask("When does it sail?")
    reader.page.evaluate(
        "Object.defineProperty(navigator.clipboard, 'writeText', { value: undefined })"
    )
    turn.get_by_role("button", name="Copy with citations").click()
    expect(turn.get_by_role("button", name="Copied")).to_be_visible()
    assert "[1] “Ferry runs aground" in reader.page.evaluate("navigator.clipboard.readText()")


def test_a_chat_is_downloaded_as_markdown(stage, visit):
    reader = visit(stage)
    reader.ask("When does it sail?")
    reader.ask("Who owns it?")
    with reader.page.expect_download() as download:
        reader.page.get_by_role("button", name="Download chat").click()
    assert re.fullmatch(r"crosscheck-\d{4}-\d\d-\d\d\.md", download.value.suggested_filename)
    said = download.value.path().read_text("utf-8")
    assert said.startswith("# Crosscheck\n\n## When does it sail?")
    assert "**The articles do not say.**" in said


def test_a_new_chat_begins_from_nothing(stage, visit, script):
    reader = visit(stage)
    reader.ask("How many were injured?").locator(".cc-quote").first.click()
    reader.mark.wait_for()
    reader.page.get_by_role("button", name="New chat").click()
    expect(reader.page.locator(".cc-invitation")).to_be_visible()
    expect(reader.pane).to_contain_text("Click a quote")
    reader.ask("When does it sail?")
    assert script.asked[-1] == ("When does it sail?", ())


def test_a_new_question_comes_to_the_top(stage, visit):
    reader = visit(stage)
    for question in ("How many were injured?", "When does it sail?"):
        turn = reader.ask(question)
    top = turn.evaluate("turn => turn.getBoundingClientRect().top")
    bar = reader.page.locator("#cc-header").evaluate("bar => bar.getBoundingClientRect().bottom")
    assert bar - 2 <= top <= bar + 40

"""Filters in words: chips that ask again without them, by mouse, keyboard and finger."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_looks import CONTRASTS, PHONE, TEXT
from tests.ui import stories

HARBOUR = "Ask again without the filter: Harbour Times"
MARCH = "Ask again without the filter: since 1 March 2026"
MARCH_BACK = "Ask again with the filter: since 1 March 2026"


@pytest.fixture(autouse=True)
def _fresh_script(script):
    script.script = {"injured": stories.disputed(), "sail": stories.agreed()}


def test_a_filter_is_taken_away_and_put_back(stage, visit, script):
    reader = visit(stage)
    turn = reader.ask(stories.FILTERED)
    expect(turn.get_by_role("group", name="Only").get_by_role("button")).to_have_count(2)
    turn.get_by_role("button", name=MARCH).click()
    again = reader.turn(1)
    expect(again.locator(".cc-question")).to_have_text(stories.FILTERED)
    expect(again.get_by_role("group", name="Only").get_by_role("button")).to_have_count(1)
    removed = again.get_by_role("group", name="Asked without").get_by_role("button")
    expect(removed).to_contain_text("since 1 March 2026")
    assert script.done_without[-1] == ("since March 2026",)
    removed.click()
    expect(reader.turn(2).get_by_role("group", name="Only").get_by_role("button")).to_have_count(2)
    assert script.done_without[-1] == ()
    assert script.asked[-1] == (stories.FILTERED, ())


def test_by_keyboard_it_goes_on_at_the_same_filter_of_the_new_answer(stage, visit):
    reader = visit(stage)
    chip = reader.ask(stories.FILTERED).get_by_role("button", name=MARCH)
    for _ in range(15):
        reader.page.keyboard.press("Shift+Tab")
        if chip.evaluate("chip => chip === document.activeElement"):
            break
    expect(chip).to_be_focused()
    assert chip.evaluate("chip => getComputedStyle(chip).outlineStyle") == "solid"
    reader.page.keyboard.press("Enter")
    back = reader.turn(1).get_by_role("button", name=MARCH_BACK)
    expect(back).to_be_focused()
    reader.page.keyboard.press("Space")
    expect(reader.turn(2).get_by_role("button", name=HARBOUR)).to_be_focused()


def test_what_was_searched_is_announced(stage, visit):
    reader = visit(stage)
    reader.ask(stories.FILTERED).get_by_role("button", name=MARCH).click()
    reader.turn(1)
    expect(reader.page.locator(".cc-log [role=status]")).to_have_text(
        "Answer: Friday. Only Harbour Times Asked without since 1 March 2026"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_chips_stand_out_and_differ_by_more_than_colour(stage, visit, scheme):
    reader = visit(stage, color_scheme=scheme)
    reader.ask(stories.FILTERED).get_by_role("button", name=MARCH).click()
    chips = reader.turn(1).locator(".cc-chip")
    expect(chips).to_have_count(2)
    assert [pair for pair in reader.page.evaluate(CONTRASTS) if pair[0] < TEXT] == []
    borders = chips.evaluate_all("some => some.map(one => getComputedStyle(one).borderTopStyle)")
    assert borders == ["solid", "dashed"]
    signs = chips.evaluate_all("some => some.map(one => one.querySelector('path').outerHTML)")
    assert signs[0] != signs[1]


def test_chips_fit_a_phone_and_a_finger(stage, visit, script):
    script.script = {"sails": stories.filtered("unmatched", "applied")}
    reader = visit(stage, **PHONE)
    reader.ask("When has the Harbour Times said that it sails?")
    reader.ask(stories.FILTERED)
    expect(reader.page.locator(".cc-widened")).to_be_visible()
    assert reader.overflow() == 0
    for chip in reader.page.locator(".cc-chip").all():
        box = chip.bounding_box()
        assert box["height"] >= 24  # WCAG 2.2, 2.5.8 AA, in CSS pixels.
        assert box["x"] + box["width"] <= PHONE["viewport"]["width"]
    reader.turn(1).get_by_role("button", name=HARBOUR).tap()
    expect(reader.turn(2).get_by_role("group", name="Asked without")).to_be_visible()


def test_over_the_shipped_articles_bloomberg_is_understood(site, visit):
    reader = visit(site)
    asked = "What stake does Microsoft hold in OpenAI, according to Bloomberg?"
    turn = reader.ask(asked)
    expect(turn.get_by_role("group", name="Only").get_by_role("button")).to_contain_text(
        "Bloomberg"
    )
    expect(turn.locator(".cc-headline")).to_have_text("27 percent")
    turn = reader.ask("When does the revenue share end, according to Bloomberg?")
    expect(turn.locator(".cc-widened")).to_have_text(
        "No article from Bloomberg answers this, so all articles were searched."
    )
    expect(turn.locator(".cc-headline")).to_have_text("2030")

"""What can be measured of how the page looks: width, contrast, and what leads back."""

import pytest
from playwright.sync_api import expect

from tests.ui import stories

PHONE = {"viewport": {"width": 375, "height": 812}, "has_touch": True}
TEXT = 4.5  # WCAG 2.2, 1.4.3 AA, for text of any size.

CONTRASTS = """() => {
  const channels = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = channels(getComputedStyle(e).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
    if (["SCRIPT", "STYLE"].includes(element.tagName)) continue;
    const pair = [light(channels(getComputedStyle(element).color)), light(ground(element))];
    const ratio = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
    found.push([Math.round(ratio * 100) / 100, walker.currentNode.data.trim().slice(0, 40)]);
  }
  return found;
}"""  # Source of the formula: WCAG 2.2, relative luminance and contrast ratio.


@pytest.fixture(autouse=True)
def _fresh_script(script):
    script.script = {"injured": stories.disputed(), "sail": stories.agreed()}


@pytest.mark.parametrize(
    ("scheme", "ground"), [("light", "rgb(251, 250, 247)"), ("dark", "rgb(23, 22, 20)")]
)
def test_all_text_stands_out_from_its_ground(stage, visit, scheme, ground):
    reader = visit(stage, color_scheme=scheme)
    expect(reader.page.locator(".gradio-container")).to_have_css("background-color", ground)
    ratios = reader.page.evaluate(CONTRASTS)
    reader.ask("How many were injured?").locator(".cc-quote").first.click()
    reader.mark.wait_for()
    reader.ask("Who owns the ferry?")
    ratios += reader.page.evaluate(CONTRASTS)
    reader.tab("Sources")
    reader.page.get_by_role("button", name="Add articles").click()
    reader.page.get_by_role("tab", name="Paste text").click()
    reader.page.get_by_label("Text", exact=True).wait_for()
    ratios += reader.page.evaluate(CONTRASTS)
    assert len(ratios) > 60
    assert [pair for pair in ratios if pair[0] < TEXT] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_of_the_disagreements_stands_out_too(newsstand, visit, scheme):
    reader = visit(newsstand.address, color_scheme=scheme)
    reader.tab("Disagreements")
    expect(reader.page.locator("#cc-weighing .cc-card")).to_have_count(20)
    reader.page.get_by_role("checkbox", name="Figures differ").check()
    expect(reader.page.locator("#cc-weighing .cc-note")).to_have_count(1)
    ratios = reader.page.evaluate(CONTRASTS)
    reader.page.get_by_role("checkbox", name="Cannot both hold").check()
    expect(reader.page.locator("#cc-weighing .cc-warn").first).to_be_visible()
    reader.page.get_by_role("button", name="See both passages").first.click()
    reader.page.locator("#cc-weighing .cc-passages").wait_for()
    ratios += reader.page.evaluate(CONTRASTS)
    assert len(ratios) > 60
    assert [pair for pair in ratios if pair[0] < TEXT] == []


def test_nothing_is_wider_than_a_phone(stage, visit):
    reader = visit(stage, **PHONE)
    assert reader.overflow() == 0
    reader.ask("How many were injured?")
    reader.ask("Who owns the ferry?")
    assert reader.overflow() == 0
    wide = reader.page.evaluate(
        "[...document.querySelectorAll('.cc-log *')].filter(e => !e.closest('.cc-unseen')"
        " && e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML)"
    )
    assert wide == []
    reader.tab("Sources")
    reader.page.get_by_role("button", name="Add articles").click()
    for tab in ("Upload files", "Paste text", "Web page"):
        reader.page.get_by_role("tab", name=tab).click()
        assert reader.overflow() == 0


def test_on_a_phone_the_article_comes_into_view_and_leads_back(stage, visit):
    reader = visit(stage, **PHONE)
    quote = reader.ask("How many were injured?").locator(".cc-quote").first
    expect(reader.pane).to_be_hidden()
    ways = [
        reader.page.get_by_role("button", name="Back").tap,
        reader.page.go_back,
        lambda: reader.page.keyboard.press("Escape"),
    ]
    for lead_back in ways:
        quote.tap()
        expect(reader.mark).to_be_visible()
        assert reader.in_pane(reader.mark)
        lead_back()
        expect(reader.pane).to_be_hidden()
        expect(quote).to_be_focused()


def test_the_answer_does_not_move_when_its_quote_is_opened(stage, visit):
    reader = visit(stage)
    quote = reader.ask("How many were injured?").locator(".cc-quote").first
    before = quote.bounding_box()
    quote.click()
    reader.mark.wait_for()
    assert quote.bounding_box() == before


def test_the_page_is_in_the_middle_of_a_wide_screen(stage, visit):
    reader = visit(stage, viewport={"width": 1920, "height": 1080})
    box = reader.page.locator("main").bounding_box()
    assert box["x"] == pytest.approx(1920 - box["x"] - box["width"], abs=1)
    assert box["width"] < 1400


def test_nothing_of_gradio_is_left_to_see(stage, visit):
    reader = visit(stage)
    expect(reader.page.get_by_text("Built with Gradio")).to_be_hidden()
    assert reader.page.title() == "Crosscheck"

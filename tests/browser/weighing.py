"""The Disagreements tab, as a test looks at it."""

from playwright.sync_api import expect

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

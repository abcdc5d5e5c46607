"""Take pictures of the page over the seeds: python -m tests.browser.screenshots FOLDER.

`page.png` is the one in the README. The others show each state on a desktop and on a phone, in
light and in dark, for a person to look at.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from index import Library, Retriever
from index.load import example_questions
from qa import Assistant
from qa.defaults import default_comparer
from tests.browser.chrome import ARGUMENTS, REMEDY, find_chrome
from tests.browser.site import serving
from tests.browser.visitor import Visitor

SEEDS = Path(__file__).parents[2] / "seeds"
DISPUTED = "When does the revenue share end?"
UNSAID = "Who is the mayor of Paris?"
EXAMPLES = example_questions(SEEDS)
SIZES = {"desktop": (1280, 860), "phone": (390, 844)}
SETTLED = 400  # Milliseconds; fonts, focus rings and scrolling come to rest.


def shoot(visitor: Visitor, path: Path) -> None:
    """Take one picture once the page has come to rest."""
    visitor.page.wait_for_timeout(SETTLED)
    visitor.page.screenshot(path=path)


def shoot_states(visitor: Visitor, folder: Path, name: str) -> None:
    """Take the pictures of one size and colour scheme."""
    shoot(visitor, folder / f"{name}-1-first.png")
    visitor.ask(DISPUTED)
    shoot(visitor, folder / f"{name}-2-answer.png")
    visitor.page.locator(".cc-side").last.locator(".cc-quote").first.click()
    visitor.mark.wait_for()
    visitor.page.mouse.move(0, 0)
    shoot(visitor, folder / f"{name}-3-article.png")
    if name == "desktop-light":
        shutil.copyfile(folder / f"{name}-3-article.png", folder / "page.png")
    visitor.page.keyboard.press("Escape")
    visitor.ask(UNSAID)
    shoot(visitor, folder / f"{name}-4-declined.png")
    visitor.tab("Disagreements")
    visitor.page.locator(".cc-matrix").wait_for()
    shoot(visitor, folder / f"{name}-5-disagreements.png")
    card = visitor.page.locator("#cc-weighing .cc-card").first
    card.scroll_into_view_if_needed()
    card.evaluate("card => { scrollTo(0, scrollY + card.getBoundingClientRect().top - 80) }")
    shoot(visitor, folder / f"{name}-6-card.png")
    card.get_by_role("button", name="See both passages").click()
    visitor.page.locator(".cc-passages").wait_for()
    shoot(visitor, folder / f"{name}-7-passages.png")
    visitor.page.keyboard.press("Escape")
    visitor.tab("Sources")
    visitor.page.locator(".cc-table").wait_for()
    shoot(visitor, folder / f"{name}-8-sources.png")
    visitor.page.get_by_role("button", name="Add articles").click()
    visitor.page.get_by_role("tab", name="Paste text").click()
    shoot(visitor, folder / f"{name}-9-adding.png")


def shoot_all(browser: Browser, address: str, folder: Path) -> None:
    """Take the pictures of every size and colour scheme."""
    for size, (width, height) in SIZES.items():
        for scheme in ("light", "dark"):
            viewport = {"width": width, "height": height}
            context = browser.new_context(viewport=viewport, color_scheme=scheme)
            shoot_states(Visitor(context, address).open(), folder, f"{size}-{scheme}")
            context.close()


def main(folder: Path) -> None:
    """Serve the seeds from a copy, and take every picture of them into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    path = find_chrome()
    if path is None:
        sys.exit(REMEDY)
    with tempfile.TemporaryDirectory() as place:
        articles = Path(shutil.copytree(SEEDS, Path(place) / "seeds"))
        comparer = default_comparer()
        with (
            Library.open(Path(place) / "index", comparer=comparer) as library,
            sync_playwright() as playwright,
        ):
            library.sync(articles)
            assistant = Assistant(Retriever(library))
            chrome = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
            with serving(library, assistant, articles=articles, examples=EXAMPLES) as address:
                shoot_all(chrome, address, folder)
            chrome.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""One browser and one real library for the session; a scripted one for what the seeds lack."""

import re
import shutil
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from index import Library, Retriever
from qa import Assistant
from tests.browser.chrome import ARGUMENTS, REMEDY, find_chrome
from tests.browser.newsstand import Newsstand, standing
from tests.browser.site import serving
from tests.browser.visitor import Visitor
from tests.browser.weighing import Board
from tests.ui import stories
from tests.ui.fakes import FolderLibrary, ScriptedAssistant

SEEDS = Path(__file__).parents[2] / "seeds"
GRADIO = "ignore::pandas.errors.Pandas4Warning"  # Of its own figures about its own queue.
EXAMPLES = ["When does the revenue share end?", "Who is the mayor of Paris?"]


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.filterwarnings(GRADIO))


@pytest.fixture(scope="session")
def browser():
    path = find_chrome()
    if path is None:
        pytest.fail(REMEDY)
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chrome
        chrome.close()


@pytest.fixture(scope="session")
def articles(tmp_path_factory) -> Path:
    """A copy of the seeds, so that tests may add and remove."""
    return Path(shutil.copytree(SEEDS, tmp_path_factory.mktemp("site") / "articles"))


@pytest.fixture(scope="session")
def site(articles):
    """The page over the seeds, with the real model."""
    with Library.open(articles.parent / "index") as library:
        library.sync(articles)
        assistant = Assistant(Retriever(library))
        assistant.ask(EXAMPLES[0])  # Loads the model, so that no test has to wait for it.
        with serving(library, assistant, articles=articles, examples=EXAMPLES) as address:
            yield address


@pytest.fixture(scope="session")
def script() -> ScriptedAssistant:
    return ScriptedAssistant()


@pytest.fixture(scope="session")
def stage(script, tmp_path_factory):
    """The page over the three newspapers of stories.py, with answers from a script."""
    folder = tmp_path_factory.mktemp("stage")
    library = FolderLibrary(folder, list(stories.ARTICLES.values()))
    with serving(library, script, articles=folder) as address:
        yield address


@pytest.fixture(scope="session")
def newsstand(tmp_path_factory) -> Newsstand:
    """The page over articles that differ in their years. Tests change nothing in it."""
    with standing(tmp_path_factory.mktemp("newsstand")) as stand:
        yield stand


@pytest.fixture
def own_stand(tmp_path):
    """Return a function that opens a newsstand of one's own, with these articles."""
    with ExitStack() as stack:
        yield lambda **options: stack.enter_context(standing(tmp_path, **options))


@pytest.fixture
def visit(browser):
    """Return a function that opens the page in a context of its own.

    Afterwards no visitor has asked another host for anything, nor seen an error in the console.
    """
    visitors = []

    def open_page(address: str, **options) -> Visitor:
        options = {"viewport": {"width": 1280, "height": 860}, **options}
        visitors.append(Visitor(browser.new_context(**options), address))
        return visitors[-1].open()

    yield open_page
    for visitor in visitors:
        visitor.context.close()
        assert visitor.strangers == []
        assert visitor.complaints == []


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

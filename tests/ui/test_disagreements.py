"""What the Disagreements tab answers to a look, and to a click that is made up."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import gradio as gr
import pytest

from tests.ui import stories
from tests.ui.disputes import AGE, INJURED
from tests.ui.fakes import FolderLibrary, ScriptedAssistant
from ui.comparing import Comparing, Look
from ui.desk import Desk
from ui.disagreements import DisagreementsTab


@pytest.fixture
def tab(tmp_path) -> DisagreementsTab:
    library = FolderLibrary(tmp_path, list(stories.ARTICLES.values()))
    comparing = Comparing(library)
    comparing.look = lambda: Look(articles=4, waiting=0, found=(INJURED, AGE), version=3)

    async def laid_out() -> DisagreementsTab:
        with gr.Blocks():
            return DisagreementsTab(Desk(library, ScriptedAssistant(), []), comparing)

    # Without a loop, gradio makes some and leaves them open; this thread's may be the browser's.
    with ThreadPoolExecutor(max_workers=1) as aside:
        return aside.submit(asyncio.run, laid_out()).result()


def asked(**data) -> SimpleNamespace:
    return SimpleNamespace(_data=data)


def view(tab, *how) -> str:
    """What the page sends back of a board that was shown so."""
    return tab.show(*how)[1].partition('data-view="')[2].partition('"')[0]


def test_a_look_leaves_what_is_as_it_should_be(tab):
    shown = view(tab, "", [], 20)
    head, board = tab._look("", [], 20, asked(version="3", view=shown, busy=False))
    assert "2 disagreements in 4 articles" in head
    assert board == gr.skip()


def test_a_look_shows_what_was_found_since(tab):
    shown = view(tab, "", [], 20)
    head, board = tab._look("", [], 20, asked(version="2", view=shown, busy=False))
    assert board.count('class="cc-card') == 2
    assert "found since" not in head


def test_a_reader_in_the_midst_of_it_is_asked_first(tab):
    shown = view(tab, "", [], 20)
    head, board = tab._look("", [], 20, asked(version="2", view=shown, busy=True))
    assert "Show what was found since" in head
    assert board == gr.skip()


def test_an_older_response_that_came_last_is_put_right(tab):
    older = view(tab, "", [], 20)
    for busy in (False, True):
        head, board = tab._look(
            "ferry", ["estimate"], 20, asked(version="3", view=older, busy=busy)
        )
        assert "1 of 2 disagreements" in head
        assert board.count('class="cc-card') == 1
        assert "Ferry: 1989" in board


def test_the_filter_begins_at_the_first_cards_again(tab):
    head, board, most = tab._filter("astrid", ["contradiction"])
    assert (board.count('class="cc-card'), most) == (1, 20)
    assert "1 of 2" in head


@pytest.mark.parametrize(("sent", "most"), [(40, 40), ("x", 20), (None, 20)])
def test_more_is_as_many_as_the_button_says(tab, sent, most):
    assert tab._show_more("", [], asked(most=sent))[2] == most

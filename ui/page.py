"""The browser page: its parts, laid out together."""

from collections.abc import Sequence
from pathlib import Path

import gradio as gr

from index import Library
from qa import Assistant
from ui.api import lay_out_api
from ui.chat import AskTab
from ui.comparing import Comparing
from ui.desk import Desk
from ui.disagreements import DisagreementsTab
from ui.relay import HIDDEN
from ui.shelf import Shelf
from ui.sources import SourcesTab

CACHE = (3600, 3600)  # Seconds: every hour, uploads older than that; the folder has its own copy.
TITLE = "Crosscheck"
HEADER = (
    '<header class="cc-header"><h1>Crosscheck</h1>'
    "<p>Answers in the sources’ own words, and where they disagree.</p></header>"
)


def build_page(
    library: Library,
    assistant: Assistant,
    *,
    articles: Path,
    examples: Sequence[str] = (),
    comparing: Comparing | None = None,
) -> gr.Blocks:
    """Return the page.

    Args:
        library: What the Sources tab lists.
        assistant: What answers.
        articles: The folder that articles are added to and synced from.
        examples: Questions to click before the first one; by default they come from the titles.
        comparing: What compares the articles meanwhile; whoever passes it closes it.
    """
    comparing = comparing or Comparing(library)
    desk = Desk(library, assistant, examples, comparing.reading)
    page: gr.Blocks
    with gr.Blocks(
        title=TITLE, analytics_enabled=False, fill_width=True, delete_cache=CACHE
    ) as page:
        gr.HTML(HEADER, elem_id="cc-header", apply_default_css=False)
        with gr.Tabs(elem_id="cc-tabs", overflow_behavior="wrap") as tabs:
            with gr.Tab("Ask", id="ask") as ask:
                asking = AskTab(desk)
            with gr.Tab("Disagreements", id="disagreements"):
                found = DisagreementsTab(desk, comparing)
            with gr.Tab("Sources", id="sources"):
                sources = SourcesTab(Shelf(library, articles), comparing)
        gr.on([page.load, ask.select], desk.show, [asking.chat], [asking.conversation], **HIDDEN)
        page.load(sources.render, None, [sources.table], **HIDDEN)
        page.load(found.show, found.view, found.shown, **HIDDEN)

        def read(event: gr.EventData) -> tuple[gr.Tabs, str]:
            return gr.Tabs(selected="ask"), desk.read(event._data)

        sources.table.read(read, None, [tabs, asking.pane], **HIDDEN)
        sources.news.visit(lambda: gr.Tabs(selected="disagreements"), None, [tabs], **HIDDEN)
        lay_out_api(library, desk)
    return page

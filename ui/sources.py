"""The Sources tab: the table of articles, the ways to add one, and Sync, wired together."""

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Any

import gradio as gr

from index.errors import CrosscheckError
from index.models import Progress, SyncReport
from ui import table
from ui.board import render_news
from ui.comparing import Comparing
from ui.markup import text
from ui.relay import HIDDEN, QUEUED, relay
from ui.shelf import Shelf

CONFIRM = (
    '<dialog id="cc-confirm" aria-labelledby="cc-confirm-question"><form method="dialog">'
    '<p id="cc-confirm-question"></p><p class="cc-tools">'
    '<button class="cc-tool" value="keep" autofocus>Keep it</button>'
    '<button class="cc-tool cc-danger" value="go">Delete</button></p></form></dialog>'
)
ONE_WRITER = "sync"  # The index has one writer at a time; the page's own clicks queue up here.

Update = tuple[str, str, str]
"""The status line, what new articles change, and the table, as HTML."""

Updates = tuple[Any, ...]
"""An Update, and what the boxes it came from hold next."""


class SourcesTab:
    """The components of the tab. Making one lays it out in the block that is open."""

    def __init__(self, shelf: Shelf, comparing: Comparing):
        self.shelf = shelf
        self.comparing = comparing
        self.page = gr.State(0)
        with gr.Column(elem_id="cc-shelf"):
            with gr.Row(elem_id="cc-shelf-tools", equal_height=True):
                self.needle = gr.Textbox(
                    label="Filter by title, publisher, date or file",
                    show_label=False,
                    container=False,
                    placeholder="Filter the sources",
                    elem_id="cc-filter",
                    scale=4,
                )
                self.sync = gr.Button("Sync", elem_id="cc-sync", scale=0, min_width=110)
            self._lay_out_adding()
            self.status = gr.HTML("", elem_id="cc-shelf-status", apply_default_css=False)
            self.news = gr.HTML(
                "",
                elem_id="cc-news",
                apply_default_css=False,
                js_on_load=relay("hear", "visit"),
            )
            self.table = gr.HTML(
                self.render(),
                elem_id="cc-table",
                apply_default_css=False,
                js_on_load=relay("read", "discard", "leaf"),
            )
            gr.HTML(CONFIRM, apply_default_css=False)
        self._wire()

    def render(self, needle: str = "", page: int = 0) -> str:
        """Return the table as it is now."""
        library = self.shelf.library
        return table.render_sources(library.sources(), library.failures(), needle=needle, page=page)

    def _lay_out_adding(self) -> None:
        folder = text(str(self.shelf.folder))
        with gr.Accordion("Add articles", open=False, elem_id="cc-adding"):
            gr.HTML(
                f'<p class="cc-quiet">Each one is saved as a file in {folder}.</p>',
                apply_default_css=False,
            )
            with gr.Tabs(overflow_behavior="wrap"):
                with gr.Tab("Upload files"):
                    self.files = gr.File(
                        label="Text, Markdown, HTML, JSON or JSON Lines",
                        file_count="multiple",
                        height=150,
                        elem_id="cc-files",
                    )
                    self.upload = gr.Button("Add the files", elem_id="cc-upload", variant="primary")
                with gr.Tab("Paste text"):
                    with gr.Row():
                        self.title = gr.Textbox(label="Title", elem_id="cc-title", min_width=200)
                        self.publisher = gr.Textbox(
                            label="Publisher", elem_id="cc-publisher", min_width=140
                        )
                        self.date = gr.Textbox(
                            label="Date", placeholder="2026-04-27", elem_id="cc-date", min_width=140
                        )
                    self.text = gr.Textbox(label="Text", lines=8, max_lines=20, elem_id="cc-text")
                    self.paste = gr.Button("Add the text", elem_id="cc-paste", variant="primary")
                with gr.Tab("Web page"):
                    self.address = gr.Textbox(
                        label="Address of the article",
                        placeholder="https://",
                        info="The only thing on this page that uses the network.",
                        elem_id="cc-address",
                    )
                    self.fetch = gr.Button("Fetch and add", elem_id="cc-fetch", variant="primary")

    def _wire(self) -> None:
        view = [self.needle, self.page]
        shown = [self.status, self.news, self.table]
        writes: dict[str, Any] = {
            "concurrency_id": ONE_WRITER,
            "concurrency_limit": 1,
            **QUEUED,
        }
        self.needle.input(
            self._filter,
            [self.needle],
            [self.table, self.page],
            trigger_mode="always_last",
            **HIDDEN,
        )
        self.table.leaf(self._turn, [self.needle], [self.table, self.page], **HIDDEN)
        self.news.hear(self._tell, None, [self.news], **HIDDEN)
        self.sync.click(self._sync, view, shown, **writes)
        self.table.discard(self._remove, view, shown, **writes)
        self.upload.click(self._upload, [self.files, *view], [*shown, self.files], **writes)
        pasted = [self.title, self.publisher, self.date, self.text]
        self.paste.click(self._paste, [*pasted, *view], [*shown, *pasted], **writes)
        for event in (self.fetch.click, self.address.submit):
            event(self._fetch, [self.address, *view], [*shown, self.address], **writes)

    def _filter(self, needle: str) -> tuple[str, int]:
        return self.render(needle), 0

    def _turn(self, needle: str, event: gr.EventData) -> tuple[str, int]:
        page = event._data.get("page")
        page = page if isinstance(page, int) else 0
        return self.render(needle, page), page

    def _tell(self) -> str:
        look = self.comparing.look()
        return render_news(look.news, problem=look.problem)

    def _sync(self, needle: str, page: int) -> Iterator[Update]:
        yield from self._synced("", view=(needle, page), folders=self.shelf.folders())

    def _remove(self, needle: str, page: int, event: gr.EventData) -> Iterator[Update]:
        view = (needle, page)
        try:
            source = self.shelf.remove(str(event._data.get("article_id")))
        except CrosscheckError as error:
            yield _refused(error), gr.skip(), self.render(*view)
        else:
            folder = Path(source.folder)
            yield from self._synced(f"Removed “{source.title}”.", view=view, folders=[folder])

    def _upload(self, files: list[str] | None, needle: str, page: int) -> Iterator[Updates]:
        if not files:
            yield table.render_status("Choose one or more files first."), *[gr.skip()] * 3
            return
        try:
            saved, problems = self.shelf.add_files([Path(file) for file in files])
        except CrosscheckError as error:
            yield _refused(error), *[gr.skip()] * 3
            return
        message = f"Saved {', '.join(saved)}." if saved else ""
        for update in self._synced(message, view=(needle, page), problems=problems):
            yield *update, None

    def _paste(self, *inputs: Any) -> Iterator[Updates]:
        title, publisher, published, body, *view = inputs
        try:
            added = self.shelf.add_text(
                title=title, publisher=publisher, published=published, text=body
            )
        except CrosscheckError as error:
            yield _refused(error), *[gr.skip()] * 6
            return
        for update in self._synced(f"Added “{added}”.", view=view):
            yield *update, "", "", "", ""

    def _fetch(self, address: str, needle: str, page: int) -> Iterator[Updates]:
        yield table.render_status(f"Fetching {address} …"), *[gr.skip()] * 3
        try:
            added = self.shelf.add_address(address)
        except CrosscheckError as error:
            yield _refused(error), *[gr.skip()] * 3
            return
        for update in self._synced(f"Added “{added}”.", view=(needle, page)):
            yield *update, ""

    def _synced(
        self,
        message: str,
        *,
        view: Sequence[Any],
        folders: Sequence[Path] | None = None,
        problems: Sequence[str] = (),
    ) -> Iterator[Update]:
        """Sync, showing progress; then what was done, and the table as it is now."""
        problems, rows = list(problems), self.render(*view)
        known = self.comparing.said()
        yield table.render_status(message or "Syncing …", problems=problems), "", rows
        reports: list[SyncReport] = []
        for folder in folders or [self.shelf.folder]:
            try:
                for progress in gathered(self.shelf.sync(folder), reports):
                    yield table.render_progress(progress), "", rows
            except CrosscheckError as error:
                problems.append(str(error))
        problems += [f"{w.where}: {w.reason}" for report in reports for w in report.warnings]
        line = f"{message} {table.report_line(reports) if reports else ''}".strip()
        self.comparing.follow([id_ for r in reports for id_ in (*r.added, *r.changed)], known)
        yield table.render_status(line, problems=problems), self._tell(), self.render(*view)


def gathered(
    sync: Generator[Progress, None, SyncReport], reports: list[SyncReport]
) -> Iterator[Progress]:
    """Yield the progress of a sync, and append its report to `reports`."""
    reports.append((yield from sync))


def _refused(error: CrosscheckError) -> str:
    return table.render_status("", problems=[str(error)])

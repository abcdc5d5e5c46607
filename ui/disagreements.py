"""The Disagreements tab: what was found, its filter and a reading pane, wired together."""

from collections.abc import Sequence
from typing import Any

import gradio as gr

from qa.models import KINDS, Conflict, Kind
from qa.unasked.conflicts import matching
from ui import reading, words
from ui.board import PAGE, render_board, render_head
from ui.comparing import Comparing, Look
from ui.desk import Desk
from ui.relay import HIDDEN, SPLIT, relay

CHOICES: list[tuple[str, Kind]] = [(words.KIND_NAMES[kind], kind) for kind in KINDS]

Shown = tuple[str, str]
"""How much was found, and what, as HTML."""


class DisagreementsTab:
    """The components of the tab. Making one lays it out in the block that is open."""

    def __init__(self, desk: Desk, comparing: Comparing):
        self.desk = desk
        self.comparing = comparing
        self.most = gr.State(PAGE)
        with gr.Row(elem_id="cc-weighing", elem_classes=[SPLIT], equal_height=False):
            with gr.Column(elem_classes=["cc-split-main"], min_width=0, scale=6):
                self.needle = gr.Textbox(
                    "",
                    label="Filter the disagreements by words",
                    show_label=False,
                    container=False,
                    placeholder="Filter the disagreements",
                    elem_id="cc-needle",
                )
                self.kinds = gr.CheckboxGroup(
                    CHOICES,
                    value=[],
                    label="Only these kinds",
                    show_label=False,
                    container=False,
                    elem_id="cc-kinds",
                )
                self.head = gr.HTML(
                    "",
                    elem_id="cc-compared",
                    apply_default_css=False,
                    js_on_load=relay("look", "refresh"),
                )
                self.board = gr.HTML(
                    "",
                    elem_id="cc-found",
                    apply_default_css=False,
                    js_on_load=relay("cite", "more"),
                )
            with gr.Column(elem_classes=["cc-split-aside"], min_width=0, scale=5):
                self.pane = gr.HTML(
                    reading.EMPTY, elem_classes=["cc-pane-box"], apply_default_css=False
                )
        self.view = [self.needle, self.kinds, self.most]
        self.shown = [self.head, self.board]
        self._wire()

    def show(self, needle: str = "", kinds: Sequence[str] = (), most: int = PAGE) -> Shown:
        """Return how far comparing is, and what it found so far."""
        look = self.comparing.look()
        chosen = _chosen(look, needle, kinds)
        view = _view(needle, kinds, most)
        board = render_board(chosen, version=look.version, view=view, most=most)
        return render_head(look, chosen=len(chosen)), board

    def _wire(self) -> None:
        chosen = [self.needle, self.kinds]
        anew = [*self.shown, self.most]
        for event in (self.needle.input, self.kinds.input):
            event(self._filter, chosen, anew, trigger_mode="always_last", **HIDDEN)
        self.board.more(self._show_more, chosen, anew, **HIDDEN)
        self.board.cite(self._read, None, [self.pane], trigger_mode="multiple", **HIDDEN)
        self.head.refresh(self._go_on, self.view, self.shown, **HIDDEN)
        self.head.look(self._look, self.view, self.shown, **HIDDEN)

    def _filter(self, needle: str, kinds: Sequence[str]) -> tuple[str, str, int]:
        return *self.show(needle, kinds), PAGE

    def _show_more(
        self, needle: str, kinds: Sequence[str], event: gr.EventData
    ) -> tuple[str, str, int]:
        most = event._data.get("most")
        most = most if isinstance(most, int) else PAGE
        return *self.show(needle, kinds, most), most

    def _go_on(self, needle: str, kinds: Sequence[str], most: int) -> Shown:
        self.comparing.start()
        return self.show(needle, kinds, most)

    def _look(self, needle: str, kinds: Sequence[str], most: int, event: gr.EventData) -> Any:
        """Show what was found since; a reader in the midst of it is asked first.

        Should two responses come in the wrong order, the older one shows another view than the
        filter says, and is put right here.
        """
        look = self.comparing.look()
        is_other = event._data.get("view") != _view(needle, kinds, most)
        is_new = event._data.get("version") != str(look.version)
        if is_other or (is_new and not event._data.get("busy")):
            return self.show(needle, kinds, most)
        chosen = len(_chosen(look, needle, kinds))
        return render_head(look, chosen=chosen, held_back=is_new), gr.skip()

    def _read(self, event: gr.EventData) -> str:
        return self.desk.read(event._data)


def _view(needle: str, kinds: Sequence[str], most: int) -> str:
    return f"{most} {','.join(sorted(kinds))} {needle}"


def _chosen(look: Look, needle: str, kinds: Sequence[str]) -> list[Conflict]:
    wanted = [kind for kind in KINDS if kind in kinds]
    return matching(look.found, kinds=wanted, about=needle)

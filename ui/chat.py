"""The Ask tab: the conversation, the question box and the reading pane, wired together."""

import gradio as gr

from ui import reading
from ui.desk import Desk
from ui.relay import HIDDEN, SPLIT, relay
from ui.session import Chat


class AskTab:
    """The components of the tab. Making one lays it out in the block that is open."""

    def __init__(self, desk: Desk):
        self.desk = desk
        self.chat = gr.State(Chat())
        with gr.Row(elem_id="cc-desk", elem_classes=[SPLIT], equal_height=False):
            with gr.Column(elem_id="cc-chat", elem_classes=["cc-split-main"], min_width=0, scale=6):
                self.conversation = gr.HTML(
                    desk.show(Chat()),
                    elem_id="cc-conversation",
                    apply_default_css=False,
                    js_on_load=relay("cite", "ask", "again", "answer", "restart"),
                )
                self.question = gr.Textbox(
                    elem_id="cc-composer",
                    label="Your question",
                    show_label=False,
                    container=False,
                    placeholder="Ask the articles a question",
                    lines=1,
                    max_lines=6,
                    submit_btn="Ask",
                    autofocus=True,
                )
            with gr.Column(elem_classes=["cc-split-aside"], min_width=0, scale=5):
                self.pane = gr.HTML(
                    reading.EMPTY,
                    elem_id="cc-pane",
                    elem_classes=["cc-pane-box"],
                    apply_default_css=False,
                )
        self._wire()

    def _wire(self) -> None:
        asked = [self.question, self.conversation]
        self.question.submit(self._add, [self.question, self.chat], asked, **HIDDEN)
        self.conversation.ask(self._add_example, [self.chat], asked, **HIDDEN)
        self.conversation.again(self._ask_again, [self.chat], [self.conversation], **HIDDEN)
        self.conversation.answer(
            self.desk.answer_next,
            [self.chat],
            [self.conversation],
            trigger_mode="multiple",
            **HIDDEN,
        )
        self.conversation.cite(self._read, None, [self.pane], trigger_mode="multiple", **HIDDEN)
        self.conversation.restart(
            self._clear, [self.chat], [self.conversation, self.pane, self.question], **HIDDEN
        )

    def _add(self, question: str, chat: Chat) -> tuple[str, str]:
        if question.strip():
            chat.add(question.strip())
        return "", self.desk.show(chat)

    def _add_example(self, chat: Chat, event: gr.EventData) -> tuple[str, str]:
        return self._add(str(event._data.get("question", "")), chat)

    def _ask_again(self, chat: Chat, event: gr.EventData) -> str:
        return self.desk.ask_again(chat, event._data)

    def _read(self, event: gr.EventData) -> str:
        return self.desk.read(event._data)

    def _clear(self, chat: Chat) -> tuple[str, str, str]:
        chat.clear()
        return self.desk.show(chat), reading.EMPTY, ""

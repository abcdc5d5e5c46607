"""The two things that other programs may call over HTTP: ask and search."""

from typing import Any

import gradio as gr

from index import Library, Retriever
from qa import Assistant
from ui.chat import ONE_AT_A_TIME

MOST = 50  # Passages; a program that wants more of them can use the Retriever itself.


def lay_out_api(library: Library, assistant: Assistant) -> None:
    """Offer `ask` and `search` inside the block that is open."""
    retriever = Retriever(library)

    def ask(question: str) -> dict[str, Any]:
        """Answer a question; the JSON is that of qa.models.Answer."""
        return assistant.ask(question).model_dump(mode="json")

    def search(query: str, k: int = 5) -> list[dict[str, Any]]:
        """Find the passages nearest to a query; each is the JSON of index.models.Passage."""
        found = retriever.search(query, k=max(1, min(k, MOST)))
        return [passage.model_dump(mode="json") for passage in found]

    gr.api(ask, api_name="ask", concurrency_id=ONE_AT_A_TIME, concurrency_limit=1)
    gr.api(search, api_name="search")

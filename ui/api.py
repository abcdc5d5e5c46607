"""The two things that other programs may call over HTTP: ask and search."""

from typing import Any

from gradio.events import api

from index import Library, Retriever
from ui.desk import Desk

MOST = 50  # Passages; a program that wants more of them can use the Retriever itself.


def lay_out_api(library: Library, desk: Desk) -> None:
    """Offer `ask` and `search` inside the block that is open."""
    retriever = Retriever(library)

    def ask(question: str) -> dict[str, Any]:
        """Answer a question; the JSON is that of qa.models.Answer."""
        return desk.ask(question).model_dump(mode="json")

    def search(query: str, k: int = 5) -> list[dict[str, Any]]:
        """Find the passages nearest to a query; each is the JSON of index.models.Passage."""
        found = retriever.search(query, k=max(1, min(k, MOST)))
        return [passage.model_dump(mode="json") for passage in found]

    api(ask, api_name="ask")
    api(search, api_name="search")

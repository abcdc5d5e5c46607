"""The retriever as LlamaIndex calls it. Needs the extra `crosscheck[llama-index]`."""

import asyncio
from collections.abc import Sequence
from datetime import date

from index.metadata import metadata, passage_id
from index.models import Passage
from index.search import Retriever

try:
    from llama_index.core.retrievers import BaseRetriever
    from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode
except ImportError as error:
    raise ImportError(
        "index.llama_index needs llama-index-core; "
        "install it with: pip install 'crosscheck[llama-index]'"
    ) from error

ABOUT = ("title", "publisher", "published")
"""What a language model is shown of the metadata, and an embedding model: the rest is no text."""


class CrosscheckRetriever(BaseRetriever):
    """Gives each passage as a `TextNode` with its score; docs/retriever.md shows it.

    `k`, `publishers`, `since` and `until` are the arguments of `Retriever.search`.
    """

    def __init__(
        self,
        retriever: Retriever,
        *,
        k: int = 5,
        publishers: Sequence[str] | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> None:
        super().__init__()
        self._retriever = retriever
        self._k = k
        self._publishers = publishers
        self._since = since
        self._until = until

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        passages = self._retriever.search(
            query_bundle.query_str,
            self._k,
            publishers=self._publishers,
            since=self._since,
            until=self._until,
        )
        return [NodeWithScore(node=_node(passage), score=passage.score) for passage in passages]

    async def _aretrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        return await asyncio.to_thread(self._retrieve, query_bundle)


def _node(passage: Passage) -> TextNode:
    about = metadata(passage)
    hidden = [name for name in about if name not in ABOUT]
    return TextNode(
        id_=passage_id(passage),
        text=passage.text,
        start_char_idx=passage.span.start,
        end_char_idx=passage.span.end,
        metadata=about,
        excluded_embed_metadata_keys=hidden,
        excluded_llm_metadata_keys=hidden,
    )

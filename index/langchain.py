"""The retriever as LangChain calls it. Needs the extra `crosscheck[langchain]`.

Nothing leaves the machine, unless LangSmith is told to trace (`LANGSMITH_TRACING`).
"""

from collections.abc import Sequence
from datetime import date

from index.metadata import metadata, passage_id
from index.search import Retriever

try:
    from langchain_core.callbacks import CallbackManagerForRetrieverRun
    from langchain_core.documents import Document
    from langchain_core.retrievers import BaseRetriever
except ImportError as error:
    raise ImportError(
        "index.langchain needs langchain-core; install it with: pip install 'crosscheck[langchain]'"
    ) from error


class CrosscheckRetriever(BaseRetriever):
    """Gives each passage as a `Document`; docs/retriever.md shows it.

    `k`, `publishers`, `since` and `until` are the arguments of `Retriever.search`.
    """

    retriever: Retriever
    k: int = 5
    publishers: Sequence[str] | None = None
    since: date | None = None
    until: date | None = None

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 -- LangChain passes it.
    ) -> list[Document]:
        passages = self.retriever.search(
            query, self.k, publishers=self.publishers, since=self.since, until=self.until
        )
        return [
            Document(id=passage_id(passage), page_content=passage.text, metadata=metadata(passage))
            for passage in passages
        ]

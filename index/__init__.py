"""Index news articles and search them: article -> chunk -> vector -> passage.

The bottom floor. It imports neither `qa` nor `ui`.
"""

from index.compare import Comparer
from index.encode import DEFAULT_ENCODER, Encoder, SentenceEncoder
from index.errors import (
    CrosscheckError,
    EncoderMismatch,
    FormatMismatch,
    IndexingError,
    IndexLocked,
    LoadError,
    UnknownArticle,
)
from index.filters import Filter
from index.library import Library
from index.models import (
    Article,
    Chunk,
    Failure,
    Finding,
    Passage,
    Place,
    Progress,
    Source,
    Span,
    SyncReport,
)
from index.search import Retriever

__all__ = [
    "DEFAULT_ENCODER",
    "Article",
    "Chunk",
    "Comparer",
    "CrosscheckError",
    "Encoder",
    "EncoderMismatch",
    "Failure",
    "Filter",
    "Finding",
    "FormatMismatch",
    "IndexLocked",
    "IndexingError",
    "Library",
    "LoadError",
    "Passage",
    "Place",
    "Progress",
    "Retriever",
    "SentenceEncoder",
    "Source",
    "Span",
    "SyncReport",
    "UnknownArticle",
]

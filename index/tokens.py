"""Count tokens with tiktoken, offline.

Chunks are measured with `cl100k_base`, so that chunk borders and citations do not move when the
encoder changes. tiktoken downloads its table at first use; the table is shipped in `index/data`
instead, and tiktoken checks its hash.
"""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from threading import Lock

import tiktoken

TokenCounter = Callable[[str], int]

TABLES = Path(__file__).parent / "data"
_CACHE_DIR = "TIKTOKEN_CACHE_DIR"
_environment = Lock()


@cache
def _encoding() -> tiktoken.Encoding:
    with _environment:
        before = os.environ.get(_CACHE_DIR)
        os.environ[_CACHE_DIR] = str(TABLES)
        try:
            return tiktoken.get_encoding("cl100k_base")
        finally:
            if before is None:
                del os.environ[_CACHE_DIR]
            else:
                os.environ[_CACHE_DIR] = before


def count_tokens(text: str) -> int:
    """Return the number of cl100k_base tokens of `text`.

    >>> count_tokens("The revenue share ends in 2030.")
    9
    """
    return len(_encoding().encode_ordinary(text))

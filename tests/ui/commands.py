"""What it takes to run the command: an encoder without a model, and articles to index."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np

from tests.ui import stories


class WordHashEncoder:
    """Counts words in 64 buckets; texts with the same words are the same vector."""

    dim = 64

    def __init__(self, name: str = "word-hash"):
        self.name = name

    def encode(self, texts):
        rows = np.full((len(texts), self.dim), 1e-3, dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().split():
                row[sum(word.encode()) % self.dim] += 1
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    def fits(self, text):
        return len(text.split()) <= 100


class Outcome(NamedTuple):
    status: int
    out: str
    err: str


Crosscheck = Callable[..., Outcome]


def write_stories(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for article in stories.ARTICLES.values():
        path = folder / f"{article.id}.json"
        path.write_text(article.model_dump_json(exclude={"id", "origin"}), encoding="utf-8")
    return folder

"""Parts that need no model and no disk, and the articles they are fed."""

import hashlib
import json
import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from index.models import Failure, Finding, Place, Span
from index.words import words


class WordHashEncoder:
    """Counts words in the places their hashes fall on: texts that share words are near."""

    def __init__(self, *, dim: int = 64, window: int = 300, name: str = "word-hash", pause=0.0):
        self.name = name
        self.dim = dim
        self.window = window
        self.pause = pause  # Seconds that each text takes.
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        self.encoded += texts
        time.sleep(self.pause * len(texts))
        rows = np.zeros((len(texts), self.dim), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in words(text) or [""]:
                row[int(hashlib.md5(word.encode()).hexdigest(), 16) % self.dim] += 1
        return rows / np.linalg.norm(rows, axis=1, keepdims=True) if len(texts) else rows

    def fits(self, text: str) -> bool:
        return len(words(text)) <= self.window


class YearComparer:
    """Finds sentences that share a name in capitals, but not the year that each of them gives.

    Names of two letters and more; "The" is none. The record holds the name and the years.
    """

    def __init__(self, *, name: str = "years", k: int = 8, pause: float = 0.0):
        self.name = name
        self.k = k
        self.pause = pause  # Seconds that each article takes.
        self.compared: list[str] = []

    def compare(self, snapshot, neighbours, article_id):
        self.compared.append(article_id)
        time.sleep(self.pause)
        text = snapshot.article(article_id).text
        found = []
        for near in neighbours(article_id, self.k):
            own = list(_dated(text, near.chunk.span))
            for other, cosine in near.others if own else ():
                theirs = _dated(snapshot.article(other.article_id).text, other.span)
                for place, names, year in theirs:
                    found += [
                        self.finding(
                            Place(article_id=article_id, span=own_place),
                            Place(article_id=other.article_id, span=place),
                            names=own_names & names,
                            years={own_year, year},
                            confidence=min(1.0, max(0.0, cosine)),
                        )
                        for own_place, own_names, own_year in own
                        if own_names & names and own_year != year
                    ]
        return found

    def finding(self, one, other, *, names, years, confidence):
        record = json.dumps({"names": sorted(names), "years": sorted(years)})
        return Finding(sides=(one, other), confidence=confidence, record=record)


def _dated(text: str, span: Span) -> Iterator[tuple[Span, set[str], str]]:
    """The sentences of a chunk that give a year, with their names."""
    for match in re.finditer(r"\S[^.\n]*\.", span.of(text)):
        if year := re.search(r"\b[12]\d{3}\b", match.group()):
            place = Span(start=span.start + match.start(), end=span.start + match.end())
            yield place, set(re.findall(r"\b[A-Z]\w+", match.group())) - {"The"}, year.group()


def write(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def failed(failures: Sequence[Failure]) -> dict[str, str]:
    """The reasons by place; every one is a single line."""
    assert not any("\n" in failure.reason for failure in failures)
    return {failure.where: failure.reason for failure in failures}


TOWNS = ("Arden", "Birch", "Corley", "Dunmore", "Elder", "Fenwick", "Garth", "Hollow")


def story(number: int, *, sentences: int = 12) -> str:
    """An article of some chunks; every sentence in it stands nowhere else."""
    town = TOWNS[number % len(TOWNS)]
    lines = [
        f"On day {day} of flood {number}, the river at {town} rose to {number * 31 + day} "
        "centimetres above the mark, the water board said, and the ferry lay still."
        for day in range(1, sentences + 1)
    ]
    return f"Flood {number} reaches {town}\n\n" + " ".join(lines)

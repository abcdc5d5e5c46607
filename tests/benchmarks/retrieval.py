"""Retrieval on MultiHop-RAG: each side alone, and fused in several ways.

    python -m tests.benchmarks.retrieval DATA/eval/multihop_rag --index FOLDER [--questions 600]

Chooses FIELD_WEIGHTS, the dense weight of ConvexFusion and SPREAD. A hit is a passage that holds
one whole gold sentence, white space apart, as in the official script of MultiHop-RAG (arXiv
2401.15391); questions without evidence are left out. "all10": all its evidence is in the top 10.
The index is kept in FOLDER: making it takes minutes.
"""

import argparse
import json
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from index import Library, sqlite_read
from index.fuse import ConvexFusion, Fusion, RankFusion
from index.search import CANDIDATES, spread
from index.store import StoredChunk, Where
from index.words import any_of, content_words

WEIGHTS = ((1, 1, 1, 1, 1), (0.5, 1, 2, 1, 1), (2, 1, 2, 1, 1), (0, 0, 0, 0, 1))


class Found(NamedTuple):
    """What both sides find for one question, and which gold sentences each chunk holds."""

    dense: Mapping[int, float]
    lexical: Mapping[tuple[float, ...], Mapping[int, float]]
    chunks: Mapping[int, StoredChunk]
    gold: Mapping[int, set[int]]
    wanted: int


class Measures(NamedTuple):
    """Means over the questions, each from 0 to 1."""

    mrr10: float
    hits10: float
    hits4: float
    all10: float


def measure(questions: Sequence[Found], rank: Callable[[Found], Sequence[int]]) -> Measures:
    """Rank for each question, and take MRR@10, Hits@10, Hits@4 and all evidence in the top 10."""
    rows = []
    for found in questions:
        held = [found.gold[key] for key in rank(found)[:10]]
        first = next((place for place, gold in enumerate(held, start=1) if gold), None)
        whole = len(set().union(*held)) == found.wanted
        rows.append((1 / first if first else 0, bool(first), bool(first and first <= 4), whole))
    return Measures(*(sum(column) / len(rows) for column in zip(*rows, strict=True)))


def ranked(found: Found, scores: Mapping[int, float], share: float) -> list[int]:
    """Order chunks by their scores, the passages of one article apart by `share`."""
    order = sorted(scores, key=lambda key: (-scores[key], key))
    chunks = [found.chunks[key] for key in order]
    return [chunk.key for _, chunk in spread(chunks, scores, share=share)]


def look_up(library: Library, path: Path, most: int) -> Iterator[Found]:
    """Ask both sides every question."""
    asked = [q for q in json.loads(path.read_text("utf-8")) if q["question_type"] != "null_query"]
    asked = asked[:most]
    vectors = library.encoder.encode([question["query"] for question in asked])
    for question, vector in zip(asked, vectors, strict=True):
        words = any_of(content_words(question["query"]))
        with library.store.reading() as snapshot:
            dense = library.vectors.search(snapshot, vector, CANDIDATES, Where())
            lexical = {}
            for weights in WEIGHTS:
                sqlite_read.FIELD_WEIGHTS = weights
                lexical[weights] = snapshot.match(words, limit=CANDIDATES, where=Where())
            keys = sorted({*dense, *(key for some in lexical.values() for key in some)})
            chunks = {chunk.key: chunk for chunk in snapshot.chunks(keys)}
            texts = {
                chunk.key: squeezed(chunk.span.of(snapshot.article(chunk.article_id).text))
                for chunk in chunks.values()
            }
        gold = [squeezed(evidence["fact"]) for evidence in question["evidence_list"]]
        held = {k: {n for n, fact in enumerate(gold) if fact in t} for k, t in texts.items()}
        yield Found(dense, lexical, chunks, held, len(gold))


def squeezed(text: str) -> str:
    """Drop spaces and newlines, as the official script does."""
    return text.replace(" ", "").replace("\n", "")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--index", type=Path, required=True)
    parser.add_argument("--questions", type=int, default=600)
    arguments = parser.parse_args()
    articles = arguments.index.parent / f"{arguments.index.name}-articles"
    articles.mkdir(parents=True, exist_ok=True)
    if not (articles / "corpus.json").exists():  # A new copy would be read again.
        shutil.copyfile(arguments.data / "corpus.json", articles / "corpus.json")
    with Library.open(arguments.index) as library:
        library.sync(articles)
        found = list(look_up(library, arguments.data / "queries.json", arguments.questions))
    report(found)


def report(found: Sequence[Found]) -> None:
    """Print a row for each way of ranking."""
    row("", Measures._fields)
    row("dense alone", measure(found, lambda one: ranked(one, one.dense, 1.0)))
    for weights in WEIGHTS:
        alone = partial(by_words, weights=weights)
        row(f"lexical alone {weights}", measure(found, alone))
    chosen = partial(fused, weights=WEIGHTS[1], share=1.0)
    row("rank fusion", measure(found, partial(chosen, fusion=RankFusion())))
    for weight in (0.1, 0.2, 0.3, 0.4, 0.5):
        fusion = ConvexFusion(dense_weight=weight)
        row(f"convex, dense {weight}", measure(found, partial(chosen, fusion=fusion)))
    for share in (0.85, 0.7):
        rank = partial(chosen, fusion=ConvexFusion(), share=share)
        row(f"convex, dense 0.3, spread {share}", measure(found, rank))


def by_words(found: Found, *, weights: tuple[float, ...]) -> list[int]:
    """Rank by the lexical side alone."""
    return ranked(found, found.lexical[weights], 1.0)


def fused(found: Found, *, fusion: Fusion, weights: tuple[float, ...], share: float) -> list[int]:
    """Rank by both sides."""
    return ranked(found, fusion.fuse(found.dense, found.lexical[weights]), share)


def row(name: str, values: Sequence[float | str]) -> None:
    """Print one line of the table."""
    cells = (value if isinstance(value, str) else f"{value:.3f}" for value in values)
    print(f"{name:36}" + "".join(f"{cell:>8}" for cell in cells))  # noqa: T201


if __name__ == "__main__":
    main()

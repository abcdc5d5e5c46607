"""Retrieval on MultiHop-RAG: each side alone, fused in several ways, and reranked.

    python -m tests.benchmarks.retrieval DATA/eval/multihop_rag --index FOLDER [--questions 600]
        [--half one|other]

Chooses FIELD_WEIGHTS, SCALE, SPREAD, and the constants of the reranker,
on one half of the questions (by a hash); look at the other half too. A hit is a passage that holds
one whole gold sentence, white space apart, as in the official script of MultiHop-RAG (arXiv
2401.15391); questions without evidence are left out. "all10": all its evidence is in the top 10.
The index is kept in FOLDER: making it takes minutes.
"""

import argparse
import hashlib
import json
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from index import Library, rerank, sqlite_read
from index.asked import Asked
from index.fuse import AdaptiveFusion, ConvexFusion, Fusion, RankFusion
from index.publishers import Publishers
from index.rerank import PartsReranker, spread
from index.search import CANDIDATES
from index.store import StoredChunk, StoredText, Where
from index.words import MOST_WORDS, any_of, content_words
from qa.measures import all_found, held, hit, reciprocal_rank

WEIGHTS = ((1, 1, 1, 1, 1), (0.5, 1, 2, 1, 1), (2, 1, 2, 1, 1), (0, 0, 0, 0, 1))


class Found(NamedTuple):
    """What both sides find for one question, and which gold sentences each chunk holds."""

    dense: Mapping[int, float]
    lexical: Mapping[tuple[float, ...], Mapping[int, float]]
    chunks: Mapping[int, StoredChunk]
    texts: Mapping[int, StoredText]
    gold: Sequence[str]
    asked: Asked


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
        top = held([found.texts[key].text for key in rank(found)[:10]], found.gold)
        scores = reciprocal_rank(top, 10), hit(top, 10), hit(top, 4)
        rows.append((*scores, all_found(top, found.gold, 10)))
    return Measures(*(sum(column) / len(rows) for column in zip(*rows, strict=True)))


def ranked(found: Found, scores: Mapping[int, float], share: float) -> list[int]:
    """Order chunks by their scores, the passages of one article apart by `share`."""
    order = sorted(scores, key=lambda key: (-scores[key], key))
    chunks = [(scores[key], found.chunks[key]) for key in order]
    return [chunk.key for _, chunk in spread(chunks, share=share)]


def look_up(library: Library, path: Path, most: int, half: str | None) -> Iterator[Found]:
    """Ask both sides every question."""
    asked = [q for q in json.loads(path.read_text("utf-8")) if q["question_type"] != "null_query"]
    asked = [q for q in asked if half in {None, half_of(q["query"])}][:most]
    publishers = Publishers(source.publisher for source in library.sources())
    vectors = library.encoder.encode([question["query"] for question in asked])
    for question, vector in zip(asked, vectors, strict=True):
        words = any_of(content_words(question["query"])[:MOST_WORDS])
        with library.store.reading() as snapshot:
            dense = library.vectors.search(snapshot, vector, CANDIDATES, Where())
            lexical = {}
            for weights in WEIGHTS:
                sqlite_read.FIELD_WEIGHTS = weights
                lexical[weights] = snapshot.match(words, limit=CANDIDATES, where=Where())
            keys = sorted({*dense, *(key for some in lexical.values() for key in some)})
            chunks = {chunk.key: chunk for chunk in snapshot.chunks(keys)}
            texts = snapshot.texts(keys)
        gold = [evidence["fact"] for evidence in question["evidence_list"]]
        yield Found(dense, lexical, chunks, texts, gold, Asked.of(question["query"], publishers))


def half_of(query: str) -> str:
    """Return which half a question is in, by chance but always the same."""
    odd = int(hashlib.sha256(("rx" + query).encode()).hexdigest(), 16) % 2
    return "other" if odd else "one"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--index", type=Path, required=True)
    parser.add_argument("--questions", type=int, default=600)
    parser.add_argument("--half", choices=["one", "other"])
    arguments = parser.parse_args()
    with Library.open(arguments.index) as library:
        if not library.sources():
            copy = arguments.index / "corpus" / "corpus.json"
            copy.parent.mkdir()
            shutil.copyfile(arguments.data / "corpus.json", copy)
            library.sync(copy.parent)
        questions = arguments.data / "queries.json"
        found = list(look_up(library, questions, arguments.questions, arguments.half))
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
    for scale in (35, 50, 70):
        fusion = AdaptiveFusion(scale=scale)
        row(f"adaptive, {scale}", measure(found, partial(chosen, fusion=fusion)))
    for share in (0.85, 0.7):
        rank = partial(chosen, fusion=AdaptiveFusion(), share=share)
        row(f"adaptive, spread {share}", measure(found, rank))
    row("reranked by parts", measure(found, by_parts))
    row("reranked, convex, dense 0.3", measure(found, partial(by_parts, fusion=ConvexFusion())))
    for scale in (35, 70):
        fusion = AdaptiveFusion(scale=scale)
        row(f"reranked, adaptive, {scale}", measure(found, partial(by_parts, fusion=fusion)))
    for name in ("CLAUSE", "PUBLISHER", "PERIOD"):
        row(f"reranked, without {name}", measure(found, partial(changed, name=name, value=0.0)))
        for factor in (0.67, 1.5):
            rank = partial(changed, name=name, value=getattr(rerank, name) * factor)
            row(f"reranked, {name} times {factor}", measure(found, rank))
    for many in (50, 200):
        row(f"reranked, READ {many}", measure(found, partial(changed, name="READ", value=many)))


def by_words(found: Found, *, weights: tuple[float, ...]) -> list[int]:
    """Rank by the lexical side alone."""
    return ranked(found, found.lexical[weights], 1.0)


def fused(found: Found, *, fusion: Fusion, weights: tuple[float, ...], share: float) -> list[int]:
    """Rank by both sides."""
    return ranked(found, fusion.fuse(found.dense, found.lexical[weights]), share)


def by_parts(found: Found, *, fusion: Fusion | None = None) -> list[int]:
    """Rank as a search does."""
    scores = (fusion or AdaptiveFusion()).fuse(found.dense, found.lexical[WEIGHTS[1]])
    order = sorted(scores, key=lambda key: (-scores[key], key))
    chunks = [(scores[key], found.chunks[key]) for key in order]
    ranked = PartsReranker().rerank(found.asked, chunks, partial(told, found))
    return [chunk.key for _, chunk in ranked]


def told(found: Found, keys: Sequence[int]) -> dict[int, StoredText]:
    """Return what these chunks say."""
    return {key: found.texts[key] for key in keys}


def changed(found: Found, *, name: str, value: float) -> list[int]:
    """Rank as a search does with another constant of the reranker."""
    before = getattr(rerank, name)
    setattr(rerank, name, value)
    try:
        return by_parts(found)
    finally:
        setattr(rerank, name, before)


def row(name: str, values: Sequence[float | str]) -> None:
    """Print one line of the table."""
    cells = (value if isinstance(value, str) else f"{value:.3f}" for value in values)
    print(f"{name:36}" + "".join(f"{cell:>8}" for cell in cells))  # noqa: T201


if __name__ == "__main__":
    main()

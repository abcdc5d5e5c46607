"""Both sides of the retrieval alone, fused in several ways, and reranked, on sets of all kinds.

    python -m tests.benchmarks.sides multihop DATA/eval/multihop_rag --index FOLDER
    python -m tests.benchmarks.sides health DATA/train/nli.jsonl.gz --index FOLDER
    python -m tests.benchmarks.sides wikipedia DATA/train/nli.jsonl.gz --index FOLDER
    python -m tests.benchmarks.sides seeds DATA/eval/seed_questions.jsonl --index FOLDER

`health` are claims of HealthVer, to be found in what supports or refutes them among all its
evidence, as in SciFact; `wikipedia` those of VitaminC, of an eighth of its pages. `seeds` are the
questions over the shipped articles that expect a quote. A hit is a passage that holds the first
sentence of what is looked for. The index is made at the first run.
"""

import argparse
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from index import Library, Retriever
from index.fuse import AdaptiveFusion, ConvexFusion, Fusion, RankFusion
from index.segment import segment
from qa.datasets.multihop import read_multihop
from qa.datasets.pairs import Pair, read_pairs
from qa.evaluate.seeds import TURN
from qa.measures import held, hit, reciprocal_rank
from tests.benchmarks.retrieval import row

SEEDS = Path(__file__).parents[2] / "seeds"
WEIGHTS = (0.3, 0.5)
SCALES = (35, 50, 70)
PAGES = 8  # One of as many pages of VitaminC.


class Sought(NamedTuple):
    """A question, and sentences of which a passage must hold one."""

    question: str
    gold: tuple[str, ...]


class Task(NamedTuple):
    """Articles to search, in a folder or as records, and what to look for."""

    articles: Path | list[dict[str, str]]
    sought: list[Sought]


def multihop(path: Path) -> Task:
    """Read the questions that have evidence."""
    asked = read_multihop(path / "queries.json")
    corpus = json.loads((path / "corpus.json").read_text("utf-8"))
    return Task(corpus, [Sought(one.question, one.evidence) for one in asked if one.evidence])


def health(path: Path) -> Task:
    """Read the claims of HealthVer with all evidence."""
    return claims(one for one in read_pairs(path) if one.source == "healthver")


def wikipedia(path: Path) -> Task:
    """Read the claims of VitaminC about some pages, with all evidence from them."""
    return claims(
        one
        for one in read_pairs(path)
        if one.source == "vitaminc_real" and _number(one.title) % PAGES == 0
    )


def claims(pairs: Iterable[Pair]) -> Task:
    """Make each evidence an article, and look for what supports or refutes a claim."""
    corpus: dict[str, dict[str, str]] = {}
    gold: dict[str, dict[str, None]] = {}
    for pair in pairs:
        titled = {"title": pair.title} if pair.title else {}
        corpus[pair.premise] = {"id": str(_number(pair.premise)), "text": pair.premise} | titled
        if pair.label != NEUTRAL:
            gold.setdefault(pair.hypothesis, {})[first_sentence(pair.premise)] = None
    return Task(list(corpus.values()), [Sought(one, tuple(some)) for one, some in gold.items()])


def seeds(path: Path) -> Task:
    """Read the questions that stand alone and expect a quote."""
    asked = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return Task(
        SEEDS,
        [
            Sought(one["question"], tuple(one["quote"]))
            for one in asked
            if one["quote"] and TURN not in one["question"]
        ],
    )


NEUTRAL = 1
TASKS: Mapping[str, Callable[[Path], Task]] = {
    "multihop": multihop,
    "health": health,
    "wikipedia": wikipedia,
    "seeds": seeds,
}


def first_sentence(text: str) -> str:
    """Return the first sentence: all of a long evidence may be in no passage."""
    return segment(text)[0].span.of(text)


class Unchanged:
    """A reranker that leaves the order as it is."""

    def rerank(self, asked, found, texts):
        return list(found)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("data", type=Path)
    parser.add_argument("--index", type=Path, required=True)
    parser.add_argument("--questions", type=int, default=600)
    arguments = parser.parse_args()
    task = TASKS[arguments.task](arguments.data)
    sought = sorted(task.sought, key=lambda one: _number(one.question))[: arguments.questions]
    with Library.open(arguments.index) as library:
        if not library.sources():
            library.sync(_folder(task.articles, arguments.index / "corpus"))
        print(f"{len(library.sources())} articles, {len(sought)} questions")  # noqa: T201
        report(library, sought)


def report(library: Library, sought: Sequence[Sought]) -> None:
    """Print a row for each way of searching."""
    library.encoder = Remembering(library.encoder)
    row("", ["MRR@10", "Hits@10"])
    for name, fusion in _fusions():
        searching = Retriever(library, fusion=fusion, reranker=Unchanged())
        row(name, measured(searching, sought))
    row("reranked", measured(Retriever(library), sought))


def measured(retriever: Retriever, sought: Sequence[Sought]) -> list[float]:
    """Return MRR@10 and Hits@10 over the questions."""
    rows = []
    for one in sought:
        found = held([p.text for p in retriever.search(one.question, k=10)], one.gold)
        rows.append((reciprocal_rank(found, 10), hit(found, 10)))
    return [sum(column) / len(rows) for column in zip(*rows, strict=True)]


class Remembering:
    """Encodes each question once."""

    def __init__(self, encoder):
        self.name, self.dim = encoder.name, encoder.dim
        self._encoder = encoder
        self._known = {}

    def encode(self, texts):
        key = tuple(texts)
        if key not in self._known:
            self._known[key] = self._encoder.encode(texts)
        return self._known[key]

    def fits(self, text):
        return self._encoder.fits(text)


def _fusions() -> Iterator[tuple[str, Fusion]]:
    yield "dense alone", ConvexFusion(dense_weight=1.0)
    yield "lexical alone", ConvexFusion(dense_weight=0.0)
    yield "rank fusion", RankFusion()
    for weight in WEIGHTS:
        yield f"convex, dense {weight}", ConvexFusion(dense_weight=weight)
    for scale in SCALES:
        yield f"adaptive, {scale}", AdaptiveFusion(scale=scale)


def _folder(articles: Path | list[dict[str, str]], folder: Path) -> Path:
    """Return the folder of the articles, or write the records to one."""
    if isinstance(articles, Path):
        return articles
    folder.mkdir()
    (folder / "corpus.json").write_text(json.dumps(articles), encoding="utf-8")
    return folder


def _number(text: str) -> int:
    return int(hashlib.sha256(text.encode()).hexdigest()[:12], 16)


if __name__ == "__main__":
    main()

"""Fit the weights of qa/answers/answerability.py: do the articles say, by what was found and read?

    python -m tests.benchmarks.declining DATA/eval --index FOLDER

Asks all questions of MultiHop-RAG over its 609 articles, of which those of the kind null_query have
no answer there, and those of RAMDocs over the documents of all of them, once with and once without
the question's own. Fits on one half, by a hash, and measures on the other. The four kinds of
question weigh the same. Both indexes are kept in FOLDER; the whole takes half an hour on 2 cores.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from index import Library, Passage, Retriever
from index.asked import Asked
from qa.answers.answerability import Signs, signs
from qa.ask import Assistant
from qa.datasets.multihop import UNANSWERABLE, read_multihop
from qa.datasets.ramdocs import read_ramdocs
from qa.read import SpanReader
from tests.benchmarks.retrieval import half_of

STRICTNESSES = (0.3, 0.4, 0.5, 0.6, 0.7)


class Seen(NamedTuple):
    """What speaks for it that one question is answered, and whether it is."""

    question: str
    corpus: str
    signs: Signs
    answerable: bool


class Without:
    """A retriever over articles of which some, by the beginning of their ids, are not there."""

    def __init__(self, retriever: Retriever, prefix: str) -> None:
        self.library = retriever.library
        self._retriever = retriever
        self._prefix = prefix

    def understand(self, query: str) -> Asked:
        """Take a question apart."""
        return self._retriever.understand(query)

    def search(self, query: str, k: int) -> list[Passage]:
        """Return the best passages of the others."""
        found = self._retriever.search(query, k=2 * k)
        return [one for one in found if not one.article.id.startswith(self._prefix)][:k]


def see(retriever: Retriever | Without, question: str, corpus: str, *, answerable: bool) -> Seen:
    """Find and read what may answer one question."""
    reader = SpanReader()
    found = Assistant(retriever, reader=reader).consider(question)
    seen = signs(found.asked, found.passages, found.readings, threshold=reader.threshold)
    return Seen(question, corpus, seen, answerable)


def of_multihop(folder: Path, index: Path) -> Iterator[Seen]:
    """Ask the questions of MultiHop-RAG."""
    articles = index / "multihop-articles"
    articles.mkdir(parents=True, exist_ok=True)
    (articles / "corpus.json").write_bytes((folder / "corpus.json").read_bytes())
    with Library.open(index / "multihop") as library:
        library.sync(articles)
        retriever = Retriever(library)
        for one in read_multihop(folder / "queries.json"):
            yield see(retriever, one.question, "MultiHop", answerable=one.kind != UNANSWERABLE)


def of_ramdocs(path: Path, index: Path) -> Iterator[Seen]:
    """Ask the questions of RAMDocs, with and without their own documents."""
    articles, questions = index / "ramdocs-articles", read_ramdocs(path)
    articles.mkdir(parents=True, exist_ok=True)
    records = (
        {"id": f"q{number}_{place}", "title": f"Document {number} {place}", "text": document.text}
        for number, question in enumerate(questions)
        for place, document in enumerate(question.documents)
    )
    lines = "".join(f"{json.dumps(record)}\n" for record in records)
    (articles / "documents.jsonl").write_text(lines, encoding="utf-8")
    with Library.open(index / "ramdocs") as library:
        library.sync(articles)
        retriever = Retriever(library)
        for number, one in enumerate(questions):
            yield see(retriever, one.question, "RAMDocs", answerable=True)
            without = Without(retriever, f"q{number}_")
            yield see(without, one.question, "RAMDocs", answerable=False)


def weights(rows: Sequence[Seen]) -> tuple[float, list[float], object]:
    """Fit; return the intercept, the weight of each sign as it is, and the model."""
    kinds = [(row.corpus, row.answerable) for row in rows]
    balance = [len(kinds) / kinds.count(kind) for kind in kinds]
    model = make_pipeline(StandardScaler(), LogisticRegression())
    model.fit(
        np.array([row.signs for row in rows]),
        [row.answerable for row in rows],
        logisticregression__sample_weight=np.array(balance) / np.mean(balance),
    )
    scaler, fitted = model[0], model[-1]
    slopes = fitted.coef_[0] / scaler.scale_
    return float(fitted.intercept_[0] - slopes @ scaler.mean_), list(slopes), model


def report(rows: Sequence[Seen], said: np.ndarray) -> None:
    """Print what is declined of what the articles do not say, and of the others."""
    for corpus in ("MultiHop", "RAMDocs"):
        of = np.array([row.corpus == corpus for row in rows])
        true = np.array([row.answerable for row in rows])[of]
        print(f"{corpus}: area under the curve {roc_auc_score(true, said[of]):.4f}")  # noqa: T201
        for strictness in STRICTNESSES:
            low = said[of] < strictness
            print(f"  {strictness}: {low[~true].mean():.3f} and {low[true].mean():.3f} declined")  # noqa: T201


def main() -> None:
    """Fit on one half, and measure on the other."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--index", type=Path, required=True)
    arguments = parser.parse_args()
    rows = [
        *of_multihop(arguments.data / "multihop_rag", arguments.index),
        *of_ramdocs(arguments.data / "ramdocs.jsonl", arguments.index),
    ]
    fit = [row for row in rows if half_of(row.question) == "one"]
    other = [row for row in rows if half_of(row.question) == "other"]
    intercept, slopes, model = weights(fit)
    print(f"intercept {intercept:.2f}")  # noqa: T201
    for name, slope in zip(Signs._fields, slopes, strict=True):
        print(f"{slope:6.2f}  {name}")  # noqa: T201
    report(other, model.predict_proba(np.array([row.signs for row in other]))[:, 1])


if __name__ == "__main__":
    main()

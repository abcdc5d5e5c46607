"""Fit the weights of the sentence reader, and measure them on questions it was not fitted on.

    python -m tests.benchmarks.sentence_reader DATA/train [--questions 200]

Each question is read in its own paragraph and in the one of its page, of eight drawn, with most of
its words. A sentence is right when it holds an annotated answer. `squad2_dev-half1` is measured on
and never fitted on. The weights in qa/sentence_reader.py are such a fit, rounded, but for the last:
encyclopedias have no headlines. What is measured is those, and not the fit of the day.
"""

import argparse
import gzip
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from index import Article, Passage, SentenceEncoder, Span
from qa.answers.evidence import FEATURES, Features, features
from qa.english.terms import stems
from qa.questions.question import understand
from qa.sentence_reader import weigh
from qa.telling.sentences import sentences_of

FIT = ("squad2_train-10articles-v2.0", "squad2_xquad.en", "squadshifts_new_wiki_v1.0")
HELD_OUT = "squad2_dev-half1-v2.0"
DRAWN = 8
THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6)


class Read(NamedTuple):
    """One question read in one paragraph."""

    rows: Features
    right: np.ndarray  # bool, one for each row
    similar: bool  # not the paragraph that the question was written about


def read(path: Path, most: int, encoder: SentenceEncoder) -> Iterator[Read]:
    """Read `most` questions of a file in the SQuAD format."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        pages = json.load(file)["data"]
    asked = [(page, p, qa) for page in pages for p in page["paragraphs"] for qa in p["qas"]]
    for page, paragraph, qa in random.Random(0).sample(asked, min(most, len(asked))):
        title = page.get("title", "").replace("_", " ") or "untitled"
        answers = [(a["answer_start"], a["text"]) for a in qa.get("answers", ())]
        yield from judged(qa["question"], title, paragraph["context"], answers, encoder)
        words = set(stems(qa["question"]))
        others = [p["context"] for p in page["paragraphs"] if p is not paragraph]
        drawn = random.Random(qa["id"]).sample(others, min(DRAWN, len(others)))
        if drawn:
            near = max(drawn, key=lambda text: len(words & set(stems(text))))
            if not any(text.casefold() in near.casefold() for _, text in answers):
                yield from judged(qa["question"], title, near, [], encoder, similar=True)


def judged(
    question: str,
    title: str,
    text: str,
    answers: Sequence[tuple[int, str]],
    encoder: SentenceEncoder,
    *,
    similar: bool = False,
) -> Iterator[Read]:
    """Take the features of a paragraph's sentences, and which of them hold an answer."""
    article = Article(id="paragraph", title=title, text=text)
    whole = text.rstrip()
    passage = Passage(
        article=article, span=Span(start=0, end=len(whole)), text=whole, score=1, rank=1
    )
    if sentences := sentences_of(passage):
        right = [
            any(s.span.start <= start and start + len(a) <= s.span.end for start, a in answers)
            for s in sentences
        ]
        yield Read(features(understand(question), sentences, encoder), np.array(right), similar)


def report(name: str, reads: Sequence[Read]) -> None:
    """Print how well the shipped weights find the sentence that answers, and tell there is none."""
    best = [weigh(one.rows) for one in reads]
    probability = np.array([rows.max() for rows in best])
    answers = np.array([one.right.any() for one in reads])
    first = [
        one.right[rows.argmax()] for one, rows in zip(reads, best, strict=True) if one.right.any()
    ]
    area = roc_auc_score(answers, probability)
    print(f"{name}: {len(reads)} paragraphs, right sentence first {np.mean(first):.3f}, ", end="")  # noqa: T201
    print(f"area under the curve {area:.3f}")  # noqa: T201
    for threshold in THRESHOLDS:
        taken = probability >= threshold
        precision, recall = answers[taken].mean(), answers[taken].sum() / answers.sum()
        print(f"  from {threshold}: precision {precision:.3f}, recall {recall:.3f}")  # noqa: T201


def main() -> None:
    """Fit, print the weights, and measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--questions", type=int, default=200, help="Of each file.")
    arguments = parser.parse_args()
    encoder = SentenceEncoder()
    fit = [
        one
        for name in FIT
        for one in read(arguments.data / f"{name}.json.gz", arguments.questions, encoder)
    ]
    model = LogisticRegression(max_iter=1000)
    model.fit(np.vstack([o.rows for o in fit]), np.concatenate([o.right for o in fit]))
    for name, weight in zip(FEATURES, model.coef_[0], strict=True):
        print(f"{weight:6.2f}  {name}")  # noqa: T201
    print(f"{model.intercept_[0]:6.2f}  intercept")  # noqa: T201
    held_out = list(read(arguments.data / f"{HELD_OUT}.json.gz", arguments.questions, encoder))
    report("held out, adversarial", held_out)
    easier = [one for one in held_out if one.similar or one.right.any()]
    report("held out, similar paragraphs", easier)


if __name__ == "__main__":
    main()

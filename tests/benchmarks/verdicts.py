"""Fit the weights of `qa.deciding.verdict`: does a sentence decide a yes-or-no question, and how?

    python -m tests.benchmarks.verdicts

Judges every sentence of the held-out pages of `qa/training/asserted`, which no network has learnt
from. Prints the weights of both fits, and of the pages that they are surest of how many are right,
with each tenth of the questions left out in turn. Takes a minute on 2 cores.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from qa.answers.polarity import with_acronyms
from qa.comparing.titled import judge_titled
from qa.datasets.documents import article
from qa.deciding.verdict import Near, signs
from qa.deciding.yes_no import share_held
from qa.entail import TrainedEntailment
from qa.evaluate.documents import passages
from qa.questions.question import understand
from qa.questions.statement import statement
from qa.read import SpanReader
from qa.telling.sentences import sentences_of
from qa.training import asserted, sets

SUREST = (100, 150, 200, 250, 300)
SIDES = ("entailment", "contradiction")


class Row(NamedTuple):
    """A sentence of a page, with what its page says and whether this is the sentence that does."""

    question: int
    page: tuple[int, int]
    says: str | None
    decides: bool
    signs: dict[str, tuple[float, ...]]


def rows() -> Iterator[Row]:
    """Read and judge the sentences of all pages."""
    reader, entailment = SpanReader(), TrainedEntailment()
    kept = [t for t in [*sets.topics(), *sets.topics(sets.VERSIONS)] if t.held_out]
    for number, one in enumerate(asserted.asserted(kept)):
        asked, said = understand(one.text), statement(one.text)
        assert said is not None
        read = passages(
            article(page.text, id=str(n), said={"title": page.title} if page.title else {})
            for n, page in one.topic.pages.items()
        )
        pointed = {(id(r.passage), r.sentence.start): r for r in reader.read(one.text, read)}
        sentences = [sentence for passage in read for sentence in sentences_of(passage)]
        judged = judge_titled(
            entailment,
            [(with_acronyms(asked, sentence.text), said) for sentence in sentences],
            [sentence.passage.article.title for sentence in sentences],
        )
        for sentence, both in zip(sentences, judged, strict=True):
            found = pointed.get((id(sentence.passage), sentence.span.start))
            near = Near(sentence, found.probability if found else 0.0, share_held(asked, sentence))
            page = int(sentence.passage.article.id)
            verdict = one.verdicts.get(page)
            yield Row(
                question=number,
                page=(number, page),
                says=verdict.label if verdict else None,
                decides=bool(verdict) and verdict.words in sentence.text,
                signs={
                    side: signs(near, getattr(both.alone, side), getattr(both.under, side))
                    for side in SIDES
                },
            )


def main() -> None:
    """Print the weights, and how often they are right."""
    found = list(rows())
    tenths = np.array([row.question // 5 for row in found])  # The questions of a topic together.
    surest: dict[tuple[int, int], list[tuple[float, bool]]] = defaultdict(list)
    for side in SIDES:
        given = np.array([row.signs[side] for row in found])
        right = np.array([row.decides and row.says == side for row in found])
        model = LogisticRegression(max_iter=500)
        probable = cross_val_predict(
            model, given, right, groups=tenths, cv=GroupKFold(10), method="predict_proba"
        )[:, 1]
        for row, probability in zip(found, probable, strict=True):
            surest[row.page].append((probability, row.says == side))
        model.fit(given, right)
        told = model.coef_[0].round(2).tolist()
        sys.stdout.write(f"{side}: {told}, {model.intercept_[0]:.2f}\n")
    best = sorted((max(each) for each in surest.values()), reverse=True)
    for most in SUREST:
        count = sum(right for _, right in best[:most])
        sys.stdout.write(f"of the {most} surest pages {count} are right\n")


if __name__ == "__main__":
    main()

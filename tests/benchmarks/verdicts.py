"""Fit the weights of `qa.deciding.verdict`: does a sentence decide a yes-or-no question, and how?

    python -m tests.benchmarks.verdicts INDEX

Judges the sentences that would be judged of the held-out pages of `qa/training/asserted`, which no
network has learnt from, and those that a search finds in other articles, as most of what is found
for a question in a large body is of something else. There each question is asked as it is and, with
another name for its first, of somebody whom a title names. Prints the weights of both fits, and how
many are right of the pages that are heard, with each tenth of the questions left out in turn. Takes
five minutes on 2 cores.
"""

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from index import Library, Retriever
from index.models import Passage
from qa.answers.polarity import with_acronyms
from qa.ask import FOUND, PASSAGES
from qa.comparing.titled import judge_titled
from qa.datasets.documents import article
from qa.deciding.verdict import signs
from qa.deciding.yes_no import to_judge
from qa.english.names import find_names
from qa.entail import TrainedEntailment
from qa.evaluate.documents import passages
from qa.questions.question import understand
from qa.questions.statement import statement
from qa.read import SpanReader
from qa.reading.reading_list import reading_list
from qa.training import asserted, sets

SUREST = (0.3, 0.4, 0.45, 0.5, 0.6)
SIDES = ("entailment", "contradiction")
NAMED = 120  # Of the names in titles, those that are there most often.

Ask = tuple[int, str, asserted.Asserted | None, list[Passage]]
"""The number of a question, its text, what its pages say where they are its own, and passages."""


class Row(NamedTuple):
    """A sentence, with what its page says and whether this is the sentence that does."""

    question: int
    page: tuple[int, str, str]
    says: str | None
    decides: bool
    own: bool
    signs: dict[str, tuple[float, ...]]


def asks(retriever: Retriever) -> Iterator[Ask]:
    """Yield each question with the pages of its topic, and with what is found elsewhere."""
    rng = random.Random(0)
    titles = (source.title for source in retriever.library.sources())
    named = Counter(name.of(title) for title in titles for name in find_names(title))
    names = [name for name, _ in named.most_common(NAMED)]
    kept = [t for t in [*sets.topics(), *sets.topics(sets.VERSIONS)] if t.held_out]
    for number, one in enumerate(asserted.asserted(kept)):
        pages = one.topic.pages.items()
        yield (
            number,
            one.text,
            one,
            passages(
                article(page.text, id=str(n), said={"title": page.title} if page.title else {})
                for n, page in pages
            ),
        )
        first = find_names(one.text)[:1]
        renamed = [one.text[: at.start] + rng.choice(names) + one.text[at.end :] for at in first]
        for text in (one.text, *renamed):
            found = reading_list(retriever.search(text, k=FOUND), most=PASSAGES)
            yield number, text, None, found


def rows(retriever: Retriever) -> Iterator[Row]:
    """Read and judge what would be judged."""
    reader, entailment = SpanReader(), TrainedEntailment()
    for number, text, own, read in asks(retriever):
        asked, said = understand(text), statement(text)
        if said is None:
            continue
        chosen = to_judge(asked, reader.read(text, read), read)
        judged = judge_titled(
            entailment,
            [(with_acronyms(asked, near.sentence.text), said) for near in chosen],
            [near.sentence.passage.article.title for near in chosen],
        )
        for near, both in zip(chosen, judged, strict=True):
            page = near.sentence.passage.article.id
            verdict = own.verdicts.get(int(page)) if own else None
            yield Row(
                question=number,
                page=(number, text, page),
                says=verdict.label if verdict else None,
                decides=bool(verdict) and verdict.words in near.sentence.text,
                own=own is not None,
                signs={
                    side: signs(near, getattr(both.alone, side), getattr(both.under, side))
                    for side in SIDES
                },
            )


def main() -> None:
    """Print the weights, and how often they are right."""
    with Library.open(sys.argv[1]) as library:
        found = list(rows(Retriever(library)))
    tenths = np.array([row.question // 5 for row in found])  # The questions of a topic together.
    surest: dict[tuple[int, str, str], list[tuple[float, str, Row]]] = defaultdict(list)
    for side in SIDES:
        given = np.array([row.signs[side] for row in found])
        right = np.array([row.decides and row.says == side for row in found])
        model = LogisticRegression(max_iter=500)
        probable = cross_val_predict(
            model, given, right, groups=tenths, cv=GroupKFold(10), method="predict_proba"
        )[:, 1]
        for row, probability in zip(found, probable, strict=True):
            surest[row.page].append((float(probability), side, row))
        model.fit(given, right)
        told = model.coef_[0].round(2).tolist()
        sys.stdout.write(f"{side}: {told}, {model.intercept_[0]:.2f}\n")
    best = [max(each, key=lambda one: one[0]) for each in surest.values()]
    for least in SUREST:
        _tell(least, [one for one in best if one[0] >= least])


def _tell(least: float, heard: Sequence[tuple[float, str, Row]]) -> None:
    for side in SIDES:
        own = [row.says == side for _, said, row in heard if said == side and row.own]
        other = {row.page[:2] for _, said, row in heard if said == side and not row.own}
        sys.stdout.write(
            f"{side} from {least}: {sum(own)} of {len(own)} pages; "
            f"{len(other)} questions elsewhere hear it\n"
        )


if __name__ == "__main__":
    main()

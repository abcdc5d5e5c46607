"""Fit the weights of `qa/unasked/crossing.py`: is what two articles answer each other of one thing?

    python -m tests.benchmarks.crossed [PATH OF MULTIHOP'S corpus.json]

It reads four sets of invented reports and ten bodies of reports retold from the stories that are
held out. Of the news of MultiHop-RAG few answers are right; they were read by hand. Prints what is
told of each from several probabilities, with that group left out of the fit, and all the weights.
"""

import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sklearn.linear_model import LogisticRegression

from index import Library
from index.models import Article
from qa.entail import TrainedEntailment
from qa.reading.spans import TrainedSpans
from qa.unasked.crossing import Crossed, CrossExaminer
from qa.unasked.differences import kind_of_difference
from qa.unasked.stated import place_of
from tests.benchmarks.retold import body
from tests.benchmarks.unasked import FOLDER, planted

SETS = ("reports", "answers", "events", "wires")
BODIES = 10
NEAR = 15  # As `qa/unasked/comparer.py` has it.
MULTIHOP = {("21", "20"), ("$36", "$35"), ("$4", "$5")}
"""The answers in MultiHop-RAG that are of one thing, read by hand."""
NOT_PLANTED = {
    ("three years", "Eight years"),
    ("six staff", "47 people"),
    ("five hours", "four years"),
    ("eleven years", "forty days"),
    ("118 million euros", "three million euros"),
    ("1,912 votes", "600 votes"),
}
"""Answers between two articles that differ, but on something else."""


class Row(NamedTuple):
    """The signs of an answer, and whether it is right; `pair` is the same from either article."""

    group: str
    signs: tuple[float, ...]
    right: bool
    pair: frozenset[str]


def rows(group: str, folder: Path, is_right: Callable[[Crossed], bool]) -> Iterator[Row]:
    """Index a folder and let each article ask the others."""
    examiner = CrossExaminer(TrainedSpans(), TrainedEntailment())
    with tempfile.TemporaryDirectory() as kept, Library.open(kept) as library:
        library.sync(folder)
        with library.store.reading() as snapshot:
            article = cache(snapshot.article)
            for source in snapshot.sources():
                near = library.vectors.neighbours(snapshot, source.id, NEAR)
                for one in examiner.examine(article, source.id, near):
                    if kind_of_difference(one.a.claim, one.b.claim) not in {None, "scope"}:
                        pair = frozenset((one.a.claim.text, one.b.claim.text))
                        yield Row(group, one.signs.numbers, is_right(one), pair)


def of_set(name: str) -> Iterator[Row]:
    """Yield the answers in a set: right are those between the sides of what was planted."""
    there = planted(name)

    def is_right(one: Crossed) -> bool:
        if {(one.a.text, one.b.text), (one.b.text, one.a.text)} & NOT_PLANTED:
            return False
        ids = one.a.claim.article.id, one.b.claim.article.id
        said = [" ".join(each.claim.text.split()) for each in (one.a, one.b)]
        return any(
            any(ids[0] in here and ids[1] in yonder for here, yonder in (p.sides, p.sides[::-1]))
            and all(any(w in q or q in w for q in p.quotes) or not p.quotes for w in said)
            for p in there
        )

    yield from rows(name, FOLDER / name, is_right)


def of_body(number: int) -> Iterator[Row]:
    """Yield the answers in reports retold: right are those that tell one thing of one event."""
    reports = {report.article.id: report for report in body(f"crossed {number}")}

    def is_right(one: Crossed) -> bool:
        a, b = (reports[each.claim.article.id].tells(place_of(each)) for each in (one.a, one.b))
        return bool(a & b)

    with tempfile.TemporaryDirectory() as folder:
        lines = [json.dumps(_line(report.article)) for report in reports.values()]
        (Path(folder) / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
        yield from rows("retold", Path(folder), is_right)


def _line(article: Article) -> dict[str, str]:
    told = {name: str(getattr(article, name)) for name in ("id", "title", "publisher", "text")}
    return told | {"date": str(article.published)}


def of_multihop(path: Path) -> Iterator[Row]:
    """Yield the answers between articles of MultiHop-RAG."""

    def is_right(one: Crossed) -> bool:
        return bool({(one.a.text, one.b.text), (one.b.text, one.a.text)} & MULTIHOP)

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / path.name).symlink_to(path.absolute())
        yield from rows("MultiHop-RAG", Path(folder), is_right)


def told(found: list[Row], probable: list[float], least: float) -> str:
    """Return how many pairs of sentences are told that are right, and how many that are not."""
    pairs = {row.pair: row.right for row, p in zip(found, probable, strict=True) if p >= least}
    return f"{sum(pairs.values())} right, {len(pairs) - sum(pairs.values())} false"


def fit(found: list[Row]) -> LogisticRegression:
    """Fit the weights of the signs."""
    return LogisticRegression(C=1, max_iter=3000).fit(
        [row.signs for row in found], [row.right for row in found]
    )


def main() -> None:
    """Print what each group gives that the weights were not fitted on, and the weights."""
    found = [row for name in SETS for row in of_set(name)]
    found += [row for number in range(BODIES) for row in of_body(number)]
    if sys.argv[1:]:
        found += of_multihop(Path(sys.argv[1]))
    for group in dict.fromkeys(row.group for row in found):
        others = [row for row in found if row.group != group]
        mine = [row for row in found if row.group == group]
        probable = list(fit(others).predict_proba([row.signs for row in mine])[:, 1])
        rates = "; ".join(
            f"from {least}: {told(mine, probable, least)}" for least in (0.5, 0.6, 0.7)
        )
        sys.stdout.write(f"{group}, {len(mine)} answers: {rates}\n")
    weights = fit(found)
    right = sum(row.right for row in found)
    sys.stdout.write(f"{len(found)} answers, {right} right\n")
    sys.stdout.write(f"{weights.coef_[0].round(2).tolist()} {weights.intercept_[0]:.2f}\n")


if __name__ == "__main__":
    main()

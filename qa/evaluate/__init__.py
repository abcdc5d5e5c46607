"""How good the parts are: data with known answers -> a table, and how it was measured."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from qa.evaluate.conditions import RESULTS, corpus_checksum
from qa.evaluate.conflicts import evaluate_conflicts
from qa.evaluate.contradict import evaluate_contradict
from qa.evaluate.entailment import evaluate_entailment
from qa.evaluate.followups import FollowupsReport, evaluate_followups
from qa.evaluate.material import EvaluationError
from qa.evaluate.multihop import evaluate_multihop
from qa.evaluate.parts import Parts, Progress
from qa.evaluate.ramdocs import evaluate_ramdocs
from qa.evaluate.ramdocs_sets import evaluate_ramdocs_sets
from qa.evaluate.reading import evaluate_reading
from qa.evaluate.report import Report, Table, values
from qa.evaluate.robust import evaluate_robust
from qa.evaluate.seeds import Outcome, SeedsReport, evaluate_seeds
from qa.evaluate.speed import evaluate_speed
from qa.evaluate.topics import evaluate_topics
from qa.evaluate.warned import DocumentsReport
from qa.evaluate.wikicontradict import evaluate_wikicontradict

__all__ = [
    "RESULTS",
    "SUITES",
    "DocumentsReport",
    "EvaluationError",
    "FollowupsReport",
    "Outcome",
    "Parts",
    "Progress",
    "Report",
    "SeedsReport",
    "Suite",
    "Table",
    "corpus_checksum",
    "evaluate_conflicts",
    "evaluate_contradict",
    "evaluate_entailment",
    "evaluate_followups",
    "evaluate_multihop",
    "evaluate_ramdocs",
    "evaluate_ramdocs_sets",
    "evaluate_reading",
    "evaluate_robust",
    "evaluate_seeds",
    "evaluate_speed",
    "evaluate_topics",
    "evaluate_wikicontradict",
    "values",
]


class Suite(Protocol):
    """Something that can be measured."""

    def __call__(
        self,
        parts: Parts,
        path: Path,
        *,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> Report:
        """Measure the parts with the data at `path`, or a sample of as many as `limit`."""
        ...


SUITES: Mapping[str, Suite] = {
    "seeds": evaluate_seeds,
    "reading": evaluate_reading,
    "entailment": evaluate_entailment,
    "ramdocs": evaluate_ramdocs,
    "ramdocs-sets": evaluate_ramdocs_sets,
    "wikicontradict": evaluate_wikicontradict,
    "conflicts": evaluate_conflicts,
    "contradict": evaluate_contradict,
    "topics": evaluate_topics,
    "multihop": evaluate_multihop,
    "followups": evaluate_followups,
    "robust": evaluate_robust,
    "speed": evaluate_speed,
}
"""What `crosscheck evaluate` can measure, by name."""

OF_ARTICLES = frozenset({"seeds", "followups", "robust"})
"""The suites that ask an assistant or a retriever about the articles of a library."""

OF_A_CORPUS = {"multihop": "corpus.json"}
"""The suites that search an index of a corpus, and the file in their folder that holds it."""

WITH_ARTICLES = frozenset({"speed"})
"""The suites that need no file but a folder of articles, whatever they say."""

"""The files of the training data -> what to learn from, and what is held out."""

import random
from pathlib import Path
from typing import NamedTuple

from qa.datasets.pairs import Pair, read_pairs, split
from qa.datasets.squad import Paragraph, read_squad, without_overlap
from qa.training import statements
from qa.training.asserted import asserted
from qa.training.lessons import prepare
from qa.training.loop import Material
from qa.training.sets import COVERAGE, VERSIONS, topics
from qa.training.sets import FOLDER as SETS
from qa.training.story import PAGES, stories
from qa.training.traps import blocks, traps

HELD_OUT = "squad2_dev-half1*.json.gz"
QUESTIONS = (
    "squad2_train-10articles*.json.gz",
    "squad2_xquad.en*.json.gz",
    "squadshifts_*.json.gz",
)
PAIRS = "nli.jsonl.gz"


class Held(NamedTuple):
    """What is measured on and never learnt from."""

    paragraphs: list[Paragraph]
    pairs: dict[str, list[Pair]]


def gather(data: Path, *, seed: int) -> tuple[Material, Held]:
    """Read everything below `data`."""
    held = read_squad(_only(data, HELD_OUT))
    paragraphs = [
        paragraph
        for pattern in QUESTIONS
        for path in sorted(data.glob(pattern))
        for paragraph in read_squad(path)
    ]
    pairs, held_pairs = split(read_pairs(_only(data, PAIRS)))
    asked = [block for block in blocks() if not block.held_out]
    kept = without_overlap(paragraphs, held)
    course = prepare(kept, random.Random(seed))
    told = [story for story in stories() if not story.held_out]
    pages = [page for page in stories(PAGES) if not page.held_out]
    claimed, _ = statements.pairs()
    found, versions, coverage = (
        [topic for topic in topics(folder) if not topic.held_out]
        for folder in (SETS, VERSIONS, COVERAGE)
    )
    trapped = traps(asked, kept)
    asserting = asserted([*found, *versions])
    material = Material(
        course,
        pairs,
        stories=told,
        pages=pages,
        traps=trapped,
        topics=found,
        statements=claimed,
        versions=versions,
        coverage=coverage,
        asserted=asserting,
    )
    return material, Held(held, held_pairs)


def _only(data: Path, pattern: str) -> Path:
    paths = sorted(data.glob(pattern))
    if not paths:
        raise FileNotFoundError(f"there is no {pattern} in {data}; --data is the folder with it")
    return paths[0]

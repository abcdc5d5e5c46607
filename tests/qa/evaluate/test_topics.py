"""Pages on one topic: which are heard, and whether the reader is warned of what they say."""

from collections import Counter
from pathlib import Path

import pytest

from qa.datasets.topics import read_topics
from qa.evaluate import EvaluationError, evaluate_topics, values
from tests.qa.flood import DRY, THIRTY_ONE, TWELVE, parts

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
ASKED = "? How many people died in the flood?"


def written(path: Path, *sets: tuple[tuple[str, ...], str]) -> Path:
    blocks = (
        "\n".join(
            [f"== Flood {n}", *(f"{p} Flood || {t}" for p, t in enumerate(pages, start=1)), asked]
        )
        for n, (pages, asked) in enumerate(sets, start=1)
    )
    path.write_text("\n".join(blocks), encoding="utf-8")
    return path


def test_what_the_pages_say_is_counted_by_how_they_stand_to_each_other(tmp_path):
    differ = f"{ASKED} || 1: 12 || 2: 31 || sides: 1 / 2"
    report = evaluate_topics(
        parts(),
        written(
            tmp_path / "t.txt",
            ((TWELVE, THIRTY_ONE, DRY), differ),
            ((TWELVE, "Snow fell on 31 hills."), differ),
            ((TWELVE, TWELVE), f"{ASKED} || 1: 12 || 2: 12 || sides: 1 2"),
            ((TWELVE, THIRTY_ONE), f"{ASKED} || 1: 12 people || 2: 31 people || sides: 1 ~ 2"),
            ((TWELVE, THIRTY_ONE), f"{ASKED} || 1: 12"),
            ((THIRTY_ONE, TWELVE), f"{ASKED} || 1: 31"),
            ((DRY,), f"{ASKED} || none"),
        ),
    )
    found = values(report)
    assert [label for label, *_ in report.details["gravest kind that is raised"].rows] == [
        *("differ", "same", "right together", "one page", "no page"),
    ]
    assert found["warning: precision"] == 1 / 4
    assert found["warning: recall"] == 1 / 2
    assert found["differ: warned"] == 1 / 2
    assert found["same: warned"] == found["no page: warned"] == 0
    assert found["right together: warned"] == found["one page: warned"] == 1
    assert found["differ: sides that say otherwise are shown"] == 1
    assert found["pages that are heard: precision"] == 9 / 11
    assert found["pages that answer: recall"] == 9 / 10


def test_sides_that_are_shown_must_be_the_right_ones(tmp_path):
    pages = (TWELVE, "31 hills were flooded.", THIRTY_ONE)
    asked = f"{ASKED} || 1: 12 || 2: 31 || sides: 1 / 2"
    found = values(evaluate_topics(parts(), written(tmp_path / "t.txt", (pages, asked))))
    assert found["differ: warned"] == 1
    assert found["differ: sides that say otherwise are shown"] == 0


def test_a_file_of_something_else_is_named(tmp_path):
    path = written(tmp_path / "t.txt", ((DRY,), "? Why?"))
    with pytest.raises(EvaluationError, match=r"t\.txt is not a file of topics: not understood: "):
        evaluate_topics(parts(), path)


@pytest.mark.parametrize(
    ("name", "questions", "differ"),
    [
        ("topics", 504, 164),
        ("topics_more", 504, 161),
        ("topics_blind", 140, 47),
        ("versions", 360, 90),
        ("versions_blind", 120, 30),
    ],
)
def test_the_topics_that_are_shipped(name, questions, differ):
    topics = read_topics(BENCHMARKS / f"{name}.txt")
    asked = [question for topic in topics for question in topic.questions]
    assert max(Counter(topic.name for topic in topics).values()) == 1
    assert len(asked) == questions
    assert sum(question.differs for question in asked) == differ

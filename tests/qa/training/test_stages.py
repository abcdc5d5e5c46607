"""What each stage of training draws."""

import random
from dataclasses import replace

import pytest

from qa.datasets import topics
from qa.training.asserted import Asserted, Verdict
from qa.training.features import IGNORED
from qa.training.lessons import prepare
from qa.training.loop import Material, Stage
from qa.training.stages import BOTH, COMPARING, COMPARING_NEWS, READING, READING_NEWS, TITLED
from qa.training.traps import parse, traps
from tests.qa.training.match import STORY
from tests.qa.training.town import PAIRS, PARAGRAPHS


@pytest.fixture(scope="module")
def material() -> Material:
    course = prepare(PARAGRAPHS, random.Random(0))
    asked = traps(parse("== Ash\nBirk sold 9 boats.\n+ Who sold boats? | Birk"), [])
    (topic,) = topics.parse(
        "== Ash\n1 A || Birk sold 9 boats.\n2 B || It rained.\n? Who? || 1: Birk"
    )
    (other,) = topics.parse("== Elm\n1 C || Elm sold a house.\n? What did Elm sell? || 1: a house")
    told = [STORY], [replace(STORY, page=True)]
    asserted = [Asserted(topic, "Did Birk sell boats?", {1: Verdict("entailment", "sold 9 boats")})]
    return Material(course, PAIRS, *told, asked, [topic], PAIRS, [topic], asserted, [other])


@pytest.mark.parametrize("stage", [BOTH, READING, COMPARING, READING_NEWS, COMPARING_NEWS])
def test_every_task_has_examples(stage: Stage, material: Material) -> None:
    for name, task in stage.tasks.items():
        examples = task.draw(material, random.Random(0))
        assert examples, name
        paired = name in {"pairs", "compared"} or stage is COMPARING_NEWS
        assert all((example.label != IGNORED) == paired for example in examples), name


def test_some_premises_are_told_under_their_titles(material: Material) -> None:
    drawn = COMPARING_NEWS.tasks["told"].draw
    rounds = [len(e.pieces) for n in range(60) for e in drawn(material, random.Random(n))]
    untitled = material._replace(stories=[replace(STORY, titles=[])])
    plain = [len(e.pieces) for n in range(60) for e in drawn(untitled, random.Random(n))]
    mean, without = sum(rounds) / len(rounds), sum(plain) / len(plain)
    assert 0 < TITLED < 1
    assert mean > without


def test_both_sets_and_versions_are_compared(material: Material) -> None:
    drawn = COMPARING_NEWS.tasks["crossed"].draw
    both, *either = (
        len(drawn(one, random.Random(0)))
        for one in (material, material._replace(topics=[]), material._replace(versions=[]))
    )
    assert min(either) > 0
    assert both == sum(either)

"""Yes-or-no questions on pages, beside what decides them and what does not."""

import random
from pathlib import Path

import pytest

from qa.datasets import topics
from qa.datasets.pairs import LABELS
from qa.datasets.written import LineError
from qa.training import sets
from qa.training.asserted import SILENT, SOURCE, Asserted, asserted, pairs, parse

(HARROW,) = topics.parse(
    """== Harrow Bridge
1 Harrow Bridge || It was opened on 4 May 1931. The toll was abolished at once.
2 Gazette || The bridge opened in 1930, readers in Corley may recall. It rained.
3 History || Harrow had a ferry. Lovers met there. The bridge is told of elsewhere.
4 Ash Bridge || Ash Bridge was opened in 1940. It cost £90,000.
"""
)
OPENED = "? Was Harrow Bridge opened in 1931? || 1: yes: 4 May 1931 || 2: no: opened in 1930"


def parsed(line: str) -> list[Asserted]:
    return list(parse(f"== Harrow Bridge\n{line}", topics={HARROW.name: HARROW}))


def drawn(line: str, *, seeds: int = 40) -> dict[tuple[str, str], str]:
    """Return the labels of all pairs that are ever drawn, by page and premise."""
    found: dict[tuple[str, str], str] = {}
    for seed in range(seeds):
        for pair in pairs(parsed(line), random.Random(seed)):
            assert (pair.source, pair.hypothesis) == (SOURCE, "Harrow Bridge was opened in 1931.")
            label = LABELS[pair.label]
            assert found.setdefault((pair.title, pair.premise), label) == label
    return found


def test_a_page_bears_out_or_denies_what_is_asked_and_the_others_say_nothing() -> None:
    assert drawn(OPENED) == {
        ("Harrow Bridge", "It was opened on 4 May 1931."): "entailment",
        ("Gazette", "The bridge opened in 1930, readers in Corley may recall."): "contradiction",
        ("History", "Harrow had a ferry."): "neutral",
        ("History", "The bridge is told of elsewhere."): "neutral",
        ("Ash Bridge", "Ash Bridge was opened in 1940."): "neutral",
        ("Ash Bridge", "It cost £90,000."): "neutral",
    }


def test_of_what_no_page_decides_some_pages_say_nothing() -> None:
    found = pairs(parsed("? Was Harrow Bridge built of oak? || none"), random.Random(0))
    assert [LABELS[pair.label] for pair in found] == ["neutral"] * SILENT
    assert len({pair.title for pair in found}) == SILENT


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("? Was it opened? || 1: maybe: 4 May 1931", "not understood"),
        ("? When was it opened? || 1: yes: 4 May 1931", "not understood"),
        ("? Was it opened?", "not understood"),
        ("Was it opened? || none", "not understood"),
        ("? Was it opened? || 2: yes: 4 May 1931", "not in page 2: '4 May 1931'"),
        ("? Was it opened? || 9: yes: 4 May 1931", "not in page 9: '4 May 1931'"),
    ],
)
def test_a_line_that_is_wrong_is_named(line: str, said: str) -> None:
    with pytest.raises(LineError, match=said):
        parsed(line)


def test_a_question_before_any_heading_is_an_error() -> None:
    with pytest.raises(LineError, match=r"not understood: '\? Was it"):
        list(parse("? Was it opened? || none", topics={}))


def test_questions_on_other_topics_are_left_out_and_a_broken_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(f"== Ash\n? Was it? || none\n== Harrow Bridge\n{OPENED}", encoding="utf-8")
    (only,) = asserted([HARROW], tmp_path)
    assert (only.topic, only.text) == (HARROW, "Was Harrow Bridge opened in 1931?")
    path.write_text(f"== Harrow Bridge\n{OPENED}\n?", encoding="utf-8")
    with pytest.raises(LineError, match=r"one\.txt: not understood: '\?'"):
        asserted([HARROW], tmp_path)


def test_all_that_is_written_is_understood_and_balanced() -> None:
    found = asserted([*sets.topics(), *sets.topics(sets.VERSIONS)])
    said = [verdict.label for one in found for verdict in one.verdicts.values()]
    yes, no = said.count("entailment"), said.count("contradiction")
    assert yes + no == len(said)
    assert 0.7 < no / yes < 1.4
    differ = [one for one in found if len({v.label for v in one.verdicts.values()}) == 2]
    assert len(differ) > len(found) / 4

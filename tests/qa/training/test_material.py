"""What there is to learn from, and what is held out."""

import gzip
import json
from pathlib import Path

import pytest

from qa.training import asserted, sets, statements, traps
from qa.training.material import gather


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("train")
    for name, text in {
        "squad2_dev-half1-v2.0": "Ash was built by Birk in 1931 beside the mill at Corley Weir.",
        "squad2_train-10articles-v2.0": "The ferry at Dunmore was sold to a farmer who keeps hens.",
        "squad2_xquad.en": "Trains came to Elder late, and the first of them was full of hay.",
        "squadshifts_new_wiki_v1.0": "Fenwick has a hall in which the council meets every May.",
    }.items():
        asked = {
            "question": f"What is said of {text.split()[1]}?",
            "answers": [{"text": text[:3], "answer_start": 0}],
        }
        paragraphs = [{"context": f"{text} {number}", "qas": [asked]} for number in range(8)]
        with gzip.open(folder / f"{name}.json.gz", "wt", encoding="utf-8") as file:
            json.dump({"data": [{"title": name, "paragraphs": paragraphs}]}, file)
    with gzip.open(folder / "nli.jsonl.gz", "wt", encoding="utf-8") as file:
        row = {"premise": "It rains.", "hypothesis": "It is wet.", "label": "entailment"}
        file.write(json.dumps(row | {"source": "snli"}) + "\n")
    return folder


def test_what_is_held_out_is_not_learnt(data: Path) -> None:
    material, held = gather(data, seed=0)
    learnt = {topic.name for topic in material.topics}
    assert learnt == {topic.name for topic in sets.topics() if not topic.held_out}
    versions = {topic.name for topic in material.versions}
    assert versions == {t.name for t in sets.topics(sets.VERSIONS) if not t.held_out}
    coverage = {topic.name for topic in material.coverage}
    assert coverage == {t.name for t in sets.topics(sets.COVERAGE) if not t.held_out}
    kept = [*material.topics, *material.versions]
    assert list(material.asserted) == asserted.asserted(kept)
    passages = {trap.passage.text for trap in material.traps}
    assert passages == {b.text for b in traps.blocks() if b.text and not b.held_out}
    assert material.statements == statements.pairs()[0]
    assert not any(told.held_out for told in [*material.stories, *material.pages])
    assert {p.source for p in held.paragraphs} == {"squad2_dev-half1"}
    assert "squad2_dev-half1" not in {p.source for p in material.course.paragraphs}


def test_what_is_missing_is_named(data: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"^there is no squad2_dev-half1"):
        gather(tmp_path, seed=0)

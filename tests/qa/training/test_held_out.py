"""The stories that are not learnt from -> a file to measure the reader on."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from qa.datasets.pairs import natural, read_pairs, split
from qa.datasets.squad import read_squad
from qa.training import sets, traps
from qa.training.held_out import main
from qa.training.story import FOLDER, PAGES, stories


def written(path: Path, *options: str) -> str:
    app = typer.Typer()
    app.command()(main)
    return CliRunner().invoke(app, [str(path), *options]).output


@pytest.mark.parametrize(
    ("folder", "options"), [(FOLDER, []), (PAGES, ["--pages"]), (FOLDER, ["--gaps"])]
)
def test_questions_on_them_are_written(tmp_path: Path, folder: Path, options: list[str]) -> None:
    path = tmp_path / "held.json.gz"
    output = written(path, *options)
    held = sum(story.held_out for story in stories(folder))
    paragraphs = read_squad(path)
    questions = [question for paragraph in paragraphs for question in paragraph.questions]
    assert output == f"{len(questions)} questions on {held} {folder.name}\n"
    answered = [question for question in questions if question.span]
    assert 0.4 < len(answered) / len(questions) < 0.7
    for paragraph in paragraphs:
        for question in paragraph.questions:
            if question.span:
                assert question.span.of(paragraph.text) == question.answers[0]


def test_questions_with_traps_are_those_of_held_out_passages(tmp_path: Path) -> None:
    path = tmp_path / "held.json.gz"
    output = written(path, "--traps")
    held = {block.text: block for block in traps.blocks() if block.held_out and block.text}
    asked = [
        (paragraph.text, question)
        for paragraph in read_squad(path)
        for question in paragraph.questions
    ]
    assert output == f"{len(asked)} questions on {len(held)} passages\n"
    answers = {
        question.text.casefold().rstrip("?"): question.words if question.answered else None
        for block in held.values()
        for question in block.questions
    }
    for text, question in asked:
        assert any(text in whole for whole in held)
        said = question.answers[0] if question.answers else None
        assert said == answers[question.text.casefold().rstrip("?")]


@pytest.mark.parametrize(
    ("option", "folder"), [("--sets", sets.FOLDER), ("--coverage", sets.COVERAGE)]
)
def test_questions_of_sets_are_asked_of_all_pages(
    tmp_path: Path, option: str, folder: Path
) -> None:
    path = tmp_path / "held.json.gz"
    output = written(path, option)
    held = [topic for topic in sets.topics(folder) if topic.held_out]
    asked = sum(len(topic.questions) * len(topic.pages) for topic in held)
    assert output == f"{asked} questions on {len(held)} topics\n"
    pages = {page.text for topic in held for page in topic.pages.values()}
    read = read_squad(path)
    assert {paragraph.text for paragraph in read} == pages
    answered = sum(bool(question.span) for p in read for question in p.questions)
    assert answered == sum(len(one.answers) for topic in held for one in topic.questions)


def test_claims_are_those_on_held_out_passages(tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl.gz"
    output = written(path, "--claims")
    learnt, held = split(read_pairs(path))
    assert output == f"{len(held['statements'])} claims\n"
    assert not learnt
    titles = {natural(block.title) for block in traps.blocks() if block.held_out}
    assert {pair.title for pair in held["statements"]} <= titles


@pytest.mark.parametrize(("name", "what"), [("crossed", "answers"), ("asserted", "verdicts")])
def test_what_is_said_of_pages_is_said_of_held_out_topics(
    tmp_path: Path, name: str, what: str
) -> None:
    path = tmp_path / "pairs.jsonl.gz"
    output = written(path, f"--{name}")
    learnt, held = split(read_pairs(path))
    assert output == f"{len(held[name])} {what}\n"
    assert not learnt
    kept = [t for t in [*sets.topics(), *sets.topics(sets.VERSIONS)] if t.held_out]
    titles = {natural(page.title) for topic in kept for page in topic.pages.values()}
    assert {pair.title for pair in held[name]} <= titles
    assert {pair.label for pair in held[name]} == {0, 1, 2}

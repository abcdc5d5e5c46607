"""The stories that are not learnt from -> a file to measure the reader on."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from qa.datasets.squad import read_squad
from qa.training.held_out import main
from qa.training.story import FOLDER, PAGES, stories


@pytest.mark.parametrize(
    ("folder", "options"), [(FOLDER, []), (PAGES, ["--pages"]), (FOLDER, ["--gaps"])]
)
def test_questions_on_them_are_written(tmp_path: Path, folder: Path, options: list[str]) -> None:
    app = typer.Typer()
    app.command()(main)
    path = tmp_path / "held.json.gz"
    result = CliRunner().invoke(app, [str(path), *options])
    held = sum(story.held_out for story in stories(folder))
    paragraphs = read_squad(path)
    questions = [question for paragraph in paragraphs for question in paragraph.questions]
    assert result.output == f"{len(questions)} questions on {held} {folder.name}\n"
    answered = [question for question in questions if question.span]
    assert 0.4 < len(answered) / len(questions) < 0.7
    for paragraph in paragraphs:
        for question in paragraph.questions:
            if question.span:
                assert question.span.of(paragraph.text) == question.answers[0]

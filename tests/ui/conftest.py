import sys
from pathlib import Path

import pytest

from tests.ui.commands import Crosscheck, Outcome, WordHashEncoder, write_stories
from tests.ui.fakes import ScriptedAssistant
from ui.cli import main


@pytest.fixture
def crosscheck(tmp_path, monkeypatch, capsys) -> Crosscheck:
    """Run the command in an empty folder, with an encoder and an assistant that need no model."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("index.library.SentenceEncoder", WordHashEncoder)
    monkeypatch.setattr("index.SentenceEncoder", WordHashEncoder)
    monkeypatch.setattr("ui.opening.SentenceEncoder", WordHashEncoder)
    monkeypatch.setattr("ui.opening.comparer", lambda: None)
    monkeypatch.setattr("qa.Assistant", lambda *_, **__: ScriptedAssistant(), raising=False)
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")

    def run(*arguments: str) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["crosscheck", *arguments])
        try:
            main()
            status = 0
        except SystemExit as end:
            status = int(end.code or 0)
        return Outcome(status, *capsys.readouterr())

    return run


@pytest.fixture
def seeds(tmp_path) -> Path:
    return write_stories(tmp_path / "seeds")

"""Options -> an assistant: which models are loaded, and when the network may be asked."""

import os

import pytest

from index import Library, Retriever
from qa import Assistant, NamedEntailment, NamedSpans, SpanReader
from qa.named import ModelError
from tests.qa.tiny_models import pairs_model, spans_model
from ui.opening import assistant, opened

OFFLINE = "HF_HUB_OFFLINE"
NLI = {0: "neutral", 1: "contradiction", 2: "entailment"}


@pytest.fixture
def online(monkeypatch):
    """Start without the word that keeps the model libraries off the network."""
    monkeypatch.setenv(OFFLINE, "1")  # It is put back at the end.
    monkeypatch.delenv(OFFLINE)


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "index") as library:
        yield library


@pytest.mark.parametrize("models", [(), (None, None), ("here", None), (None, "here")])
def test_without_a_remote_model_the_libraries_stay_offline(online, tmp_path, monkeypatch, models):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "here").mkdir()
    with opened(tmp_path / "index", models=models):
        assert os.environ[OFFLINE] == "1"


@pytest.mark.parametrize("models", [("org/reader", None), (None, "org/model"), ("here", "org/b")])
def test_a_remote_model_may_be_fetched(online, tmp_path, monkeypatch, models):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "here").mkdir()
    with opened(tmp_path / "index", models=models):
        assert OFFLINE not in os.environ


def test_a_reader_who_is_offline_stays_so_whatever_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv(OFFLINE, "1")
    with opened(tmp_path / "index", models=("org/reader",)):
        assert os.environ[OFFLINE] == "1"


def test_models_that_are_named_take_the_place_of_the_installed_ones(library, tmp_path, monkeypatch):
    given = {}

    def record(retriever, **parts):
        given.update(parts, retriever=retriever)

    monkeypatch.setattr("qa.Assistant", record)
    reader = spans_model(tmp_path / "reader", start="1932", end="1932")
    entailment = pairs_model(tmp_path / "entailment", labels=NLI)
    assistant(library, reader=reader, entailment=entailment)
    assert isinstance(given["retriever"], Retriever)
    assert isinstance(given["reader"], SpanReader)
    assert isinstance(given["reader"]._finder, NamedSpans)
    assert given["reader"]._finder.name == reader
    assert isinstance(given["entailment"], NamedEntailment)
    assert given["entailment"].name == entailment
    assistant(library, reader=None, entailment=None)
    assert (given["reader"], given["entailment"]) == (None, None)


def test_a_named_reader_answers(library, tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "The bridge\n\nThe bridge opened in 1932. The toll ended in 1940."
    )
    library.sync(folder)
    reader = spans_model(tmp_path / "reader", start="1932", end="1932")
    entailment = pairs_model(tmp_path / "entailment", labels=NLI)
    asked = assistant(library, reader=reader, entailment=entailment)
    assert isinstance(asked, Assistant)
    answer = asked.ask("When did the bridge open?")
    assert answer.headline == "1932"
    assert [c.quote for c in answer.citations] == ["The bridge opened in 1932."]


@pytest.mark.parametrize("part", ["reader", "entailment"])
def test_a_name_that_cannot_be_loaded_is_told_at_once(library, tmp_path, part):
    names = {"reader": None, "entailment": None, part: str(tmp_path / "nowhere")}
    with pytest.raises(ModelError, match=rf"^{part} '.*nowhere' cannot be loaded: "):
        assistant(library, **names)

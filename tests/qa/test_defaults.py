"""Which parts are taken when none is named."""

import logging
from functools import lru_cache

import pytest

from qa import defaults
from qa.entail import TrainedEntailment
from qa.read import SpanReader
from qa.reading.network import network
from qa.sentence_reader import SentenceReader
from tests.qa.networks import pointing


@pytest.fixture
def weights_at(monkeypatch):
    """Look for the shipped weights at another place."""

    def look(path):
        monkeypatch.setattr(defaults, "network", lambda _: network(path))
        fresh = lru_cache(maxsize=4)(defaults._is_there.__wrapped__)
        monkeypatch.setattr(defaults, "_is_there", fresh)

    return look


def test_without_weights_sentences_are_read_and_the_log_says_so_once(
    weights_at, tmp_path, encoder, caplog
):
    path = tmp_path / "none.safetensors"
    weights_at(path)
    with caplog.at_level(logging.WARNING):
        assert isinstance(defaults.default_reader(encoder), SentenceReader)
        assert defaults.default_entailment() is None
        assert isinstance(defaults.default_reader(encoder), SentenceReader)
    assert [(r.name, r.levelname) for r in caplog.records] == [("qa.defaults", "WARNING")] * 2
    reading, comparing = (record.getMessage() for record in caplog.records)
    why = f"there are no weights at {path}; `python -m qa.training`"
    assert reading.startswith(f"answers will be worse: {why}")
    assert comparing.startswith(f"sentences will not be compared with each other: {why}")


def test_weights_that_are_broken_are_not_there(weights_at, tmp_path, encoder, caplog):
    path = tmp_path / "broken.safetensors"
    path.write_bytes(b"not weights at all")
    weights_at(path)
    assert isinstance(defaults.default_reader(encoder), SentenceReader)
    assert [record.levelname for record in caplog.records] == ["WARNING"]


def test_with_weights_the_trained_parts_are_taken(weights_at, tmp_path, encoder, caplog):
    weights_at(pointing(tmp_path / "year.safetensors", start="1932", end="1932"))
    assert isinstance(defaults.default_reader(encoder), SpanReader)
    assert isinstance(defaults.default_entailment(), TrainedEntailment)
    assert caplog.records == []

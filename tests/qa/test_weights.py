import pickle
import time

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays as matrices
from safetensors import safe_open
from safetensors.numpy import save_file

from index.bert import SCALE, WORDS
from index.models import Span
from qa.entail import TrainedEntailment
from qa.reading.network import ENTAILMENT, READER, network
from qa.reading.spans import Text, TrainedSpans
from qa.weights import FOLDER, FORMAT, WeightsError, encoder_arrays, load, quantised, save

QUERY = "encoder.layer.0.attention.self.query.weight"
REMEDY = r"`python -m qa\.training` makes "
ARRAYS = {
    f"trunk.{WORDS}": np.ones((4, 3), dtype=np.float32),
    f"trunk.{QUERY}": np.array([[1.27, -0.5, 0.0], [0.002, 0.254, -0.1]], dtype=np.float32),
    "trunk.embeddings.LayerNorm.weight": np.array([1.0, 2.5], dtype=np.float32),
    "span.weight": np.array([[0.25, -3.0]], dtype=np.float32),
    "span.bias": np.array([0.125], dtype=np.float32),
}


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "folder" / "small.safetensors"
    save(ARRAYS, path, about={"threshold": 0.4, "made": "by hand"})
    return path


def test_what_was_saved_is_loaded(saved):
    weights = load(saved)
    assert weights.about == {"threshold": 0.4, "made": "by hand"}
    assert weights.trunk["embeddings.LayerNorm.weight"].tolist() == [1.0, 2.5]
    assert weights.trunk[QUERY].tolist() == [[127, -50, 0], [1, 127, -50]]
    assert weights.trunk[QUERY + SCALE].ravel() == pytest.approx([0.01, 0.002], rel=1e-3)
    name, weight, bias = weights.head("span")
    assert (name, weight.tolist(), bias.tolist()) == ("span", [[0.25, -3.0]], [0.125])
    assert sorted(weights.heads) == ["span.bias", "span.weight"]


def test_the_word_embeddings_are_the_encoders_and_not_in_the_file(saved):
    with safe_open(saved, framework="numpy") as file:
        assert not [name for name in file.keys() if "word_embeddings" in name]  # noqa: SIM118
        kinds = {str(file.get_tensor(name).dtype) for name in file.keys()}  # noqa: SIM118
    assert kinds == {"int8", "float16"}
    assert (load(saved).trunk[WORDS] == encoder_arrays()[WORDS]).all()


def test_a_missing_file_is_one_line_with_the_remedy(tmp_path):
    path = tmp_path / "none.safetensors"
    with pytest.raises(WeightsError, match=rf"there are no weights at {path}; {REMEDY}them"):
        load(path)
    with pytest.raises(WeightsError, match="there are no weights"):
        load(tmp_path)


def test_a_file_that_is_cut_off_is_one_line_with_the_remedy(saved):
    saved.write_bytes(saved.read_bytes()[:-4])
    with pytest.raises(WeightsError, match=rf"{saved} cannot be read: .*; {REMEDY}new ones") as e:
        load(saved)
    assert "\n" not in str(e.value)


def test_a_pickle_is_not_opened(tmp_path):
    class Bomb:
        def __reduce__(self):
            return pytest.fail, ("the pickle was run",)

    path = tmp_path / "crosscheck.safetensors"
    path.write_bytes(pickle.dumps(Bomb()))
    with pytest.raises(WeightsError, match="cannot be read"):
        load(path)


@pytest.mark.parametrize("metadata", [None, {"format": "0"}, {"other": "pt"}])
def test_a_file_of_another_format_is_one_line_with_the_remedy(tmp_path, metadata):
    path = tmp_path / "other.safetensors"
    save_file({"span.bias": np.zeros(1)}, path, metadata=metadata)
    found = repr((metadata or {}).get("format"))
    with pytest.raises(WeightsError, match=rf"of format {found}, not '{FORMAT}'; {REMEDY}new ones"):
        load(path)


@example(np.full((3, 5), 0.0002, np.float32))
@given(matrices(np.float32, (3, 5), elements=st.floats(-30, 30, width=32)))
def test_8_bits_are_within_a_step_of_the_number(matrix):
    levels, scale = quantised(matrix)
    assert np.abs(levels).max() <= 127
    steps = scale.astype(np.float32)
    assert (np.abs(levels * steps - matrix) <= 0.501 * steps).all()


def test_numbers_too_small_for_a_scale_keep_their_sign():
    levels, _ = quantised(np.array([[1.885e-5, -1.885e-5], [1e-12, 0.0]]))
    assert levels.tolist() == [[105, -105], [0, 0]]


class TestTheShippedFiles:
    def test_they_are_small_and_hold_no_word_embeddings(self):
        assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 25_000_000
        names = {}
        for path in (READER, ENTAILMENT):
            with safe_open(path, framework="numpy") as file:
                names[path.stem] = {n.removesuffix(".weight") for n in file.keys()}  # noqa: SIM118
        assert not [name for held in names.values() for name in held if "word_embeddings" in name]
        assert {"span", "says"} <= names["reader"]
        assert "relation" in names["entailment"]

    def test_the_reader_knows_its_threshold_and_calibration(self):
        about = network(READER).about
        assert 0 < about["threshold"] < 1
        assert len(about["calibration"]) == 3

    def test_they_are_loaded_in_seconds_and_once(self):
        began = time.monotonic()
        first = network(ENTAILMENT)
        assert time.monotonic() - began < 3
        assert network(ENTAILMENT) is network(ENTAILMENT, exact=False) is first

    def test_it_answers_a_plain_question(self):
        spans = TrainedSpans()
        text = "The bridge opened in 1932. It carries trains and cyclists."
        sentences = [Span(start=0, end=26), Span(start=27, end=len(text))]
        (best,) = spans.find("When did the bridge open?", [Text("The bridge", text, sentences)])
        assert best.span.of(text) in {"1932", "in 1932"}
        assert best.probability >= spans.threshold

    def test_it_tells_a_denial_from_a_repetition(self):
        said = "The bridge opened in 1932."
        same, other = TrainedEntailment().judge([(said, said), (said, "The bridge never opened.")])
        assert same.entailment > other.entailment
        assert other.contradiction > same.contradiction

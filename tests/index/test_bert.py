"""The graph that OpenVINO runs, compared with what PyTorch computes from the same weights."""

import subprocess
import sys

import numpy as np
import pytest
from numpy.typing import NDArray

from index.bert import SCALE, Arrays, Bert
from index.pieces import CLS, PAD, SEP, encoder_folder, tokenizer

TEXTS = (
    "The ferry Astrid ran aground off Lund on 3 March 2026.",
    "Why?",
    "Owner Nordlinie paid a fine of $2.5 million, while its shares fell 4 percent. " * 6,
)
LAYERS = [f"encoder.layer.{number}." for number in range(6)]


@pytest.fixture(scope="module")
def arrays() -> dict[str, NDArray[np.float32]]:
    from safetensors.numpy import load_file

    return load_file(encoder_folder() / "model.safetensors")


@pytest.fixture(scope="module")
def exact(arrays) -> Bert:
    return Bert(arrays, exact=True)


@pytest.fixture(scope="module")
def rows() -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]:
    """Pieces, sides and lengths; the second half of each row is its second side."""
    encoded = [tokenizer().encode(text, add_special_tokens=False).ids for text in TEXTS]
    marked = [[CLS, *ids, SEP] for ids in encoded]
    lengths = np.array([len(ids) for ids in marked], dtype=np.int32)
    pieces = np.full((len(marked), lengths.max()), PAD, dtype=np.int32)
    sides = np.zeros_like(pieces)
    for row, ids in enumerate(marked):
        pieces[row, : len(ids)] = ids
        sides[row, len(ids) // 2 : len(ids)] = 1
    return pieces, sides, lengths


def inside(lengths: NDArray[np.int32], longest: int) -> NDArray[np.bool_]:
    return np.arange(longest) < lengths[:, None]


def test_the_states_are_those_of_transformers(exact, rows):
    import torch
    from transformers import BertModel

    pieces, sides, lengths = rows
    assert sorted(lengths) == [4, 15, 128]
    theirs = BertModel.from_pretrained(encoder_folder(), add_pooling_layer=False).eval()
    real = inside(lengths, pieces.shape[1])
    with torch.inference_mode():
        expected = theirs(
            input_ids=torch.from_numpy(pieces).long(),
            token_type_ids=torch.from_numpy(sides).long(),
            attention_mask=torch.from_numpy(real).long(),
        ).last_hidden_state.numpy()
    states = exact.run(pieces, sides, lengths)["states"]
    assert states.shape == (3, 128, 384)
    assert np.abs(states - expected)[real].max() < 1e-4


def test_padding_does_not_change_the_states_of_a_row(exact, rows):
    pieces, sides, lengths = rows
    together = exact.run(pieces, sides, lengths)["states"]
    for row, length in enumerate(lengths):
        cut = slice(row, row + 1), slice(length)
        alone = exact.run(pieces[cut], sides[cut], lengths[row : row + 1])["states"]
        assert np.abs(together[row, :length] - alone[0]).max() < 1e-4


def test_the_second_side_is_told_from_the_first(exact, rows):
    pieces, sides, lengths = rows
    with_sides = exact.run(pieces, sides, lengths)["states"]
    without = exact.run(pieces, np.zeros_like(sides), lengths)["states"]
    assert np.abs(with_sides - without)[0, : lengths[0]].max() > 0.01


def test_a_head_is_a_linear_layer_on_the_states(arrays, exact, rows):
    rng = np.random.default_rng(0)
    weights = {name: rng.normal(size=(n, 384)) for name, n in (("span", 2), ("relation", 3))}
    heads = [(name, weight, np.arange(len(weight))) for name, weight in weights.items()]
    scores = Bert(arrays, heads, exact=True).run(*rows)
    states = exact.run(*rows)["states"]
    assert list(scores) == ["span", "relation"]
    for name, weight in weights.items():
        expected = states @ weight.T + np.arange(len(weight))
        assert scores[name].shape == expected.shape == (3, 128, len(weight))
        assert np.abs(scores[name] - expected).max() < 1e-3


@pytest.fixture(scope="module")
def eight(arrays) -> Arrays:
    """The same with matrices in 8 bits."""
    eight = dict(arrays)
    for name, matrix in arrays.items():
        if matrix.ndim == 2 and name.startswith(tuple(LAYERS)):
            scale = (np.abs(matrix).max(axis=1, keepdims=True) / 127).astype(np.float16)
            levels = np.round(matrix / scale.astype(np.float32)).astype(np.int8)
            eight |= {name: levels, name + SCALE: scale}
    return eight


def test_matrices_in_8_bits_count_as_their_product_with_their_scales(arrays, eight, rows):
    assert len(eight) - len(arrays) == 6 * 6  # query, key, value and three more, in each layer
    restored = {
        name: eight[name] * eight[name + SCALE].astype(np.float32)
        if name + SCALE in eight
        else eight[name]
        for name in arrays
    }
    real = inside(rows[2], rows[0].shape[1])
    one = Bert(eight, exact=True).run(*rows)["states"]
    other = Bert(restored, exact=True).run(*rows)["states"]
    assert np.abs(one - other)[real].max() < 1e-3


def test_the_fast_arithmetic_is_near_the_exact_one(arrays, exact, rows):
    real = inside(rows[2], rows[0].shape[1])
    fast = Bert(arrays).run(*rows)["states"][real]
    slow = exact.run(*rows)["states"][real]
    lengths = np.linalg.norm(fast, axis=1) * np.linalg.norm(slow, axis=1)
    assert (fast * slow).sum(axis=1) / lengths == pytest.approx(1, abs=0.01)


def test_matrices_in_8_bits_do_not_make_states_coarse(eight, rows):
    real = inside(rows[2], rows[0].shape[1])
    fast = Bert(eight).run(*rows)["states"][real]
    slow = Bert(eight, exact=True).run(*rows)["states"][real]
    lengths = np.linalg.norm(fast, axis=1) * np.linalg.norm(slow, axis=1)
    assert (fast * slow).sum(axis=1) / lengths == pytest.approx(1, abs=0.005)


def test_what_a_run_returned_is_not_overwritten_by_the_next(exact, rows):
    pieces, sides, lengths = rows
    first = exact.run(pieces, sides, lengths)["states"]
    kept = first.copy()
    exact.run(pieces[::-1].copy(), sides, lengths[::-1].copy())
    assert (first == kept).all()


UNTOLD = """
import sys
from index.bert import openvino
openvino()
print(sys.modules["openvino_telemetry"])
"""


def test_the_runtime_is_imported_without_its_telemetry():
    done = subprocess.run(
        [sys.executable, "-c", UNTOLD], capture_output=True, text=True, check=True
    )
    assert done.stdout == "None\n"

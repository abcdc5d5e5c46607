"""The network that is trained, and the same as it is run from its file."""

import numpy as np
import pytest
import torch

from index.models import Span
from qa.reading.network import network as run_from
from qa.reading.pointer import best_spans
from qa.reading.spans import WORDY, Text, TrainedSpans
from qa.reading.windows import windows
from qa.training.examples import Asked
from qa.training.features import padded, question_examples
from qa.training.network import Network, averaged, installed, read, untrained, write

TEXT = "The bridge opened in 1932. Its toll ended in 1940, and trains came later."
SENTENCES = [Span(start=0, end=26), Span(start=27, end=len(TEXT))]
QUESTIONS = ("When did it open?", "Why?", "Which trains came later than the toll and the bridge?")


@pytest.fixture(scope="module")
def trained() -> Network:
    """The encoder's trunk with heads by chance, large enough to matter."""
    torch.manual_seed(1)
    network = untrained().eval()
    with torch.no_grad():
        for head in (network.span, network.says, network.relation):
            head.weight.normal_()
    return network


@pytest.fixture(scope="module")
def path(trained, tmp_path_factory):
    path = tmp_path_factory.mktemp("weights") / "network.safetensors"
    write(trained, path, about={"threshold": 0.5, "calibration": [1, 0, 0]})
    return path


@pytest.fixture(scope="module")
def restored(path) -> Network:
    return read(path)


def batch(*questions: str):
    return padded(question_examples([Asked(q, "Bridge", TEXT, None, "asked") for q in questions]))


def test_the_word_embeddings_are_not_trained(trained):
    learnt = {name for name, value in trained.named_parameters() if value.requires_grad}
    assert len(dict(trained.named_parameters())) - len(learnt) == 1
    assert "trunk.embeddings.word_embeddings.weight" not in learnt


def test_the_sizes_are_those_of_the_installed_encoder():
    config = installed()
    assert (config.hidden_size, config.num_hidden_layers) == (384, 6)


def test_what_is_read_again_is_near_what_was_trained(trained, restored):
    one = batch(*QUESTIONS)
    with torch.inference_mode():
        before = trained.states(one.pieces, one.sides, one.mask)[:, 0]
        after = restored.states(one.pieces, one.sides, one.mask)[:, 0]
    assert torch.cosine_similarity(before, after).min() > 0.99
    assert not torch.equal(before, after)  # It is in 8 bits.


def test_the_runtime_gives_the_scores_that_the_training_code_gives(path, restored):
    one = batch(*QUESTIONS)
    with torch.inference_mode():
        starts, ends, says = restored.read(one.pieces, one.sides, one.mask)
        related = restored.relate(one.pieces, one.sides, one.mask)
    lengths = one.mask.sum(dim=1).numpy().astype(np.int32)
    pieces, sides = (t.numpy().astype(np.int32) for t in (one.pieces, one.sides))
    scores = run_from(path, exact=True).bert.run(pieces, sides, lengths)
    real = one.mask.bool().numpy()
    assert np.abs(scores["span"][..., 0] - starts.numpy())[real].max() < 2e-3
    assert np.abs(scores["span"][..., 1] - ends.numpy())[real].max() < 2e-3
    assert scores["says"][:, 0, 0] == pytest.approx(says.numpy(), abs=2e-3)
    assert scores["relation"][:, 0] == pytest.approx(related.numpy(), abs=2e-3)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_span_that_is_found_is_that_of_the_training_code(path, restored, question):
    (scored,) = TrainedSpans(path, exact=True).score(question, [Text("Bridge", TEXT, SENTENCES)])
    (window,) = windows(question, "Bridge", TEXT)
    one = batch(question)
    with torch.inference_mode():
        starts, ends, says = restored.read(one.pieces, one.sides, one.mask)
    (expected,) = best_spans(
        window, starts[0].numpy(), ends[0].numpy(), SENTENCES, text=TEXT, most=1, wordy=WORDY
    )
    assert scored.found.span == expected.span
    assert scored.found.margin == pytest.approx(expected.margin, abs=5e-3)
    assert scored.says == pytest.approx(float(says[0]), abs=2e-3)


def test_the_mean_of_two_networks_lies_between_them(trained):
    other = untrained(1)
    mean = averaged(trained, other, share=0.75)
    weights = [n.state_dict()["says.weight"] for n in (trained, other, mean)]
    assert torch.allclose(weights[2], 0.75 * weights[0] + 0.25 * weights[1], atol=1e-7)
    assert not torch.equal(weights[0], weights[2])

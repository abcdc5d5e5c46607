"""Sentence pairs with a label: what to train on, and what to hold out."""

import gzip
import json
import re
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

LABELS = ("entailment", "neutral", "contradiction")
"""The order of the outputs of the entailment head."""

HELD_OUT = 10  # per cent, of VitaminC's pages and of MNLI's premises
MEASURED = {
    "vitaminc": ("vitaminc_real", "vitaminc_synthetic"),
    "mnli": ("mnli_",),
    "statements": ("statements",),
    "crossed": ("crossed",),
    "asserted": ("asserted",),
}
WHOLLY = frozenset({"statements", "crossed", "asserted"})
"""Of these, the file has only what is held out."""

_ESCAPED = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-COLON-": ":"}
_BEFORE = re.compile(r"\s+([,.;:!?%)\]’]|'s\b|n't\b|'re\b|'ve\b|'ll\b|'d\b|'m\b)")
_AFTER = re.compile(r"([(\[$£€])\s+")


class Pair(NamedTuple):
    """A premise, a hypothesis and the place of its label in LABELS."""

    premise: str
    hypothesis: str
    label: int
    source: str
    title: str = ""


def read_pairs(path: Path) -> list[Pair]:
    """Read premise, hypothesis and label from a .jsonl.gz file; texts are spelled as people do."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [
        Pair(
            premise=natural(row["premise"]),
            hypothesis=natural(row["hypothesis"]),
            label=LABELS.index(row["label"]),
            source=row["source"],
            title=natural(row.get("page") or ""),
        )
        for row in rows
    ]


def natural(text: str) -> str:
    r"""Undo what tokenizers did to a text.

    >>> natural("It sold 9.8\ufffdmillion singles , `` said '' he -LRB- the singer -RRB- .")
    'It sold 9.8 million singles, "said" he (the singer).'
    """
    text = text.replace("\ufffd", " ").replace("_", " ")
    for escaped, mark in _ESCAPED.items():
        text = text.replace(escaped, mark)
    text = re.sub(r"``\s*", '"', text)
    text = re.sub(r"\s*''", '"', text)
    text = text.replace(" n't", "n't").replace(" -- ", " – ")
    return " ".join(_AFTER.sub(r"\1", _BEFORE.sub(r"\1", text)).split())


def split(pairs: Iterable[Pair]) -> tuple[list[Pair], dict[str, list[Pair]]]:
    """Return what to train on, and what is held out of VitaminC and of MNLI, by name.

    VitaminC is held out by page. A training pair never has a premise or a hypothesis of a pair
    that is held out, whatever data set it comes from.
    """
    pairs = list(pairs)
    held: dict[str, list[Pair]] = {name: [] for name in MEASURED if name not in WHOLLY}
    rest: list[Pair] = []
    for pair in pairs:
        name = next((n for n, sources in MEASURED.items() if pair.source.startswith(sources)), None)
        key = pair.title or pair.premise
        if name and (name in WHOLLY or zlib.crc32(_plain(key).encode()) % 100 < HELD_OUT):
            held.setdefault(name, []).append(pair)
        else:
            rest.append(pair)
    seen = {_plain(text) for part in held.values() for p in part for text in p[:2]}
    pages = {pair.title for pair in held["vitaminc"]}
    train = [
        pair
        for pair in rest
        if pair.title not in pages - {""}
        and _plain(pair.premise) not in seen
        and _plain(pair.hypothesis) not in seen
    ]
    return train, held


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()

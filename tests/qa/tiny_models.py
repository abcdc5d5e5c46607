"""Models of others, small and made by hand: what they say can be told beforehand.

Every word is its own direction, and no layer changes it. So a head that looks for a word gives it
`FOUND`, and every other word `ELSE`, times the weight of the head.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from transformers import (
    BertConfig,
    BertForQuestionAnswering,
    BertForSequenceClassification,
    BertModel,
    BertTokenizerFast,
    PreTrainedModel,
)

WORDS = (
    *("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ".", "?", ",", "the", "bridge", "toll"),
    *("ferry", "opened", "ended", "sank", "in", "on", "1932", "1940", "when", "did", "open"),
    *("end", "rain", "fell"),
)
WIDTH = 32
FOUND, ELSE = (WIDTH - 1) ** 0.5, -((WIDTH - 1) ** -0.5)  # One of 32 numbers is 1, normalised.
WINDOW = 48  # pieces


def spans_model(folder: Path, *, start: str, end: str, weight: float = 0.1) -> str:
    """Save a question-answering model that points from one word to another; return its name."""
    model = BertForQuestionAnswering(_config())
    with torch.no_grad():
        _see_words_alone(model.bert)
        model.qa_outputs.weight.zero_()
        model.qa_outputs.bias.zero_()
        model.qa_outputs.weight[0, WORDS.index(start)] = weight
        model.qa_outputs.weight[1, WORDS.index(end)] = weight
    return _saved(model, folder)


def pairs_model(
    folder: Path, *, labels: Mapping[int, str], scores: Sequence[float] | None = None
) -> str:
    """Save a model that gives every pair the same scores, or scores by chance; return its name."""
    torch.manual_seed(0)
    config = _config()
    config.initializer_range = 0.8
    config.id2label = dict(labels)
    config.label2id = {label: place for place, label in labels.items()}
    model = BertForSequenceClassification(config)
    if scores is not None:
        with torch.no_grad():
            model.classifier.weight.zero_()
            model.classifier.bias.copy_(torch.tensor(scores))
    return _saved(model, folder)


def trunk_alone(folder: Path) -> str:
    """Save a model without any head; return its name."""
    return _saved(BertModel(_config()), folder)


def _config() -> BertConfig:
    return BertConfig(
        vocab_size=len(WORDS),
        hidden_size=WIDTH,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=WIDTH,
        max_position_embeddings=64,
        attn_implementation="eager",
    )


def _see_words_alone(bert: BertModel) -> None:
    for name, values in bert.named_parameters():
        if "LayerNorm" not in name:
            values.zero_()
    bert.embeddings.word_embeddings.weight[:, : len(WORDS)] = torch.eye(len(WORDS))


def _saved(model: PreTrainedModel, folder: Path) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = folder / "vocab.txt"
    vocabulary.write_text("\n".join(WORDS))
    BertTokenizerFast(str(vocabulary), model_max_length=WINDOW).save_pretrained(folder)
    model.save_pretrained(folder)
    return str(folder)

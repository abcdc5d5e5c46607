"""Readers and entailment models of others, by name: any of a hub, or of a folder."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Self

import numpy as np

from index.errors import CrosscheckError
from qa.entail import Judgement
from qa.reading.pointer import best_span
from qa.reading.spans import Best, Text
from qa.reading.windows import Window

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

LONGEST = 384  # pieces of a window, as SQuAD's models are trained
LONGEST_QUESTION = 64  # pieces; of longer ones the beginning
OVERLAP = 128
BATCH = 8

_LABELS = {"entail": "entailment", "neutral": "neutral", "contra": "contradiction"}


class ModelError(CrosscheckError):
    """A model that was named cannot be loaded, or is of another kind."""


class NamedSpans:
    """A Hugging Face model for extractive question answering, loaded at first use.

    What it gives the first piece of a window is taken for "it does not say", as models trained on
    SQuAD 2.0 mean it. One that never learnt to say so answers everything.
    """

    threshold = 0.5  # The margin over "it does not say" is zero there.

    def __init__(self, name: str) -> None:
        self.name = name

    def load(self) -> Self:
        """Load it now, rather than at the first question.

        Raises:
            ModelError: it cannot be loaded, or is of another kind.
        """
        _ = self._loaded
        return self

    def find(self, question: str, texts: Sequence[Text]) -> list[Best | None]:
        """Return the best span of each text; None where nothing may be quoted."""
        return [self._best(question, text) for text in texts]

    def _best(self, question: str, text: Text) -> Best | None:
        import torch

        tokenizer, model = self._loaded
        longest = min(LONGEST, tokenizer.model_max_length)
        encoded = tokenizer(
            _beginning(question, tokenizer, min(LONGEST_QUESTION, longest // 3)),
            text.text,
            truncation="only_second",
            max_length=longest,
            stride=min(OVERLAP, longest // 4),
            return_overflowing_tokens=True,
            return_offsets_mapping=True,
            padding=True,
            return_tensors="pt",
        )
        offsets = encoded.pop("offset_mapping").tolist()
        encoded.pop("overflow_to_sample_mapping")
        best: Best | None = None
        for first in range(0, len(offsets), BATCH):
            part = {name: value[first : first + BATCH] for name, value in encoded.items()}
            with torch.inference_mode():
                scores = model(**part)
            for row in range(len(part["input_ids"])):
                window = _window(encoded.sequence_ids(first + row), offsets[first + row])
                ends = [s[row].float().numpy() for s in (scores.start_logits, scores.end_logits)]
                found = window and best_span(window, ends[0], ends[1], text.within, text=text.text)
                if not found:
                    continue
                probability = float(1 / (1 + np.exp(-found.margin)))
                if best is None or probability > best.probability:
                    best = Best(found.span, probability)
        return best

    @cached_property
    def _loaded(self) -> tuple[Any, Any]:
        from transformers import AutoModelForQuestionAnswering, AutoTokenizer

        _draw_no_progress()
        try:
            model, told = AutoModelForQuestionAnswering.from_pretrained(
                self.name, output_loading_info=True
            )
            tokenizer = AutoTokenizer.from_pretrained(self.name)
        except Exception as error:  # Whatever the files of others make it raise.
            raise _unloadable(
                "reader", "extractive question-answering", self.name, _first_line(error)
            ) from error
        if told["missing_keys"]:  # What is missing has been made up.
            missing = ", ".join(sorted(told["missing_keys"]))
            raise _unloadable(
                "reader", "extractive question-answering", self.name, f"it has no {missing}"
            )
        return tokenizer, model.eval()


class NamedEntailment:
    """A sentence-transformers CrossEncoder with labels of natural language inference."""

    def __init__(self, name: str) -> None:
        self.name = name

    def load(self) -> Self:
        """Load it now, rather than at the first question.

        Raises:
            ModelError: it cannot be loaded, or is of another kind.
        """
        _ = self._loaded
        return self

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Judgement]:
        """Return one judgement for each (premise, hypothesis), in their order."""
        if not pairs:
            return []
        model, places = self._loaded
        scores = model.predict(list(pairs), apply_softmax=True, show_progress_bar=False)
        return [
            Judgement(**{label: min(1.0, float(row[place])) for label, place in places.items()})
            for row in np.asarray(scores)
        ]

    @cached_property
    def _loaded(self) -> "_Loaded":
        from sentence_transformers import CrossEncoder

        _draw_no_progress()
        try:
            model = CrossEncoder(self.name)
        except Exception as error:  # Whatever the files of others make it raise.
            raise _unloadable(
                "entailment", "CrossEncoder", self.name, _first_line(error)
            ) from error
        return _Loaded(model, label_places(model.config.id2label, self.name))


class _Loaded(NamedTuple):
    model: "CrossEncoder"
    places: dict[str, int]


def label_places(labels: Mapping[int, str], name: str) -> dict[str, int]:
    """Return where a model puts entailment, neutral and contradiction, from its configuration.

    >>> label_places({0: "CONTRADICTION", 1: "ENTAILMENT", 2: "NEUTRAL"}, "a-model")
    {'contradiction': 0, 'entailment': 1, 'neutral': 2}

    Raises:
        ModelError: they are not labels of natural language inference.
    """
    places = {
        meant: int(place)
        for place, label in labels.items()
        for beginning, meant in _LABELS.items()
        if label.casefold().startswith(beginning)
    }
    if sorted(places) != sorted(_LABELS.values()):
        raise ModelError(
            f"entailment {name!r} has the labels {', '.join(labels.values())}; "
            f"name a model with {', '.join(_LABELS.values())}"
        )
    return places


def _window(sides: Sequence[int | None], offsets: Sequence[tuple[int, int]]) -> Window | None:
    """Return a tokenizer's window as ours; None where it holds nothing of the passage."""
    inside = [place for place, side in enumerate(sides) if side == 1]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    return Window([], first, first, [(a, b) for a, b in offsets[first : last + 1]])


def _beginning(question: str, tokenizer: Any, pieces: int) -> str:
    encoded = tokenizer(
        question, add_special_tokens=False, return_offsets_mapping=True, verbose=False
    )
    offsets = encoded["offset_mapping"]
    return question[: offsets[pieces - 1][1]] if len(offsets) > pieces else question


def _draw_no_progress() -> None:
    """Keep the library from drawing over our own progress."""
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()  # type: ignore[no-untyped-call]


def _unloadable(part: str, kind: str, name: str, why: str) -> ModelError:
    return ModelError(
        f"{part} {name!r} cannot be loaded: {why}; name a Hugging Face {kind} model, "
        "or leave it out for the one that is installed"
    )


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(" .:")

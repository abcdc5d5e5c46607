"""The parts that are taken when none is named: the trained ones, or those that need no weights."""

import logging
from functools import lru_cache
from pathlib import Path

from index.compare import Comparer
from index.encode import Encoder
from qa.entail import Entailment, TrainedEntailment
from qa.read import Reader, SpanReader
from qa.reading.network import ENTAILMENT, READER, network
from qa.sentence_reader import SentenceReader
from qa.unasked.comparer import SentenceComparer
from qa.weights import WeightsError

logger = logging.getLogger(__name__)

WORSE = {
    "reader": "answers will be worse",
    "entailment": "sentences will not be compared with each other",
}
"""What a user has to do without, by the name of the file that is not there."""


def default_reader(encoder: Encoder) -> Reader:
    """Return the trained reader, or the one that needs no weights where they are not there."""
    return SpanReader() if _is_there(READER) else SentenceReader(encoder)


def default_entailment() -> Entailment | None:
    """Return the trained entailment model; None where its weights are not there."""
    return TrainedEntailment() if _is_there(ENTAILMENT) else None


def default_comparer() -> Comparer | None:
    """Return what holds articles against each other; None where its weights are not there."""
    return SentenceComparer() if _is_there(READER) and _is_there(ENTAILMENT) else None


@lru_cache(maxsize=4)
def _is_there(path: Path) -> bool:
    """Return whether weights can be loaded, and warn once where they cannot."""
    try:
        network(path)
    except WeightsError as error:
        logger.warning("%s: %s", WORSE[path.stem], error)
        return False
    return True

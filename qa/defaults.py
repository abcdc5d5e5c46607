"""The parts that are taken when none is named: the trained ones, or those that need no weights."""

import logging
from functools import lru_cache

from index.encode import Encoder
from qa.entail import Entailment, TrainedEntailment
from qa.network import network
from qa.read import Reader, SpanReader
from qa.sentence_reader import SentenceReader
from qa.weights import WeightsError

logger = logging.getLogger(__name__)


def default_reader(encoder: Encoder) -> Reader:
    """Return the trained reader, or the one that needs no weights where they are not there."""
    return SpanReader() if _is_trained() else SentenceReader(encoder)


def default_entailment() -> Entailment | None:
    """Return the trained entailment model; None where its weights are not there."""
    return TrainedEntailment() if _is_trained() else None


@lru_cache(maxsize=1)
def _is_trained() -> bool:
    """Return whether the weights can be loaded, and warn once where they cannot."""
    try:
        network()
    except WeightsError as error:
        logger.warning("answers will be worse, and without comparison of sentences: %s", error)
        return False
    return True
